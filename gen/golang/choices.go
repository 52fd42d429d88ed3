package golang

// What the choice among errors with one wire code goes by: the statuses, conditions
// and patterns that runtime/choice.go asks for.

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitChoices emits what the choice among errors with one wire code goes by,
// where more than the status tells them apart.
func emitChoices(t *target) []jen.Code {
	if !t.choices {
		return nil
	}
	declarations := []jen.Code{emitAgreement(t)}
	if t.holds("conditions") {
		declarations = append(declarations, emitConditional(t))
	}
	if t.holds("patterns") {
		declarations = append(declarations, emitCodePatterns(t))
	}
	return declarations
}

// emitAgreement emits
//
//	// agreement is …
//	func (c Code) agreement(status int) agreement {
//		switch c {
//		case ErrOverloaded:
//			if status == 503 || status == 529 {
//				return thisStatus
//			}
//			return noAgreement
//		}
//		return c.usualAgreement(status)
//	}
func emitAgreement(t *target) jen.Code {
	var cases []jen.Code
	for _, same := range t.unusual() {
		cases = append(cases, caseOf(codeNames(same), agreements(same[0])...))
	}
	usual := jen.Return(call("c.usualAgreement", jen.Id("status")))
	body := []jen.Code{usual}
	if len(cases) > 0 {
		body = []jen.Code{jen.Switch(jen.Id("c")).Block(cases...), usual}
	}
	doc := comment("agreement is how well the statuses that the catalog gives an error agree with one.")
	head := jen.Func().Params(jen.Id("c").Id("Code")).Add(call("agreement", jen.Id("status").Int())).Id("agreement")
	return documented(doc, head.Block(body...))
}

// unusual lists the errors with codes that have more than one status, those with
// the same statuses together.
func (t *target) unusual() (lists [][]*catalog.Error) {
	index := map[string]int{}
	for i := range t.Errors {
		e := &t.Errors[i]
		if !isCoded(e) || len(e.Statuses) == 0 || len(e.Statuses) == 1 && e.Statuses[0].Exact() {
			continue
		}
		statuses := fmt.Sprint(e.Statuses)
		at, known := index[statuses]
		if !known {
			at = len(lists)
			index[statuses] = at
			lists = append(lists, nil)
		}
		lists[at] = append(lists[at], e)
	}
	return lists
}

// codeNames are the constants of errors.
func codeNames(errors []*catalog.Error) []jen.Code {
	names := make([]jen.Code, len(errors))
	for i, e := range errors {
		names[i] = jen.Id(codeName(e))
	}
	return names
}

// agreements are the statements for an error with several statuses, or a range.
func agreements(e *catalog.Error) []jen.Code {
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
		statements = append(statements, jen.If(covers(exact, plainStatus)).Block(jen.Return(jen.Id("thisStatus"))))
	}
	if len(ranges) > 0 {
		statements = append(statements, jen.If(covers(ranges, plainStatus)).Block(jen.Return(jen.Id("rangeOfMany"))))
	}
	return append(statements, jen.Return(jen.Id("noAgreement")))
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
	doc := comment("conditional reports whether the error has a condition beside its status and code.")
	return documented(doc, codeMethod("conditional", jen.Bool()).Block(
		jen.Switch(jen.Id("c")).Block(caseOf(codeNames(t.conditional()), jen.Return(jen.True()))),
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
			text := fields("pattern", textField("text", e.Pattern))
			items = append(items, fields("", field("code", jen.Id(codeName(e))), field("pattern", text)))
		}
	}
	doc := comment("codePatterns match further wire codes.")
	return documented(doc, jen.Var().Id("codePatterns").Op("=").Add(listed("[...]codePattern", items...)))
}
