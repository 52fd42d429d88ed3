package html

import (
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// A section is the view of error.tmpl: one error, or several that are documented
// together. What they share is said once; where they differ, Of names whose it is.
type section struct {
	Heads        []errorHead
	Descriptions []said
	Todos        []todo
	Causes       []causes
	Fixes        []said
	More         []more
	Examples     []example
}

// An errorHead is the heading of an error.
type errorHead struct {
	Anchor, Href, Title string
	Statuses            []badge
	Codes               []string
	Class               string
}

// A badge is a status with the kind that colours it.
type badge struct {
	Text, Kind string
}

// Said is a text of all errors of a section, or of some.
type said struct {
	Of, Text string
}

// A todo is what a caller does.
type todo struct {
	Of, Action string
	Retry      retry
}

// A retry says whether a caller tries again: in words, in a word, and by the
// kind that colours it and that readers filter by.
type retry struct {
	Words, Label, Kind string
}

type causes struct {
	Of    string
	Items []string
}

type more struct {
	Of   string
	Link link
}

// An example is an error as it is met, in several languages.
type example struct {
	Of      string
	Samples []sample
}

// A sample is one block of code.
type sample struct {
	Lang, Label string
	Wire        string // status line and headers before a response's body
	Code        string
}

func (b *builder) section(errs []*catalog.Error) section {
	var s section
	for _, e := range errs {
		s.Heads = append(s.Heads, b.errorHead(e))
		x := example{Samples: b.samples(e)}
		if len(errs) > 1 {
			x.Of = reference.Caption(e)
		}
		s.Examples = append(s.Examples, x)
	}
	s.Descriptions = texts(errs, func(e *catalog.Error) string { return e.Description })
	s.Fixes = texts(errs, func(e *catalog.Error) string { return e.Fix })
	for _, p := range reference.Parts(errs, func(e *catalog.Error) string { return strconv.Itoa(e.Action + 1) }) {
		action := b.Actions[p.First().Action]
		s.Todos = append(s.Todos, todo{Of: p.Of(), Action: action.Title, Retry: b.retry(action)})
	}
	for _, p := range reference.Parts(errs, func(e *catalog.Error) string { return strings.Join(e.Causes, "\x00") }) {
		s.Causes = append(s.Causes, causes{Of: p.Of(), Items: p.First().Causes})
	}
	for _, p := range reference.Parts(errs, func(e *catalog.Error) string { return reference.URL(b.Catalog, e) }) {
		s.More = append(s.More, more{Of: p.Of(), Link: newLink(p.First().URL, p.First().URL)})
	}
	return s
}

func texts(errs []*catalog.Error, text func(*catalog.Error) string) []said {
	var all []said
	for _, p := range reference.Parts(errs, text) {
		all = append(all, said{Of: p.Of(), Text: text(p.First())})
	}
	return all
}

func (b *builder) errorHead(e *catalog.Error) errorHead {
	h := errorHead{
		Anchor: b.anchor(e), Href: b.href(e), Title: e.Title,
		Codes: e.Codes, Class: reference.Class(b.Catalog, e),
	}
	for _, s := range e.Statuses {
		h.Statuses = append(h.Statuses, newBadge(s))
	}
	return h
}

func newBadge(s catalog.StatusRange) badge {
	if s == catalog.AllStatuses() {
		return badge{Text: "any"}
	}
	return badge{Text: s.String(), Kind: "s" + strconv.Itoa(s.Lo/100)}
}

// retry tells an action's modes apart as a reader does: yes, once something is
// done, or no.
func (b *builder) retry(a catalog.Action) retry {
	r := retry{Words: reference.Retry(&b.Response, a), Label: "No", Kind: "no"}
	switch {
	case a.Mode.Retryable():
		r.Label, r.Kind = "Yes", "yes"
	case a.Mode == catalog.Refresh:
		r.Label, r.Kind = "Once", "step"
	case a.Mode == catalog.Resolve:
		r.Label, r.Kind = "After a change", "step"
	}
	return r
}
