package match

// Finding errors by what people call them, where there is no response.

import (
	"slices"
	"strings"
	"time"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

// Named lists the errors that somebody may mean by a word: those with that wire
// code, name, alias or status. A code may have its domain before it, parted by a
// slash: sms/17. Only if there are none, those whose pattern matches the word; and
// only then those with these words in a code, name or title, however they are
// written: ErrNotFound and "not found" are NotFound too.
func Named(c *catalog.Catalog, word string) []*catalog.Error {
	isExact := func(e *catalog.Error) bool {
		return e.Name == word || slices.Contains(e.Aliases, word) || hasQualified(hasCode, e, word)
	}
	others := those(withStatus(c, word), func(e *catalog.Error) bool { return !isExact(e) })
	if errs := append(errorsThat(c.Errors, isExact), others...); len(errs) > 0 {
		return errs
	}
	if errs := errorsThat(c.Errors, func(e *catalog.Error) bool { return hasQualified(hasPattern, e, word) }); len(errs) > 0 {
		return errs
	}
	return errorsThat(c.Errors, func(e *catalog.Error) bool { return alike(e, word) || alike(e, withoutErr(word)) })
}

// hasQualified reports whether an error has a code, which may have its domain
// before it.
func hasQualified(has func(*catalog.Error, string) bool, e *catalog.Error, word string) bool {
	code, qualified := strings.CutPrefix(word, e.Domain+"/")
	return has(e, word) || qualified && e.Domain != "" && has(e, code)
}

// Qualified is a code with its domain before it, if it has one.
func Qualified(domain, code string) string {
	if domain == "" {
		return code
	}
	return domain + "/" + code
}

func withoutErr(word string) string { return strings.TrimPrefix(word, "Err") }

// Alias is the alias by which a word names an error, "" if it does not.
func Alias(e *catalog.Error, word string) string {
	if e.Name == word || hasCode(e, word) {
		return ""
	}
	for _, alias := range e.Aliases {
		if words := ident.Kebab(alias); words == ident.Kebab(word) || words == ident.Kebab(withoutErr(word)) {
			return alias
		}
	}
	return ""
}

// WaitIn is how long a code that an error's pattern matches says to wait. A time
// in it is reckoned from when it was received.
func WaitIn(e *catalog.Error, word string, received time.Time) (time.Duration, bool) {
	return newReader(Response{Received: received}).patternDelay(e, strings.TrimPrefix(word, e.Domain+"/"))
}

// Retired lists the errors that are gone which somebody may mean by a word.
func Retired(c *catalog.Catalog, word string) []*catalog.Retired {
	var gone []*catalog.Retired
	for i := range c.Retired {
		r := &c.Retired[i]
		name := ident.Kebab(r.Name)
		if name != "" && (name == ident.Kebab(word) || name == ident.Kebab(withoutErr(word))) ||
			slices.ContainsFunc(r.Codes, func(code string) bool { return code == word || Qualified(r.Domain, code) == word }) {
			gone = append(gone, r)
		}
	}
	return gone
}

// RetiredCode lists the errors that are gone which had a code. Domains are equal,
// or one is missing.
func RetiredCode(c *catalog.Catalog, domain, code string) []*catalog.Retired {
	var gone []*catalog.Retired
	for i := range c.Retired {
		r := &c.Retired[i]
		if code != "" && slices.Contains(r.Codes, code) && (r.Domain == "" || domain == "" || r.Domain == domain) {
			gone = append(gone, r)
		}
	}
	return gone
}

// Names lists all that Named and Retired know errors by, but for patterns and
// words in titles.
func Names(c *catalog.Catalog) []string {
	var names []string
	addCodes := func(domain string, codes []string) {
		names = append(names, codes...)
		for _, code := range codes {
			if domain != "" {
				names = append(names, Qualified(domain, code))
			}
		}
	}
	for i := range c.Errors {
		e := &c.Errors[i]
		names = append(append(names, e.Name), e.Aliases...)
		addCodes(e.Domain, e.Codes)
		for _, s := range e.Statuses {
			names = append(names, s.String())
		}
	}
	for _, r := range c.Retired {
		addCodes(r.Domain, r.Codes)
		if r.Name != "" {
			names = append(names, r.Name)
		}
	}
	return names
}

// withStatus lists the errors that a response with a status may be: that which
// the status alone identifies, and those with codes or conditions. Of a range
// such as 5XX it is every error with a status in it.
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

// ParseStatus reads 429 or 5XX, or 5xx as people type it.
func ParseStatus(word string) (catalog.StatusRange, bool) {
	return catalog.ParseStatus(strings.ToUpper(word))
}

// alike reports whether an error's name or title, an alias or one of its codes
// has these words and no other.
func alike(e *catalog.Error, word string) bool {
	words := ident.Kebab(word)
	same := func(text string) bool { return ident.Kebab(text) == words }
	return words != "" && (same(e.Name) || same(e.Title) || slices.ContainsFunc(e.Codes, same) || slices.ContainsFunc(e.Aliases, same))
}
