package catalog

// JSON values that keep the order of their members, for bodies that people read.

import (
	"encoding/json"
	"slices"
	"strings"
)

// A Kind is that of a JSON value (RFC 8259 §3), or Slot.
type Kind uint8

// The kinds of value.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
	Slot // stands for what an error says there; only in a skeleton
)

// A Value is a JSON value whose members keep their order.
type Value struct {
	Kind     Kind
	Text     string   // of a Bool or Number, as written; of a String or a mark, unescaped
	Elements []Value  // of an Array
	Members  []Member // of an Object
	Slot     SlotKind
	Prefix   string    // what a Slot's text has before it
	Numeric  bool      // a Slot's text is a number on the wire, if it can be
	Asked    []Pointer // where conditions ask for the text of a Slot
}

// A Member is a name and its value.
type Member struct {
	Name  string
	Key   *Value // the Slot that is the name; nil but in a skeleton
	Value Value
}

// Text is a JSON string.
func Text(s string) Value { return Value{Kind: String, Text: s} }

// Scalar is the JSON value that a text is: a number, true, false or null, else a
// string.
func Scalar(s string) Value {
	switch {
	case s == "null":
		return Value{}
	case s == "true" || s == "false":
		return Value{Kind: Bool, Text: s}
	case s != "" && (s[0] == '-' || '0' <= s[0] && s[0] <= '9') && s[len(s)-1] > ' ' && json.Valid([]byte(s)):
		return Value{Kind: Number, Text: s}
	}
	return Text(s)
}

// Passing is the JSON value that passes a test which asks for a text: that which
// the text is, but not null, which passes none.
func Passing(text string) Value {
	if v := Scalar(text); v.Kind != Null {
		return v
	}
	return Text(text)
}

// member finds a member by name, or nil. One that a slot names has no name yet.
func (v *Value) member(name string) *Value {
	for i := range v.Members {
		if m := &v.Members[i]; m.Name == name && (m.Key == nil || name != "") {
			return &v.Members[i].Value
		}
	}
	return nil
}

// merge adds members. An object is merged into an object, also where both are
// at the same place of an array; all else replaces.
func (v *Value) merge(members []Member) {
	for _, m := range members {
		if old := v.member(m.Name); old != nil {
			old.mergeValue(m.Value)
		} else {
			v.Members = append(v.Members, m.clone())
		}
	}
}

func (v *Value) mergeValue(x Value) {
	switch {
	case v.Kind == Object && x.Kind == Object:
		v.merge(x.Members)
	case v.Kind == Array && x.Kind == Array && v.hasObjects() && x.hasObjects():
		for i, e := range x.Elements {
			v.at(i).mergeValue(e)
		}
	default:
		*v = x.clone()
	}
}

// hasObjects reports whether all elements of an array are objects.
func (v *Value) hasObjects() bool {
	return !slices.ContainsFunc(v.Elements, func(e Value) bool { return e.Kind != Object })
}

func (m Member) clone() Member {
	if m.Key != nil {
		key := m.Key.clone()
		m.Key = &key
	}
	m.Value = m.Value.clone()
	return m
}

func (v Value) clone() Value {
	v.Members, v.Elements = slices.Clone(v.Members), slices.Clone(v.Elements)
	for i, m := range v.Members {
		v.Members[i] = m.clone()
	}
	for i, e := range v.Elements {
		v.Elements[i] = e.clone()
	}
	return v
}

// Indented is the value as JSON, its members in order, each on a line of its
// own, indented by two spaces a level.
func (v Value) Indented() string { return string(v.appendJSON(nil, "\n")) }

func (v Value) appendJSON(b []byte, newline string) []byte {
	inner := newline + "  "
	switch v.Kind {
	case Null:
		return append(b, "null"...)
	case Bool, Number:
		return append(b, v.Text...)
	case Array:
		return appendList(b, '[', ']', len(v.Elements), newline, func(b []byte, i int) []byte {
			return v.Elements[i].appendJSON(b, inner)
		})
	case Object:
		return appendList(b, '{', '}', len(v.Members), newline, func(b []byte, i int) []byte {
			b = append(appendQuoted(b, v.Members[i].Name), ": "...)
			return v.Members[i].Value.appendJSON(b, inner)
		})
	}
	return appendQuoted(b, v.Text)
}

func appendList(b []byte, open, end byte, n int, newline string, item func([]byte, int) []byte) []byte {
	b = append(b, open)
	for i := range n {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(b, newline...), "  "...)
		b = item(b, i)
	}
	if n > 0 {
		b = append(b, newline...)
	}
	return append(b, end)
}

// appendQuoted appends s as a JSON string, with <, > and & as they are.
func appendQuoted(b []byte, s string) []byte {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' || r == '"' || r == '\\' }) {
		return append(append(append(b, '"'), s...), '"') // nothing to escape, as in nearly all
	}
	var quoted quotedText
	enc := json.NewEncoder(&quoted)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // a string always encodes
	}
	return append(b, quoted[:len(quoted)-1]...) // less Encode's line break
}

type quotedText []byte

func (q *quotedText) Write(p []byte) (int, error) {
	*q = append(*q, p...)
	return len(p), nil
}
