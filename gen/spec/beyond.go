package spec

// Whether a pattern matches all that another one does is decided exactly: both
// are run at once on every text there is, which comes to few texts, since what
// counts is only the states that they can be in: an instruction of the one, and
// all that the other may go on with. Characters that neither of them tells apart
// are tried once.

import (
	"cmp"
	"slices"
)

// A search looks for a text that a matches and b does not: the shortest.
type search struct {
	a, b  *automaton
	left  int // work that may be done still; none if the search was given up
	text  string
	queue []reached
	seen  map[[2]int]bool
}

// A reached pair of states is where a text leads to.
type reached struct {
	a, b int
	from int  // the index of the pair that it was reached from
	last rune // of the text
}

// run reports whether there is such a text.
func (s *search) run() bool {
	runes := kindsOfRunes(s.a, s.b)
	s.seen = make(map[[2]int]bool)
	s.reach(reached{a: startState, b: startState})
	for i := 0; i < len(s.queue); i++ {
		at := s.queue[i]
		if s.a.accepts(at.a) && !s.b.accepts(at.b) {
			s.text = s.textTo(i)
			return true
		}
		before := s.a.work + s.b.work
		for _, r := range runes {
			for _, next := range s.a.branch(at.a, r) {
				s.reach(reached{next, s.b.step(at.b, r), i, r})
			}
		}
		if s.left -= len(runes) + s.a.work + s.b.work - before; s.left <= 0 {
			return false
		}
	}
	return false
}

// reach notes a pair of states, once.
func (s *search) reach(to reached) {
	if pair := [2]int{to.a, to.b}; !s.seen[pair] {
		s.seen[pair] = true
		s.queue = append(s.queue, to)
	}
}

// textTo is the text that leads to the i-th pair.
func (s *search) textTo(i int) string {
	var text []rune
	for ; i > 0; i = s.queue[i].from {
		text = append(text, s.queue[i].last)
	}
	slices.Reverse(text)
	return string(text)
}

// kindsOfRunes is a character of each kind that one of two automata tells from
// the others.
func kindsOfRunes(a, b *automaton) []rune {
	runes := slices.Concat(a.bounds, b.bounds)
	slices.SortFunc(runes, func(p, q rune) int { return cmp.Or(cmp.Compare(shownLast(p), shownLast(q)), cmp.Compare(p, q)) })
	seen := make(map[[2]int]bool)
	return slices.DeleteFunc(runes, func(r rune) bool {
		kind := [2]int{a.kindOf(r), b.kindOf(r)}
		known := seen[kind]
		seen[kind] = true
		return known
	})
}

// shownLast puts the characters that can be seen before the others, so that they
// are in what is found.
func shownLast(r rune) int {
	if '!' <= r && r <= '~' {
		return 0
	}
	return 1
}
