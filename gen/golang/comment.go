package golang

// Prose in comments. Text of a spec is written so that it stays what it is, a
// piece of prose: no directive, heading, list, link definition, build tag or
// code block can arise from it, and gofmt leaves it alone (go/doc/comment says
// what it would rewrite).
//
// Two things make that so. Every paragraph starts with words of ours, since
// most markup is recognised at the start of a paragraph; and a line is broken
// only before a letter, or what encloses something and marks up nothing, since
// the rest is recognised at the start of a line.

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"
)

// commentWidth is where the text of a comment is wrapped, in characters.
const commentWidth = 104

// comment is a doc comment of those paragraphs: its lines with their slashes,
// none with a line break. A paragraph that begins with a tab is a line of code,
// kept as it is.
func comment(paragraphs ...string) []string {
	var lines []string
	for i, p := range paragraphs {
		isCode := strings.HasPrefix(p, "\t")
		if i > 0 && (!isCode || !strings.HasPrefix(paragraphs[i-1], "\t")) {
			lines = append(lines, "//")
		}
		if isCode {
			lines = append(lines, "//"+p)
			continue
		}
		lines = appendWrapped(lines, prose(p))
	}
	return lines
}

// appendWrapped breaks a paragraph into comment lines. A break comes only
// before a word that beginsLine, so that long words and anything that looks like
// markup stay in the midst of a line.
func appendWrapped(lines []string, paragraph string) []string {
	if len(paragraph) < commentWidth {
		return append(lines, "// "+paragraph)
	}
	start, width := 0, 0
	for at := 0; at < len(paragraph); {
		word, _, _ := strings.Cut(paragraph[at:], " ")
		n := utf8.RuneCountInString(word)
		if at > 0 && width+1+n > commentWidth && beginsLine(word) {
			lines = append(lines, "// "+paragraph[start:at-1])
			start, width = at, 0
		}
		width += 1 + n
		at += len(word) + 1
	}
	return append(lines, "// "+paragraph[start:])
}

func beginsLine(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(first) || strings.ContainsRune(`"“({`, first)
}

func startsWithLetter(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(first)
}

// prose is a text as one line without what can't stand in a comment: white
// space of every kind is a single space; control, formatting and unassigned
// characters are dropped; paired quotes are as gofmt writes them.
func prose(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.Join(strings.Fields(strings.Map(printable, s)), " ")
	return typographicQuotes(s)
}

// isPlain reports whether prose would leave a text as it is. It may say no to
// such a text, but never to one of plain English.
func isPlain(s string) bool {
	before := byte(' ') // a space at either end, and a second one in a row, are too many
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' || c == before && (c == ' ' || c == '`' || c == '\'') {
			return false
		}
		before = c
	}
	return before != ' ' || s == ""
}

func printable(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case !unicode.IsPrint(r):
		return -1
	}
	return r
}

// typographicQuotes replaces two backquotes and two apostrophes as gofmt does.
// Three backquotes, which mark code elsewhere, stay; of more it takes some pairs,
// but not all, so here they are all taken.
func typographicQuotes(s string) string {
	s = strings.ReplaceAll(s, "''", "”")
	if !strings.Contains(s, "``") {
		return s
	}
	var b strings.Builder
	for s != "" {
		quotes := len(s) - len(strings.TrimLeft(s, "`"))
		if quotes == 3 {
			b.WriteString(s[:quotes])
		} else {
			b.WriteString(strings.Repeat("“", quotes/2) + strings.Repeat("`", quotes%2))
		}
		text, _, _ := strings.Cut(s[quotes:], "`")
		b.WriteString(text)
		s = s[quotes+len(text):]
	}
	return b.String()
}

// sentence is a text with a full stop, if it ends in a letter or digit.
func sentence(s string) string {
	s = prose(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if unicode.IsLetter(last) || unicode.IsDigit(last) {
		return s + "."
	}
	return s
}

// remark is a text as a comment at the end of a line; lead stands before one
// that does not start with a letter, which might be markup.
func remark(lead, s string) jen.Code {
	s = prose(s)
	if !startsWithLetter(s) {
		s = prose(lead) + ": " + s
	}
	return jen.Comment(strings.TrimRight("// "+s, " "))
}
