package golang

// Aliases: further names that an error goes by in Go. They are deprecated.

import (
	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitAliases emits
//
//	const (
//		// ErrOldName is an alias of ErrNotFound.
//		//
//		// Deprecated: use ErrNotFound.
//		ErrOldName = ErrNotFound
//	)
func emitAliases(t *target) []jen.Code {
	var specs []jen.Code
	for i := range t.Errors {
		e := &t.Errors[i]
		for _, alias := range e.Aliases {
			name := codeName(renamed(e, alias))
			doc := comment(name+" is an alias of "+codeName(e)+".", useInstead(e, codeName(e)))
			specs = append(specs, specified(doc, jen.Id(name).Op("=").Id(codeName(e))))
		}
	}
	if len(specs) == 0 {
		return nil
	}
	return []jen.Code{constants(specs)}
}

// emitAliasFunctions emits those of an error by one of its aliases.
//
//	// IsOldName is an alias of IsNotFound.
//	//
//	// Deprecated: use IsNotFound.
//	func IsOldName(err error) bool {
//		return IsNotFound(err)
//	}
func (t *target) emitAliasFunctions(e *catalog.Error, alias string) []jen.Code {
	old := renamed(e, alias)
	var functions []jen.Code
	if t.helpers == AllHelpers {
		functions = append(functions,
			emitForwarded(e, isHead(isName(old)), isName(old), isName(e), "err"),
			emitForwarded(e, asHead(asName(old)), asName(old), asName(e), "err"),
		)
	}
	if len(e.Params) > 0 {
		names := paramNames(e.Params)
		functions = append(functions, emitForwarded(e, newHead(newName(old), e, names), newName(old), newName(e), names...))
	}
	return functions
}

// emitForwarded emits a function that calls another with its own arguments.
func emitForwarded(e *catalog.Error, head *jen.Statement, name, function string, args ...string) jen.Code {
	var values []jen.Code
	for _, arg := range args {
		values = append(values, jen.Id(arg))
	}
	doc := comment(name+" is an alias of "+function+".", useInstead(e, function))
	return documented(doc, head.Add(below(call(function, values...))))
}

// useInstead is the deprecation of an alias: use the name. Where the error is
// deprecated itself, it is that.
func useInstead(e *catalog.Error, name string) string {
	if e.Deprecated != "" {
		return deprecation(e)[0]
	}
	return "Deprecated: use " + name + "."
}

// deprecation is the paragraph that tools know a deprecated error by, if it is
// one. It comes last.
func deprecation(e *catalog.Error) []string {
	if e.Deprecated == "" {
		return nil
	}
	return []string{"Deprecated: " + sentence(e.Deprecated)}
}
