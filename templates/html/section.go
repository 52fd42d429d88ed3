package html

// An error, or several that are documented together.

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

func (b *builder) section(errs []*catalog.Error) Section {
	s := Section{
		Deprecated:   texts(errs, func(e *catalog.Error) string { return e.Deprecated }),
		Descriptions: texts(errs, func(e *catalog.Error) string { return e.Description }),
		Notes:        slices.Concat(notes(errs, told), notes(errs, conditional), notes(errs, formerly)),
		Fixes:        texts(errs, func(e *catalog.Error) string { return e.Fix }),
		Params:       params(errs),
	}
	for _, e := range errs {
		s.Heads = append(s.Heads, b.errorHead(e))
		x := Example{Samples: b.samples(e)}
		if len(errs) > 1 {
			x.Of = reference.Caption(e)
		}
		s.Examples = append(s.Examples, x)
	}
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

func notes(errs []*catalog.Error, words func(*catalog.Error) reference.Phrase) []Note {
	var all []Note
	for _, p := range reference.Parts(errs, func(e *catalog.Error) string { return words(e).String() }) {
		all = append(all, Note{p.Of(), words(p.First())})
	}
	return all
}

// told is which codes an error has, where its heading does not show all.
func told(e *catalog.Error) reference.Phrase {
	if e.Pattern == "" {
		return nil
	}
	return append(reference.Phrase{{Text: "Code: "}}, reference.Codes(e)...)
}

func conditional(e *catalog.Error) reference.Phrase {
	if e.When == nil {
		return nil
	}
	return append(reference.Phrase{{Text: "Only "}}, reference.When(e)...)
}

func formerly(e *catalog.Error) reference.Phrase {
	if len(e.Aliases) == 0 {
		return nil
	}
	words := reference.Phrase{{Text: "Formerly "}}
	for i, alias := range e.Aliases {
		if i > 0 {
			words = append(words, reference.Piece{Text: ", "})
		}
		words = append(words, reference.Piece{Text: alias, Code: true})
	}
	return words
}

func params(errs []*catalog.Error) []Params {
	var all []Params
	inMessage := func(e *catalog.Error) string {
		if len(e.Params) == 0 {
			return ""
		}
		return fmt.Sprint(e.Message, e.Params)
	}
	for _, p := range reference.Parts(errs, inMessage) {
		items := mapped(p.First().Params, func(p catalog.Param) Param { return Param{p.Name, p.Type.String(), p.Example} })
		all = append(all, Params{p.Of(), p.First().Message, items})
	}
	return all
}

func (b *builder) errorHead(e *catalog.Error) ErrorHead {
	h := ErrorHead{
		Anchor: b.anchor(e), Href: b.href(e), Title: e.Title,
		Domain: e.Domain, Codes: e.Codes, Deprecated: e.Deprecated != "",
		Class: b.ClassTitle(e), Severity: e.Severity,
	}
	for _, alias := range e.Aliases {
		if anchor := b.former[alias]; anchor != "" {
			h.Former = append(h.Former, anchor)
		}
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
