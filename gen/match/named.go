package match

import (
	"slices"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

// Named lists the errors that somebody may mean by a word: those with that wire
// code, name or status. Only if there are none, those with these words in a code,
// name or title, however they are written: ErrNotFound and "not found" are
// NotFound too.
func Named(c *catalog.Catalog, word string) []*catalog.Error {
	exact := errorsThat(c.Errors, func(e *catalog.Error) bool { return e.Name == word || slices.Contains(e.Codes, word) })
	for _, e := range withStatus(c, word) {
		if !slices.Contains(exact, e) {
			exact = append(exact, e)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return errorsThat(c.Errors, func(e *catalog.Error) bool { return alike(e, word) || alike(e, strings.TrimPrefix(word, "Err")) })
}

// Names lists all that Named knows errors by, but for words in titles.
func Names(c *catalog.Catalog) []string {
	var names []string
	for i := range c.Errors {
		e := &c.Errors[i]
		names = append(append(names, e.Name), e.Codes...)
		for _, s := range e.Statuses {
			names = append(names, s.String())
		}
	}
	return names
}

// withStatus lists the errors that a response with a status may be: that which
// the status alone identifies, and those with codes. Of a range such as 5XX it
// is every error with a status in it.
func withStatus(c *catalog.Catalog, word string) []*catalog.Error {
	asked, ok := ParseStatus(word)
	if !ok {
		return nil
	}
	alone := closest(withoutCode(c.Errors), asked.Lo, nothingHolds)
	return errorsThat(c.Errors, func(e *catalog.Error) bool {
		return slices.ContainsFunc(e.Statuses, asked.Overlaps) && (!asked.Exact() || len(e.Codes) > 0 || e.Pattern != "" || e.When != nil || e == alone)
	})
}

// ParseStatus reads 429 or 5XX.
func ParseStatus(word string) (catalog.StatusRange, bool) {
	if len(word) != 3 {
		return catalog.StatusRange{}, false
	}
	if digit, ok := strings.CutSuffix(strings.ToUpper(word), "XX"); ok && '1' <= digit[0] && digit[0] <= '5' {
		return catalog.Hundred(int(digit[0] - '0')), true
	}
	status, err := strconv.Atoi(word)
	return catalog.One(status), err == nil && catalog.AllStatuses().Contains(status)
}

// alike reports whether an error's name, title or one of its codes has these
// words and no other.
func alike(e *catalog.Error, word string) bool {
	words := ident.Kebab(word)
	return words != "" && (ident.Kebab(e.Name) == words || ident.Kebab(e.Title) == words ||
		slices.ContainsFunc(e.Codes, func(code string) bool { return ident.Kebab(code) == words }))
}
