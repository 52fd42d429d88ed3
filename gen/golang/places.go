package golang

// The places in a body where the catalog looks for something, as a tree. The scanner
// knows a place by its number in it.

import (
	"fmt"
	"math/bits"
	"slices"

	"github.com/errgen/errgen/gen/catalog"
)

// A place is a place in a body that a pointer leads to, or passes. Where a
// pointer has a *, that is another place than those beside it that have names:
// what * stands for there too can be reached from both.
type place struct {
	pointer catalog.Pointer
	end     int    // index of the first place that does not stand within it
	any     int    // index of the place for what no other token stands for; 0 for none
	wanted  bool   // whether a pointer without a * leads to it
	wild    uint64 // which of the pointers with a * lead to it, a bit each
}

// token is the last of the place's pointer; "" for the whole body.
func (p *place) token() string {
	if len(p.pointer) == 0 {
		return ""
	}
	return p.pointer[len(p.pointer)-1]
}

// places is the tree of them, each before what stands within it.
type places struct {
	list []place
	wild []catalog.Pointer // the pointers with a *
}

const (
	mostWild   = catalog.MaxWild // pointers with a *: the bits of a place's wild
	mostPlaces = 1 << 12
)

// newPlaces finds the places of pointers.
func newPlaces(pointers []catalog.Pointer) (places, error) {
	var p places
	way := make([]int, 0, len(pointers))
	var known []catalog.Pointer
	for _, pointer := range pointers {
		if slices.ContainsFunc(known, func(k catalog.Pointer) bool { return slices.Equal(k, pointer) }) {
			continue
		}
		known = append(known, pointer)
		way = append(way, len(known)-1)
		if pointer.Wild() >= 0 {
			p.wild = append(p.wild, pointer)
		}
	}
	if len(p.wild) > mostWild {
		return places{}, fmt.Errorf("the response has %d pointers with a *; a Go package has room for %d", len(p.wild), mostWild)
	}
	p.grow(nil, known, way)
	if len(p.list) > mostPlaces {
		return places{}, fmt.Errorf("the pointers with a * lead to more than %d places; a Go package has no room for more", mostPlaces)
	}
	return p, nil
}

// grow adds the place at the end of a way, and all within it. Of the pointers
// those go the way that are listed by their index.
func (p *places) grow(way catalog.Pointer, pointers []catalog.Pointer, going []int) {
	at := len(p.list)
	if at > mostPlaces {
		return
	}
	p.list = append(p.list, place{pointer: slices.Clone(way)})
	for _, i := range going {
		if len(pointers[i]) == len(way) {
			p.arrive(at, pointers[i])
		}
	}
	for _, token := range tokensAfter(len(way), pointers, going) {
		inner := len(p.list)
		p.grow(append(slices.Clip(way), token), pointers, goingOn(len(way), token, pointers, going))
		if token == catalog.Any {
			p.list[at].any = inner
		}
	}
	p.list[at].end = len(p.list)
}

// arrive notes that a pointer leads to a place.
func (p *places) arrive(at int, pointer catalog.Pointer) {
	if pointer.Wild() < 0 {
		p.list[at].wanted = true
	} else {
		p.list[at].wild |= 1 << p.wildIndex(pointer)
	}
}

// tokensAfter lists the tokens that pointers have at a depth, * last.
func tokensAfter(depth int, pointers []catalog.Pointer, going []int) (tokens []string) {
	wild := false
	for _, i := range going {
		switch pointer := pointers[i]; {
		case len(pointer) == depth:
		case pointer[depth] == catalog.Any:
			wild = true
		case !slices.Contains(tokens, pointer[depth]):
			tokens = append(tokens, pointer[depth])
		}
	}
	if wild {
		tokens = append(tokens, catalog.Any)
	}
	return tokens
}

// goingOn lists the pointers that go on by a token: those that have it, and
// those that have a * there.
func goingOn(depth int, token string, pointers []catalog.Pointer, going []int) (on []int) {
	for _, i := range going {
		if p := pointers[i]; len(p) > depth && (p[depth] == token || p[depth] == catalog.Any) {
			on = append(on, i)
		}
	}
	return on
}

// index finds the place that a pointer without a * leads to.
func (p *places) index(pointer catalog.Pointer) int {
	return slices.IndexFunc(p.list, func(at place) bool { return slices.Equal(at.pointer, pointer) })
}

// wildIndex is the number of a pointer with a *.
func (p *places) wildIndex(pointer catalog.Pointer) int {
	return slices.IndexFunc(p.wild, func(w catalog.Pointer) bool { return slices.Equal(w, pointer) })
}

// pathLength is how many values stand on the longest way that a pointer with a *
// leads, the whole body and the last included.
func (p *places) pathLength() int {
	length := 0
	for _, pointer := range p.wild {
		length = max(length, len(pointer)+1)
	}
	return length
}

// wildOf lists the numbers of the pointers with a * that lead to a place.
func (p *place) wildOf() (numbers []int) {
	for set := p.wild; set != 0; set &= set - 1 {
		numbers = append(numbers, bits.TrailingZeros64(set))
	}
	return numbers
}

// pointers lists all pointers that a response is read by, in the order in which
// its values are asked for.
func (t *target) pointers() []catalog.Pointer {
	var all []catalog.Pointer
	for _, l := range t.eachLocator() {
		all = append(all, locatorPointers(l)...)
	}
	for _, c := range t.conditions() {
		for _, b := range c.Body {
			all = append(all, b.Pointer)
		}
	}
	return all
}

// locatorPointers are a locator's own pointer, if it has one, and those of its
// tests.
func locatorPointers(l *catalog.Locator) []catalog.Pointer {
	if l.Header != "" {
		return nil
	}
	pointers := []catalog.Pointer{l.Pointer}
	for _, w := range l.Where {
		pointers = append(pointers, inElement(l, w.Pointer))
	}
	return pointers
}
