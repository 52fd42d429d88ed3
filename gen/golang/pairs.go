package golang

// The functions that each error has: Is, As, and New where its message has params.

import (
	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitOfErrors emits the functions that each of some errors has of its own.
func emitOfErrors(t *target, some []catalog.Error) []jen.Code {
	var functions []jen.Code
	for i := range some {
		e := &some[i]
		if t.helpers == AllHelpers {
			functions = append(functions, emitIs(e), emitAs(e))
		}
		if len(e.Params) > 0 {
			functions = append(functions, emitNew(e))
		}
		for _, alias := range e.Aliases {
			functions = append(functions, t.emitAliasFunctions(e, alias)...)
		}
	}
	return functions
}

// emitIs emits
//
//	// IsNotFound reports whether err is, or wraps, ErrNotFound.
//	func IsNotFound(err error) bool { return is(err, ErrNotFound) }
func emitIs(e *catalog.Error) jen.Code {
	doc := helperDoc(e, isName(e)+" reports whether err is, or wraps, "+codeName(e)+".")
	length := len("func (err error) bool { return is(err, ) }") + len(isName(e)) + len(codeName(e))
	return documented(doc, isHead(isName(e)).Add(returning(length, callWithErr("is", e))))
}

func isHead(name string) *jen.Statement {
	return jen.Func().Add(call(name, jen.Id("err").Error())).Bool()
}

// emitAs emits
//
//	// AsNotFound finds the first ErrNotFound in err's tree.
//	func AsNotFound(err error) (*Error, bool) { return as(err, ErrNotFound) }
func emitAs(e *catalog.Error) jen.Code {
	doc := helperDoc(e, asName(e)+" finds the first "+codeName(e)+" in err's tree.")
	length := len("func (err error) (*Error, bool) { return as(err, ) }") + len(asName(e)) + len(codeName(e))
	return documented(doc, asHead(asName(e)).Add(returning(length, callWithErr("as", e))))
}

func asHead(name string) *jen.Statement {
	return jen.Func().Add(call(name, jen.Id("err").Error()), results(jen.Id("*Error"), jen.Bool()))
}

// helperDoc is the doc of a helper, which is deprecated where its error is.
func helperDoc(e *catalog.Error, what string) []string {
	return comment(append([]string{what}, deprecation(e)...)...)
}

// callWithErr is is(err, ErrNotFound), or as(err, ErrNotFound).
func callWithErr(function string, e *catalog.Error) jen.Code {
	return call(function, jen.Id("err"), jen.Id(codeName(e)))
}
