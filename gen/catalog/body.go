package catalog

import (
	"cmp"
	"strconv"
	"strings"
)

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
)

// A slotPlace is where a body holds a slot.
type slotPlace struct {
	at   Pointer
	slot SlotKind
}

// Skeleton is the body of every error, with a Slot where an error's own values
// stand. It has the documented fields first, in their order, then what is only
// located, then the constants. Of each list of locators the first is written,
// if it is a pointer; Text of a slot is "number" where the wire has a number.
func (r *Response) Skeleton() Value {
	body := Value{Kind: Object}
	places := r.slotPlaces()
	for _, f := range r.Fields {
		for _, p := range places {
			if f.names(p.at) {
				body.set(p.at, r.slot(p))
			}
		}
	}
	for _, p := range places {
		if !body.has(p.at) {
			body.set(p.at, r.slot(p))
		}
	}
	body.merge(r.Constants)
	return body
}

// slotPlaces lists the slots that have a place in the body.
func (r *Response) slotPlaces() []slotPlace {
	var places []slotPlace
	add := func(at Pointer, slot SlotKind) {
		if len(at) > 0 {
			places = append(places, slotPlace{at, slot})
		}
	}
	add(r.Status, SlotStatus)
	for _, l := range []struct {
		locators []Locator
		slot     SlotKind
	}{
		{r.Code, SlotCode}, {r.Message, SlotMessage}, {r.RequestID, SlotRequestID},
		{r.Details, SlotDetails}, {r.RetryAfter, SlotRetryAfter},
	} {
		if len(l.locators) > 0 {
			add(l.locators[0].Pointer, l.slot)
		}
	}
	return places
}

// slot is the value for a place: a number where that is documented, and for
// a status unless a string is.
func (r *Response) slot(p slotPlace) Value {
	typ := ""
	for _, f := range r.Fields {
		if f.names(p.at) {
			typ = f.Type
		}
	}
	v := Value{Kind: Slot, Slot: p.slot}
	if typ == "integer" || typ == "number" || p.slot == SlotStatus && typ != "string" {
		v.Text = "number"
	}
	return v
}

// names reports whether the field is the one at p.
func (f Field) names(p Pointer) bool {
	return p.String() == "/"+strings.TrimPrefix(f.Name, "/")
}

func (v *Value) has(p Pointer) bool {
	for _, token := range p {
		if v = v.member(token); v == nil {
			return false
		}
	}
	return true
}

// ExampleBody is the body that the server sends with an error: the skeleton
// with the error's status, code and message, then its example members. Slots
// for which the error gives nothing are left out.
func (c *Catalog) ExampleBody(e *Error) Value {
	body := c.Response.Skeleton()
	body.fill(e)
	body.merge(e.Example)
	body.prune()
	return body
}

// fill puts the error's values into the slots that it has values for.
func (v *Value) fill(e *Error) {
	for i := range v.Members {
		m := &v.Members[i].Value
		if m.Kind != Slot {
			m.fill(e)
			continue
		}
		text := ""
		switch m.Slot {
		case SlotStatus:
			if e.Status() != 0 {
				text = strconv.Itoa(e.Status())
			}
		case SlotCode:
			if len(e.Codes) > 0 {
				text = e.Codes[0]
			}
		case SlotMessage:
			text = cmp.Or(e.Message, e.Title)
		}
		switch {
		case text == "":
		case m.Text == "number":
			*m = Value{Kind: Number, Text: text}
		default:
			*m = Text(text)
		}
	}
}

// prune drops the slots that nothing filled, and objects that held only those.
func (v *Value) prune() {
	kept := v.Members[:0]
	for _, m := range v.Members {
		empty := len(m.Value.Members) == 0
		m.Value.prune()
		if m.Value.Kind == Slot || m.Value.Kind == Object && !empty && len(m.Value.Members) == 0 {
			continue
		}
		kept = append(kept, m)
	}
	v.Members = kept
}
