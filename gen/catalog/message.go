package catalog

// Messages with values in them: what the params are, and what follows from them.

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// A Param is a value that an error's message holds, as {name}.
type Param struct {
	Name    string // a lower-case letter followed by letters, digits and _: "sim_id"
	Ident   string // as an identifier that no other param of the error has: "simID"
	Type    ParamType
	Example string // as it stands in the example message; "" leaves {name}
}

// A ParamType is that of a param's values.
type ParamType uint8

// The types.
const (
	StringParam   ParamType = iota
	IntParam                // 42
	BoolParam               // true
	DurationParam           // 1m30s
	TimeParam               // 2006-01-02T15:04:05Z (RFC 3339)
)

// ParamTypes lists the types by the name that a spec gives them.
var ParamTypes = [...]string{
	StringParam: "string", IntParam: "int", BoolParam: "bool", DurationParam: "duration", TimeParam: "time",
}

func (t ParamType) String() string { return ParamTypes[t] }

// A MessagePart is a piece of a message: a text, or a param.
type MessagePart struct {
	Text  string // "" for a param
	Param int    // the index in Error.Params; -1 for a text
}

// MessageParts is the error's message, cut at its params. Braces around
// anything else are text.
func (e *Error) MessageParts() []MessagePart {
	var parts []MessagePart
	text := func(s string) {
		if s != "" {
			parts = append(parts, MessagePart{s, -1})
		}
	}
	rest := cmp.Or(e.Message, e.Title)
	for {
		start, end, param := e.nextParam(rest)
		if param < 0 {
			text(rest)
			return parts
		}
		text(rest[:start])
		parts = append(parts, MessagePart{Param: param})
		rest = rest[end:]
	}
}

// nextParam finds the first {name} of a param: its place and index, or -1.
func (e *Error) nextParam(message string) (start, end, param int) {
	if len(e.Params) == 0 {
		return 0, 0, -1
	}
	for i := range len(message) {
		if message[i] != '{' {
			continue
		}
		n := strings.IndexByte(message[i:], '}')
		if n < 0 {
			break
		}
		name := message[i+1 : i+n]
		if p := slices.IndexFunc(e.Params, func(p Param) bool { return p.Name == name }); p >= 0 {
			return i, i + n + 1, p
		}
	}
	return 0, 0, -1
}

// MessagePattern is a Go regexp that matches the error's whole message, whatever
// the values of its params are.
func (e *Error) MessagePattern() string {
	var b strings.Builder
	for _, part := range e.MessageParts() {
		if part.Param < 0 {
			b.WriteString(regexp.QuoteMeta(part.Text))
		} else {
			b.WriteString("(?s:.*)")
		}
	}
	return b.String()
}

// ExampleMessage is what the server says, with the example values of the
// params: "No SIM 8937".
func (e *Error) ExampleMessage() string {
	var b strings.Builder
	for _, part := range e.MessageParts() {
		switch {
		case part.Param < 0:
			b.WriteString(part.Text)
		case e.Params[part.Param].Example == "":
			b.WriteString("{" + e.Params[part.Param].Name + "}")
		default:
			b.WriteString(e.Params[part.Param].Example)
		}
	}
	return b.String()
}
