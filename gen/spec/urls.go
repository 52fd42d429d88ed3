package spec

// Addresses: those of pages, and those made from api.docs_url.

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

// url checks an address that documentation links to.
func (c *checker) url(t text) string {
	if !t.ok() {
		return ""
	}
	if why := badURL(t.value); why != "" {
		c.reportText(t, "url", fmt.Sprintf("%q is no address that can be linked to: %s", t.value, why),
			"write one that begins with https:// or http://, or is relative")
	}
	return t.value
}

// badURL says why a text is no web address, absolute or relative; "" if it is
// one. A scheme such as javascript would run what the spec says.
func badURL(s string) string {
	u, err := url.Parse(s)
	switch {
	case s == "":
		return "it is empty"
	case strings.ContainsAny(s, " \t\r\n\\<>\"`"):
		return "it has a blank, quotation mark, backslash or angle bracket in it"
	case err != nil:
		return strings.TrimPrefix(err.Error(), fmt.Sprintf("parse %q: ", s))
	case u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https":
		return "its scheme is " + u.Scheme
	case u.Scheme != "" && u.Host == "":
		return "it has no host"
	}
	return ""
}

// placeholders are what docs_url may hold.
var placeholders = []string{"{code}", "{name}", "{status}"}

// docsURL checks the address of all errors' pages.
func (c *checker) docsURL(t text) string {
	if !t.ok() {
		return ""
	}
	plain := t.value
	for _, p := range placeholders {
		plain = strings.ReplaceAll(plain, p, "x")
	}
	if i := strings.IndexAny(plain, "{}"); i >= 0 {
		c.reportText(t, "url", "docs_url has a brace that is not of "+strings.Join(placeholders, ", "), braceHint(plain[i:]))
	} else if why := badURL(plain); why != "" {
		c.url(t)
	}
	return t.value
}

// braceHint is the advice for a brace that begins a text.
func braceHint(s string) string {
	if word, _, ok := strings.Cut(s, "}"); ok {
		if meant, ok := ident.Closest(word+"}", placeholders); ok {
			return "did you mean " + meant + "?"
		}
	}
	return "percent-encode it, as %7B or %7D, if it is meant"
}

// pageOf is the address of an error's page: its own, or made of docs_url; "" if
// there is neither.
func (c *checker) pageOf(e *entry, err *catalog.Error) string {
	if e.docURL.given() {
		return c.url(e.docURL)
	}
	docs := c.cat.API.DocsURL
	if docs == "" {
		return ""
	}
	if !strings.Contains(docs, "{") {
		return docs + "#" + ident.Kebab(err.Name)
	}
	status := ""
	if len(err.Statuses) > 0 {
		status = err.Statuses[0].String()
	}
	return strings.NewReplacer(
		"{code}", url.PathEscape(err.Value()),
		"{name}", url.PathEscape(err.Name),
		"{status}", url.PathEscape(status),
	).Replace(docs)
}
