// What makes a foreign text safe to print: one line, of bounded length, without
// characters that move a terminal's cursor, and without what a URL in it hides.

package runtime

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLine bounds each foreign text in a print form, in bytes.
const maxLine = 512

// line is s on one line: line breaks and tabs become spaces, other control
// characters and invalid UTF-8 become U+FFFD, and what is too long is cut.
func line(s string) string {
	cut := ""
	if len(s) > maxLine {
		end := maxLine
		for end > maxLine-utf8.UTFMax && !utf8.RuneStart(s[end]) {
			end--
		}
		s, cut = s[:end], "…"
	}
	return strings.Map(printable, strings.ToValidUTF8(s, "\uFFFD")) + cut
}

// printable is what to print for r.
func printable(r rune) rune {
	switch {
	case r == '\u2028', r == '\u2029', unicode.IsControl(r) && unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
		return utf8.RuneError
	}
	return r
}

// causeText is an error's text, safe to print; "" for nil. net/http puts whole
// URLs into its errors, and of a response that is none what the server sent.
func causeText(err error) string {
	if err == nil {
		return ""
	}
	text := err.Error()
	for _, quoting := range [...]string{"malformed MIME header line: ", "malformed HTTP response "} {
		if i := strings.Index(text, quoting); i >= 0 {
			text = text[:i+len(quoting)] + "…"
		}
	}
	return line(redact(text))
}

// redact takes secrets out of a text: of each URL the user info, the query and
// the fragment, of an Authorization header the credentials.
func redact(s string) string {
	var b strings.Builder
	quoted := false
	for i := 0; i < len(s); i++ {
		b.WriteByte(s[i])
		hidden := 0
		switch s[i] {
		case '"':
			quoted = !quoted
		case '\\':
			if quoted && i+1 < len(s) {
				i++
				b.WriteByte(s[i])
			}
		case '/':
			hidden = userInfo(s[:i+1], s[i+1:])
		case '?', '#':
			hidden = urlTail(s[:i], s[i+1:], quoted)
		case ' ':
			hidden = credentials(s[:i], s[i+1:])
		}
		if hidden > 0 {
			b.WriteString("…")
			i += hidden
		}
	}
	return b.String()
}

// userInfo is how much of rest is the user info of a URL whose authority starts
// there, with the @ left in place.
func userInfo(before, rest string) int {
	if !strings.HasSuffix(before, "//") {
		return 0
	}
	if end := strings.IndexAny(rest, "/?# \t\r\n\""); end >= 0 {
		rest = rest[:end]
	}
	return max(strings.LastIndexByte(rest, '@'), 0)
}

// urlTail is how much of rest is the query or fragment of a URL. Both follow a
// URL without a space; in a quoted URL they may hold spaces themselves.
func urlTail(before, rest string, quoted bool) int {
	if before == "" || strings.HasSuffix(before, " ") || strings.HasPrefix(rest, " ") {
		return 0
	}
	for i := 0; i < len(rest); i++ {
		switch rest[i] {
		case '"':
			return i
		case ' ', '\t', '\r', '\n':
			if !quoted {
				return i
			}
		case '\\':
			i++
		}
	}
	return len(rest)
}

// credentials is how much of rest is what follows an authentication scheme.
func credentials(before, rest string) int {
	if !strings.HasSuffix(before, "Bearer") && !strings.HasSuffix(before, "Basic") {
		return 0
	}
	if end := strings.IndexAny(rest, " \t\r\n\",;"); end >= 0 {
		return end
	}
	return len(rest)
}
