package html

// The whole reference, or the index of a split one.

import (
	"slices"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// page builds the view.
func (b *builder) page() Page {
	title := b.API.Name + " error reference"
	p := Page{
		Head:    b.head(title, b.API.Summary, b.canonicalIndex()),
		Bar:     Bar{Home: "#_top", Name: b.API.Name, Search: true},
		Split:   b.split,
		Title:   title,
		Summary: b.API.Summary,
		Tools:   b.tools(),
		Wire:    b.wirePart(),
		Tables:  chunks(b.rows()),
		Retired: b.gone(),
		Client:  Client{Retrying: reference.Retrying(b.Catalog), Example: b.calling()},
		Data:    b.data(),
	}
	var sections []Section
	var index []Entry
	for _, errs := range reference.Sections(b.Catalog) {
		sections = append(sections, b.section(errs))
		for _, e := range errs {
			index = append(index, Entry{b.href(e), statusOf(e), titleOf(e)})
		}
	}
	p.Sections, p.Index = chunks(sections), chunks(index)
	for _, l := range b.API.Links {
		p.Guides = append(p.Guides, Guide{newLink(l.Title, l.URL), l.Description})
	}
	p.Parts = []Part{{"_body", "The error body"}, {"_classes", "Classification"}, {"_retrying", "Retrying"}}
	if len(p.Retired) > 0 {
		p.Parts = append(p.Parts, Part{"_retired", "Retired errors"})
	}
	if len(p.Guides) > 0 {
		p.Parts = append(p.Parts, Part{"_guides", "Related guides"})
	}
	return p
}

// chunks cuts a long list, so that a browser lays out only the pieces in view.
func chunks[T any](list []T) [][]T { return slices.Collect(slices.Chunk(list, 50)) }

// titleOf is the title, with the domain where that is not said.
func titleOf(e *catalog.Error) string {
	return strings.TrimPrefix(reference.Caption(e), reference.Statuses(e)+" ")
}

// statusOf is the one status that the index has room for.
func statusOf(e *catalog.Error) string {
	if len(e.Statuses) == 0 {
		return ""
	}
	return newBadge(e.Statuses[0]).Text
}

// gone lists the errors that the API had.
func (b *builder) gone() []Gone {
	var all []Gone
	for i := range b.Retired {
		r := &b.Retired[i]
		all = append(all, Gone{b.former[r.Name], reference.Gone(r), r.Description})
	}
	return all
}
