// What can be asked of a value in the body.

package runtime

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A bodyTest is about the values at a place of the body.
type bodyTest struct {
	place int // number of the place
	//errgen:if wildcards

	wild uint64 // which of the pointers with a * it is, as a bit; else 0
	//errgen:end

	test
}

// A test asks for one thing: for a value that is one of some texts, or none of
// some, for one that a pattern matches, for any value, or for none. One value
// that passes is enough.
type test struct {
	any    []string
	not    []string
	exists bool
	absent bool
	//errgen:if test_patterns

	pattern *pattern
	//errgen:end
}

// passes reports whether a value other than null is what the test asks for.
func (d *decoder) passes(t *test, v *value) bool {
	if v.kind == kindOther { // it has no text
		return t.exists || len(t.not) > 0
	}
	raw := d.body[v.start:v.end]
	is := func(text string) bool {
		return v.kind != kindString && string(raw) == text || v.kind == kindString && sameText(raw, text)
	}
	switch {
	case len(t.any) > 0:
		return slices.ContainsFunc(t.any, is)
	case len(t.not) > 0:
		return !slices.ContainsFunc(t.not, is)
	//errgen:if test_patterns
	case t.pattern != nil:
		var text strings.Builder
		writeText(&text, raw)
		return t.pattern.matches(text.String())
		//errgen:end
	}
	return t.exists
}

// sameText reports whether a string without its quotes stands for text.
func sameText(raw []byte, text string) bool {
	for len(raw) > 0 {
		got, n := nextRune(raw)
		want, m := utf8.DecodeRuneInString(text)
		if got != want || m == 0 {
			return false
		}
		raw, text = raw[n:], text[m:]
	}
	return text == ""
}
