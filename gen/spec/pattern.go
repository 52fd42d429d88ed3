package spec

// A pattern, and what is found out about it, which is kept: many are compared
// with many.

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/errgen/errgen/gen/catalog"
)

// A pattern is a regular expression that matches whole texts.
type pattern struct {
	text     string
	tree     *syntax.Regexp
	required string // folded, in every text that matches
	shortest int    // how many characters the texts that match have at least
	longest  int    // and at most, or noEnd
	looks    bool   // it asks what stands around a character, as \b does

	*effort            // of all patterns
	states  *automaton // nil until it is asked for, or where it was let go
	samples []string   // texts that match, once one was looked for
	rest    int        // of the work that comparing this one with others may take
}

// noEnd is the length of texts that may be of any length.
const noEnd = -1

// findableBy are the lengths of the texts that patterns are found by, in bytes.
// They are few, since of whatever may match all parts of such a length are looked
// at.
var findableBy = [...]int{32, 24, 16, 12, 8, 6, 4, 3, 2, 1, 0}

func newPattern(text string, e *effort) (*pattern, error) {
	tree, err := syntax.Parse(text, syntax.Perl) // first as it stands: a)(b would be whole in parentheses
	if err != nil {
		return nil, err
	}
	if _, err := syntax.Parse(catalog.Whole(text), syntax.Perl); err != nil {
		return nil, err
	}
	p := &pattern{text: text, tree: tree, effort: e, rest: maxWork}
	p.required = findable(requiredText(tree))
	p.shortest, p.longest = lengths(tree)
	p.looks = looksAround(tree)
	return p, nil
}

// findable is the part of a text that patterns are found by.
func findable(text string) string {
	for _, n := range findableBy {
		if n <= len(text) {
			return text[:n]
		}
	}
	return ""
}

// plain is the one text that a pattern matches, if it is written as that. U+FFFD
// is what a pattern matches bytes with that are no text, as headers may have them.
func (p *pattern) plain() (string, bool) {
	text := string(p.tree.Rune)
	isPlain := p.tree.Op == syntax.OpLiteral && p.tree.Flags&syntax.FoldCase == 0 && !strings.ContainsRune(text, utf8.RuneError)
	if !isPlain {
		return "", false
	}
	return text, true
}

func (p *pattern) automaton() *automaton {
	if p.states == nil {
		p.hold(p)
		p.states = automatonOf(p.tree)
		p.spend(p.states.work)
	}
	return p.states
}

// matches reports whether the pattern matches a text, if that is known: it is not
// where it would take too much work.
func (p *pattern) matches(text string) (matches, known bool) {
	if p.left <= 0 {
		return false, false
	}
	if n := utf8.RuneCountInString(text); n < p.shortest || p.longest != noEnd && p.longest < n {
		return false, true
	}
	a := p.automaton()
	before := a.work
	at, read := startState, 0
	for _, r := range text {
		if read++; at == deadState || a.work-before > maxWork || read > p.left {
			break
		}
		at = a.step(at, r)
	}
	matches = a.accepts(at)
	known = p.spend(a.work-before+read) && a.work-before <= maxWork
	return matches && known, known
}

// surely reports whether a pattern is known to match a text.
func (p *pattern) surely(text string) bool {
	matches, _ := p.matches(text)
	return matches
}

// never reports whether a pattern is known not to match a text.
func (p *pattern) never(text string) bool {
	matches, known := p.matches(text)
	return known && !matches
}

// sample is a text that the pattern matches and, if there is one, not the empty
// text.
func (p *pattern) sample() (string, bool) {
	if p.samples == nil {
		p.samples = []string{}
		if text, found, _ := p.beyond(p.nothing); found {
			p.samples = append(p.samples, text)
		}
	}
	if len(p.samples) == 0 {
		return "", false
	}
	return p.samples[0], true
}

