package golang

import "github.com/dave/jennifer/jen"

// arenas hold all texts of a kind end to end in a constant, and where each
// starts in an array of numbers.
type arenas struct{}

// declare emits
//
//	// names holds the texts end to end: that of c from namesAt[c] to namesAt[c+1].
//	const names = "" + …
//
//	var namesAt = [...]uint32{…}
func (arenas) declare(_ *target, table string, texts []string) []jen.Code {
	at := offsetsName(table)
	doc := comment(table + " holds the texts end to end: that of c from " + at + "[c] to " + at + "[c+1].")
	offsets := append([]uint32{0}, ends(texts)...) // no error is Code 0
	return []jen.Code{documented(doc, arena(table, texts)), numbers(at, "uint32", offsets)}
}

// lookUp emits
//
//	return textAt(names, namesAt[:], c)
func (arenas) lookUp(table string) []jen.Code {
	offsets := jen.Id(offsetsName(table)).Index(jen.Op(":"))
	return []jen.Code{jen.Return(jen.Id("textAt").Call(jen.Id(table), offsets, jen.Id("c")))}
}

// declareLists emits
//
//	// causes holds the texts end to end: …
//	const causes = "" + …
//
//	var causesAt = [...]uint32{…}
//
//	var causesOf = [...]uint32{…}
func (arenas) declareLists(_ *target, table string, lists [][]string) []jen.Code {
	at, of := offsetsName(table), listsName(table)
	doc := comment(table + " holds the texts end to end: the i-th from " + at + "[i] to " + at + "[i+1]. " +
		"Those of c are the ones from " + of + "[c] to " + of + "[c+1].")
	starts := []uint32{0, 0} // no error is Code 0
	var texts []string
	for _, list := range lists {
		texts = append(texts, list...)
		starts = append(starts, uint32(len(texts)))
	}
	return []jen.Code{
		documented(doc, arena(table, texts)),
		numbers(at, "uint32", ends(texts)),
		numbers(of, "uint32", starts),
	}
}

// lookUpList emits
//
//	return textsAt(causes, causesAt[:], causesOf[:], c)
func (arenas) lookUpList(table string) []jen.Code {
	offsets := jen.Id(offsetsName(table)).Index(jen.Op(":"))
	lists := jen.Id(listsName(table)).Index(jen.Op(":"))
	return []jen.Code{jen.Return(jen.Id("textsAt").Call(jen.Id(table), offsets, lists, jen.Id("c")))}
}

// ends is 0, then where each text ends.
func ends(texts []string) []uint32 {
	offsets := make([]uint32, 1, len(texts)+1)
	end := 0
	for _, s := range texts {
		end += len(s)
		offsets = append(offsets, uint32(end))
	}
	return offsets
}
