package catalog

// The example body of an error: the skeleton of all bodies, filled in.

import (
	"slices"
	"strconv"
)

// ExampleBody is the body that the server sends with an error: the skeleton
// with the error's status, code and message, what its condition asks for, then
// its example members. Slots for which the error gives nothing are left out, and
// that of the code where those members have it at another of its locators.
func (c *Catalog) ExampleBody(e *Error) Value {
	return c.ExampleIn(c.Response.SkeletonIn(e.Domain), e)
}

// ExampleIn is the ExampleBody of an error, given the Response's skeleton for its
// domain: making that takes longer than filling it in.
func (c *Catalog) ExampleIn(skeleton Value, e *Error) Value {
	body := skeleton.clone()
	if e.When != nil {
		body.ask(e.When.Body)
	}
	shown := *e
	if c.Response.saysCode(e) {
		shown.Codes = nil
	}
	body.fill(&shown)
	body.object().merge(e.Example)
	body.prune()
	return body
}

// fill puts the error's values into the slots that it has values for.
func (v *Value) fill(e *Error) {
	if v.Kind == Slot {
		v.fillSlot(e)
		return
	}
	for i := range v.Elements {
		v.Elements[i].fill(e)
	}
	for i := range v.Members {
		m := &v.Members[i]
		m.Value.fill(e)
		if m.Key == nil {
			continue
		}
		m.Key.fill(e)
		m.Name = m.Key.Text
		if m.Value.Kind == Null || m.Value.Kind == Slot { // for which there is nothing
			m.Value = Value{Kind: Object}
		}
	}
}

func (v *Value) fillSlot(e *Error) {
	text := ""
	switch v.Slot {
	case SlotStatus:
		if e.Status() != 0 {
			text = strconv.Itoa(e.Status())
		}
	case SlotCode:
		if len(e.Codes) > 0 {
			text = e.Codes[0]
		}
	case SlotDomain:
		text = e.Domain
	case SlotMessage:
		text = e.ExampleMessage()
	case SlotAsked:
		if asked := e.asked(v.Asked); len(asked) > 0 {
			*v = Passing(asked[0])
		}
		return
	}
	if text != "" {
		text = v.Prefix + text
	}
	switch text = oneOf(e.asked(v.Asked), text); {
	case text == "":
	case v.Numeric && Scalar(text).Kind == Number:
		*v = Scalar(text)
	default:
		*v = Text(text)
	}
}

// prune drops the slots that nothing filled, and what held only those. A mark
// that stays is the JSON value that its text is.
func (v *Value) prune() {
	if v.Kind == Slot {
		*v = Passing(v.Text)
		return
	}
	elements := v.Elements[:0]
	for _, e := range v.Elements {
		if e.says() || e.IsMark() {
			e.prune()
			elements = append(elements, e)
		}
	}
	v.Elements = elements
	members := v.Members[:0]
	for _, m := range v.Members {
		if m.says() || m.Key == nil && m.Value.IsMark() {
			m.Value.prune()
			members = append(members, m)
		}
	}
	v.Members = members
}

// says reports whether a value has anything but slots.
func (v *Value) says() bool {
	switch v.Kind {
	case Slot:
		return false
	case Array:
		return len(v.Elements) == 0 || slices.ContainsFunc(v.Elements, func(e Value) bool { return e.says() })
	case Object:
		return len(v.Members) == 0 || slices.ContainsFunc(v.Members, func(m Member) bool { return m.says() })
	}
	return true
}

func (m *Member) says() bool {
	if m.Key != nil {
		return m.Key.says()
	}
	return m.Value.says()
}

// IsMark reports whether a value of a skeleton is a mark, or has only
// marks.
func (v *Value) IsMark() bool {
	switch v.Kind {
	case Slot:
		return v.Slot == SlotMark
	case Array:
		return len(v.Elements) > 0 && !slices.ContainsFunc(v.Elements, func(e Value) bool { return !e.IsMark() })
	case Object:
		return len(v.Members) > 0 && !slices.ContainsFunc(v.Members, func(m Member) bool { return m.Key != nil || !m.Value.IsMark() })
	}
	return false
}
