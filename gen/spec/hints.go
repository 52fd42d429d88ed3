package spec

// Pieces of the advice that diagnostics give.

import (
	"fmt"
	"strings"

	"github.com/errgen/errgen/gen/ident"
)

// didYouMean is the advice for a word that is none of those known: the one that
// it may have been meant to be, else a list of them behind a beginning.
func didYouMean(word string, known []string, beginning string) string {
	if meant, ok := ident.Closest(word, known); ok {
		return fmt.Sprintf("did you mean %q?", meant)
	}
	return beginning + list(known)
}

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

// quoteShort is a text in quotes, or its beginning if it is long.
func quoteShort(text string) string {
	if len(text) > maxQuoted {
		text = strings.ToValidUTF8(text[:maxQuoted], "") + "…"
	}
	return quote(text)
}

// quote is a text in the YAML quotes that need no escapes, as far as there are
// any.
func quote(text string) string {
	if strings.ContainsAny(text, `"\`) {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return `"` + text + `"`
}
