package golang

// What the choice among errors with one wire code goes by: the statuses, conditions
// and patterns that runtime/choice.go asks for.

import (
	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitChoices emits what the choice among errors with one wire code goes by,
// where more than the status tells them apart.
func emitChoices(t *target) []jen.Code {
	if !t.choices {
		return nil
	}
	declarations := []jen.Code{emitFit(t)}
	if t.holds("conditions") {
		declarations = append(declarations, emitConditional(t))
	}
	if t.holds("patterns") {
		declarations = append(declarations, emitCodePatterns(t))
	}
	return declarations
}

// emitFit emits
//
//	// fit is …
//	func (c Code) fit(status int) fit {
//		switch c {
//		case ErrOverloaded:
//			if status == 503 || status == 529 {
//				return fitExact
//			}
//			return fitNone
//		}
//		return c.usualFit(status)
//	}
func emitFit(t *target) jen.Code {
	var cases []jen.Code
	for i := range t.Errors {
		e := &t.Errors[i]
		if isCoded(e) && len(e.Statuses) > 0 && (len(e.Statuses) > 1 || !e.Statuses[0].Exact()) {
			cases = append(cases, jen.Case(jen.Id(codeName(e))).Block(fits(e)...))
		}
	}
	usual := jen.Return(jen.Id("c").Dot("usualFit").Call(jen.Id("status")))
	body := []jen.Code{usual}
	if len(cases) > 0 {
		body = []jen.Code{jen.Switch(jen.Id("c")).Block(cases...), usual}
	}
	doc := comment("fit says how well the statuses that the catalog gives an error cover one.")
	head := jen.Func().Params(jen.Id("c").Id("Code")).Id("fit").Params(jen.Id("status").Int()).Id("fit")
	return documented(doc, head.Block(body...))
}

// fits are the statements for an error with several statuses, or a range.
func fits(e *catalog.Error) []jen.Code {
	var exact, ranges []catalog.StatusRange
	for _, r := range e.Statuses {
		if r.Exact() {
			exact = append(exact, r)
		} else {
			ranges = append(ranges, r)
		}
	}
	var statements []jen.Code
	if len(exact) > 0 {
		statements = append(statements, jen.If(covers(exact, plainStatus)).Block(jen.Return(jen.Id("fitExact"))))
	}
	if len(ranges) > 0 {
		statements = append(statements, jen.If(covers(ranges, plainStatus)).Block(jen.Return(jen.Id("fitRange"))))
	}
	return append(statements, jen.Return(jen.Id("fitNone")))
}

// emitConditional emits
//
//	// conditional reports …
//	func (c Code) conditional() bool {
//		switch c {
//		case ErrRateLimited:
//			return true
//		}
//		return false
//	}
func emitConditional(t *target) jen.Code {
	var names []jen.Code
	for _, e := range t.conditional() {
		names = append(names, jen.Id(codeName(e)))
	}
	doc := comment("conditional reports whether the error has a condition beside its status and code.")
	return documented(doc, codeMethod("conditional", jen.Bool()).Block(
		jen.Switch(jen.Id("c")).Block(jen.Case(names...).Block(jen.Return(jen.True()))),
		jen.Return(jen.False()),
	))
}

// emitCodePatterns emits
//
//	// codePatterns match …
//	var codePatterns = [...]codePattern{
//		{ErrFloodWait, pattern{text: "FLOOD_WAIT_[0-9]+"}},
//	}
func emitCodePatterns(t *target) jen.Code {
	var items []jen.Code
	for i := range t.Errors {
		if e := &t.Errors[i]; hasPattern(e) {
			text := jen.Id("pattern").Add(fields(textField("text", e.Pattern)))
			items = append(items, fields(field("code", jen.Id(codeName(e))), field("pattern", text)))
		}
	}
	doc := comment("codePatterns match further wire codes.")
	table := jen.Index(jen.Op("...")).Id("codePattern").Add(listed(items...))
	return documented(doc, jen.Var().Id("codePatterns").Op("=").Add(table))
}
