package golang

// Texts of catalogs that are small enough for array literals, which people can read.

import "github.com/dave/jennifer/jen"

// arrays hold texts in array literals keyed by Code.
type arrays struct{}

// declare emits
//
//	var fixes = [...]string{
//		ErrBadRequest: "Compare the body with the schema.",
//	}
func (arrays) declare(a *assembly, table string, texts []string) {
	var rows []row
	for i, s := range texts {
		if s != "" {
			rows = append(rows, textRow(codeName(&a.Errors[i]), s))
		}
	}
	a.exact(array(table, "string", rows))
}

// lookUp emits
//
//	if int(c) >= len(fixes) {
//		return ""
//	}
//	return fixes[c]
func (arrays) lookUp(table string) []jen.Code {
	return indexed(table, jen.Lit(""), elementAt(table, jen.Id("c")))
}

// declareLists emits
//
//	var causes = [...][]string{
//		ErrBadRequest: {
//			"A field is missing",
//		},
//	}
func (arrays) declareLists(a *assembly, table string, lists [][]string) {
	var rows []row
	for i, list := range lists {
		if len(list) > 0 {
			rows = append(rows, listRow(codeName(&a.Errors[i]), list))
		}
	}
	a.exact(array(table, "[]string", rows))
}

// lookUpList emits
//
//	if int(c) >= len(causes) {
//		return nil
//	}
//	return slices.Clone(causes[c])
func (arrays) lookUpList(table string) []jen.Code {
	clone := callOf("slices", "Clone", elementAt(table, jen.Id("c")))
	return indexed(table, jen.Nil(), clone)
}

// listRow is a row that holds texts, each on a line.
func listRow(key string, texts []string) row {
	var items []jen.Code
	for _, s := range texts {
		items = append(items, jen.Lit(s))
	}
	return tallRow(key, listed("", items...))
}

// indexed emits the body of a method that looks c up in an array: value, or
// none beyond its end.
func indexed(table string, none, value jen.Code) []jen.Code {
	beyond := call("int", jen.Id("c")).Op(">=").Len(jen.Id(table))
	return []jen.Code{
		jen.If(beyond).Block(jen.Return(none)),
		jen.Return(value),
	}
}
