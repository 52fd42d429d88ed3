package html

import (
	"cmp"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// Alone is the view of alone.tmpl: the page of one error in a split reference.
type alone struct {
	Head           head
	Bar            bar
	Section        section
	Help           *help
	Previous, Next *link
}

func (b *builder) alone(i int) alone {
	e := &b.Errors[i]
	a := alone{
		Head: linked(
			reference.Caption(e)+" · "+b.API.Name,
			cmp.Or(e.Description, e.Message, b.API.Summary),
			b.canonical(i),
		),
		Bar:      bar{Home: "index.html", Name: b.API.Name},
		Section:  b.section([]*catalog.Error{e}),
		Previous: b.beside(i - 1),
		Next:     b.beside(i + 1),
	}
	if h := b.help(); h != (help{}) {
		a.Help = &h
	}
	return a
}

// beside links the error with that index, if there is one.
func (b *builder) beside(i int) *link {
	if i < 0 || i >= len(b.Errors) {
		return nil
	}
	e := &b.Errors[i]
	return &link{Text: reference.Caption(e), URL: b.href(e)}
}
