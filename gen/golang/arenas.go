package golang

import (
	"slices"

	"github.com/dave/jennifer/jen"
)

// arenas hold all texts of a kind in a constant, and where each starts in a
// column of numbers.
type arenas struct{}

// declare emits
//
//	// names holds the texts, …
//	const names = …
//
//	const namesAt = …
func (arenas) declare(a *assembly, table string, texts []string) {
	at := offsetsName(table)
	doc := table + " holds the texts, one after the other, with a line break behind each; " + at + " says where that of each Code starts."
	held := newArena(texts)
	if table == wireTable && a.hashed() && len(a.hash.further) > 0 {
		doc += " Behind them are further wire codes."
		held.pieces = newArena(slices.Concat(texts, a.hash.further)).pieces
	}
	a.plain(comment(doc), constant(table, held.pieces)...)
	a.plain(nil, column(at, append([]uint32{0}, held.starts...))...) // the text of Code 0, which is no error, is empty
}

// lookUp emits
//
//	return textAt(names, namesAt, c)
func (arenas) lookUp(table string) []jen.Code {
	return []jen.Code{jen.Return(call("textAt", jen.Id(table), jen.Id(offsetsName(table)), jen.Id("c")))}
}

// declareLists emits
//
//	// causes holds the texts, …
//	const causes = …
//
//	const causesAt = …
//
//	const causesOf = …
func (arenas) declareLists(a *assembly, table string, lists [][]string) {
	at, of := offsetsName(table), listsName(table)
	doc := comment(table+" holds the texts, one after the other, with a line break behind each; "+at+" says where each starts.",
		of+" says which text is the first of each Code.")
	firsts := []uint32{0, 0} // Code 0 is no error
	var texts []string
	for _, list := range lists {
		texts = append(texts, list...)
		firsts = append(firsts, uint32(len(texts)))
	}
	held := newArena(texts)
	a.plain(doc, constant(table, held.pieces)...)
	a.plain(nil, column(at, held.starts)...)
	a.plain(nil, column(of, firsts)...)
}

// lookUpList emits
//
//	return textsAt(causes, causesAt, causesOf, c)
func (arenas) lookUpList(table string) []jen.Code {
	return []jen.Code{jen.Return(call("textsAt", jen.Id(table), jen.Id(offsetsName(table)), jen.Id(listsName(table)), jen.Id("c")))}
}
