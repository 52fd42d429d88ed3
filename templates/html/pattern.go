package html

// Patterns for the scripts. Go's regular expressions take time in proportion to the
// text, whatever they are like; a browser's may take for ever, and are written
// otherwise. So a page has the program that Go makes of a pattern, which
// assets/pattern.js runs as Go does.

import (
	"regexp/syntax"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/errgen/errgen/gen/catalog"
)

// A program is a pattern's. Its steps follow each other, unless they say To.
type program struct {
	Steps  []step   `json:"steps"`
	Delays []string `json:"delays,omitempty"` // the units of the groups that hold a delay, in order
}

// A step does one thing; one that does nothing fails. Steps are counted from 1.
type step struct {
	Text string `json:"text,omitempty"` // reads these characters, and counts as so many steps
	In   []rune `json:"in,omitempty"`   // reads a character from the first to the second of a pair
	Look int    `json:"look,omitempty"` // is there to be between characters, by the bits of syntax.EmptyOp
	Slot int    `json:"slot,omitempty"` // keeps the place: of a group the start is in 1, 3, …, the end in 2, 4, …
	Else int    `json:"else,omitempty"` // is taken where the next leads nowhere
	End  bool   `json:"end,omitempty"`  // the text is to end here
	To   int    `json:"to,omitempty"`
}

// script is the program of a pattern; nil if that is "". Of the groups only those
// that hold a delay are kept.
func script(pattern string) *program {
	if pattern == "" {
		return nil
	}
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err) // a catalog's patterns compile
	}
	compiled, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		panic(err)
	}
	l := layout{Prog: compiled, slots: map[uint32]int{}, numbers: map[uint32]int{}}
	l.keepDelays(parsed.CapNames())
	l.number()
	l.write()
	return &l.program
}

// A layout puts a compiled pattern's instructions in a row.
type layout struct {
	*syntax.Prog
	program
	slots   map[uint32]int // by the number of a capture
	order   []*syntax.Inst // as the steps have them
	numbers map[uint32]int // of steps, by the index of an instruction
}

// keepDelays gives slots to the groups that hold a delay.
func (l *layout) keepDelays(names []string) {
	for group, name := range names {
		if unit, isDelay := catalog.DelayGroup(name); isDelay {
			start := 2*len(l.Delays) + 1
			l.Delays = append(l.Delays, unit.String())
			l.slots[uint32(2*group)], l.slots[uint32(2*group+1)] = start, start+1
		}
	}
}

// number puts each instruction behind that which leads to it, if it has no place
// yet.
func (l *layout) number() {
	for open := []uint32{uint32(l.Start)}; len(open) > 0; {
		at := l.skip(open[len(open)-1])
		open = open[:len(open)-1]
		for l.numbers[at] == 0 {
			inst := &l.Inst[at]
			l.order = append(l.order, inst)
			l.numbers[at] = len(l.order)
			switch inst.Op {
			case syntax.InstAlt, syntax.InstAltMatch:
				open = append(open, inst.Arg)
			case syntax.InstMatch, syntax.InstFail:
				continue // it has its number, so this ends
			}
			at = l.skip(inst.Out)
		}
	}
}

// skip passes over instructions that do nothing.
func (l *layout) skip(at uint32) uint32 {
	for l.Inst[at].Op == syntax.InstNop || l.Inst[at].Op == syntax.InstCapture && l.slots[l.Inst[at].Arg] == 0 {
		at = l.Inst[at].Out
	}
	return at
}

// write makes steps of the instructions, and one of characters in a row.
func (l *layout) write() {
	for i, inst := range l.order {
		s := l.step(inst)
		if inst.Op != syntax.InstMatch && inst.Op != syntax.InstFail {
			if next := l.numbers[l.skip(inst.Out)]; next != i+2 {
				s.To = next
			}
		}
		last := len(l.Steps) - 1
		if s.Text == "" || last < 0 || l.Steps[last].Text == "" || l.Steps[last].To > 0 {
			l.Steps = append(l.Steps, s)
			continue
		}
		l.Steps[last].Text += s.Text
		l.Steps[last].To = s.To
	}
}

func (l *layout) step(inst *syntax.Inst) step {
	switch inst.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		return step{Else: l.numbers[l.skip(inst.Arg)]}
	case syntax.InstCapture:
		return step{Slot: l.slots[inst.Arg]}
	case syntax.InstEmptyWidth:
		return step{Look: int(inst.Arg)}
	case syntax.InstMatch:
		return step{End: true}
	case syntax.InstFail:
		return step{}
	case syntax.InstRuneAny:
		return step{In: []rune{0, unicode.MaxRune}}
	case syntax.InstRuneAnyNotNL:
		return step{In: []rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}}
	}
	return reading(inst)
}

// reading is the step that reads a character.
func reading(inst *syntax.Inst) step {
	if len(inst.Rune) != 1 {
		return step{In: inst.Rune}
	}
	r := inst.Rune[0]
	pairs := []rune{r, r}
	if syntax.Flags(inst.Arg)&syntax.FoldCase != 0 {
		for c := unicode.SimpleFold(r); c != r; c = unicode.SimpleFold(c) {
			pairs = append(pairs, c, c)
		}
	}
	if len(pairs) > 2 || !utf8.ValidRune(r) {
		return step{In: pairs}
	}
	return step{Text: string(r)}
}

// usesPatterns reports whether the scripts have a pattern to match.
func usesPatterns(c *catalog.Catalog) bool {
	inBody := func(tests []catalog.BodyTest) bool {
		return slices.ContainsFunc(tests, func(t catalog.BodyTest) bool { return t.Pattern != "" })
	}
	in := func(c catalog.Condition) bool {
		return inBody(c.Body) || slices.ContainsFunc(c.Headers, func(t catalog.HeaderTest) bool { return t.Pattern != "" })
	}
	beside := func(l *catalog.Locators) bool {
		all := slices.Concat(l.Code, l.Domain, l.Message, l.RequestID, l.RetryAfter, l.ShouldRetry)
		return slices.ContainsFunc(all, func(l catalog.Locator) bool { return inBody(l.Where) })
	}
	return beside(&c.Response.Locators) || slices.ContainsFunc(c.Response.ErrorWhen, in) ||
		slices.ContainsFunc(c.Response.Shapes, func(s catalog.Shape) bool { return beside(&s.Locators) || slices.ContainsFunc(s.When, in) }) ||
		slices.ContainsFunc(c.Errors, func(e catalog.Error) bool { return e.Pattern != "" || e.When != nil && in(*e.When) })
}
