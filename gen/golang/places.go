package golang

import (
	"slices"

	"github.com/errgen/errgen/gen/catalog"
)

// A place is a place in a body that a locator's pointer leads to, or passes.
type place struct {
	pointer catalog.Pointer
	token   string // the last of the pointer; "" for the whole body
	end     int    // index of the first place that does not stand within it
	wanted  bool   // whether a pointer leads to it
}

// places is the tree of them, each before what stands within it.
type places []place

// newPlaces finds the places that a response's locators name.
func newPlaces(r *catalog.Response) places {
	tree := places{{end: 1}}
	for _, locators := range [][]catalog.Locator{r.Code, r.Message, r.RequestID, r.Details, r.RetryAfter} {
		for _, l := range locators {
			if l.Header == "" {
				tree = tree.insert(l.Pointer)
			}
		}
	}
	return tree
}

// insert adds the places of a pointer, those that are new behind their
// siblings.
func (p places) insert(pointer catalog.Pointer) places {
	at := 0
	for depth, token := range pointer {
		child := p.child(at, token)
		if child < 0 {
			child = p[at].end
			p = slices.Insert(p, child, place{pointer: pointer[:depth+1], token: token, end: child})
			p.grow(child)
		}
		at = child
	}
	p[at].wanted = true
	return p
}

// grow moves the ends behind an inserted place, which stands within each that
// ended there, was begun before, and is on its way from the root.
func (p places) grow(inserted int) {
	for i := range p {
		within := i <= inserted && isPrefix(p[i].pointer, p[inserted].pointer)
		if p[i].end > inserted || p[i].end == inserted && within {
			p[i].end++
		}
	}
}

func isPrefix(prefix, pointer catalog.Pointer) bool {
	return len(prefix) <= len(pointer) && slices.Equal(prefix, pointer[:len(prefix)])
}

// child finds a place directly within another; -1 if there is none.
func (p places) child(at int, token string) int {
	for i := at + 1; i < p[at].end; i = p[i].end {
		if p[i].token == token {
			return i
		}
	}
	return -1
}

// index finds the place that a pointer leads to.
func (p places) index(pointer catalog.Pointer) int {
	return slices.IndexFunc(p, func(at place) bool { return slices.Equal(at.pointer, pointer) })
}
