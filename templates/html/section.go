package html

import (
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

func (b *builder) section(errs []*catalog.Error) Section {
	var s Section
	for _, e := range errs {
		s.Heads = append(s.Heads, b.errorHead(e))
		x := Example{Samples: b.samples(e)}
		if len(errs) > 1 {
			x.Of = reference.Caption(e)
		}
		s.Examples = append(s.Examples, x)
	}
	s.Descriptions = texts(errs, func(e *catalog.Error) string { return e.Description })
	s.Fixes = texts(errs, func(e *catalog.Error) string { return e.Fix })
	for _, p := range reference.Parts(errs, func(e *catalog.Error) string { return strconv.Itoa(e.Action + 1) }) {
		action := b.Actions[p.First().Action]
		s.Todos = append(s.Todos, Todo{Of: p.Of(), Action: action.Title, Retry: b.retry(action)})
	}
	for _, p := range reference.Parts(errs, func(e *catalog.Error) string { return strings.Join(e.Causes, "\x00") }) {
		s.Causes = append(s.Causes, Causes{Of: p.Of(), Items: p.First().Causes})
	}
	for _, p := range reference.Parts(errs, func(e *catalog.Error) string { return reference.URL(b.Catalog, e) }) {
		s.More = append(s.More, More{Of: p.Of(), Link: newLink(p.First().URL, p.First().URL)})
	}
	return s
}

func texts(errs []*catalog.Error, text func(*catalog.Error) string) []Passage {
	var all []Passage
	for _, p := range reference.Parts(errs, text) {
		all = append(all, Passage{Of: p.Of(), Text: text(p.First())})
	}
	return all
}

func (b *builder) errorHead(e *catalog.Error) ErrorHead {
	h := ErrorHead{
		Anchor: b.anchor(e), Href: b.href(e), Title: e.Title,
		Codes: e.Codes, Class: reference.Class(b.Catalog, e),
	}
	for _, s := range e.Statuses {
		h.Statuses = append(h.Statuses, newBadge(s))
	}
	return h
}

func newBadge(s catalog.StatusRange) Badge {
	if s == catalog.AllStatuses() {
		return Badge{Text: "any"}
	}
	return Badge{Text: s.String(), Kind: "s" + strconv.Itoa(s.Lo/100)}
}

// retry tells an action's modes apart as a reader does: yes, once something is
// done, or no.
func (b *builder) retry(a catalog.Action) Retry {
	r := Retry{Words: reference.Retry(&b.Response, a), Label: "No", Kind: "no"}
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
