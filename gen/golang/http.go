package golang

// The http part: what it is made of, and which responses are errors.

import (
	"net/http"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// httpFiles are the runtime files of the http part.
func httpFiles(t *target) []string {
	return filesOf([]fixedFile{
		{"decode.go", true}, {"response.go", true},
		{"success.go", t.holds("error_when")},
		{"shape.go", t.holds("shapes")},
		{"when.go", t.holds("conditions")},
		{"asked.go", t.holds("asked")},
		{"condition.go", t.holds("whole_conditions")},
		{"test.go", t.holds("tests")},
		{"test_wild.go", t.holds("tests wildcards")},
		{"pattern.go", t.holds("test_patterns") && !t.holds("patterns")},
		{"domain.go", t.holds("domains")},
		{"clean.go", t.holds("cleanup")},
		{"told.go", t.holds("should_retry")},
		{"pattern_delay.go", t.holds("pattern_delays")},
		{"write.go", true}, {"delay.go", true}, {"scan.go", true},
		{"wildcard.go", t.holds("wildcards")},
		{"where.go", t.holds("where")},
		{"key.go", t.holds("keys")},
		{"lex.go", true}, {"text.go", true},
	})
}

// emitHTTP emits what reading and writing a response take from the catalog.
func emitHTTP(a *assembly) {
	t := a.target
	declarations := []jen.Code{emitMediaType(t), emitIsError(t), emitEnds(&t.places), emitChild(&t.places)}
	declarations = append(declarations, emitWildcards(t)...)
	declarations = append(declarations, emitLocated(t))
	declarations = append(declarations, emitShapes(t)...)
	declarations = append(declarations, emitErrorWhen(t)...)
	declarations = append(declarations, emitConditions(t)...)
	declarations = append(declarations, emitWriteHeader(t))
	a.exact(append(declarations, emitWriteBody(t))...)
}

// emitMediaType emits
//
//	// mediaType is that of an error body.
//	const mediaType = "application/json"
func emitMediaType(t *target) jen.Code {
	doc := comment("mediaType is that of an error body.")
	return documented(doc, jen.Const().Id("mediaType").Op("=").Lit(t.Response.MediaType))
}

// emitIsError emits
//
//	// isError reports …
//	func isError(status int) bool { return status >= 300 && status != http.StatusNotModified }
//
// or, where an error of the catalog is a 304, without the second test.
func emitIsError(t *target) jen.Code {
	test := jen.Id("status").Op(">=").Lit(catalog.MinError)
	if !t.Lists(http.StatusNotModified) {
		test.Op("&&").Id("status").Op("!=").Qual("net/http", "StatusNotModified")
	}
	doc := comment("isError reports whether a response with that status is an error.")
	head := jen.Func().Add(call("isError", jen.Id("status").Int())).Bool()
	return documented(doc, head.Add(oneLine(test)))
}
