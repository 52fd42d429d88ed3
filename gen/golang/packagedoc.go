package golang

// The doc comment of the package.

import (
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// packageDoc is the doc of the package: what API, and a taste of use.
func packageDoc(t *target) []string {
	pkg, first := t.pkg+".", &t.Errors[0]
	doc := []string{"Package " + t.pkg + " holds the errors of the " + sentence(t.API.Name) + more(t.API.Summary)}
	doc = append(doc, t.calls()...)
	doc = append(doc,
		"Ask which error it was, however deep it is wrapped:",
		"\tswitch "+pkg+"CodeOf(err) {",
		"\tcase "+pkg+codeName(first)+":",
		"\t\t// act on it",
		"\tcase 0:",
		"\t\t// none that the catalog knows",
		"\t}",
		"or one at a time, with "+t.isThat(first)+", or what to do about it: "+pkg+"IsRetryable(err).",
	)
	if t.genericHelpers() {
		doc = append(doc, "The functions Is and As of each error are generic, so that only those that a program calls are compiled. As a "+
			"value, one may need its type argument: "+pkg+isName(first)+"[error].")
	}
	if t.API.DocsURL != "" && !strings.Contains(t.API.DocsURL, "{") {
		doc = append(doc, "Reference: "+t.API.DocsURL)
	}
	if t.API.Support != "" {
		doc = append(doc, "Support: "+t.API.Support+"; quote the RequestID of the Error.")
	}
	return doc
}

// isThat is how a program asks whether err is an error of the package.
func (t *target) isThat(e *catalog.Error) string {
	if t.helpers == NoHelpers {
		return "errors.Is(err, " + t.pkg + "." + codeName(e) + ")"
	}
	return t.pkg + "." + isName(e) + "(err)"
}

// more is what else there is to say, as a sentence behind another.
func more(summary string) string {
	if summary == "" {
		return ""
	}
	return " " + sentence(summary)
}

// calls says how a program comes by errors, with the parts that there are.
func (t *target) calls() []string {
	const find, write = "[FromResponse] and [ReadJSON] find the error in a response", "; [WriteError] writes one, on a server."
	switch {
	case t.holds("client"):
		return []string{
			"A [Client] sends requests, and acts on errors as the catalog says:",
			"\tclient := &" + t.pkg + ".Client{Tokens: " + t.pkg + ".StaticToken(token)}",
			"\tresp, err := client.Do(req)",
			find + " of another client" + write,
		}
	case t.holds("http"):
		return []string{find + write}
	}
	return nil
}
