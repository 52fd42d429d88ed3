package match

// Reading the values of a response by locators (rules 3 and 4).

import (
	"encoding/json"

	"github.com/errgen/errgen/gen/catalog"
)

// A reader looks into a response.
type reader struct {
	Response
	root *node // the body; nil if it is not one JSON value
}

func newReader(r Response) *reader { return &reader{r, parse(r.Body)} }

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
func (r *reader) ways(l *catalog.Locator) (all []way) {
	for _, w := range r.root.walk(l.Pointer) {
		if len(l.Where) == 0 || w[l.Pointer.Wild()].node.passes(l.Where) {
			all = append(all, w)
		}
	}
	return all
}

// texts lists what stands at locators.
func (r *reader) texts(locators []catalog.Locator, least kind) []string {
	return r.beside(locators, candidate{}, least)
}

// beside is texts with those of a code's element alone, where the locator runs
// through the same * as the code's (rule 4).
func (r *reader) beside(locators []catalog.Locator, code candidate, least kind) (texts []string) {
	for i := range locators {
		shared := -1
		if l := &locators[i]; code.locator != nil && (len(l.Where) == 0 || catalog.SameTests(l.Where, code.locator.Where)) {
			shared = sameStart(l.Pointer, code.locator.Pointer).LastWild()
		}
		for _, f := range r.find(&locators[i], least) {
			if shared < 0 || f.way[shared].node == code.way[shared].node {
				texts = append(texts, f.text)
			}
		}
	}
	return texts
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
				code.domain = first(r.beside(in.Domain, code, numbersToo))
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
