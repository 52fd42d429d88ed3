package golang

// The tree of places as tables and switches, which runtime/scan.go finds its way by.

import (
	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitEnds emits
//
//	// ends are the places where the catalog looks in a body, each as the first place that does not stand within it.
//	var ends = [...]int{3, 3, 3}
func emitEnds(p *places) jen.Code {
	var ends []jen.Code
	for i := range p.list {
		ends = append(ends, jen.Lit(p.list[i].end))
	}
	doc := comment("ends are the places where the catalog looks in a body, each as the first place that does not stand within it.")
	return documented(doc, jen.Var().Id("ends").Op("=").Index(jen.Op("...")).Int().Add(fields(ends...)))
}

// emitChild emits
//
//	// child is the place that a member's name, or an element's index, leads to.
//	func child(at int, name []byte) int {
//		switch at {
//		case 0:
//			switch string(name) {
//			case "error":
//				return 1 // /error
//			}
//		case 1:
//			// in /error
//			switch string(name) {
//			case "code":
//				return 2 // /error/code
//			}
//		}
//		return nowhere
//	}
func emitChild(p *places) jen.Code {
	var cases []jen.Code
	for at := range p.list {
		if children := p.children(at); len(children) > 0 {
			names := []jen.Code{jen.Switch(jen.String().Call(jen.Id("name"))).Block(children...)}
			if at > 0 {
				names = append([]jen.Code{jen.Comment("// in " + prose(p.list[at].pointer.String()))}, names...)
			}
			cases = append(cases, jen.Case(jen.Lit(at)).Block(names...))
		}
	}
	var body []jen.Code
	if len(cases) > 0 {
		body = append(body, jen.Switch(jen.Id("at")).Block(cases...))
	}
	body = append(body, jen.Return(jen.Id("nowhere")))
	params := []jen.Code{jen.Id("at").Int(), jen.Id("name").Index().Byte()}
	doc := comment("child is the place that a member's name, or an element's index, leads to.")
	return documented(doc, jen.Func().Id("child").Params(params...).Int().Block(body...))
}

// children are the cases of the places directly within another, but for the one
// that a * leads to.
func (p *places) children(at int) []jen.Code {
	var cases []jen.Code
	for i := at + 1; i < p.list[at].end; i = p.list[i].end {
		inner := &p.list[i]
		if i == p.list[at].any {
			continue
		}
		found := jen.Return(jen.Lit(i)).Comment("// " + prose(inner.pointer.String()))
		cases = append(cases, jen.Case(jen.Lit(inner.token())).Block(found))
	}
	return cases
}

// emitWildcards emits, where there are pointers with a *,
//
//	// pathLength is …
//	const pathLength = 4
//
//	// others are …
//	var others = [len(ends)]int{
//		1: 3, // /messages/*
//	}
//
//	// wilds are …
//	var wilds = [len(ends)]uint64{
//		4: 1 << 0, // /messages/*/code
//	}
func emitWildcards(t *target) []jen.Code {
	if !t.holds("wildcards") {
		return nil
	}
	var others, wilds []jen.Code
	for i := range t.places.list {
		at := &t.places.list[i]
		if at.any > 0 {
			others = append(others, placeLine(i, jen.Lit(at.any), t.places.list[at.any].pointer))
		}
		if at.wild != 0 {
			wilds = append(wilds, placeLine(i, bitSet(at.wildOf()), at.pointer))
		}
	}
	length := comment("pathLength is how many values stand on the longest way that a pointer with a * leads.")
	return []jen.Code{
		documented(length, jen.Const().Id("pathLength").Op("=").Lit(t.places.pathLength())),
		placeTable("others are, by place, where the members and elements are that child does not know; 0 for nowhere.",
			"others", jen.Int(), others),
		placeTable("wilds are, by place, which of the pointers with a * lead there, a bit each.", "wilds", jen.Uint64(), wilds),
	}
}

// placeTable is a table by place, of the lines for those that have something.
func placeTable(doc, name string, of jen.Code, lines []jen.Code) jen.Code {
	list := jen.Options{Open: "{\n", Separator: "\n", Close: "\n}"}
	table := jen.Index(jen.Len(jen.Id("ends"))).Add(of).Custom(list, lines...)
	return documented(comment(doc), jen.Var().Id(name).Op("=").Add(table))
}

// placeLine is a line of such a table.
func placeLine(at int, value jen.Code, pointer catalog.Pointer) jen.Code {
	return jen.Lit(at).Op(":").Add(value).Op(",").Comment("// " + prose(pointer.String()))
}
