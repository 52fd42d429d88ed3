package spec

// Whether a pattern matches nothing but some texts.

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A prefix is what several texts begin with, and the state of the pattern after
// it.
type prefix struct {
	texts  []string // those that begin with it, sorted
	length int      // of it, in bytes
	state  int
}

// withinTexts reports whether all that p matches is among some texts, which are
// sorted. It follows the pattern along each of them, as far as they go, and looks
// whether it leads anywhere else.
func (p *pattern) withinTexts(texts []string) bool {
	if p.longest == noEnd || p.rest <= 0 {
		return false
	}
	a := p.automaton()
	before := a.work
	within := true
	for todo := []prefix{{texts, 0, startState}}; within && len(todo) > 0; {
		last := len(todo) - 1
		at := todo[last]
		var longer []prefix
		longer, within = a.follow(at)
		todo = append(todo[:last], longer...)
		within = within && a.work-before <= min(p.rest, p.left)
	}
	p.rest -= a.work - before
	p.spend(a.work - before)
	return within
}

// follow is the prefixes that are a character longer. It reports whether what the
// pattern matches goes on with those alone.
func (a *automaton) follow(at prefix) (longer []prefix, only bool) {
	isText := len(at.texts) > 0 && len(at.texts[0]) == at.length
	if a.accepts(at.state) && !isText {
		return nil, false
	}
	if isText {
		at.texts = at.texts[1:]
	}
	found := make([]int, len(a.sizes)) // how many characters of each kind the texts go on with
	for len(at.texts) > 0 {
		r, size := utf8.DecodeRuneInString(at.texts[0][at.length:])
		next := at.texts[0][at.length : at.length+size]
		many := slices.IndexFunc(at.texts, func(text string) bool { return !strings.HasPrefix(text[at.length:], next) })
		if many < 0 {
			many = len(at.texts)
		}
		if state := a.step(at.state, r); state != deadState && r != utf8.RuneError { // by which patterns match what is no text as well
			longer = append(longer, prefix{at.texts[:many], at.length + size, state})
			found[a.kindOf(r)]++
		}
		at.texts = at.texts[many:]
	}
	a.work += len(found)
	for kind, r := range a.sample {
		if found[kind] < a.sizes[kind] && a.step(at.state, r) != deadState {
			return nil, false
		}
	}
	return longer, true
}
