package golang

import "github.com/dave/jennifer/jen"

// arenas hold all texts of a kind in a constant, and where each starts in a
// column of numbers.
type arenas struct{}

// offsetSize is the size of an offset into an arena, in bytes.
const offsetSize = 4

// declare emits
//
//	// names holds the texts, …
//	const names = …
//
//	const namesAt = …
func (arenas) declare(_ *target, table string, texts []string) []jen.Code {
	at := offsetsName(table)
	doc := comment(table + " holds the texts, one after the other, with a line break behind each; " + at + " says where that of each Code starts.")
	a := newArena(texts)
	starts := append([]uint32{0}, a.starts...) // the text of Code 0, which is no error, is empty
	return []jen.Code{documented(doc, constant(table, a.pieces)), column(at, offsetSize, starts)}
}

// lookUp emits
//
//	return textAt(names, namesAt, c)
func (arenas) lookUp(table string) []jen.Code {
	return []jen.Code{jen.Return(jen.Id("textAt").Call(jen.Id(table), jen.Id(offsetsName(table)), jen.Id("c")))}
}

// declareLists emits
//
//	// causes holds the texts, …
//	const causes = …
//
//	const causesAt = …
//
//	const causesOf = …
func (arenas) declareLists(_ *target, table string, lists [][]string) []jen.Code {
	at, of := offsetsName(table), listsName(table)
	doc := comment(table+" holds the texts, one after the other, with a line break behind each; "+at+" says where each starts.",
		of+" says which text is the first of each Code.")
	firsts := []uint32{0, 0} // Code 0 is no error
	var texts []string
	for _, list := range lists {
		texts = append(texts, list...)
		firsts = append(firsts, uint32(len(texts)))
	}
	a := newArena(texts)
	return []jen.Code{documented(doc, constant(table, a.pieces)), column(at, offsetSize, a.starts), column(of, offsetSize, firsts)}
}

// lookUpList emits
//
//	return textsAt(causes, causesAt, causesOf, c)
func (arenas) lookUpList(table string) []jen.Code {
	return []jen.Code{jen.Return(jen.Id("textsAt").Call(jen.Id(table), jen.Id(offsetsName(table)), jen.Id(listsName(table)), jen.Id("c")))}
}
