package spec

// The text of a file, and the way from a node of YAML to its place in that text.

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/diag"
)

// A source is the text of a spec, or of a file that it includes, and the way
// from a position to the text there.
type source struct {
	*findings
	what  string // the file is called in diagnostics
	name  string // of the file
	text  string // without byte-order mark
	lines []int  // the offset at which each line begins
	marks []mark // in long lines
}

// findings are what all sources of a spec share: what was found wrong in them,
// and how much was read.
type findings struct {
	diags diag.List

	size      int  // of the texts, in bytes
	visited   int  // how much of them was read, aliases followed
	exhausted bool // more than may be
}

// theSpec and theFile are what sources are called.
const (
	theSpec = "the spec"
	theFile = "the included file"
)

// A mark is a position whose offset is known. Long lines have some: a spec may be
// one line of megabytes.
type mark struct{ line, col, offset int }

// markEvery is how far the marks in a line are apart, in bytes.
const markEvery = 1024

func newSource(what, name string, src []byte, f *findings) *source {
	s := &source{findings: f, what: what, name: name, text: strings.TrimPrefix(string(src), "\ufeff")}
	s.size += len(s.text)
	s.lines = make([]int, 0, strings.Count(s.text, "\n")+1)
	for start, more := 0, true; more; {
		s.lines = append(s.lines, start)
		var n int
		n, more = lineLen(s.text[start:])
		s.markLong(start + n)
		start += n
	}
	return s
}

// lineLen is the length of the line that text begins with, and whether a line
// break ends it: LF, CRLF or CR.
func lineLen(text string) (n int, broken bool) {
	n = strings.IndexByte(text, '\n') + 1
	if broken = n > 0; !broken {
		n = len(text)
	}
	if cr := strings.IndexByte(text[:n], '\r') + 1; cr > 0 && !strings.HasPrefix(text[cr:], "\n") {
		return cr, true
	}
	return n, broken
}

// markLong adds marks to the last line as far as the offset that it ends at.
func (s *source) markLong(end int) {
	for last := s.lineStart(len(s.lines)); last.offset+markEvery < end; {
		offset := last.offset + markEvery
		for offset < end && !utf8.RuneStart(s.text[offset]) {
			offset++
		}
		last.col += utf8.RuneCountInString(s.text[last.offset:offset])
		last.offset = offset
		s.marks = append(s.marks, last)
	}
}

// offset is where the character at a line and column begins, both from 1.
func (s *source) offset(line, col int) int {
	if line > len(s.lines) {
		return len(s.text)
	}
	at := s.nearest(line, func(m mark) bool { return m.line < line || m.line == line && m.col <= col })
	for ; at.col < col && at.offset < len(s.text); at.col++ {
		_, size := utf8.DecodeRuneInString(s.text[at.offset:])
		at.offset += size
	}
	return at.offset
}

// position is the line and column of the character at an offset.
func (s *source) position(offset int) diag.Pos {
	line, begins := slices.BinarySearch(s.lines, offset)
	if begins {
		line++
	}
	at := s.nearest(line, func(m mark) bool { return m.offset <= offset })
	return diag.Pos{File: s.name, Line: line, Col: at.col + utf8.RuneCountInString(s.text[at.offset:offset])}
}

// nearest is the last mark in a line of those at the front that satisfy f, or
// the line's start.
func (s *source) nearest(line int, f func(mark) bool) mark {
	i := sort.Search(len(s.marks), func(i int) bool { return !f(s.marks[i]) })
	if i > 0 && s.marks[i-1].line == line {
		return s.marks[i-1]
	}
	return s.lineStart(line)
}

func (s *source) lineStart(line int) mark { return mark{line, 1, s.lines[line-1]} }

// line is a line's text, without its line break.
func (s *source) line(number int) string {
	start, end := s.lines[number-1], len(s.text)
	if number < len(s.lines) {
		end = s.lines[number]
	}
	return strings.TrimRight(s.text[start:end], "\r\n")
}

