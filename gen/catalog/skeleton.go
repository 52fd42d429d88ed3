package catalog

// A SlotKind says which of an error's values stands at a place in the body.
type SlotKind uint8

// The slots of a body.
const (
	SlotStatus SlotKind = iota
	SlotCode
	SlotMessage
	SlotRequestID
	SlotDetails
	SlotRetryAfter
	SlotDomain
	SlotMark  // the text that a locator's Where asks for; only where the object around it has anything else
	SlotAsked // the text that the condition of an error asks for; see Catalog.SkeletonIn
)

// SkeletonIn is the body of every error of a domain, with a Slot where an error's
// own values stand: the code stands where codes of that domain are found, if a
// locator says so. It has the documented fields first, in their order, then what
// is only located, then the constants. Of each list of locators beside the shapes
// the first is written, if it is a pointer, with the prefix that it strips. A * is
// the element of an array, one for all locators that ask for the same; where a
// name is the value, it is a member whose Key is the slot, and whose value may be
// Null where nothing else says what it is. The body is an array where the first
// pointer says so, and then its first element has the constants. Where two values
// contradict each other one is left out, the details before any other (see
// fitting).
func (r *Response) SkeletonIn(domain string) Value {
	b, places := r.prepared(domain)
	places = b.fitting(places)
	for _, f := range r.Fields {
		for i := range places {
			if f.IsAt(places[i].Pointer) {
				b.put(&places[i])
			}
		}
	}
	for i := range places {
		b.put(&places[i])
	}
	b.body.become(Object) // if it is nothing yet
	b.body.object().merge(r.Constants)
	return b.body
}

// slot is the value for a place: a number where that is documented, and for
// a status unless a string is.
func (r *Response) slot(p *slotPlace) Value {
	typ := ""
	for _, f := range r.Fields {
		if f.IsAt(p.Pointer) {
			typ = f.Type
		}
	}
	numeric := IsNumeric(typ) || p.slot == SlotStatus && typ != "string"
	return Value{Kind: Slot, Slot: p.slot, Prefix: p.StripPrefix, Numeric: numeric && p.StripPrefix == ""}
}

// A skeleton is one that is being built.
type skeleton struct {
	*Response
	body     Value
	keys     map[string]*Value // the slot that names a member, by the pointer to its object
	elements []elementOf
}

// An elementOf is an element that the first * of pointers stands for.
type elementOf struct {
	array string // the pointer up to the *
	index int
	where []BodyTest
}

// prepare finds the member that a place names, or the element that it is in.
// Places are prepared in the order of the slots, so that what has no Where is in
// the code's element.
func (b *skeleton) prepare(p *slotPlace) {
	wild := p.Pointer.Wild()
	if wild < 0 {
		return
	}
	if p.Key {
		slot := b.slot(p)
		b.keys[p.Pointer[:p.Pointer.LastWild()].String()] = &slot
	}
	p.element = b.element(p.Pointer[:wild].String(), p.Where)
}

// element is the index of an array's element that passes the tests: the first
// that is free to, else a new one.
func (b *skeleton) element(array string, where []BodyTest) int {
	n := 0
	for i := range b.elements {
		e := &b.elements[i]
		if e.array != array {
			continue
		}
		if len(e.where) == 0 {
			e.where = where
		}
		if len(where) == 0 || SameTests(e.where, where) {
			return e.index
		}
		n++
	}
	b.elements = append(b.elements, elementOf{array, n, where})
	return n
}

// put puts a slot where it belongs, and reports whether it could: something else
// may be there.
func (b *skeleton) put(p *slotPlace) bool {
	v, wild := &b.body, p.Pointer.Wild()
	for i := range p.Pointer {
		if v = b.step(v, p, i); v == nil {
			return false
		}
		if i == wild {
			v.mark(p.tests())
		}
	}
	if v.Kind != Null || p.Key {
		return p.Key
	}
	*v = b.slot(p)
	return true
}

// step goes to what the i-th token of a place's pointer stands for in v; nil if
// v is something else than that token takes it for.
func (b *skeleton) step(v *Value, p *slotPlace, i int) *Value {
	token := p.Pointer[i]
	if token == Any {
		if key := b.keys[p.Pointer[:i].String()]; key != nil {
			return v.named(key)
		}
		if i == p.Pointer.Wild() {
			return v.at(p.element)
		}
	}
	if token == Any || token == "0" {
		return v.at(0)
	}
	return v.in(token)
}

// become makes an object or array of what is not there yet, and reports whether
// v is one.
func (v *Value) become(kind Kind) bool {
	if v.Kind == Null {
		v.Kind = kind
	}
	return v.Kind == kind
}

// object is what has the members of a body: the body, or its first element. Where
// something else stands there nothing has them, and they are lost.
func (v *Value) object() *Value {
	if v.Kind == Array {
		v = v.at(0)
	}
	if !v.become(Object) {
		return new(Value)
	}
	return v
}

// in is a member of an object.
func (v *Value) in(name string) *Value {
	if !v.become(Object) {
		return nil
	}
	if m := v.member(name); m != nil {
		return m
	}
	v.Members = append(v.Members, Member{Name: name})
	return &v.Members[len(v.Members)-1].Value
}

// named is the member of an object whose name is a slot.
func (v *Value) named(key *Value) *Value {
	if !v.become(Object) {
		return nil
	}
	for i := range v.Members {
		if v.Members[i].Key != nil {
			return &v.Members[i].Value
		}
	}
	v.Members = append(v.Members, Member{Key: key})
	return &v.Members[len(v.Members)-1].Value
}

// at is an element of an array.
func (v *Value) at(i int) *Value {
	if !v.become(Array) {
		return nil
	}
	for len(v.Elements) <= i {
		v.Elements = append(v.Elements, Value{})
	}
	return &v.Elements[i]
}

// mark sets the texts that tests ask for.
func (v *Value) mark(where []BodyTest) {
	for _, t := range where {
		if len(t.Any) == 0 || len(t.Pointer) == 0 {
			continue
		}
		if m := v.reach(t.Pointer); m != nil && m.Kind == Null {
			*m = Value{Kind: Slot, Slot: SlotMark, Text: t.Any[0]}
		}
	}
}

// reach is what a pointer leads to, made if it is not there yet; nil if something
// else is in the way. A * leads to the first element.
func (v *Value) reach(p Pointer) *Value {
	for _, token := range p {
		if token == Any || token == "0" {
			v = v.at(0)
		} else {
			v = v.in(token)
		}
		if v == nil {
			return nil
		}
	}
	return v
}
