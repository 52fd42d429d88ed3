package reference

// Which errors an example may be taken for: those that share its code, or have
// none. There may be thousands, told apart by what each asks for in the response,
// so they are looked up by what that has.

import (
	"net/textproto"
	"slices"
	"strconv"

	"github.com/errgen/errgen/gen/catalog"
)

// rivals are the errors with one code, or those without, by their places in the
// catalog.
type rivals struct {
	doubtful bool             // status and code may not be all that tells one
	free     []int            // those that ask for no text at any one place
	asking   map[string][]int // the others, by one text that each asks for, and where; see asked
	exactly  takers           // of a status of their own
	ranging  takers           // of a status within a range of theirs
}

// takers are the errors that take each status, as far as it matters.
type takers map[int]taker

// A taker is the first error that takes a status.
type taker struct {
	place  int
	others bool // take it too
}

func (t takers) add(status, place int) {
	first, taken := t[status]
	if !taken {
		first.place = place
	}
	first.others = first.others || first.place != place
	t[status] = first
}

// byOther reports whether another error than that at the place takes the status.
func (t takers) byOther(status, place int) bool {
	first, taken := t[status]
	return taken && (first.others || first.place != place)
}

func newRivals() *rivals {
	return &rivals{asking: make(map[string][]int), exactly: make(takers), ranging: make(takers)}
}

func (r *rivals) add(place int, e *catalog.Error) {
	r.doubtful = r.doubtful || isDoubtful(e)
	for _, s := range e.Statuses {
		to := r.ranging
		if s.Exact() {
			to = r.exactly
		}
		for status := s.Lo; status <= s.Hi; status++ {
			to.add(status, place)
		}
	}
	where, texts := asked(e.When)
	if len(texts) == 0 {
		r.free = append(r.free, place)
		return
	}
	for _, text := range texts {
		r.asking[where+text] = append(r.asking[where+text], place)
	}
}

// isDoubtful reports whether status and code may not be all that tells an error
// from others of that code: there is a condition, or the range of another.
func isDoubtful(e *catalog.Error) bool {
	return e.When != nil || len(e.Statuses) > 0 && (!e.Statuses[0].Exact() || e.Statuses[0].Lo < catalog.MinError)
}

// asked is the first place that a condition asks for texts at, and those, of which
// one is to be there.
func asked(c *catalog.Condition) (where string, texts []string) {
	if c == nil {
		return "", nil
	}
	for _, h := range c.Headers {
		if len(h.Any) > 0 {
			return inHeader(h.Name), h.Any
		}
	}
	for _, t := range c.Body {
		if len(t.Any) > 0 && t.Pointer.Wild() < 0 {
			return inBody(t.Pointer), t.Any
		}
	}
	return "", nil
}

// No header's name, and no pointer, has a NUL before its text.
func inHeader(name string) string           { return textproto.CanonicalMIMEHeaderKey(name) + "\x00" }
func inBody(pointer catalog.Pointer) string { return pointer.String() + "\x00" }

// met are those that a response with these texts may be: all whose condition holds,
// and few more.
func (r *rivals) met(texts []string) []int {
	places := slices.Clone(r.free)
	for _, text := range texts {
		places = append(places, r.asking[text]...)
	}
	return places
}

// freeStatus is a status that the error at a place is met with: of a range the
// lowest that is not another's own, and if it has none, one that no other has.
func (r *rivals) freeStatus(place int, e *catalog.Error) int {
	within := catalog.StatusRange{Lo: catalog.MinError, Hi: catalog.MaxStatus}
	if len(e.Statuses) > 0 {
		within = e.Statuses[0]
	}
	for status := within.Lo; status <= within.Hi && !within.Exact(); status++ {
		if !r.exactly.byOther(status, place) && (len(e.Statuses) > 0 || !r.ranging.byOther(status, place)) {
			return status
		}
	}
	return within.Lo
}

// texts are what the example has that a condition may ask for, each with where it
// is.
func (x Example) texts() []string {
	var all []string
	for _, h := range x.Headers {
		all = append(all, inHeader(h.Name)+h.Value)
	}
	return appendTexts(all, nil, &x.Body)
}

func appendTexts(all []string, at catalog.Pointer, v *catalog.Value) []string {
	for i := range v.Members {
		all = appendTexts(all, append(at, v.Members[i].Name), &v.Members[i].Value)
	}
	for i := range v.Elements {
		all = appendTexts(all, append(at, strconv.Itoa(i)), &v.Elements[i])
	}
	switch v.Kind {
	case catalog.Bool, catalog.Number, catalog.String:
		all = append(all, inBody(at)+v.Text)
	}
	return all
}
