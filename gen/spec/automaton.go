package spec

// Whether a pattern matches all that another one does is decided exactly: both
// are run at once on every text there is, which comes to few texts, since what
// counts is only the states that they can be in. Characters that no instruction
// tells apart are tried once.

import (
	"cmp"
	"regexp/syntax"
	"slices"
	"strconv"
	"unicode"
)

// An automaton is a pattern that matches whole texts.
type automaton struct {
	prog   *syntax.Prog
	bounds []rune // the characters from which on an instruction behaves differently
}

// maxSteps bounds the search; patterns that need more are taken to be different.
const maxSteps = 1 << 15

func newAutomaton(pattern string) *automaton {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil
	}
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		return nil
	}
	a := &automaton{prog: prog}
	for i := range prog.Inst {
		a.addBounds(&prog.Inst[i])
	}
	return a
}

func mustAutomaton(pattern string) *automaton {
	a := newAutomaton(pattern)
	if a == nil {
		panic("not a pattern: " + strconv.Quote(pattern))
	}
	return a
}

func (a *automaton) addBounds(inst *syntax.Inst) {
	switch inst.Op {
	case syntax.InstRuneAnyNotNL:
		a.bounds = append(a.bounds, '\n', '\n'+1)
	case syntax.InstEmptyWidth: // lines and words
		a.bounds = append(a.bounds, '\n', '\n'+1, '0', '9'+1, 'A', 'Z'+1, '_', '_'+1, 'a', 'z'+1)
	case syntax.InstRune, syntax.InstRune1:
		if len(inst.Rune) == 1 {
			a.bounds = append(a.bounds, inst.Rune[0], inst.Rune[0]+1)
			for r := unicode.SimpleFold(inst.Rune[0]); r != inst.Rune[0]; r = unicode.SimpleFold(r) {
				a.bounds = append(a.bounds, r, r+1)
			}
		}
		for i := 0; i+1 < len(inst.Rune); i += 2 {
			a.bounds = append(a.bounds, inst.Rune[i], inst.Rune[i+1]+1)
		}
	}
}

// closure is the instructions that read a character, or match, and that are
// reached from others between two characters; sorted.
func (a *automaton) closure(from []uint32, before, after rune) []uint32 {
	flags := syntax.EmptyOpContext(before, after)
	seen := make([]bool, len(a.prog.Inst))
	var reached []uint32
	var visit func(pc uint32)
	visit = func(pc uint32) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		switch inst := &a.prog.Inst[pc]; inst.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			visit(inst.Out)
			visit(inst.Arg)
		case syntax.InstCapture, syntax.InstNop:
			visit(inst.Out)
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(inst.Arg)&^flags == 0 {
				visit(inst.Out)
			}
		case syntax.InstFail:
		default:
			reached = append(reached, pc)
		}
	}
	for _, pc := range from {
		visit(pc)
	}
	slices.Sort(reached)
	return reached
}

// matches reports whether the text may end after what led to the states.
func (a *automaton) matches(states []uint32, before rune) bool {
	return slices.ContainsFunc(a.closure(states, before, endOfText), func(pc uint32) bool {
		return a.prog.Inst[pc].Op == syntax.InstMatch
	})
}

// step is the states after one more character.
func (a *automaton) step(states []uint32, before, r rune) []uint32 {
	var next []uint32
	for _, pc := range a.closure(states, before, r) {
		if inst := &a.prog.Inst[pc]; inst.Op != syntax.InstMatch && inst.MatchRune(r) {
			next = append(next, inst.Out)
		}
	}
	slices.Sort(next)
	return slices.Compact(next)
}

// endOfText stands for no character, as in syntax.EmptyOpContext.
const endOfText = -1

// within reports whether every text that a matches is matched by b.
func within(a, b *automaton) bool {
	s := search{a: a, b: b, seen: make(map[string]bool)}
	return !s.run() && !s.tooLong()
}

// beyond finds a text that a matches and b does not.
func beyond(a, b *automaton) (string, bool) {
	s := search{a: a, b: b, seen: make(map[string]bool)}
	found := s.run()
	return string(s.text), found
}

// A search looks for a text that a matches and b does not, depth first.
type search struct {
	a, b  *automaton
	runes []rune // one of each kind that the automata tell apart
	seen  map[string]bool
	steps int
	text  []rune
}

func (s *search) run() bool {
	s.runes = append(append([]rune{0}, s.a.bounds...), s.b.bounds...)
	slices.SortFunc(s.runes, func(a, b rune) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b)) })
	s.runes = slices.Compact(s.runes)
	return s.from([]uint32{uint32(s.a.prog.Start)}, []uint32{uint32(s.b.prog.Start)}, endOfText)
}

// rank puts characters that can be seen first, so that they are in what is
// found.
func rank(r rune) int {
	if '!' <= r && r <= '~' {
		return 0
	}
	return 1
}

func (s *search) tooLong() bool { return s.steps > maxSteps }

func (s *search) from(a, b []uint32, before rune) bool {
	if s.a.matches(a, before) && !s.b.matches(b, before) {
		return true
	}
	key := stateKey(a, b, before)
	if s.seen[key] {
		return false
	}
	s.seen[key] = true
	for _, r := range s.runes {
		if s.steps++; s.tooLong() {
			return false
		}
		next := s.a.step(a, before, r)
		if len(next) == 0 {
			continue
		}
		s.text = append(s.text, r)
		if s.from(next, s.b.step(b, before, r), r) {
			return true
		}
		s.text = s.text[:len(s.text)-1]
	}
	return false
}

// stateKey is what the rest of a search depends on.
func stateKey(a, b []uint32, before rune) string {
	var key []byte
	for _, states := range [][]uint32{a, b} {
		for _, pc := range states {
			key = append(strconv.AppendUint(key, uint64(pc), 36), ' ')
		}
		key = append(key, '/')
	}
	return string(append(key, kindOfRune(before)))
}

// kindOfRune is what an empty match can tell of the character before it.
func kindOfRune(r rune) byte {
	switch {
	case r == endOfText:
		return '^'
	case r == '\n':
		return 'n'
	case syntax.IsWordChar(r):
		return 'w'
	}
	return ' '
}
