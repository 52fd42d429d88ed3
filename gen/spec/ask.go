package spec

// When one test of a condition leaves nothing for another one to ask.

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// An ask is a test in the form in which tests are compared: however a spec writes
// it, the same test is the same ask.
type ask struct {
	subject string // what it is about, a header or a place in the body
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
func (c *checker) newAsk(subject string, t catalog.Test) ask {
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

// matching is the ask that a pattern comes to.
func (c *checker) matching(subject, text string) ask {
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
		return a.pattern.automaton().matches(text)
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
		return a.pattern.allSamples(b.allows) && a.matchImplies(b)
	}
	return false
}

// matchImplies reports whether all that a's pattern matches is as b wants it.
func (a *ask) matchImplies(b *ask) bool {
	switch b.kind {
	case oneOf:
		return a.pattern.within(b.alternatives())
	case noneOf:
		return !slices.ContainsFunc(b.texts, a.pattern.automaton().matches)
	case matching:
		return a.pattern.within(b.pattern)
	}
	return false
}

// alternatives is the texts of an ask as a pattern.
func (a *ask) alternatives() *pattern {
	if a.pattern == nil {
		quoted := make([]string, len(a.texts))
		for i, text := range a.texts {
			quoted[i] = regexp.QuoteMeta(text)
		}
		a.pattern, _ = newPattern(strings.Join(quoted, "|")) // quoted texts always are one
	}
	return a.pattern
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
		d = append(d, statusAsk(cond.Statuses))
	}
	for _, h := range cond.Headers {
		d = append(d, c.newAsk("header "+strings.ToLower(h.Name), h.Test))
	}
	for _, b := range cond.Body {
		d = append(d, c.newAsk("body "+b.Pointer.String(), b.Test))
	}
	d.sort()
	if len(d) == 0 || slices.ContainsFunc(d, func(a ask) bool { return a.kind == unclear }) {
		d = nil
	}
	c.demands[cond] = d
	return d
}

// statusAsk is the ask that a list of statuses comes to.
func statusAsk(ranges []catalog.StatusRange) ask {
	a := ask{subject: "status", kind: oneOf}
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
	slices.SortFunc(d, func(a, b ask) int { return strings.Compare(a.subject, b.subject) })
}

// implies reports whether other is met whenever d is.
func (d demand) implies(other demand) bool {
	for i := range other {
		at := slices.IndexFunc(d, func(a ask) bool { return a.subject == other[i].subject })
		if at < 0 || !d[at].implies(&other[i]) {
			return false
		}
		d = d[at+1:] // both are sorted
	}
	return true
}
