package html

import (
	"fmt"
	"slices"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// A page is the view of page.tmpl: the whole reference, or the index of a split
// one, which has its errors in brief.
type page struct {
	Head     head
	Bar      bar
	Split    bool
	Title    string
	Summary  string
	Parts    []part
	Index    [][]entry // in chunks
	Tools    tools
	Wire     wire
	Sections [][]section // in chunks
	Tables   [][]row     // in chunks
	Client   client
	Guides   []guide
	Data     data
}

// A bar is the line at the top.
type bar struct {
	Home, Name string
	Search     bool
}

// A part is an entry of the index beside the errors.
type part struct {
	Anchor, Title string
}

// An entry is an error in the index.
type entry struct {
	Href, Status, Title string
}

// Wire says how an error looks in a response.
type wire struct {
	MediaType string
	Fields    []catalog.Field
	Places    []place
	Example   *sample
	help
}

// A place says where a value is, as documented and read.
type place struct {
	Value string
	At    []at
}

// At is a header or a pointer.
type at struct {
	Header, Pointer string
}

// Help says whom to send what.
type help struct {
	Support   link
	RequestID string // where it is; "" if the API has none
}

// A row is one of the classification: errors that are documented together and
// classified alike, or a default.
type row struct {
	Errors        []errorHead
	Other         *badge // of a default
	Note          string // that a default is of what is not listed
	Class, Action string
	Retry         retry
}

// A client says how calls are retried, and what does it.
type client struct {
	Retrying string
	Example  sample
}

// A guide is a related page.
type guide struct {
	Link        link
	Description string
}

// A link is a text that leads somewhere, unless URL is "".
type link struct {
	Text, URL string
}

// newLink links a text where the URL is one that a reader can follow: a
// catalog's is free text.
func newLink(text, url string) link {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if len(url) > len(scheme) && strings.EqualFold(url[:len(scheme)], scheme) {
			return link{Text: text, URL: url}
		}
	}
	return link{Text: text}
}

// newSupport links what people write for support: an address or a page.
func newSupport(support string) link {
	if strings.Contains(support, "@") && !strings.ContainsAny(support, " :/<>") {
		return link{Text: support, URL: "mailto:" + support}
	}
	return newLink(support, support)
}

// page builds the view; newHead says how style and scripts come to it.
func (b *builder) page(newHead func(title, description, canonical string) head) page {
	title := b.API.Name + " error reference"
	p := page{
		Head:    newHead(title, b.API.Summary, b.canonicalIndex()),
		Bar:     bar{Home: "#_top", Name: b.API.Name, Search: true},
		Split:   b.split,
		Title:   title,
		Summary: b.API.Summary,
		Tools:   b.tools(),
		Wire:    b.wirePart(),
		Tables:  chunks(b.rows()),
		Client:  client{Retrying: reference.Retrying(b.Catalog), Example: b.calling()},
		Data:    b.data(),
	}
	var sections []section
	var index []entry
	for _, errs := range reference.Sections(b.Catalog) {
		sections = append(sections, b.section(errs))
		for _, e := range errs {
			index = append(index, entry{b.href(e), statusOf(e), e.Title})
		}
	}
	p.Sections, p.Index = chunks(sections), chunks(index)
	for _, l := range b.API.Links {
		p.Guides = append(p.Guides, guide{newLink(l.Title, l.URL), l.Description})
	}
	p.Parts = []part{{"_body", "The error body"}, {"_classes", "Classification"}, {"_retrying", "Retrying"}}
	if len(p.Guides) > 0 {
		p.Parts = append(p.Parts, part{"_guides", "Related guides"})
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

func (b *builder) wirePart() wire {
	w := wire{MediaType: b.Response.MediaType, Fields: b.Response.Fields, help: b.help()}
	for _, p := range reference.Places(&b.Response) {
		if !documented(&b.Response, p) {
			w.Places = append(w.Places, newPlace(p))
		}
	}
	if len(b.Errors) > 0 {
		w.Example = &sample{Lang: "response", Label: "Example", Code: b.ExampleBody(&b.Errors[0]).Indented()}
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

func newPlace(p reference.Place) place {
	shown := place{Value: p.Value}
	for _, l := range p.Locators {
		shown.At = append(shown.At, at{l.Header, l.Pointer.String()})
	}
	return shown
}

func (b *builder) help() help {
	h := help{Support: newSupport(b.API.Support)}
	if at := b.Response.RequestID; len(at) > 0 {
		h.RequestID = reference.Located(at)
	}
	return h
}

func (b *builder) rows() []row {
	var rows []row
	for _, errs := range reference.Sections(b.Catalog) {
		for _, p := range reference.Parts(errs, factsKey) {
			rows = append(rows, b.row(p))
		}
	}
	for _, d := range b.Defaults {
		other := newBadge(d.Statuses)
		action := b.Actions[d.Action]
		r := row{Other: &other, Class: b.Classes[d.Class].Title, Action: action.Title, Retry: b.retry(action)}
		if !d.Statuses.Exact() {
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

func (b *builder) row(p reference.Part) row {
	e := p.First()
	action := b.Actions[e.Action]
	r := row{Class: reference.Class(b.Catalog, e), Action: action.Title, Retry: b.retry(action)}
	for _, e := range p.Errors {
		r.Errors = append(r.Errors, b.errorHead(e))
	}
	return r
}
