package spec

// Patterns: whether they compile, and match what nothing else does.

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// everyCode is what a pattern must not match all of.
var everyCode = mustAutomaton(`[!-~]+`)

// noCode is what no code is.
var noCode = mustAutomaton(``)

// compile compiles a pattern, which matches whole texts; nil if it is none,
// which is reported.
func (c *checker) compile(t text) *regexp.Regexp {
	whole, err := regexp.Compile(t.value) // first as it stands: a)(b would be whole in parentheses
	if err == nil {
		whole, err = regexp.Compile(catalog.Whole(t.value))
	}
	if err != nil {
		c.reportText(t, "pattern", "the pattern does not compile: "+strings.TrimPrefix(err.Error(), "error parsing regexp: "), patternHint(t.value))
		return nil
	}
	return whole
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
	if c.compile(t) == nil {
		return
	}
	if a := newAutomaton(t.value); a != nil && within(everyCode, a) {
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
	if c.compile(t) == nil {
		return ""
	}
	a := newAutomaton(t.value)
	_, isText := regexp.MustCompile(t.value).LiteralPrefix()
	switch {
	case isText:
		c.reportText(t, "pattern", "the pattern is a plain text", "write it as a code: code: […, "+t.value+"]")
	case a != nil && within(everyCode, a):
		c.reportText(t, "pattern", "the pattern matches everything", "make it narrower; class and action of unknown codes are in defaults")
	case a != nil && within(a, noCode):
		c.reportText(t, "unreachable", "the pattern matches no code", "")
	default:
		c.groupNames(t)
		return t.value
	}
	return ""
}

// retryGroup begins the names of the groups of a pattern that hold a delay.
const retryGroup = "retry_after"

// groupNames checks the names of a pattern's groups: those that begin as a delay
// have one's unit.
func (c *checker) groupNames(t text) {
	for _, name := range regexp.MustCompile(t.value).SubexpNames() {
		if _, isDelay := catalog.DelayGroup(name); !isDelay && strings.HasPrefix(name, retryGroup) {
			c.reportText(t, "unknown-unit", fmt.Sprintf("the group %q has no unit of a delay", name),
				"write retry_after for seconds, or retry_after_ and one of "+strings.Join(catalog.Units[:], ", "))
		}
	}
}

// A matcher is an entry's pattern, ready to be compared with others.
type matcher struct {
	entry  int
	whole  *regexp.Regexp
	states *automaton
}

// patterns reports entries whose patterns match only what an earlier entry's
// does already.
func (c *checker) patterns() {
	byPrefix := make(map[string][]matcher)
	for i := range c.cat.Errors {
		pattern := c.cat.Errors[i].Pattern
		if pattern == "" {
			continue
		}
		m := matcher{i, regexp.MustCompile(catalog.Whole(pattern)), newAutomaton(pattern)}
		if m.states == nil {
			continue
		}
		if sample, ok := beyond(m.states, noCode); ok {
			c.hidden(m, sample, byPrefix)
		}
		prefix, _ := regexp.MustCompile(pattern).LiteralPrefix()
		byPrefix[prefix] = append(byPrefix[prefix], m)
	}
}

// hidden reports an entry whose pattern is within that of one of the earlier
// ones, which are found by the text that their matches begin with.
func (c *checker) hidden(m matcher, sample string, byPrefix map[string][]matcher) {
	for n := 0; n <= len(sample); n++ {
		for _, earlier := range byPrefix[sample[:n]] {
			a, b := &c.cat.Errors[earlier.entry], &c.cat.Errors[m.entry]
			if earlier.whole.MatchString(sample) && covers(a, b) && (a.Pattern == b.Pattern || within(m.states, earlier.states)) {
				e, other := &c.doc.errors[m.entry], &c.doc.errors[earlier.entry]
				c.reportHidden(e.pattern.spot, other.pattern.spot, fmt.Sprintf("no code reaches this pattern: all that it matches, such as %q, is matched before", sample))
				return
			}
		}
	}
}
