package html

// Go's regular expressions as JavaScript's, for the scripts that read responses.

import (
	"fmt"
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode"

	"github.com/errgen/errgen/gen/catalog"
)

// script is a pattern as JavaScript writes it, for the flag u alone (ECMA-262
// §22.2.1). It is made of what Go has read in the pattern, not of its text: the
// scripts' syntax for the same is another, and so is what their flags mean.
//
// Of the groups only those that hold a delay stay groups, since the names of
// others may be none there.
func script(pattern string) string {
	if pattern == "" {
		return ""
	}
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err) // a catalog's patterns compile
	}
	return regexpScript(parsed)
}

// messageScript is a pattern for an error's messages, whatever values are in them;
// "" if they are all the same.
func messageScript(e *catalog.Error) string {
	if len(e.Params) == 0 {
		return ""
	}
	return script(e.MessagePattern())
}

func regexpScript(re *syntax.Regexp) string {
	switch re.Op {
	case syntax.OpLiteral:
		return literalScript(re)
	case syntax.OpCharClass:
		return classScript(re.Rune)
	case syntax.OpCapture:
		return groupScript(re)
	case syntax.OpConcat:
		return joinScripts(re.Sub, "")
	case syntax.OpAlternate:
		return "(?:" + joinScripts(re.Sub, "|") + ")"
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		return "(?:" + regexpScript(re.Sub[0]) + ")" + countScript(re)
	}
	return simpleScripts[re.Op]
}

// simpleScripts are those that are always the same.
var simpleScripts = map[syntax.Op]string{
	syntax.OpNoMatch:        `[]`,
	syntax.OpAnyCharNotNL:   `[^\n]`,
	syntax.OpAnyChar:        `[^]`,
	syntax.OpBeginText:      `^`,
	syntax.OpEndText:        `$`,
	syntax.OpBeginLine:      `(?:^|(?<=\n))`,
	syntax.OpEndLine:        `(?:$|(?=\n))`,
	syntax.OpWordBoundary:   `\b`,
	syntax.OpNoWordBoundary: `\B`,
}

func joinScripts(all []*syntax.Regexp, separator string) string {
	scripts := make([]string, len(all))
	for i, re := range all {
		scripts[i] = regexpScript(re)
	}
	return strings.Join(scripts, separator)
}

func groupScript(re *syntax.Regexp) string {
	mark := "(?:"
	if _, isDelay := catalog.DelayGroup(re.Name); isDelay {
		mark = "(?<" + re.Name + ">"
	}
	return mark + regexpScript(re.Sub[0]) + ")"
}

func countScript(re *syntax.Regexp) string {
	count := ""
	switch re.Op {
	case syntax.OpStar:
		count = "*"
	case syntax.OpPlus:
		count = "+"
	case syntax.OpQuest:
		count = "?"
	case syntax.OpRepeat:
		count = repeatScript(re.Min, re.Max)
	}
	if re.Flags&syntax.NonGreedy != 0 {
		count += "?"
	}
	return count
}

func repeatScript(least, most int) string {
	switch most {
	case least:
		return fmt.Sprintf("{%d}", least)
	case -1:
		return fmt.Sprintf("{%d,}", least)
	}
	return fmt.Sprintf("{%d,%d}", least, most)
}

func literalScript(re *syntax.Regexp) string {
	var b strings.Builder
	for _, r := range re.Rune {
		if re.Flags&syntax.FoldCase == 0 {
			b.WriteString(runeScript(r))
			continue
		}
		cases := []rune{r, r}
		for c := unicode.SimpleFold(r); c != r; c = unicode.SimpleFold(c) {
			cases = append(cases, c, c)
		}
		b.WriteString(classScript(cases))
	}
	return b.String()
}

// classScript is a class of the characters from the first to the second of each
// pair.
func classScript(pairs []rune) string {
	var b strings.Builder
	b.WriteByte('[')
	for i := 0; i < len(pairs); i += 2 {
		b.WriteString(runeScript(pairs[i]))
		if pairs[i] < pairs[i+1] {
			b.WriteString("-" + runeScript(pairs[i+1]))
		}
	}
	b.WriteByte(']')
	return b.String()
}

// runeScript is a character that stands for itself, also in a class.
func runeScript(r rune) string {
	if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" _:,", r)) {
		return string(r)
	}
	return `\u{` + strconv.FormatInt(int64(r), 16) + "}"
}
