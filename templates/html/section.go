package html

// An error, or several that are documented together.

import (
	"slices"
	"strconv"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

func (b *builder) section(of reference.Section) Section {
	s := Section{
		Deprecated:   mapped(of.Deprecations(), passage),
		Descriptions: mapped(of.Descriptions(), passage),
		Notes:        slices.Concat(notes(of, told), notes(of, conditional), notes(of, formerly)),
		Todos:        mapped(of.Actions(), b.todo),
		Causes:       mapped(of.Causes(), func(p reference.Part) Causes { return Causes{p.Of(), p.First().Causes} }),
		Fixes:        mapped(of.Fixes(), passage),
		Params:       mapped(of.Messages(), params),
		More:         mapped(of.Pages(b.Catalog), func(p reference.Part) More { return More{p.Of(), newLink(p.Text, p.Text)} }),
	}
	for _, e := range of {
		s.Heads = append(s.Heads, b.errorHead(e))
		x := Example{Samples: b.samples(e)}
		if len(of) > 1 {
			x.Of = reference.Caption(e)
		}
		s.Examples = append(s.Examples, x)
	}
	return s
}

func passage(p reference.Part) Passage { return Passage{p.Of(), p.Text} }

func (b *builder) todo(p reference.Part) Todo {
	action := b.Actions[p.First().Action]
	return Todo{p.Of(), action.Title, b.retry(action)}
}

func notes(of reference.Section, words func(*catalog.Error) reference.Phrase) []Note {
	parts := of.Parts(func(e *catalog.Error) string { return words(e).String() })
	return mapped(parts, func(p reference.Part) Note { return Note{p.Of(), words(p.First())} })
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
	return append(reference.Phrase{{Text: "Formerly "}}, reference.Aliases(e)...)
}

func params(p reference.Part) Params {
	e := p.First()
	items := mapped(e.Params, func(p catalog.Param) Param { return Param{p.Name, p.Type.String(), p.Example} })
	return Params{p.Of(), reference.Message(e), items}
}

func (b *builder) errorHead(e *catalog.Error) ErrorHead {
	h := ErrorHead{
		Anchor: b.anchor(e), Href: b.href(e), Title: e.Title,
		Domain: e.Domain, Codes: e.Codes, Deprecated: e.Deprecated != "",
		Class: b.ClassTitle(e), Severity: e.Severity,
		Former: b.former.Of(e),
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
