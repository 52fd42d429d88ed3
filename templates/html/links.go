package html

// Links from texts of the catalog, which may hold anything: only schemes that
// cannot run code in the reader's browser are linked to.

import "strings"

// newLink links a text where the URL is one that a reader can follow: a
// catalog's is free text.
func newLink(text, url string) Link {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if len(url) > len(scheme) && strings.EqualFold(url[:len(scheme)], scheme) {
			return Link{Text: text, URL: url}
		}
	}
	return Link{Text: text}
}

// newSupport links what people write for support: an address or a page.
func newSupport(support string) Link {
	if strings.Contains(support, "@") && !strings.ContainsAny(support, " :/<>") {
		return Link{Text: support, URL: "mailto:" + support}
	}
	return newLink(support, support)
}
