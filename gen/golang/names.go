package golang

import (
	"go/token"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

// Every Go identifier that is made from a catalog is made here.

func codeName(e *catalog.Error) string { return "Err" + e.Name }
func isName(e *catalog.Error) string   { return "Is" + e.Name }
func asName(e *catalog.Error) string   { return "As" + e.Name }

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

// isPackageName reports whether s can stand in a package clause.
func isPackageName(s string) bool { return token.IsIdentifier(s) && s != "_" }

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
