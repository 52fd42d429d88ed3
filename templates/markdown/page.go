package markdown

import (
	"slices"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// A page is the view of page.md.tmpl.
type page struct {
	Title    md
	Summary  []md // paragraphs
	Body     body
	Help     md
	HasCodes bool // whether the classification has a column for wire codes
	Rows     []row
	Defaults []row
	Retrying md
	Sections []section
	Links    []md
}

// A body says how an error looks on the wire. It has no Intro where the catalog
// says nothing of that.
type body struct {
	Intro   md
	Fields  []field
	Places  []md // of the values that Fields does not show the place of
	Example md
}

// A field is a row of the body's table.
type field struct {
	Name, Type, Description md
}

// A row is one of the classification.
type row struct {
	Status, Code, Error, Class, Action md
}

// A builder makes the views of a catalog.
type builder struct {
	*catalog.Catalog
	anchors map[*catalog.Error]string
}

func newPage(c *catalog.Catalog) page {
	b := &builder{c, make(map[*catalog.Error]string, len(c.Errors))}
	for i, anchor := range reference.Anchors(c) {
		b.anchors[&c.Errors[i]] = anchor
	}
	p := page{
		Title:    heading(c.API.Name + " error reference"),
		Summary:  paragraphs(c.API.Summary),
		Body:     b.body(),
		Help:     b.help(),
		HasCodes: slices.ContainsFunc(c.Errors, func(e catalog.Error) bool { return len(e.Codes) > 0 }),
		Defaults: b.defaults(),
		Retrying: inline(reference.Retrying(c)),
	}
	for _, errs := range reference.Sections(c) {
		p.Sections = append(p.Sections, b.section(errs))
		p.Rows = append(p.Rows, b.rows(errs)...)
	}
	for _, l := range c.API.Links {
		p.Links = append(p.Links, guide(l))
	}
	return p
}

func (b *builder) body() body {
	var shown body
	for _, f := range b.Response.Fields {
		shown.Fields = append(shown.Fields, field{
			Name:        cell(code(f.Name)),
			Type:        cell(inline(f.Type)),
			Description: cell(inline(f.Description)),
		})
	}
	for _, p := range reference.Places(&b.Response) {
		if len(p.Locators) > 1 || !b.documented(p.Locators[0]) {
			shown.Places = append(shown.Places, md(p.Value)+": "+located(p.Locators))
		}
	}
	if len(b.Errors) > 0 {
		shown.Example = b.exampleBody(&b.Errors[0])
	}
	if shown.Fields != nil || shown.Places != nil || shown.Example != "" {
		shown.Intro = b.intro()
	}
	return shown
}

func (b *builder) intro() md {
	if b.Response.MediaType == "" {
		return "Every error has a body of this form."
	}
	return "Every error has a body of this form, sent as " + code(b.Response.MediaType) + "."
}

// documented reports whether the table of fields has what l locates.
func (b *builder) documented(l catalog.Locator) bool {
	return l.Header == "" && slices.ContainsFunc(b.Response.Fields, func(f catalog.Field) bool {
		return "/"+strings.TrimPrefix(f.Name, "/") == l.Pointer.String()
	})
}

// located lists places in the order in which they are tried.
func located(locators []catalog.Locator) md {
	shown := make([]string, len(locators))
	for i, l := range locators {
		if l.Header != "" {
			shown[i] = "the header " + string(code(l.Header))
		} else {
			shown[i] = string(code(reference.Locator(l)))
		}
	}
	return md(strings.Join(shown, ", else "))
}

// help says what to send to whom; "" if the catalog tells neither.
func (b *builder) help() md {
	var said []string
	if b.API.Support != "" {
		said = append(said, "Support: "+string(inline(b.API.Support))+".")
	}
	if ids := b.Response.RequestID; len(ids) > 0 {
		said = append(said, "Include the whole error body, and above all quote the request id ("+
			string(located(ids))+"): it leads to the very request in the server's logs.")
	}
	return md(strings.Join(said, " "))
}

// rows are those of a section: one a decision that its errors ask for.
func (b *builder) rows(errs []*catalog.Error) []row {
	var rows []row
	for _, p := range reference.Parts(errs, decision) {
		links := make([]string, len(p.Errors))
		for i, e := range p.Errors {
			links[i] = string(link(e.Title, "#"+b.anchors[e]))
		}
		facts := b.facts(p)
		rows = append(rows, row{
			Status: cell(inline(joined(p.Errors, " / ", reference.Statuses))),
			Code:   cell(facts.Code),
			Error:  cell(md(strings.Join(links, " / "))),
			Class:  cell(facts.Class),
			Action: cell(facts.Action),
		})
	}
	return rows
}

// defaults are the rows for statuses that no error has.
func (b *builder) defaults() []row {
	var rows []row
	for _, d := range b.Defaults {
		status := md(d.Statuses.String())
		if d.Statuses == catalog.AllStatuses() {
			status = "any other"
		}
		rows = append(rows, row{
			Status: status,
			Class:  cell(inline(b.Classes[d.Class].Title)),
			Action: cell(inline(b.Actions[d.Action].Title)),
		})
	}
	return rows
}

func guide(l catalog.Link) md {
	shown := link(l.Title, l.URL)
	if l.Description != "" {
		shown += " — " + inline(l.Description)
	}
	return shown
}
