package html

import (
	"fmt"
	"slices"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// newLink links a text where the URL is one that a reader can follow: a
// catalog's is free text.
func newLink(text, url string) Link {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if len(url) > len(scheme) && strings.EqualFold(url[:len(scheme)], scheme) {
			return Link{Text: text, URL: url}
		}
	}
	return Link{Text: text}
}

// newSupport links what people write for support: an address or a page.
func newSupport(support string) Link {
	if strings.Contains(support, "@") && !strings.ContainsAny(support, " :/<>") {
		return Link{Text: support, URL: "mailto:" + support}
	}
	return newLink(support, support)
}

// page builds the view; newHead says how style and scripts come to it.
func (b *builder) page(newHead func(title, description, canonical string) Head) Page {
	title := b.API.Name + " error reference"
	p := Page{
		Head:    newHead(title, b.API.Summary, b.canonicalIndex()),
		Bar:     Bar{Home: "#_top", Name: b.API.Name, Search: true},
		Split:   b.split,
		Title:   title,
		Summary: b.API.Summary,
		Tools:   b.tools(),
		Wire:    b.wirePart(),
		Tables:  chunks(b.rows()),
		Client:  Client{Retrying: reference.Retrying(b.Catalog), Example: b.calling()},
		Data:    b.data(),
	}
	var sections []Section
	var index []Entry
	for _, errs := range reference.Sections(b.Catalog) {
		sections = append(sections, b.section(errs))
		for _, e := range errs {
			index = append(index, Entry{b.href(e), statusOf(e), e.Title})
		}
	}
	p.Sections, p.Index = chunks(sections), chunks(index)
	for _, l := range b.API.Links {
		p.Guides = append(p.Guides, Guide{newLink(l.Title, l.URL), l.Description})
	}
	p.Parts = []Part{{"_body", "The error body"}, {"_classes", "Classification"}, {"_retrying", "Retrying"}}
	if len(p.Guides) > 0 {
		p.Parts = append(p.Parts, Part{"_guides", "Related guides"})
	}
	return p
}

// chunks cuts a long list, so that a browser lays out only the pieces in view.
func chunks[T any](list []T) [][]T { return slices.Collect(slices.Chunk(list, 50)) }

// statusOf is the one status that the index has room for.
func statusOf(e *catalog.Error) string {
	if len(e.Statuses) == 0 {
		return ""
	}
	return newBadge(e.Statuses[0]).Text
}

func (b *builder) wirePart() Wire {
	w := Wire{MediaType: b.Response.MediaType, Fields: b.Response.Fields, Help: b.help()}
	for _, p := range reference.Places(&b.Response) {
		if !documented(&b.Response, p) {
			w.Places = append(w.Places, newPlace(p))
		}
	}
	if len(b.Errors) > 0 {
		w.Example = &Sample{Lang: "response", Label: "Example", Code: b.ExampleBody(&b.Errors[0]).Indented()}
	}
	return w
}

// documented reports whether the table of fields tells all about a place.
func documented(r *catalog.Response, p reference.Place) bool {
	at := p.Locators[0]
	return len(p.Locators) == 1 && at.Header == "" && slices.ContainsFunc(r.Fields, func(f catalog.Field) bool {
		return "/"+strings.TrimPrefix(f.Name, "/") == at.Pointer.String()
	})
}

func newPlace(p reference.Place) Place {
	shown := Place{Value: p.Value}
	for _, l := range p.Locators {
		shown.At = append(shown.At, Locator{l.Header, l.Pointer.String()})
	}
	return shown
}

func (b *builder) help() Help {
	h := Help{Support: newSupport(b.API.Support)}
	if at := b.Response.RequestID; len(at) > 0 {
		h.RequestID = reference.Located(at)
	}
	return h
}

func (b *builder) rows() []Row {
	var rows []Row
	for _, errs := range reference.Sections(b.Catalog) {
		for _, p := range reference.Parts(errs, factsKey) {
			rows = append(rows, b.row(p))
		}
	}
	for _, d := range b.Defaults {
		other := newBadge(d.Statuses)
		action := b.Actions[d.Action]
		r := Row{Other: &other, Class: b.Classes[d.Class].Title, Action: action.Title, Retry: b.retry(action)}
		switch {
		case d.Statuses == catalog.AllStatuses():
			r.Note = " other" // after the badge "any"
		case !d.Statuses.Exact():
			r.Note = " any other"
		}
		rows = append(rows, r)
	}
	return rows
}

// factsKey is equal for errors that are classified alike.
func factsKey(e *catalog.Error) string {
	return fmt.Sprint(e.Class, e.Action, e.Qualifier)
}

func (b *builder) row(p reference.Part) Row {
	e := p.First()
	action := b.Actions[e.Action]
	r := Row{Class: reference.Class(b.Catalog, e), Action: action.Title, Retry: b.retry(action)}
	for _, e := range p.Errors {
		r.Errors = append(r.Errors, b.errorHead(e))
	}
	return r
}
