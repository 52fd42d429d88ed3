package spec

// How names are spelled: the catalog's initialisms, and the affixes that they lose.

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/errgen/errgen/gen/ident"
)

// maxInitialism bounds the length of initialisms, in bytes.
const maxInitialism = 24

// spell reads how names are made: which words have a casing of their own, and
// what is left out.
func (c *checker) spell() {
	var further []string
	first := make(map[string]text)
	for _, t := range c.doc.initialisms {
		if !t.ok() {
			continue
		}
		lower := text{value: strings.ToLower(t.value), spot: t.spot}
		if !isInitialism(t.value) {
			c.reportText(t, "initialism", fmt.Sprintf("%q can't be an initialism", t.value),
				fmt.Sprintf("write 2 to %d letters and digits, in their casing, such as SIM or eSIM", maxInitialism))
		} else if c.once(first, lower, "initialism") {
			further = append(further, t.value)
		}
	}
	c.spelling = ident.NewSpelling(further)
	for _, t := range c.doc.nameAffixes {
		if t.ok() && len(c.spelling.Words(t.value)) == 0 {
			c.reportText(t, "name-affix", fmt.Sprintf("%q has neither letter nor digit in it", t.value), "write what names begin or end with, such as ERR_ or Exception")
		} else if t.ok() {
			c.affixes = append(c.affixes, t.value)
		}
	}
}

func isInitialism(s string) bool {
	return utf8.RuneCountInString(s) >= 2 && len(s) <= maxInitialism && strings.ContainsFunc(s, unicode.IsLetter) &&
		!strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// withoutAffixes is a code without the affixes that it begins and ends with, as
// long as a name can be made of the rest.
func (c *checker) withoutAffixes(code string) string {
	for i := 0; i < len(c.affixes); i++ {
		if rest, ok := c.cutAffix(code, c.affixes[i]); ok {
			code, i = rest, -1 // what was tried before may be an affix now
		}
	}
	return code
}

// cutAffix cuts an affix off where a word ends: Err is one of ErrLocked, and
// none of Error.
func (c *checker) cutAffix(code, affix string) (string, bool) {
	if rest, ok := strings.CutPrefix(code, affix); ok && c.isWords(code, affix, rest) && c.canName(c.spelling.Exported(rest)) {
		return rest, true
	}
	rest, ok := strings.CutSuffix(code, affix)
	return rest, ok && c.isWords(code, rest, affix) && c.canName(c.spelling.Exported(rest))
}

// isWords reports whether the words of s are those of its two parts.
func (c *checker) isWords(s, first, second string) bool {
	return slices.Equal(c.spelling.Words(s), append(c.spelling.Words(first), c.spelling.Words(second)...))
}
