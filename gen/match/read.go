package match

// Reading the values of a response by locators (rules 3 and 4).

import (
	"encoding/json"
	"slices"

	"github.com/errgen/errgen/gen/catalog"
)

// A reader looks into a response. What each of many codes asks for is found once.
type reader struct {
	Response
	root   *node // the body; nil if it is not one JSON value
	held   map[*catalog.Condition]bool
	firsts map[place]map[*node]string // by the element in which they stand
}

// A place is a locator, and the * in it whose elements are looked at one by one.
type place struct {
	locator *catalog.Locator
	wild    int // -1 for none
}

func newReader(r Response) *reader {
	return &reader{r, parse(r.Body), map[*catalog.Condition]bool{}, map[place]map[*node]string{}}
}

// A found is a text at a locator, and the way to it in the body.
type found struct {
	text string
	way  way
}

// find lists the texts at a locator, cleaned: of a header all its values, of the
// body those of values of the least kind or a greater one.
func (r *reader) find(l *catalog.Locator, least kind) (all []found) {
	if l.Header != "" {
		for _, text := range r.Header.Values(l.Header) {
			all = append(all, found{text: l.Clean(text)})
		}
		return all
	}
	for _, w := range r.ways(l) {
		text, ok := w.last().text, w.last().kind >= least
		if l.Key {
			element := w[l.Pointer.LastWild()]
			text, ok = element.name, element.named
		}
		if ok {
			all = append(all, found{l.Clean(text), w})
		}
	}
	return all
}

// ways are those that a locator's pointer leads, by elements that pass its tests.
func (r *reader) ways(l *catalog.Locator) []way {
	all := r.root.walk(l.Pointer)
	if len(l.Where) == 0 {
		return all
	}
	passing := map[*node]bool{}
	return slices.DeleteFunc(all, func(w way) bool {
		element := w.at(l.Pointer.Wild())
		passes, known := passing[element]
		if !known {
			passes = element.passes(l.Where)
			passing[element] = passes
		}
		return !passes
	})
}

// texts lists what stands at locators.
func (r *reader) texts(locators []catalog.Locator, least kind) (all []string) {
	for i := range locators {
		for _, f := range r.find(&locators[i], least) {
			all = append(all, f.text)
		}
	}
	return all
}

// beside is the first text at locators that is not empty. Where a locator runs
// through the same * as the code's, it is one of the code's element (rule 4).
func (r *reader) beside(locators []catalog.Locator, code candidate, least kind) string {
	for i := range locators {
		wild := sharedWild(&locators[i], code.locator)
		if text := r.firstOfEach(&locators[i], least, wild)[code.way.at(wild)]; text != "" {
			return text
		}
	}
	return ""
}

// firstOfEach is the first text at a locator that is not empty, in each of the
// elements of a * in it; that of nil is the first of all where there is no such *.
func (r *reader) firstOfEach(l *catalog.Locator, least kind, wild int) map[*node]string {
	if known := r.firsts[place{l, wild}]; known != nil {
		return known
	}
	texts := map[*node]string{}
	for _, f := range r.find(l, least) {
		if element := f.way.at(wild); texts[element] == "" {
			texts[element] = f.text
		}
	}
	r.firsts[place{l, wild}] = texts
	return texts
}

// sharedWild is the place of the last * that a locator has in common with a code's,
// if its tests are not others; else -1.
func sharedWild(l, code *catalog.Locator) int {
	if code == nil || len(l.Where) > 0 && !catalog.SameTests(l.Where, code.Where) {
		return -1
	}
	return sameStart(l.Pointer, code.Pointer).LastWild()
}

// sameStart is what two pointers begin with.
func sameStart(p, o catalog.Pointer) catalog.Pointer {
	n := 0
	for n < min(len(p), len(o)) && p[n] == o[n] {
		n++
	}
	return p[:n]
}

// candidates are the wire codes in the order in which they are tried (rule 3).
// "about:blank" is none (RFC 9457 §4.2.1).
func (r *reader) candidates(in *catalog.Locators) (all []candidate) {
	for i := range in.Code {
		l := &in.Code[i]
		for _, f := range r.find(l, numbersToo) {
			if f.text == "" || f.text == "about:blank" {
				continue
			}
			code := candidate{f.text, l.Domain, l, f.way}
			if code.domain == "" {
				code.domain = r.beside(in.Domain, code, numbersToo)
			}
			all = append(all, code)
		}
	}
	return all
}

// details are the first that are neither null nor "", as they stand in the body.
func (r *reader) details(locators []catalog.Locator) json.RawMessage {
	for i := range locators {
		if locators[i].Header != "" {
			continue
		}
		for _, w := range r.ways(&locators[i]) {
			if raw := w.last().raw; raw != "null" && raw != `""` {
				return json.RawMessage(raw)
			}
		}
	}
	return nil
}
