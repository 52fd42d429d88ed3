package spec

// Patterns: whether they compile, and match what nothing else does.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// pattern is a pattern by its text; what is found out about it is kept.
func (c *checker) pattern(text string) (*pattern, error) {
	if p := c.patterns[text]; p != nil {
		return p, nil
	}
	p, err := newPattern(text, c.effort)
	if err == nil {
		c.patterns[text] = p
	}
	return p, err
}

// compile is the pattern that a text is; nil if it is none, which is reported.
func (c *checker) compile(t text) *pattern {
	p, err := c.pattern(t.value)
	if err != nil {
		c.reportText(t, "pattern", "the pattern does not compile: "+strings.TrimPrefix(err.Error(), "error parsing regexp: "), patternHint(t.value))
		return nil
	}
	return p
}

// patternHint is the advice for a pattern that may be meant for other engines.
func patternHint(pattern string) string {
	for _, other := range []string{"(?=", "(?!", "(?<=", "(?<!", `\1`, `\2`, `\k<`, "(?>", "++", "*+"} {
		if strings.Contains(pattern, other) {
			return "patterns are Go's regular expressions, which take linear time: they have no backreferences and do not look around"
		}
	}
	return "write a regular expression as Go's package regexp has them"
}

// testPattern checks the pattern of a test.
func (c *checker) testPattern(t text) {
	if t.value == "" {
		c.reportText(t, "pattern", "the pattern is empty", "write the text \"\" for the empty text, or {exists: true} if any value will do")
		return
	}
	if p := c.compile(t); p != nil && c.isEverything(p, 0) {
		c.reportText(t, "pattern", "the pattern matches everything", "write {exists: true} if any value will do")
	}
}

// codePattern checks the pattern of an entry.
func (c *checker) codePattern(e *entry) string {
	t := e.pattern
	if !t.ok() {
		return ""
	}
	if e.code == nil {
		c.report(e.own(t).place(), "pattern", "the error has a pattern, but no code", "add the code that it is known by: code: …")
	}
	p := c.compile(t)
	if p == nil {
		return ""
	}
	text, isText := p.plain()
	switch {
	case isText:
		c.reportText(t, "pattern", "the pattern is a plain text", "write it as a code: code: […, "+quote(text)+"]")
	case c.isEverything(p, 1):
		c.reportText(t, "pattern", "the pattern matches everything", "make it narrower; class and action of unknown codes are in defaults")
	case isNothing(p):
		c.reportText(t, "unreachable", "the pattern matches no code", `write one that codes can match, such as ORDER_\d+`)
	default:
		c.groupNames(t, p)
		return t.value
	}
	return ""
}

// isEverything reports whether a pattern matches every text of one line that has
// at least so many characters.
func (c *checker) isEverything(p *pattern, least int) bool {
	if p.shortest > least || p.longest != noEnd {
		return false
	}
	every, _ := c.pattern(fmt.Sprintf(".{%d,}", least)) // which is one
	_, missing, certain := every.beyond(p)
	return !missing && certain
}

// isNothing reports whether a pattern matches no text, but for the empty one.
func isNothing(p *pattern) bool {
	_, found, certain := p.beyond(p.nothing)
	return !found && certain
}

// retryGroup begins the names of the groups of a pattern that hold a delay.
const retryGroup = "retry_after"

// groupNames checks the names of a pattern's groups: those that begin as a delay
// have one's unit.
func (c *checker) groupNames(t text, p *pattern) {
	for _, name := range p.tree.CapNames() {
		if _, isDelay := catalog.DelayGroup(name); !isDelay && strings.HasPrefix(name, retryGroup) {
			c.reportText(t, "unknown-unit", fmt.Sprintf("the group %q has no unit of a delay", name),
				"write retry_after for seconds, or retry_after_ and one of "+strings.Join(catalog.Units[:], ", "))
		}
	}
}

// latePatterns reports entries whose patterns match only what those of earlier
// ones do already.
func (c *checker) latePatterns() {
	for _, conditional := range []bool{false, true} { // those with a condition are tried first
		for _, l := range findLate(c.withPattern(conditional)) {
			if l.everywhere && !c.readsDelay(&c.cat.Errors[l.n]) {
				e, other := &c.doc.errors[l.n], &c.doc.errors[l.by.n]
				sample, _ := c.patterns[e.pattern.value].sample()
				c.reportHidden(e.pattern.spot, other.pattern.spot, fmt.Sprintf("no code reaches this pattern: all that it matches, such as %q, is matched before", sample))
			}
		}
	}
}

// readsDelay reports whether an entry's pattern is there for the delay in one of
// its own codes, which find the entry whatever its pattern would.
func (c *checker) readsDelay(err *catalog.Error) bool {
	p := c.patterns[err.Pattern]
	hasDelay := slices.ContainsFunc(p.tree.CapNames(), func(name string) bool {
		_, isDelay := catalog.DelayGroup(name)
		return isDelay
	})
	return hasDelay && slices.ContainsFunc(err.Codes, p.surely)
}

// withPattern lists the entries that have a pattern, and a condition or none.
func (c *checker) withPattern(conditional bool) []contender {
	var list []contender
	for i := range c.cat.Errors {
		err := &c.cat.Errors[i]
		if err.Pattern == "" || (err.When != nil) != conditional {
			continue
		}
		d := demand{c.matching(c.subject("code"), err.Pattern)}
		if conditional {
			when := c.demandOf(err.When)
			if when == nil {
				continue
			}
			d = append(d, when...)
		}
		d.sort()
		list = append(list, contender{i, identities{err.Domain, nil, err.Statuses}, d})
	}
	return list
}
