package catalog

// Where in a response the values of an error stand, as far as the spec tells.

import (
	"slices"
	"strings"
)

// A Response says how an error looks on the wire.
type Response struct {
	MediaType string   // of the error body
	Fields    []Field  // documents the body, in order
	Constants []Member // members that every error body has
	Status    Pointer  // where the body repeats the status; nil if nowhere

	Locators              // where none of the shapes applies
	ErrorWhen []Condition // a response below 300 is an error where one of them holds
	Shapes    []Shape     // the first one that applies counts
}

// CodesIn is the locators of codes, from the first on that is for a domain, else
// from the first that is for all: a body is written by the first of them.
func (r *Response) CodesIn(domain string) []Locator {
	for _, d := range [...]string{domain, ""} {
		if i := slices.IndexFunc(r.Code, func(l Locator) bool { return l.Domain == d }); i >= 0 {
			return r.Code[i:]
		}
	}
	return r.Code
}

// Locators say where the values of an error are. Each list is tried in order.
type Locators struct {
	Code        []Locator
	Domain      []Locator // of a code that is found by a locator without a Domain of its own
	Message     []Locator
	RequestID   []Locator
	Details     []Locator // of the first value as it stands, as raw JSON
	RetryAfter  []Locator // see Delays
	ShouldRetry []Locator // true or false: the server's word
}

// retryAfter is the header that any response may say the time to wait in, in
// seconds or as a date (RFC 9110 §10.2.3).
const retryAfter = "Retry-After"

// Delays is where the time to wait is looked for, in order: the header
// Retry-After comes last, unless it is listed.
func (l *Locators) Delays() []Locator {
	if slices.ContainsFunc(l.RetryAfter, isRetryAfter) {
		return l.RetryAfter
	}
	return append(slices.Clip(l.RetryAfter), Locator{Header: retryAfter})
}

// isRetryAfter reports whether a locator takes that header as it is.
func isRetryAfter(l Locator) bool {
	return strings.EqualFold(l.Header, retryAfter) && l.Unit == Seconds && l.StripPrefix+l.Before+l.After == ""
}

// A Shape is another form that error bodies have.
type Shape struct {
	When     []Condition // it applies where one of them holds
	Locators             // all of them: those that the spec does not give are the Response's
}

// A Field documents one member of the error body.
type Field struct {
	Name        string // a member of the body, or a JSON pointer to one further down
	Type        string // as documented: "string", "integer", …
	Description string
}

// IsNumeric reports whether a documented type is that of a JSON number.
func IsNumeric(typ string) bool { return typ == "integer" || typ == "number" }

// IsAt reports whether the field is the member that a pointer leads to.
func (f Field) IsAt(p Pointer) bool {
	return "/"+strings.TrimPrefix(f.Name, "/") == p.String()
}

// A Locator says where in a response a value is, in a header or at a pointer
// into the JSON body, and which part of the text there it is. The parts are cut
// off in the order of the fields.
type Locator struct {
	Header  string // a header's name, else ""
	Pointer Pointer
	Where   []BodyTest // all of them hold for the element that the pointer's first * stands for
	Key     bool       // the value is the name of the member that the last * stands for

	StripPrefix string // is left out where the text begins with it
	Before      string // what stands before the first of these is kept
	After       string // what stands after the last of these is kept

	Unit   Unit   // of a delay
	Domain string // of the codes that are found here; "" leaves it to Locators.Domain
}

// Clean is the part of a text that is the value.
func (l *Locator) Clean(text string) string {
	text = strings.TrimPrefix(text, l.StripPrefix)
	if l.Before != "" {
		text, _, _ = strings.Cut(text, l.Before)
	}
	if i := strings.LastIndex(text, l.After); i >= 0 && l.After != "" {
		text = text[i+len(l.After):]
	}
	return text
}

// IsPart reports whether the value is what is left of a text, not all of it.
func (l *Locator) IsPart() bool { return l.StripPrefix+l.Before+l.After != "" }

// A Pointer is a JSON pointer (RFC 6901) as its unescaped tokens, of which the
// token * stands for every element or member, in order.
type Pointer []string

// Any is the token that stands for every element or member. One that is really
// called * can't be pointed to.
const Any = "*"

// MaxWild bounds how many pointers with a * there are in a catalog: they are read
// in one pass, which has a bit for each.
const MaxWild = 64

// Wild is the index of the pointer's first *, or -1.
func (p Pointer) Wild() int { return slices.Index(p, Any) }

// LastWild is the index of the last *, or -1.
func (p Pointer) LastWild() int {
	last := len(p) - 1
	for last >= 0 && p[last] != Any {
		last--
	}
	return last
}

// String is the pointer as RFC 6901 §3 writes it.
func (p Pointer) String() string {
	var b strings.Builder
	for _, token := range p {
		b.WriteByte('/')
		b.WriteString(pointerEscaper.Replace(token))
	}
	return b.String()
}

var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")

// A Unit is that of a delay on the wire.
type Unit uint8

// The units. Seconds in a header may also be an HTTP-date (RFC 9110 §10.2.3).
const (
	Seconds      Unit = iota // 47, 1.5
	Milliseconds             // 1500
	Minutes                  // 2
	Epoch                    // seconds since 1970-01-01 UTC
	EpochMillis              // milliseconds since 1970-01-01 UTC
	Duration                 // a text such as 3.5s
)

// Units lists the units by the text that a spec gives them.
var Units = [...]string{
	Seconds: "s", Milliseconds: "ms", Minutes: "min", Epoch: "epoch", EpochMillis: "epoch_ms", Duration: "duration",
}

func (u Unit) String() string { return Units[u] }

// delayGroup begins the names of a pattern's groups that hold a delay.
const delayGroup = "retry_after"

// DelayGroup is the unit of the delay that a group of a pattern holds, by its
// name: retry_after, which is in seconds, or retry_after_UNIT.
func DelayGroup(name string) (u Unit, ok bool) {
	if name == delayGroup {
		return Seconds, true
	}
	unit, ok := strings.CutPrefix(name, delayGroup+"_")
	i := slices.Index(Units[:], unit)
	return Unit(max(i, 0)), ok && i >= 0
}
