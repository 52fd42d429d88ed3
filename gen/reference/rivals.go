package reference

// Which errors an example may be taken for: those that share its code, or have
// none. There may be thousands, told apart by what each asks for in the response,
// so they are looked up by what that has.

import (
	"net/textproto"
	"regexp"
	"slices"
	"strconv"

	"github.com/errgen/errgen/gen/catalog"
)

// rivals are the errors of a catalog, by their places in it.
type rivals struct {
	places   map[string]int      // by their names
	byCode   map[string]*sharers // "" for those that have none
	patterns map[string][]int    // those that have one, by what codes that it matches begin with
}

// sharers are the errors with one code, or those without.
type sharers struct {
	doubtful bool             // status and code may not be all that tells one
	free     []int            // those that ask for no text
	asking   map[string][]int // the others, by texts that each asks for, and where
	exactly  takers           // of a status of their own
	ranging  takers           // of a status within a range of theirs
}

func newRivals(all []catalog.Error) *rivals {
	r := &rivals{places: make(map[string]int, len(all)), byCode: make(map[string]*sharers), patterns: make(map[string][]int)}
	often := make(map[string]int)
	for i := range all {
		for _, texts := range askedTexts(all[i].When) {
			for _, text := range texts {
				often[text]++
			}
		}
	}
	for i := range all {
		r.add(i, &all[i], rarest(askedTexts(all[i].When), often))
	}
	return r
}

func (r *rivals) add(place int, e *catalog.Error, asked []string) {
	r.places[e.Name] = place
	if e.Pattern != "" {
		begin := ""
		if pattern, err := regexp.Compile(e.Pattern); err == nil {
			begin, _ = pattern.LiteralPrefix()
		}
		r.patterns[begin] = append(r.patterns[begin], place)
	}
	for _, code := range codesOrNone(e) {
		s := r.byCode[code]
		if s == nil {
			s = &sharers{asking: make(map[string][]int), exactly: make(takers), ranging: make(takers)}
			r.byCode[code] = s
		}
		s.add(place, e, asked)
	}
}

func codesOrNone(e *catalog.Error) []string {
	if len(e.Codes) == 0 {
		return []string{""}
	}
	return e.Codes
}

func (s *sharers) add(place int, e *catalog.Error, asked []string) {
	s.doubtful = s.doubtful || isDoubtful(e)
	for _, of := range e.Statuses {
		to := s.ranging
		if of.Exact() {
			to = s.exactly
		}
		for status := of.Lo; status <= of.Hi; status++ {
			to.add(status, place)
		}
	}
	if len(asked) == 0 {
		s.free = append(s.free, place)
	}
	for _, text := range asked {
		s.asking[text] = append(s.asking[text], place)
	}
}

// sharing are those with an error's code, it among them.
func (r *rivals) sharing(e *catalog.Error) *sharers { return r.byCode[codesOrNone(e)[0]] }

// isDoubtful reports whether status and code may not be all that tells an error.
func (r *rivals) isDoubtful(e *catalog.Error) bool { return r.sharing(e).doubtful }

// isDoubtful reports whether status and code may not be all that tells an error
// from others of that code: there is a condition, or the range of another.
func isDoubtful(e *catalog.Error) bool {
	return e.When != nil || len(e.Statuses) > 0 && (!e.Statuses[0].Exact() || e.Statuses[0].Lo < catalog.MinError)
}

// coded are those that a response with these codes and texts may be: all that have
// one of the codes and whose condition holds, and few more.
func (r *rivals) coded(codes, texts []string) []int {
	var places []int
	for _, code := range codes {
		if s := r.byCode[code]; s != nil {
			places = append(places, s.met(texts)...)
		}
		for i := range len(code) + 1 {
			places = append(places, r.patterns[code[:i]]...)
		}
	}
	return places
}

// uncoded is the same of those without a code.
func (r *rivals) uncoded(texts []string) []int {
	if s := r.byCode[""]; s != nil {
		return s.met(texts)
	}
	return nil
}

func (s *sharers) met(texts []string) []int {
	places := slices.Clone(s.free)
	for _, text := range texts {
		places = append(places, s.asking[text]...)
	}
	return places
}

// freeStatus is a status that an error is met with: of a range the lowest that is
// not another's own, and if it has none, one that no other has.
func (r *rivals) freeStatus(e *catalog.Error) int {
	within := catalog.StatusRange{Lo: catalog.MinError, Hi: catalog.MaxStatus}
	if len(e.Statuses) > 0 {
		within = e.Statuses[0]
	}
	place, s := r.places[e.Name], r.sharing(e)
	for status := within.Lo; status <= within.Hi && !within.Exact(); status++ {
		if !s.exactly.byOther(status, place) && (len(e.Statuses) > 0 || !s.ranging.byOther(status, place)) {
			return status
		}
	}
	return within.Lo
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

// askedTexts are the texts that a condition asks for, test by test: of each, one is
// to be there.
func askedTexts(c *catalog.Condition) (tests [][]string) {
	if c == nil {
		return nil
	}
	add := func(where string, texts []string) {
		if len(texts) > 0 {
			tests = append(tests, placed(where, texts))
		}
	}
	for _, h := range c.Headers {
		add(inHeader(h.Name), h.Any)
	}
	for _, t := range c.Body {
		add(inBody(t.Pointer), t.Any)
	}
	return tests
}

// rarest are the texts of the test that fewest pass.
func rarest(tests [][]string, often map[string]int) (texts []string) {
	least := 0
	for _, test := range tests {
		all := 0
		for _, text := range test {
			all += often[text]
		}
		if texts == nil || all < least {
			texts, least = test, all
		}
	}
	return texts
}

// texts are what the example has that a condition may ask for, where it is, and
// anywhere.
func (x *Example) texts() []string {
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
		all = append(all, inBody(at)+v.Text, anywhere+v.Text)
	}
	return all
}

func placed(where string, texts []string) []string {
	all := make([]string, len(texts))
	for i, text := range texts {
		all[i] = where + text
	}
	return all
}

// Where a text is, which stands before it. No header's name has a NUL, and no
// pointer begins without a slash.
const anywhere = "\x00"

func inHeader(name string) string { return textproto.CanonicalMIMEHeaderKey(name) + anywhere }

func inBody(pointer catalog.Pointer) string {
	if pointer.Wild() >= 0 {
		return anywhere
	}
	return pointer.String() + anywhere
}
