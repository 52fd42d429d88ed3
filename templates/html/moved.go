package html

// The pages that lead from a name that was to where its error is now.

import (
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// moved lists the pages of a split reference that send readers on, from names
// that errors had to where those are documented: the file's name and the view.
func (b *builder) moved() []movedPage {
	var pages []movedPage
	add := func(name string, now Link, canonical string) {
		anchor := b.former[name]
		if anchor == "" {
			return
		}
		view := Moved{Head: b.head(name+" · "+b.API.Name, "", canonical), Bar: b.homeBar(), Name: name, Now: now}
		view.Head.MovedTo = now.URL
		pages = append(pages, movedPage{b.names.forAnchor(anchor), view})
	}
	for i := range b.Errors {
		e := &b.Errors[i]
		for _, alias := range e.Aliases {
			add(alias, Link{reference.Caption(e), b.href(e)}, b.canonical(i))
		}
	}
	for _, r := range b.Retired {
		add(r.Name, b.retiredLink(r), b.canonicalIndex())
	}
	return pages
}

type movedPage struct {
	file string
	view Moved
}

// retiredLink leads to what the index says of a retired error.
func (b *builder) retiredLink(r catalog.Retired) Link {
	return Link{"Retired errors", "index.html#" + b.former[r.Name]}
}
