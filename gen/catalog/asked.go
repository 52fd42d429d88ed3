package catalog

// What the conditions of errors ask of the body: servers write it, and examples
// show it.

import (
	"cmp"
	"maps"
	"slices"
)

// SkeletonIn is the Response's skeleton for a domain, with slots for the texts
// that the conditions of errors ask for. They stand behind the constants, in the
// order of their pointers, so that each body has them in the same order. Where
// one asks for an object and another for a text, two members have that name, of
// which a body has what its error asks for.
func (c *Catalog) SkeletonIn(domain string) Value {
	var tests []BodyTest
	for i := range c.Errors {
		if when := c.Errors[i].When; when != nil {
			tests = append(tests, when.Body...)
		}
	}
	body := c.Response.SkeletonIn(domain)
	body.ask(tests)
	return body
}

// ask makes slots for the texts that tests ask for.
func (v *Value) ask(tests []BodyTest) {
	pointers := make(map[string]Pointer)
	for _, t := range tests {
		if len(t.Any) > 0 && len(t.Pointer) > 0 {
			pointers[t.Pointer.String()] = t.Pointer
		}
	}
	for _, name := range slices.Sorted(maps.Keys(pointers)) {
		v.askAt(pointers[name], pointers[name])
	}
}

// askAt makes a slot for what a pointer leads to, by the rest of the way there,
// and reports whether it could: what the body has for all errors stays as it is.
func (v *Value) askAt(way, p Pointer) bool {
	if len(way) == 0 {
		return v.askHere(p)
	}
	switch token := way[0]; {
	case token == Any && v.Kind == Object:
		return v.askKeyed(way[1:], p)
	case token == Any || token == "0":
		return v.become(Array) && v.askElement(token, way[1:], p)
	default:
		return v.become(Object) && v.askMember(token, way[1:], p)
	}
}

// askKeyed asks the member whose name is a slot. It is an object where nothing
// else says what it is.
func (v *Value) askKeyed(way, p Pointer) bool {
	i := slices.IndexFunc(v.Members, func(m Member) bool { return m.Key != nil })
	if i < 0 {
		return false
	}
	value := &v.Members[i].Value
	value.become(Object)
	return value.askAt(way, p)
}

// askElement asks the first element; for a * the first that has room, or a new one.
func (v *Value) askElement(token string, way, p Pointer) bool {
	for i := range v.Elements {
		e := &v.Elements[i]
		if !e.isEmpty() && e.askAt(way, p) {
			return true
		}
		if token != Any {
			return false
		}
	}
	return v.at(len(v.Elements)).askAt(way, p)
}

// askMember asks the members of a name; a new one if those that there are stand
// for what other errors ask for.
func (v *Value) askMember(name string, way, p Pointer) bool {
	for i := range v.Members {
		m := &v.Members[i]
		switch {
		case m.Key != nil || m.Name != name:
		case m.Value.isEmpty():
			return false
		case m.Value.askAt(way, p):
			return true
		case !m.Value.isAsked():
			return false
		}
	}
	v.Members = append(v.Members, Member{Name: name})
	return v.Members[len(v.Members)-1].Value.askAt(way, p)
}

// askHere makes v a slot for what is asked for at a pointer. One of the error's
// own values is a slot already, which serves as well; but in an array there is
// room for another element. Details are more than a text.
func (v *Value) askHere(p Pointer) bool {
	switch {
	case v.Kind == Null:
		*v = Value{Kind: Slot, Slot: SlotAsked}
	case v.Kind != Slot, v.Slot == SlotMark, v.Slot == SlotDetails, v.Slot != SlotAsked && p.Wild() >= 0:
		return false
	}
	v.Asked = append(v.Asked, p)
	return true
}

// isEmpty reports whether a value is a constant that has no room for anything.
func (v *Value) isEmpty() bool {
	return v.Kind == Null || (v.Kind == Array || v.Kind == Object) && len(v.Elements)+len(v.Members) == 0
}

// isAsked reports whether a value has nothing but slots for what conditions ask
// for.
func (v *Value) isAsked() bool {
	switch v.Kind {
	case Slot:
		return v.Slot == SlotAsked
	case Array:
		return !slices.ContainsFunc(v.Elements, func(e Value) bool { return !e.isAsked() })
	case Object:
		return !slices.ContainsFunc(v.Members, func(m Member) bool { return m.Key != nil || !m.Value.isAsked() })
	}
	return false
}

// asked are the texts one of which the error's condition asks for at one of some
// pointers; none if it asks for nothing there.
func (e *Error) asked(at []Pointer) []string {
	if e.When == nil {
		return nil
	}
	for _, p := range at {
		for _, t := range e.When.Body {
			if len(t.Any) > 0 && slices.Equal(t.Pointer, p) {
				return t.Any
			}
		}
	}
	return nil
}

// oneOf is a text if it is one of those that are asked for, else the first of
// them.
func oneOf(asked []string, text string) string {
	if len(asked) == 0 || slices.Contains(asked, text) {
		return text
	}
	return cmp.Or(asked[0], text)
}