// between is the place of the text from start to end, as far as it is on the
// line where it starts.
func (s *source) between(start, end int) diag.Place {
	pos := s.position(start)
	line := s.line(pos.Line)
	end = max(start, min(end, s.lines[pos.Line-1]+len(line)))
	return diag.Place{Pos: pos, Width: max(1, utf8.RuneCountInString(s.text[start:end])), Line: line}
}

// place is where a node stands: a scalar as far as it goes on its first line, a
// mapping by its first key, or what is in brackets by the first of them.
func (s *source) place(n *yaml.Node) diag.Place {
	start := s.start(n)
	return s.between(start, s.end(n, start))
}

// pos is the position at which a spot begins.
func (at spot) pos() diag.Pos {
	return diag.Pos{File: at.in.name, Line: at.node.Line, Col: at.node.Column}
}

// start is the offset of a node's text, after its anchor.
func (s *source) start(n *yaml.Node) int {
	at := s.offset(n.Line, n.Column)
	if n.Anchor == "" || n.Kind == yaml.AliasNode || !strings.HasPrefix(s.text[at:], "&"+n.Anchor) {
		return at
	}
	rest := s.text[at+1+len(n.Anchor):]
	return len(s.text) - len(strings.TrimLeft(rest, " \t\r\n"))
}

// end is the offset after the part of a node that it is shown by.
func (s *source) end(n *yaml.Node, start int) int {
	switch {
	case n.Kind == yaml.AliasNode:
		return start + 1 + len(n.Value)
	case n.Kind != yaml.ScalarNode:
		return s.firstEnd(n, start)
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		return start + quotedLen(s.text[start:])
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return start + 1
	}
	return s.plainEnd(n.Value, start)
}

// firstEnd is the offset after a block mapping's first key, or after the first
// character of what is in brackets or a block sequence.
func (s *source) firstEnd(n *yaml.Node, start int) int {
	if n.Style&yaml.FlowStyle == 0 && n.Kind == yaml.MappingNode && len(n.Content) > 0 {
		if key := n.Content[0]; key.Kind == yaml.ScalarNode {
			return s.end(key, s.start(key))
		}
	}
	return start + 1
}

// quotedLen is the length of the quoted scalar that text begins with.
func quotedLen(text string) int {
	if text == "" {
		return 0
	}
	for i := 1; i < len(text); i++ {
		switch {
		case text[0] == '"' && text[i] == '\\':
			i++
		case text[i] != text[0]:
		case text[0] == '\'' && strings.HasPrefix(text[i+1:], "'"):
			i++
		default:
			return i + 1
		}
	}
	return len(text)
}

// plainEnd is the offset after a plain scalar that starts at start: where all
// that is not blank in its value has been seen. Lines of it may be folded.
func (s *source) plainEnd(value string, start int) int {
	if strings.HasPrefix(s.text[start:], value) {
		return start + len(value)
	}
	at := start
	for i := 0; i < len(value) && at < len(s.text); {
		switch {
		case isBlank(value[i]):
			i++
		case isBlank(s.text[at]):
			at++
		default:
			i++
			at++
		}
	}
	return at
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// report adds an error at a place.
func (f *findings) report(at diag.Place, rule, message, hint string, related ...diag.Related) {
	f.diags = append(f.diags, diag.Diagnostic{Place: at, Rule: rule, Message: message, Hint: hint, Related: related})
}

// suggest adds an error at a text, with advice that takes a while to find.
func (f *findings) suggest(t text, rule, message string, advice func() string) {
	f.diags = append(f.diags, diag.Diagnostic{Place: t.place(), Rule: rule, Message: message, Suggest: advice})
}

// warn reports what is no mistake in a spec that is only read by.
func (f *findings) warn(at diag.Place, rule, message, hint string, related ...diag.Related) {
	f.report(at, rule, message, hint, related...)
	f.diags[len(f.diags)-1].Severity = diag.Warning
}
