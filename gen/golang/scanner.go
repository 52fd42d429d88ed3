package golang

// The tree of places as tables and switches, which runtime/scan.go finds its way by.

import (
	"strconv"

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
	return documented(doc, jen.Var().Id("ends").Op("=").Add(fields("[...]int", ends...)))
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
			names := []jen.Code{jen.Switch(call("string", jen.Id("name"))).Block(children...)}
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
	params := []jen.Code{jen.Id("at").Int(), jen.Id("name").Id("[]byte")}
	doc := comment("child is the place that a member's name, or an element's index, leads to.")
	return documented(doc, jen.Func().Add(call("child", params...)).Int().Block(body...))
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
	var others, wilds []placeLine
	for i := range t.places.list {
		at := &t.places.list[i]
		if at.any > 0 {
			others = append(others, newPlaceLine(i, strconv.Itoa(at.any), t.places.list[at.any].pointer))
		}
		if at.wild != 0 {
			wilds = append(wilds, newPlaceLine(i, bitSet(at.wildOf()), at.pointer))
		}
	}
	length := comment("pathLength is how many values stand on the longest way that a pointer with a * leads.")
	return []jen.Code{
		documented(length, jen.Const().Id("pathLength").Op("=").Lit(t.places.pathLength())),
		placeTable("others are, by place, where the members and elements are that child does not know; 0 for nowhere.",
			"others", "int", others),
		placeTable("wilds are, by place, which of the pointers with a * lead there, a bit each.", "wilds", "uint64", wilds),
	}
}

// placeTable is a table by place, of the lines for those that have something.
func placeTable(doc, name, element string, lines []placeLine) jen.Code {
	keys, values := 0, 0
	for _, l := range lines {
		keys, values = max(keys, len(l.key)), max(values, len(l.value))
	}
	var items []jen.Code
	for _, l := range lines {
		items = append(items, jen.Id(padded(l.key, keys)).Id(padded(l.value, values)).Comment(l.remark))
	}
	table := jen.Options{Open: "[len(ends)]" + element + "{\n", Separator: "\n", Close: "\n}"}
	return documented(comment(doc), jen.Var().Id(name).Op("=").Custom(table, items...))
}

// A placeLine is a line of such a table.
type placeLine struct{ key, value, remark string }

func newPlaceLine(at int, value string, pointer catalog.Pointer) placeLine {
	return placeLine{strconv.Itoa(at) + ":", value + ",", "// " + prose(pointer.String())}
}
