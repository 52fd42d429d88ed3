package catalog

// Where a body holds the values of its error, and which of the places go together.

import "slices"

// A slotPlace is where a body holds a slot.
type slotPlace struct {
	Locator
	slot    SlotKind
	element int // that the first * stands for
}

// tests are those of the element that the slot is in, but for one of the slot
// itself: what stands there is what the error says.
func (p *slotPlace) tests() []BodyTest {
	own := p.Pointer[p.Pointer.Wild()+1:]
	return slices.DeleteFunc(slices.Clone(p.Where), func(t BodyTest) bool { return !p.Key && slices.Equal(t.Pointer, own) })
}

// slotPlaces lists the slots that have a place in the body.
func (r *Response) slotPlaces(domain string) []slotPlace {
	var places []slotPlace
	add := func(l Locator, slot SlotKind) {
		if len(l.Pointer) > 0 {
			places = append(places, slotPlace{Locator: l, slot: slot})
		}
	}
	add(Locator{Pointer: r.Status}, SlotStatus)
	for _, l := range []struct {
		locators []Locator
		slot     SlotKind
	}{
		{r.CodesIn(domain), SlotCode}, {r.Domain, SlotDomain}, {r.Message, SlotMessage}, {r.RequestID, SlotRequestID},
		{r.Details, SlotDetails}, {r.RetryAfter, SlotRetryAfter},
	} {
		if len(l.locators) > 0 {
			add(l.locators[0], l.slot)
		}
	}
	return places
}

// prepared is a skeleton that knows the names and elements which the places of
// its slots go through.
func (r *Response) prepared(domain string) (skeleton, []slotPlace) {
	b := skeleton{Response: r, keys: make(map[string]*Value)}
	places := r.slotPlaces(domain)
	for i := range places {
		b.prepare(&places[i])
	}
	return b, places
}

// fitting is the places that one body can have. Of two that contradict each
// other, such as /a/b and /a/*, or /a and /a/b, the first in the order of the
// slots is kept. Details give way to all others: where they are all of /error,
// code and message stand in there, and a body without those would be of no use.
func (b *skeleton) fitting(places []slotPlace) []slotPlace {
	trial := skeleton{Response: b.Response, keys: b.keys}
	fits := make(map[SlotKind]bool, len(places))
	for _, details := range [...]bool{false, true} {
		for i := range places {
			if p := &places[i]; (p.slot == SlotDetails) == details {
				fits[p.slot] = trial.put(p)
			}
		}
	}
	return slices.DeleteFunc(places, func(p slotPlace) bool { return !fits[p.slot] })
}

// A Contradiction is of two values that no body has both: one is to be written
// where the other is, or what holds it.
type Contradiction struct {
	Written, Lost SlotKind
}

// Contradictions is of the values that a body can't do without: status, code,
// domain and message. Two that are parts of one text go together, and so do a
// code and a message that are one text: what is written is read as both.
func (r *Response) Contradictions() []Contradiction {
	var found []Contradiction
	b, places := r.prepared("")
	for i := range places {
		for j := range i {
			p, before := &places[i], &places[j]
			if p.slot.isVital() && before.slot.isVital() && !b.together(before, p) {
				found = append(found, Contradiction{before.slot, p.slot})
			}
		}
	}
	return found
}

func (s SlotKind) isVital() bool {
	return s == SlotStatus || s == SlotCode || s == SlotDomain || s == SlotMessage
}

// together reports whether a body can have two places.
func (b *skeleton) together(p, q *slotPlace) bool {
	trial := skeleton{Response: b.Response, keys: b.keys}
	oneText := p.slot == SlotCode && q.slot == SlotMessage && slices.Equal(p.Pointer, q.Pointer)
	return !trial.put(p) || trial.put(q) || p.IsPart() || q.IsPart() || oneText
}
