package html

// The classification of all errors.

import (
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// rows are the classification: of the errors, then of all others.
func (b *builder) rows() []Row {
	var rows []Row
	for _, s := range reference.Sections(b.Catalog) {
		for _, p := range s.Kinds() {
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

func (b *builder) row(p reference.Part) Row {
	e := p.First()
	action := b.Actions[e.Action]
	r := Row{Class: b.ClassTitle(e), Action: action.Title, Retry: b.retry(action)}
	for _, e := range p.Errors {
		r.Errors = append(r.Errors, b.errorHead(e))
	}
	return r
}
