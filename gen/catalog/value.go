package catalog

import "encoding/json"

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
	Slot // stands for what an error says there; only in a Response's Skeleton
)

// A Value is a JSON value whose members keep their order.
type Value struct {
	Kind     Kind
	Text     string   // of a Bool or Number, as written; of a String, unescaped
	Elements []Value  // of an Array
	Members  []Member // of an Object
	Slot     SlotKind
}

// A Member is a name and its value.
type Member struct {
	Name  string
	Value Value
}

// Text is a JSON string.
func Text(s string) Value { return Value{Kind: String, Text: s} }

// member finds a member by name, or nil.
func (v *Value) member(name string) *Value {
	for i := range v.Members {
		if v.Members[i].Name == name {
			return &v.Members[i].Value
		}
	}
	return nil
}

// set puts x where p points, making objects on the way; p is not empty.
func (v *Value) set(p Pointer, x Value) {
	for _, token := range p {
		if v.Kind != Object {
			*v = Value{Kind: Object}
		}
		next := v.member(token)
		if next == nil {
			v.Members = append(v.Members, Member{Name: token})
			next = &v.Members[len(v.Members)-1].Value
			*next = Value{Kind: Object}
		}
		v = next
	}
	*v = x
}

// merge adds members; an object is merged into an object, all else replaces.
func (v *Value) merge(members []Member) {
	for _, m := range members {
		old := v.member(m.Name)
		switch {
		case old == nil:
			v.Members = append(v.Members, m.clone())
		case old.Kind == Object && m.Value.Kind == Object:
			old.merge(m.Value.Members)
		default:
			*old = m.Value.clone()
		}
	}
}

func (m Member) clone() Member { return Member{m.Name, m.Value.clone()} }

func (v Value) clone() Value {
	members := v.Members
	v.Members = nil
	for _, m := range members {
		v.Members = append(v.Members, m.clone())
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
