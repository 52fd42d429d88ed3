package reference

import (
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// A Place says where in a response a value is.
type Place struct {
	Value    string // "Request id"
	Locators []catalog.Locator
}

// Places lists the values that a response is read for.
func Places(r *catalog.Response) []Place {
	var places []Place
	for _, p := range []Place{
		{"Code", r.Code}, {"Message", r.Message}, {"Request id", r.RequestID},
		{"Details", r.Details}, {"Time to wait", r.RetryAfter},
	} {
		if len(p.Locators) > 0 {
			places = append(places, p)
		}
	}
	return places
}

// Located lists places in the order in which they are tried: "/error/code, else
// the header X-Error-Code".
func Located(locators []catalog.Locator) string {
	shown := make([]string, len(locators))
	for i, l := range locators {
		shown[i] = Locator(l)
	}
	return strings.Join(shown, ", else ")
}

// Locator names a member of the body as JSON does, one further down by its JSON
// pointer, and a header as such.
func Locator(l catalog.Locator) string {
	switch {
	case l.Header != "":
		return "the header " + l.Header
	case len(l.Pointer) == 1:
		return l.Pointer[0]
	}
	return l.Pointer.String()
}
