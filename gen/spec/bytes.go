package spec

// What is wrong with the bytes of a file, before anything is made of them.

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/errgen/errgen/gen/diag"
)

// The largest file that is read, and the largest spec with all that it includes,
// in bytes.
const (
	maxFile = 64 << 20
	maxSpec = 4 * maxFile
)

// maxWrongCharacters is how many are reported; a file with more is not text.
const maxWrongCharacters = 20

// checkBytes reports whether the spec is text that a YAML parser can be given.
func (s *source) checkBytes() bool {
	start := diag.Place{Pos: diag.Pos{File: s.name}}
	before := len(s.diags)
	switch {
	case len(s.text) > maxFile:
		s.report(start, "too-large", fmt.Sprintf("%s has more than the %d MiB that are read of a file", s.what, maxFile>>20),
			"put its errors into several files, and list those in include of the spec")
	case s.size > maxSpec:
		s.report(start, "too-large", fmt.Sprintf("with this file, the spec has more than the %d MiB that are read", maxSpec>>20), "leave a part of the errors to another spec")
	case strings.HasPrefix(s.text, "\xff\xfe"), strings.HasPrefix(s.text, "\xfe\xff"):
		s.report(start, "not-utf-8", s.what+" is in UTF-16", "save it as UTF-8")
	case looksLikeXML(s.text):
		s.report(s.between(0, len(s.text)), "not-yaml", s.what+" is XML or HTML, not YAML", s.beginning())
	default:
		s.checkCharacters()
	}
	return len(s.diags) == before
}

// looksLikeXML reports whether text begins with a tag. YAML can begin with a
// merge key at most, <<.
func looksLikeXML(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	if len(text) < 2 || text[0] != '<' {
		return false
	}
	c := text[1] | 0x20 // in lower case
	return text[1] == '!' || text[1] == '?' || 'a' <= c && c <= 'z'
}

// checkCharacters finds what is not UTF-8, and the characters that no spec may
// hold.
func (s *source) checkCharacters() {
	most := len(s.diags) + maxWrongCharacters
	for i := 0; i < len(s.text) && len(s.diags) < most; {
		if c := s.text[i]; c >= ' ' && c < 0x7f || c == '\n' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if r == utf8.RuneError && size == 1 {
			s.report(s.between(i, i+1), "not-utf-8", fmt.Sprintf("byte 0x%02X is not UTF-8", s.text[i]), "save it as UTF-8")
		} else if what := forbidden(r); what != "" {
			s.report(s.between(i, i+size), "control-character", fmt.Sprintf("%U is %s", r, what), "leave it out")
		}
		i += size
	}
}

// forbidden says what is wrong with a character that neither a spec nor the
// texts in it may hold; "" if nothing is.
func forbidden(r rune) string {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return ""
	case r < ' ', 0x7f <= r && r < 0xa0:
		return "a control character"
	case 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069:
		return "a bidirectional override: the text would show in another order than it has"
	case r == 0xfeff:
		return "a byte-order mark inside the text"
	case r&0xfffe == 0xfffe, 0xfdd0 <= r && r <= 0xfdef:
		return "no character"
	}
	return ""
}
