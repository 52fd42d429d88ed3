package main

// Text for terminals, as explain prints it.

import (
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A screen lays out text for a terminal: wrapped to its width, in color if it
// has any. Whatever it is given is text: a character that would move the cursor
// or turn the direction of writing shows as U+FFFD.
type screen struct {
	b     strings.Builder
	width int
	color bool
}

const (
	plainWidth    = 80 // where the terminal does not say
	narrowest     = 24 // below, a text is better cut by the terminal than into words
	indent        = "  "
	bullet        = "  • "
	labelledWidth = 12 // of a label and what parts it from its text
)

// newScreen is the terminal that standard output leads to, or a file to be read
// on one.
func (c *console) newScreen(choice colorChoice) *screen {
	return &screen{width: max(c.width(), narrowest), color: c.color(choice, c.screen)}
}

// width is $COLUMNS, else that of the terminal.
func (c *console) width() int {
	if n, err := strconv.Atoi(c.getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if n := terminalWidth(c.screen); n > 0 {
		return n
	}
	return plainWidth
}

// flush prints what was laid out.
func (s *screen) flush(w io.Writer) { _, _ = io.WriteString(w, s.b.String()) }

// A style is an SGR code (ECMA-48 §8.3.117); "" is plain.
type style string

const (
	bold   style = "1"
	faint  style = "2"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
	cyan   style = "36"
)

func (s *screen) styled(style style, text string) string {
	if !s.color || style == "" || text == "" {
		return text
	}
	return "\x1b[" + string(style) + "m" + text + "\x1b[0m"
}

// line prints a text that is not wrapped.
func (s *screen) line(style style, text string) { s.raw(s.styled(style, visible(text))) }

func (s *screen) raw(line string) { s.b.WriteString(line + "\n") }

// gap parts what follows from what came before.
func (s *screen) gap() {
	if s.b.Len() > 0 {
		s.raw("")
	}
}

// prose prints the paragraphs of a text.
func (s *screen) prose(indent, text string) {
	for i, p := range paragraphs(text) {
		if i > 0 {
			s.raw("")
		}
		s.hanging("", indent, "", p)
	}
}

// item prints an element of a list.
func (s *screen) item(text string) { s.hanging("", bullet, "", text) }

// labelled prints a text behind its label, if there is one.
func (s *screen) labelled(label string, style style, text string) {
	if text != "" {
		s.hanging(faint, label+strings.Repeat(" ", max(1, labelledWidth-columns(label))), style, text)
	}
}

// hanging prints a text whose lines all begin where the first does, behind lead.
func (s *screen) hanging(leading style, lead string, style style, text string) {
	margin := columns(lead)
	for _, line := range wrap(visible(text), s.width-margin) {
		s.raw(s.styled(leading, lead) + s.styled(style, line))
		leading, lead = "", strings.Repeat(" ", margin)
	}
}

// code prints lines as they are.
func (s *screen) code(text string) {
	for _, line := range strings.Split(text, "\n") {
		s.raw(strings.TrimRight(indent+visible(line), " "))
	}
}

// wrap breaks a text between words into lines of at most width columns. A word
// that is longer, such as a URL, stays whole.
func wrap(text string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		n := columns(word)
		switch {
		case line == "":
			line, used = word, n
		case used+1+n <= width:
			line, used = line+" "+word, used+1+n
		default:
			lines = append(lines, line)
			line, used = word, n
		}
	}
	return append(lines, line)
}

// paragraphs parts a text at its empty lines.
func paragraphs(text string) []string {
	var all, lines []string
	for _, line := range append(strings.Split(text, "\n"), "") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		} else if lines != nil {
			all = append(all, strings.Join(lines, " "))
			lines = nil
		}
	}
	return all
}

// columns is how many columns of a terminal a text takes.
func columns(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
			n += 2
		default:
			n++
		}
	}
	return n
}

// visible is a text on one line, without characters that do more than show.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u2028', r == '\u2029', unicode.IsControl(r) && unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(text, string(utf8.RuneError)))
}