// beyond finds a text that p matches and q does not; none is known not to be if it
// is certain.
func (p *pattern) beyond(q *pattern) (text string, found, certain bool) {
	s := search{a: p.automaton(), b: q.automaton(), left: min(maxWork, p.left)}
	before := s.left
	found = s.run()
	p.spend(before - s.left)
	return s.text, found, s.left > 0
}

// within reports whether all that p matches is matched by q. What shows that it
// is not is kept, and tried on others first.
func (p *pattern) within(q *pattern) bool {
	switch {
	case p.text == q.text:
		return true
	case min(p.rest, p.left) <= 0 || !p.allSamples(q.surely):
		return false
	}
	p.sample() // before others are
	before := p.left
	text, differs, certain := p.beyond(q)
	p.rest -= before - p.left
	if differs {
		p.samples = append(p.samples, text)
	}
	return !differs && certain
}

// fitsIn reports whether the lengths of what p matches are among those of what q
// does.
func (p *pattern) fitsIn(q *pattern) bool {
	return p.looks || p.shortest >= q.shortest && (q.longest == noEnd || p.longest != noEnd && p.longest <= q.longest)
}

// allSamples reports whether all texts that are known to match are so; the last
// one that was found is the most telling.
func (p *pattern) allSamples(are func(string) bool) bool {
	for _, text := range slices.Backward(p.samples) {
		if !are(text) {
			return false
		}
	}
	return true
}

// requiredText is the longest text, folded, that a pattern's tree shows to be in
// all that it matches.
func requiredText(re *syntax.Regexp) string {
	longest := ""
	switch re.Op {
	case syntax.OpLiteral:
		return folded(string(re.Rune))
	case syntax.OpCapture, syntax.OpPlus:
		return requiredText(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return requiredText(re.Sub[0])
		}
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if text := requiredText(sub); len(text) > len(longest) {
				longest = text
			}
		}
	}
	return longest
}

// folded is a text with each letter as the first of its cases.
func folded(text string) string {
	letters := []rune(text)
	for i, r := range letters {
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			letters[i] = min(letters[i], other)
		}
	}
	return string(letters)
}

// looksAround reports whether a part of a pattern matches no character, but asks
// for one.
func looksAround(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return true
	}
	return slices.ContainsFunc(re.Sub, looksAround)
}

// lengths are how many characters the texts that a pattern matches have at least,
// and at most.
func lengths(re *syntax.Regexp) (shortest, longest int) {
	switch re.Op {
	case syntax.OpLiteral:
		return len(re.Rune), len(re.Rune)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1, 1
	case syntax.OpCapture:
		return lengths(re.Sub[0])
	case syntax.OpStar:
		return repeated(re.Sub[0], 0, noEnd)
	case syntax.OpPlus:
		return repeated(re.Sub[0], 1, noEnd)
	case syntax.OpQuest:
		return repeated(re.Sub[0], 0, 1)
	case syntax.OpRepeat:
		return repeated(re.Sub[0], re.Min, re.Max)
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			lo, hi := lengths(sub)
			shortest, longest = shortest+lo, sumOf(longest, hi)
		}
	case syntax.OpAlternate:
		shortest, longest = lengths(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			lo, hi := lengths(sub)
			shortest, longest = min(shortest, lo), longerOf(longest, hi)
		}
	}
	return shortest, longest
}

// repeated is the lengths of what is repeated from lo to hi times.
func repeated(re *syntax.Regexp, lo, hi int) (shortest, longest int) {
	shortest, longest = lengths(re)
	switch {
	case longest == 0:
		return 0, 0
	case longest == noEnd || hi == noEnd:
		return lo * shortest, noEnd
	}
	return lo * shortest, hi * longest
}

func sumOf(a, b int) int {
	if a == noEnd || b == noEnd {
		return noEnd
	}
	return a + b
}

func longerOf(a, b int) int {
	if a == noEnd || b == noEnd {
		return noEnd
	}
	return max(a, b)
}
