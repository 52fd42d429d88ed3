package spec

// A pattern, and what is found out about it, which is kept: many are compared
// with many.

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"unicode"

	"github.com/errgen/errgen/gen/catalog"
)

// A pattern is a regular expression that matches whole texts.
type pattern struct {
	text     string
	tree     *syntax.Regexp
	whole    *regexp.Regexp
	required string // folded, in every text that matches

	states   *automaton // nil until it is asked for
	shortest int        // how many characters the texts that match have at least
	longest  int        // and at most, or noEnd
	samples  []string   // texts that match, once one was looked for
	left     int        // steps that searches among its texts may still take
}

// noEnd is the length of texts that may be of any length.
const noEnd = -1

// maxRequired bounds the text that patterns are found by, in bytes.
const maxRequired = 32

func newPattern(text string) (*pattern, error) {
	tree, err := syntax.Parse(text, syntax.Perl) // first as it stands: a)(b would be whole in parentheses
	if err != nil {
		return nil, err
	}
	whole, err := regexp.Compile(catalog.Whole(text))
	if err != nil {
		return nil, err
	}
	p := &pattern{text: text, tree: tree, whole: whole, left: maxWork}
	p.required = requiredText(tree)
	p.required = p.required[:min(len(p.required), maxRequired)]
	return p, nil
}

// plain is the one text that a pattern matches, if it is written as that.
func (p *pattern) plain() (string, bool) {
	if p.tree.Op != syntax.OpLiteral || p.tree.Flags&syntax.FoldCase != 0 {
		return "", false
	}
	return string(p.tree.Rune), true
}

func (p *pattern) automaton() *automaton {
	if p.states == nil {
		p.states = automatonOf(p.tree)
		p.shortest, p.longest = lengths(p.tree)
	}
	return p.states
}

// sample is a text that the pattern matches and, if there is one, not the empty
// text.
func (p *pattern) sample() (string, bool) {
	if p.samples == nil {
		p.samples = []string{}
		if text, ok := beyond(p.automaton(), noCode); ok {
			p.samples = append(p.samples, text)
		}
	}
	if len(p.samples) == 0 {
		return "", false
	}
	return p.samples[0], true
}

// within reports whether all that p matches is matched by q. What shows that it
// is not is kept, and tried on others first.
func (p *pattern) within(q *pattern) bool {
	if p.text == q.text {
		return true
	}
	a, b := p.automaton(), q.automaton()
	if !a.looks && (p.shortest < q.shortest || q.longest != noEnd && (p.longest == noEnd || p.longest > q.longest)) {
		return false
	}
	if !p.allSamples(b.matches) {
		return false
	}
	s := search{a: a, b: b, left: p.left}
	differs := s.run()
	if p.left = s.left; differs {
		p.samples = append(p.samples, s.text)
	}
	return !differs && p.left > 0
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
