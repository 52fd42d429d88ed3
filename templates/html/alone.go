package html

// The page of one error in a split reference.

import (
	"cmp"

	"github.com/errgen/errgen/gen/reference"
)

func (b *builder) alone(i int) Alone {
	e := &b.Errors[i]
	a := Alone{
		Head: b.head(
			reference.Caption(e)+" · "+b.API.Name,
			cmp.Or(e.Description, e.Message, b.API.Summary),
			b.canonical(i),
		),
		Bar:      b.homeBar(),
		Section:  b.section(reference.Section{e}),
		Previous: b.beside(i - 1),
		Next:     b.beside(i + 1),
	}
	if h := b.help(); h.Support.Text != "" || h.RequestID != nil {
		a.Help = &h
	}
	return a
}

// homeBar is the bar of a page beside the index.
func (b *builder) homeBar() Bar { return Bar{Home: "index.html", Name: b.API.Name} }

// beside links the error with that index, if there is one.
func (b *builder) beside(i int) *Link {
	if i < 0 || i >= len(b.Errors) {
		return nil
	}
	e := &b.Errors[i]
	return &Link{Text: reference.Caption(e), URL: b.href(e)}
}
