package spec

// When one test of a condition leaves nothing for another one to ask.

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// An ask is a test in the form in which tests are compared: however a spec writes
// it, the same test is the same ask.
type ask struct {
	subject int // what it is about, a header or a place in the body, by its number
	kind    askKind
	texts   []string // sorted, without repeats
	pattern *pattern
}

// An askKind is what an ask wants of the values of its subject. One that does is
// enough.
type askKind uint8

const (
	unclear  askKind = iota // what was wrong was reported
	absent                  // that there is none
	present                 // that there is one
	oneOf                   // that it is one of the texts
	noneOf                  // that it is another than all of the texts
	matching                // that the pattern matches it
)

// newAsk is the ask that a test comes to.
func (c *checker) newAsk(subject int, t catalog.Test) ask {
	a := ask{subject: subject}
	switch {
	case t.Exists == catalog.Absent:
		a.kind = absent
	case t.Exists == catalog.Present:
		a.kind = present
	case len(t.Any) > 0:
		a.kind, a.texts = oneOf, inOrder(t.Any)
	case len(t.Not) > 0:
		a.kind, a.texts = noneOf, inOrder(t.Not)
	case t.Pattern != "":
		return c.matching(subject, t.Pattern)
	}
	return a
}

// subject is the number of what asks are about. It stands for a text, which may be
// long, wherever asks are compared.
func (c *checker) subject(text string) int {
	n, known := c.subjects[text]
	if !known {
		n = len(c.subjects)
		c.subjects[text] = n
	}
	return n
}

// matching is the ask that a pattern comes to.
func (c *checker) matching(subject int, text string) ask {
	p, err := c.pattern(text)
	if err != nil {
		return ask{subject: subject}
	}
	if plain, ok := p.plain(); ok {
		return ask{subject: subject, kind: oneOf, texts: []string{plain}}
	}
	return ask{subject: subject, kind: matching, pattern: p}
}

func inOrder(texts []string) []string {
	sorted := slices.Clone(texts)
	slices.Sort(sorted)
	return slices.Compact(sorted)
}

// allows reports whether a value with a text is as the ask wants it.
func (a *ask) allows(text string) bool {
	switch a.kind {
	case present:
		return true
	case oneOf:
		return a.has(text)
	case noneOf:
		return !a.has(text)
	case matching:
		return a.pattern.surely(text)
	}
	return false
}

func (a *ask) has(text string) bool {
	_, ok := slices.BinarySearch(a.texts, text)
	return ok
}

// implies reports whether b holds whenever a does, where both have the same
// subject.
func (a *ask) implies(b *ask) bool {
	switch {
	case a.kind == unclear, b.kind == unclear, a.kind == absent, b.kind == absent:
		return a.kind == b.kind && a.kind == absent
	case b.kind == present:
		return true // every other ask needs a value
	case a.kind == oneOf:
		return !slices.ContainsFunc(a.texts, func(text string) bool { return !b.allows(text) })
	case a.kind == noneOf:
		return b.kind == noneOf && !slices.ContainsFunc(b.texts, func(text string) bool { return !a.has(text) })
	case a.kind == matching:
		return a.matchImplies(b)
	}
	return false
}

// matchImplies reports whether all that a's pattern matches is as b wants it.
func (a *ask) matchImplies(b *ask) bool {
	if b.kind == matching && !a.pattern.fitsIn(b.pattern) || !a.pattern.allSamples(b.allows) {
		return false
	}
	switch b.kind {
	case oneOf:
		return a.pattern.withinTexts(b.texts)
	case noneOf:
		return !slices.ContainsFunc(b.texts, func(text string) bool { return !a.pattern.never(text) })
	case matching:
		return a.pattern.within(b.pattern)
	}
	return false
}

// A demand is the asks that must all be met, each of another subject, sorted.
type demand []ask

// demandOf is what a condition comes to; nil if something is wrong with it.
func (c *checker) demandOf(cond *catalog.Condition) demand {
	if d, ok := c.demands[cond]; ok {
		return d
	}
	d := make(demand, 0, 1+len(cond.Headers)+len(cond.Body))
	if len(cond.Statuses) > 0 {
		d = append(d, statusAsk(c.subject("status"), cond.Statuses))
	}
	for _, h := range cond.Headers {
		d = append(d, c.newAsk(c.subject("header "+strings.ToLower(h.Name)), h.Test))
	}
	for _, b := range cond.Body {
		d = append(d, c.newAsk(c.subject("body "+b.Pointer.String()), b.Test))
	}
	d.sort()
	if len(d) == 0 || slices.ContainsFunc(d, func(a ask) bool { return a.kind == unclear }) {
		d = nil
	}
	c.demands[cond] = d
	return d
}

// statusAsk is the ask that a list of statuses comes to.
func statusAsk(subject int, ranges []catalog.StatusRange) ask {
	a := ask{subject: subject, kind: oneOf}
	for _, r := range ranges {
		if r.Lo == 0 {
			return ask{subject: a.subject}
		}
		for status := r.Lo; status <= r.Hi; status++ {
			a.texts = append(a.texts, strconv.Itoa(status))
		}
	}
	a.texts = inOrder(a.texts)
	return a
}

func (d demand) sort() {
	slices.SortFunc(d, func(a, b ask) int { return cmp.Compare(a.subject, b.subject) })
}

// about is the index of a demand's ask of a subject, or none.
func (d demand) about(subject int) int {
	i, found := slices.BinarySearchFunc(d, subject, func(a ask, subject int) int { return cmp.Compare(a.subject, subject) })
	if !found {
		return none
	}
	return i
}

// implies reports whether other is met whenever d is.
func (d demand) implies(other demand) bool {
	implied, _ := d.impliesBut(other, 0)
	return implied
}

// impliesBut is like implies, but leaves out so many asks of other at most that d
// does not imply. It returns them by their indexes.
func (d demand) impliesBut(other demand, most int) (implied bool, but []int) {
	for i := range other {
		at := d.about(other[i].subject)
		if at != none && d[at].implies(&other[i]) {
			continue
		}
		if at == none || len(but) == most {
			return false, nil
		}
		but = append(but, i)
	}
	return true, but
}
