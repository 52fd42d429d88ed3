package spec

// Where a spec is no YAML, yaml.v3 tells what it expected and a line, which is
// often the one before or that of the whole mapping, and missing for the first.
// What people want to know is which of their texts needs quotes. So the parser
// runs again on a reader that counts, which tells how far it came, and the
// lines up to there are searched for a text that can't stand without quotes.

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/diag"
	"github.com/errgen/errgen/gen/lazy"
)

// lookahead is how many characters the scanner has read beyond the one that it
// looks at.
const lookahead = 4

// searched is how many lines up to where the parser stopped are searched.
const searched = 4

var (
	messageLine   = lazy.Regexp(`^yaml: (?:line (\d+): )?`)
	unknownAnchor = lazy.Regexp(`^unknown anchor '(.*)' referenced$`)
)

// reportSyntax reports the parser's error at the text that is behind it.
func (s *source) reportSyntax(err error) {
	prefix := messageLine().FindStringSubmatch(err.Error())
	problem := strings.TrimPrefix(err.Error(), prefix[0])
	line, _ := strconv.Atoi(prefix[1]) // 0 where none is given
	if name := unknownAnchor().FindStringSubmatch(problem); name != nil {
		s.reportUnknownAnchor(name[1])
		return
	}
	at := s.stoppedAt()
	last := s.position(at).Line
	if problem == "found unexpected end of stream" || problem == "found unexpected document indicator" {
		last = min(max(line, 1), len(s.lines)) // in a quoted text, which begins there
	}
	for n := last; n > max(0, last-searched); n-- {
		if slip, found := findSlip(s.line(n)); found {
			start := s.lines[n-1] + slip.start
			s.report(s.between(start, s.lines[n-1]+slip.end), "syntax", slip.message, slip.hint)
			return
		}
	}
	s.report(s.stopPlace(at, problem), "syntax", "this is not YAML: "+problem, hintFor(problem))
}

// stopPlace is where to show a problem that no text explains: a tab in the
// indentation near by, else the line from its first word on if a key or an
// item is not where it should be, else the character.
func (s *source) stopPlace(at int, problem string) diag.Place {
	line := s.position(at).Line
	for _, n := range []int{line, line + 1, line - 1} {
		if 1 <= n && n <= len(s.lines) && tabIndented(s.line(n)) {
			start := s.lines[n-1] + strings.IndexByte(s.line(n), '\t')
			return s.between(start, start+1)
		}
	}
	if strings.Contains(problem, "expected key") || strings.Contains(problem, "indicator") || strings.Contains(problem, "mapping values") {
		text := s.line(line)
		start := s.lines[line-1] + len(text) - len(strings.TrimLeft(text, " \t"))
		return s.between(start, s.lines[line-1]+len(text))
	}
	return s.between(at, at+1)
}

func tabIndented(line string) bool {
	return strings.HasPrefix(strings.TrimLeft(line, " "), "\t")
}

// hintFor is the advice for what is not a matter of quotes.
func hintFor(problem string) string {
	switch {
	case strings.Contains(problem, "tab character"), strings.Contains(problem, "cannot start any token"):
		return "indent with spaces, not with tabs"
	case strings.Contains(problem, "escape"), strings.Contains(problem, "hexdecimal"):
		return `write \\ for a backslash, or put the text into single quotes`
	case strings.Contains(problem, "'-' indicator"):
		return "the items of a list begin in the same column, each with a dash and a blank"
	case strings.Contains(problem, "mapping values"), strings.Contains(problem, "expected key"):
		return "the keys of a mapping, and the items of a list, begin in the same column"
	case strings.Contains(problem, "could not find expected ':'"):
		return `a key is followed by ": " and its value`
	case strings.Contains(problem, "expected ',' or"):
		return "close what is open with } or ], and separate with commas"
	}
	return "quote a text that YAML reads otherwise"
}

func (s *source) reportUnknownAnchor(name string) {
	at := 0
	if i := strings.Index(s.text, " *"+name); i >= 0 {
		at = i + 1
	} else if i := strings.Index(s.text, "*"+name); i >= 0 {
		at = i
	}
	s.report(s.between(at, at+1+len(name)), "syntax", "there is no anchor &"+name+" before this alias",
		"quote the text if it begins with *")
}

// stoppedAt is the offset of the character at which the scanner stopped.
func (s *source) stoppedAt() int {
	r := &countingReader{text: s.yaml()}
	for dec := yaml.NewDecoder(r); ; {
		if _, err := decode(dec); err != nil {
			break
		}
	}
	at := r.read
	for range lookahead {
		_, size := utf8.DecodeLastRuneInString(s.text[:at])
		at -= size
	}
	for at < len(s.text) && at > 0 && isBlank(s.text[at]) {
		at++
	}
	at = min(at, max(len(s.text)-1, 0))
	if strings.HasSuffix(s.text[:min(at+1, len(s.text))], "\r\n") {
		at-- // the two are one line break
	}
	return at
}

// A countingReader hands out one byte at a time.
type countingReader struct {
	text string
	read int
}

func (r *countingReader) Read(p []byte) (int, error) {
	if r.read == len(r.text) {
		return 0, io.EOF
	}
	p[0] = r.text[r.read]
	r.read++
	return 1, nil
}
