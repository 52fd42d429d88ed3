package spec

// Patterns as automata, to compare all that they match: see beyond.go. The states
// that the instructions of a pattern can be in are found as they are needed, and
// kept, because a pattern is compared with many others.

import (
	"regexp/syntax"
	"slices"
	"strconv"
	"unicode"
)

// An automaton is a pattern that matches whole texts.
type automaton struct {
	prog  *syntax.Prog
	looks bool // the pattern asks what stands around a character, as \b does

	bounds []rune // the characters from which on others are told apart, sorted, the first 0
	kinds  []int  // of the characters from each bound on: numbers, equal where no instruction tells them apart
	sizes  []int  // how many characters each kind has at most
	sample []rune // one of each kind

	states []state
	known  map[string]int // the states by what they are
	marks  []int          // of the instructions: the last closure that had it
	last   int            // number of that closure
	work   int            // done so far, in instructions that were looked at
}

// A state is the instructions that the pattern may go on with, and what is known
// of it.
type state struct {
	from   []uint32
	before rune // the character that stands before, if the pattern looks

	closed   []uint32 // where the pattern never looks: its closure, once it is known
	next     []int    // by kind of character: the state after it, or unknown
	branches [][]int  // the same for each of the instructions apart; nil where it is unknown
	end      int      // whether the text may end here
}

// The numbers that stand for states.
const (
	startState = 0
	deadState  = -1 // nothing that follows is matched
	unknown    = -2
)

// automatonOf is the automaton of a pattern that was parsed.
func automatonOf(re *syntax.Regexp) *automaton {
	prog, _ := syntax.Compile(re.Simplify()) // which has no error to return
	a := &automaton{prog: prog, known: make(map[string]int), marks: make([]int, len(prog.Inst))}
	readers := readersOf(prog)
	a.tellApart(readers)
	a.work = addWork * (len(prog.Inst) + (len(readers)+addWork)*len(a.bounds))
	a.add([]uint32{uint32(prog.Start)}, endOfText)
	return a
}

// readersOf is the instructions of a program that are about characters, one of
// each kind.
func readersOf(prog *syntax.Prog) []*syntax.Inst {
	var readers []*syntax.Inst
	seen := make(map[string]bool)
	repeated := make(map[*rune]bool) // where classes stand that were seen: what is repeated shares them
	for i := range prog.Inst {
		inst := &prog.Inst[i]
		switch inst.Op {
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL, syntax.InstEmptyWidth:
			if len(inst.Rune) > 1 {
				if repeated[&inst.Rune[0]] {
					continue
				}
				repeated[&inst.Rune[0]] = true
			}
			kind := strconv.Itoa(int(inst.Op)) + " " + strconv.Itoa(int(inst.Arg)) + string(inst.Rune)
			if !seen[kind] {
				seen[kind] = true
				readers = append(readers, inst)
			}
		}
	}
	return readers
}

// tellApart finds the kinds of characters.
func (a *automaton) tellApart(readers []*syntax.Inst) {
	a.bounds = []rune{0}
	for _, inst := range readers {
		a.addBounds(inst)
		a.looks = a.looks || inst.Op == syntax.InstEmptyWidth
	}
	a.bounds = slices.DeleteFunc(a.bounds, func(r rune) bool { return r > unicode.MaxRune })
	for i, r := range a.bounds {
		if firstSurrogate <= r && r < afterSurrogates { // no text has those
			a.bounds[i] = afterSurrogates
		}
	}
	slices.Sort(a.bounds)
	a.bounds = slices.Compact(a.bounds)
	a.number(readers)
}

// number gives the characters from each bound on the number of their kind.
func (a *automaton) number(readers []*syntax.Inst) {
	numbers := make(map[string]int)
	a.kinds = make([]int, len(a.bounds))
	kind := make([]byte, len(readers))
	for i, r := range a.bounds {
		for k, inst := range readers {
			kind[k] = readAs(inst, r)
		}
		n, known := numbers[string(kind)]
		if !known {
			n = len(numbers)
			numbers[string(kind)] = n
			a.sizes, a.sample = append(a.sizes, 0), append(a.sample, r)
		}
		a.kinds[i] = n
		end := rune(unicode.MaxRune + 1)
		if i+1 < len(a.bounds) {
			end = a.bounds[i+1]
		}
		a.sizes[n] += int(end - r)
	}
}

