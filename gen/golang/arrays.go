package golang

// Texts of catalogs that are small enough for array literals, which people can read.

import (
	"strconv"

	"github.com/dave/jennifer/jen"
)

// arrays hold texts in array literals keyed by Code.
type arrays struct{}

// declare emits
//
//	var fixes = [...]string{
//		ErrBadRequest: "Compare the body with the schema.",
//	}
func (arrays) declare(a *assembly, table string, texts []string) {
	var rows []row[string]
	for i, s := range texts {
		if s != "" {
			rows = append(rows, textRow(codeName(&a.Errors[i]), s))
		}
	}
	a.array(table, "string", rows)
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
	var rows []row[string]
	for i, list := range lists {
		if len(list) > 0 {
			rows = append(rows, listRow(codeName(&a.Errors[i]), list))
		}
	}
	a.array(table, "[]string", rows)
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

// textRow is a row that holds a text of the catalog.
func textRow(key, text string) row[string] {
	quoted := strconv.Quote(text)
	return row[string]{key, quoted, len(quoted)}
}

// listRow is a row that holds texts, each on a line.
func listRow(key string, texts []string) row[string] {
	list := []byte("{\n")
	for _, s := range texts {
		list = append(strconv.AppendQuote(append(list, "\t\t"...), s), ",\n"...)
	}
	return tallRow(key, string(append(list, "\t}"...)))
}

// array adds
//
//	var names = [...]string{
//		ErrBadRequest: "BadRequest",
//		ErrNotFound:   "NotFound",
//	}
func (a *assembly) array(name, element string, rows []row[string]) {
	a.write("\nvar ", name, " = [...]", element, "{\n")
	for _, section := range sections(rows) {
		width := keyWidth(section) + len(": ")
		for _, r := range section {
			a.write("\t", padded(r.key+":", width), r.value, ",\n")
		}
	}
	a.write("}\n")
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
