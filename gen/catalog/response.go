package catalog

import "strings"

// A Response says how an error looks on the wire.
type Response struct {
	MediaType string   // of the error body
	Fields    []Field  // documents the body, in order
	Constants []Member // members that every error body has
	Status    Pointer  // where the body repeats the status; nil if nowhere

	// Locators, tried in order.
	Code       []Locator
	Message    []Locator
	RequestID  []Locator
	Details    []Locator
	RetryAfter []Locator // the header Retry-After is tried after them
}

// A Field documents one member of the error body.
type Field struct {
	Name        string // a member of the body, or a JSON pointer to one further down
	Type        string // as documented: "string", "integer", …
	Description string
}

// A Locator says where in a response a value is: in a header, or at a pointer
// into the JSON body.
type Locator struct {
	Header  string // a header's name, else ""
	Pointer Pointer
	Unit    Unit // of a delay
}

// A Pointer is a JSON pointer (RFC 6901) as its unescaped tokens.
type Pointer []string

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
