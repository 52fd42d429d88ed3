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
			specs = append(specs, documented(doc, jen.Id(name).Op("=").Id(codeName(e))))
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
func emitAliasFunctions(a *assembly, e *catalog.Error, alias string) {
	old := renamed(e, alias)
	if a.helpers == AllHelpers {
		a.plain(aliasDoc(e, isName(old), isName(e)), longFunction(a.isHead(isName(old)), isName(e)+"(err)"))
		a.plain(aliasDoc(e, asName(old), asName(e)), longFunction(a.asHead(asName(old)), asName(e)+"(err)"))
	}
	if len(e.Params) > 0 {
		a.exact(emitForwarded(e, newName(old), newName(e), paramNames(e.Params)))
	}
}

// emitForwarded emits a constructor that calls another with its own arguments.
func emitForwarded(e *catalog.Error, name, function string, params []string) jen.Code {
	var values []jen.Code
	for _, param := range params {
		values = append(values, jen.Id(param))
	}
	return documented(aliasDoc(e, name, function), newHead(name, e, params).Add(below(call(function, values...))))
}

// aliasDoc is the doc of a function by another name.
func aliasDoc(e *catalog.Error, name, function string) []string {
	return comment(name+" is an alias of "+function+".", useInstead(e, function))
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
