package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitPairs emits the helpers of each error.
func emitPairs(t *target) *jen.File {
	var declarations []jen.Code
	for i := range t.Errors {
		declarations = append(declarations, emitIs(&t.Errors[i]), emitAs(&t.Errors[i]))
	}
	return exactFile(declarations...)
}

// emitIs emits
//
//	// IsNotFound reports whether err is, or wraps, ErrNotFound.
//	func IsNotFound(err error) bool { return is(err, ErrNotFound) }
func emitIs(e *catalog.Error) jen.Code {
	doc := comment(isName(e) + " reports whether err is, or wraps, " + codeName(e) + ".")
	length := len("func (err error) bool { return is(err, ) }") + len(isName(e)) + len(codeName(e))
	head := jen.Func().Add(call(isName(e), jen.Id("err").Error())).Bool()
	return documented(doc, head.Add(returning(length, callWithErr("is", e))))
}

// emitAs emits
//
//	// AsNotFound finds the first ErrNotFound in err's tree.
//	func AsNotFound(err error) (*Error, bool) { return as(err, ErrNotFound) }
func emitAs(e *catalog.Error) jen.Code {
	doc := comment(asName(e) + " finds the first " + codeName(e) + " in err's tree.")
	length := len("func (err error) (*Error, bool) { return as(err, ) }") + len(asName(e)) + len(codeName(e))
	head := jen.Func().Add(call(asName(e), jen.Id("err").Error()))
	head.Add(results(jen.Id("*Error"), jen.Bool()))
	return documented(doc, head.Add(returning(length, callWithErr("as", e))))
}

// callWithErr is is(err, ErrNotFound), or as(err, ErrNotFound).
func callWithErr(function string, e *catalog.Error) jen.Code {
	return call(function, jen.Id("err"), jen.Id(codeName(e)))
}
