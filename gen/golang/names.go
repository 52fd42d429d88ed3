package golang

// Every Go identifier that is made from a catalog is made here.

import (
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

func codeName(e *catalog.Error) string { return ident.CodePrefix + e.Name }
func isName(e *catalog.Error) string   { return ident.IsPrefix + e.Name }
func asName(e *catalog.Error) string   { return ident.AsPrefix + e.Name }
func newName(e *catalog.Error) string  { return ident.NewPrefix + e.Name }

// renamed is an error by another of its names.
func renamed(e *catalog.Error, name string) *catalog.Error {
	other := *e
	other.Name = name
	return &other
}

// paramNames are the parameters of a constructor: none is a word of Go's, a
// package that its body uses, or another parameter.
func paramNames(params []catalog.Param) []string {
	taken := map[string]bool{"strconv": true, "time": true}
	names := make([]string, len(params))
	for i, p := range params {
		name := p.Ident
		for taken[name] || ident.Keyword(name) || ident.Predeclared(name) {
			name += "Value"
		}
		taken[name] = true
		names[i] = name
	}
	return names
}

// Identifiers are what a Go program names an error by: its constant, that of
// each alias, and its constructor.
func Identifiers(e *catalog.Error) []string {
	names := []string{codeName(e)}
	for _, alias := range e.Aliases {
		names = append(names, codeName(renamed(e, alias)))
	}
	if len(e.Params) > 0 {
		names = append(names, newName(e))
	}
	return names
}

func className(c *catalog.Class) string   { return "Class" + c.Name }
func actionName(a *catalog.Action) string { return "Action" + a.Name }

// isClassName is the helper of a class: IsAuthError. A key that ends in the
// word error does not give it twice: api_error has IsAPIError.
func isClassName(c *catalog.Class) string {
	return "Is" + ident.Suffixed(c.Name, "Error")
}

// modeNames are the constants of the runtime's Mode.
var modeNames = [...]string{
	catalog.Never:   "RetryNever",
	catalog.Refresh: "RetryRefresh",
	catalog.Resolve: "RetryResolve",
	catalog.Wait:    "RetryWait",
	catalog.Backoff: "RetryBackoff",
}

// offsetsName is the column of offsets beside an arena of texts: names has
// namesAt.
func offsetsName(arena string) string { return arena + "At" }

// listsName is the column beside an arena of lists that says which texts are
// whose: causes has causesOf.
func listsName(arena string) string { return arena + "Of" }

// unitNames are the constants of the runtime's units.
var unitNames = [...]string{
	catalog.Seconds:      "seconds",
	catalog.Milliseconds: "milliseconds",
	catalog.Minutes:      "minutes",
	catalog.Epoch:        "epoch",
	catalog.EpochMillis:  "epochMillis",
	catalog.Duration:     "duration",
}
