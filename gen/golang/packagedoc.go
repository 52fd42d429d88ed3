package golang

import (
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// packageDoc is the doc of the package: what API, and a taste of use.
func packageDoc(t *target) []string {
	pkg, first := t.pkg+".", &t.Errors[0]
	doc := []string{
		"Package " + t.pkg + " holds the errors of the " + t.API.Name + about(t.API.Summary),
		"Ask which error it was, however deep it is wrapped:",
		"\tswitch " + pkg + "CodeOf(err) {",
		"\tcase " + pkg + codeName(first) + ":",
		"\t\t// act on it",
		"\tcase 0:",
		"\t\t// none that the catalog knows",
		"\t}",
		"or one at a time, with " + t.isThat(first) + ", or what to do about it: " + pkg + "IsRetryable(err).",
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

// about is the end of a sentence, with what more there is to say.
func about(summary string) string {
	if summary == "" {
		return "."
	}
	return ": " + sentence(summary)
}