// The characters from one to before the other are halves of others in UTF-16.
const (
	firstSurrogate  = 0xd800
	afterSurrogates = 0xe000
)

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

// readAs is what an instruction can tell of a character.
func readAs(inst *syntax.Inst, r rune) byte {
	switch {
	case inst.Op == syntax.InstEmptyWidth:
		return kindOfRune(r)
	case inst.MatchRune(r):
		return '1'
	}
	return '0'
}

// kindOf is the kind of a character.
func (a *automaton) kindOf(r rune) int {
	i, found := slices.BinarySearch(a.bounds, r)
	if !found {
		i--
	}
	return a.kinds[i]
}

// addWork is the work of finding a state by its instructions, for each of them.
const addWork = 4

// add numbers the state that goes on with some instructions after a character.
func (a *automaton) add(from []uint32, before rune) int {
	if len(from) == 0 {
		return deadState
	}
	a.work += addWork * len(from)
	key := make([]byte, 0, 4*len(from)+1)
	for _, pc := range from {
		key = append(strconv.AppendUint(key, uint64(pc), 36), ' ')
	}
	if a.looks {
		key = append(key, kindOfRune(before))
	}
	n, ok := a.known[string(key)]
	if !ok {
		n = len(a.states)
		a.known[string(key)] = n
		a.states = append(a.states, state{from: from, before: before, end: unknown})
	}
	return n
}

// step is the state after one more character.
func (a *automaton) step(from int, r rune) int {
	if from == deadState {
		return deadState
	}
	s, kind := &a.states[from], a.kindOf(r)
	if s.next == nil {
		s.next = slices.Repeat([]int{unknown}, len(a.sizes))
	}
	if next := s.next[kind]; next != unknown {
		return next
	}
	next := a.add(a.read(s, r), r)
	a.states[from].next[kind] = next
	return next
}

// branch is the states after one more character, of which each goes on with one
// instruction. There are fewer of those than of states with several.
func (a *automaton) branch(from int, r rune) []int {
	s, kind := &a.states[from], a.kindOf(r)
	if s.branches == nil {
		s.branches = make([][]int, len(a.sizes))
	}
	if s.branches[kind] == nil {
		each := []int{}
		for _, pc := range a.read(s, r) {
			each = append(each, a.add([]uint32{pc}, r))
		}
		a.states[from].branches[kind] = each
	}
	return a.states[from].branches[kind]
}

// read is the instructions after a character that is read in a state.
func (a *automaton) read(s *state, r rune) []uint32 {
	var next []uint32
	for _, pc := range a.closure(s, r) {
		a.work++
		if inst := &a.prog.Inst[pc]; inst.Op != syntax.InstMatch && inst.MatchRune(r) {
			next = append(next, inst.Out)
		}
	}
	slices.Sort(next)
	return slices.Compact(next)
}

// accepts reports whether the text may end in a state.
func (a *automaton) accepts(n int) bool {
	if n == deadState {
		return false
	}
	s := &a.states[n]
	if s.end == unknown {
		s.end = deadState
		if slices.ContainsFunc(a.closure(s, endOfText), func(pc uint32) bool { return a.prog.Inst[pc].Op == syntax.InstMatch }) {
			s.end = n
		}
	}
	return s.end == n
}

// closure is the instructions that read a character, or match, and that are
// reached from a state before the character after.
func (a *automaton) closure(s *state, after rune) []uint32 {
	if a.looks {
		return a.reachedFrom(s.from, syntax.EmptyOpContext(s.before, after))
	}
	if s.closed == nil {
		s.closed = a.reachedFrom(s.from, 0)
	}
	return s.closed
}

// reachedFrom is the closure of some instructions where the flags hold.
func (a *automaton) reachedFrom(from []uint32, flags syntax.EmptyOp) []uint32 {
	a.last++
	var reached []uint32
	var visit func(pc uint32)
	visit = func(pc uint32) {
		if a.marks[pc] == a.last {
			return
		}
		a.marks[pc] = a.last
		a.work++
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
	return reached
}

// endOfText stands for no character, as in syntax.EmptyOpContext.
const endOfText = -1

// kindOfRune is what an empty match can tell of a character beside it.
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
