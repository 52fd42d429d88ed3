package spec

// Pieces of the advice that diagnostics give.

import "strings"

// maxListed bounds how many names a hint lists.
const maxListed = 12

// list is names as a hint lists them.
func list(names []string) string {
	if len(names) > maxListed {
		return strings.Join(names[:maxListed], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}

// maxQuoted bounds the texts that a hint repeats, in bytes.
const maxQuoted = 80

// quoteHint is the advice to quote a text, which is shown unless it is long.
func quoteHint(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if len(text) > maxQuoted {
		return "quote the text"
	}
	return "quote the text: " + quote(text)
}

// quote is a text in the YAML quotes that need no escapes, as far as there are
// any.
func quote(text string) string {
	if strings.ContainsAny(text, `"\`) {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return `"` + text + `"`
}
