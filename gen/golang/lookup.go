package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitByStatus emits
//
//	// byStatus finds the error that a status alone identifies, or 0.
//	func byStatus(status int) Code {
//		switch status {
//		case 400:
//			return ErrBadRequest
//		}
//		switch status / 100 {
//		case 5:
//			return ErrServerTrouble
//		}
//		return 0
//	}
func emitByStatus(t *target) jen.Code {
	var choices []choice
	for i := range t.Errors {
		if e := &t.Errors[i]; len(e.Codes) == 0 {
			choices = append(choices, choice{e.Statuses, jen.Return(jen.Id(codeName(e)))})
		}
	}
	doc := comment("byStatus finds the error that a status alone identifies, or 0.")
	return documented(doc, jen.Func().Id("byStatus").Params(jen.Id("status").Int()).Id("Code").Block(
		append(switchStatus(choices), jen.Return(jen.Lit(0)))...,
	))
}

// emitDefaultFor emits
//
//	// defaultFor is …
//	func defaultFor(status int) (Class, Action) {
//		switch status {
//		case 501:
//			return ClassServer, ActionNever
//		}
//		switch status / 100 {
//		case 4:
//			return ClassRequest, ActionNever
//		}
//		return 0, 0
//	}
func emitDefaultFor(t *target) jen.Code {
	var choices []choice
	for i := range t.Defaults {
		d := &t.Defaults[i]
		class, action := jen.Id(className(&t.Classes[d.Class])), jen.Id(actionName(&t.Actions[d.Action]))
		choices = append(choices, choice{[]catalog.StatusRange{d.Statuses}, jen.Return(class, action)})
	}
	body := switchStatus(choices)
	if !always(choices) {
		body = append(body, jen.Return(jen.Lit(0), jen.Lit(0)))
	}
	doc := comment("defaultFor is the class and action of a status that the catalog does not list.")
	head := jen.Func().Id("defaultFor").Params(jen.Id("status").Int())
	return documented(doc, head.Params(jen.Id("Class"), jen.Id("Action")).Block(body...))
}

// A choice is what to do for some statuses; for all, if there are none.
type choice struct {
	statuses []catalog.StatusRange
	then     jen.Code
}

// switchStatus emits what picks the choice for a status: one that names the
// status, else one that names its range, else one for all.
//
//	switch status {
//	case 503, 529:
//		return …
//	}
//	switch status / 100 {
//	case 4:
//		return …
//	}
//	return …
func switchStatus(choices []choice) []jen.Code {
	status := jen.Id("status")
	statements := switchOn(status, choices, func(r catalog.StatusRange) (int, bool) { return r.Lo, r.Exact() })
	statements = append(statements, switchOn(jen.Id("status").Op("/").Lit(100), choices, hundred)...)
	for _, c := range choices {
		if c.always() {
			return append(statements, c.then)
		}
	}
	return statements
}

// hundred is the number of a range such as 5XX.
func hundred(r catalog.StatusRange) (n int, ok bool) {
	return r.Lo / 100, !r.Exact() && r != catalog.AllStatuses()
}

// always reports whether one of the choices is for all statuses.
func always(choices []choice) bool {
	for _, c := range choices {
		if c.always() {
			return true
		}
	}
	return false
}

func (c choice) always() bool {
	return len(c.statuses) == 0 || c.statuses[0] == catalog.AllStatuses()
}

// switchOn emits a switch over the statuses for which number gives one; nothing
// if there are none. Of two choices with one number the first counts.
func switchOn(value jen.Code, choices []choice, number func(catalog.StatusRange) (int, bool)) []jen.Code {
	seen := map[int]bool{}
	var cases []jen.Code
	for _, c := range choices {
		var numbers []jen.Code
		for _, r := range c.statuses {
			if n, ok := number(r); ok && !seen[n] {
				seen[n] = true
				numbers = append(numbers, jen.Lit(n))
			}
		}
		if len(numbers) > 0 {
			cases = append(cases, jen.Case(numbers...).Block(c.then))
		}
	}
	if len(cases) == 0 {
		return nil
	}
	return []jen.Code{jen.Switch(value).Block(cases...)}
}

// emitByValue emits
//
//	// byValue finds …
//	func byValue(status int, value string) (c Code, agrees bool) {
//		switch value {
//		case "order_not_found":
//			return ErrOrderNotFound, status == 404
//		case "locked":
//			switch status {
//			case 403:
//				return ErrLockedForbidden, true
//			}
//		}
//		return 0, false
//	}
func emitByValue(t *target) []jen.Code {
	doc := comment("byValue finds the error that a wire code identifies, and whether the catalog gives it that status. " +
		"A code that is told apart by its status is found under those statuses only.")
	if len(t.wire) == 0 {
		none := jen.Func().Id("byValue").Params(jen.Int(), jen.String()).Params(jen.Id("Code"), jen.Bool())
		return []jen.Code{documented(doc, none.Block(notFound()))}
	}
	if len(t.wire) > mostInSwitch {
		return emitHashed(t, doc)
	}
	return []jen.Code{documented(doc, byValueHead("byValue").Block(switchValue(t.wire)...))}
}

// byValueHead is the head of byValue, or of a function like it.
func byValueHead(name string) *jen.Statement {
	params := []jen.Code{jen.Id("status").Int(), jen.Id("value").String()}
	return jen.Func().Id(name).Params(params...).Params(jen.Id("c").Id("Code"), jen.Id("agrees").Bool())
}

func notFound() jen.Code { return jen.Return(jen.Lit(0), jen.False()) }

// mostInSwitch is the largest number of wire codes that a switch tells apart.
// Beyond, a perfect hash is as quick and compiles in no time.
const mostInSwitch = 128

// A wireCode is a code on the wire, and the errors that have it in the
// catalog's order.
type wireCode struct {
	value  string
	errors []*catalog.Error
}

// wireCodes lists the wire codes of errors.
func wireCodes(errors []catalog.Error) []wireCode {
	var codes []wireCode
	index := map[string]int{}
	for i := range errors {
		e := &errors[i]
		for _, value := range e.Codes {
			at, known := index[value]
			if !known {
				at = len(codes)
				index[value] = at
				codes = append(codes, wireCode{value: value})
			}
			codes[at].errors = append(codes[at].errors, e)
		}
	}
	return codes
}

// switchValue emits the body of a function that tells wire codes apart.
func switchValue(codes []wireCode) []jen.Code {
	cases := func(g *jen.Group) {
		for len(codes) > 0 {
			n := sameError(codes)
			g.Case(literals(codes[:n])...).Block(codes[0].statements()...)
			codes = codes[n:]
		}
	}
	return []jen.Code{jen.Switch(jen.Id("value")).BlockFunc(cases), notFound()}
}

// sameError is how many codes at the start belong to one error and no other.
func sameError(codes []wireCode) int {
	n := 1
	for n < len(codes) && len(codes[0].errors) == 1 && len(codes[n].errors) == 1 &&
		codes[n].errors[0] == codes[0].errors[0] {
		n++
	}
	return n
}

func literals(codes []wireCode) []jen.Code {
	var values []jen.Code
	for _, c := range codes {
		values = append(values, jen.Lit(c.value))
	}
	return values
}

// statements emits what returns the code's error for a status.
func (w wireCode) statements() []jen.Code {
	if len(w.errors) == 1 {
		e := w.errors[0]
		return []jen.Code{jen.Return(jen.Id(codeName(e)), agreement(e))}
	}
	var choices []choice
	for _, e := range w.errors {
		choices = append(choices, choice{e.Statuses, jen.Return(jen.Id(codeName(e)), jen.True())})
	}
	return switchStatus(choices)
}

// agreement emits whether the catalog gives the error the status:
//
//	status == 503 || 500 <= status && status <= 599
func agreement(e *catalog.Error) jen.Code {
	var tests []jen.Code
	for _, r := range e.Statuses {
		test := jen.Id("status").Op("==").Lit(r.Lo)
		if !r.Exact() {
			test = jen.Lit(r.Lo).Op("<=").Id("status").Op("&&").Id("status").Op("<=").Lit(r.Hi)
		}
		tests = append(tests, test)
	}
	if len(tests) == 0 {
		return jen.True()
	}
	return jen.Custom(jen.Options{Separator: " || "}, tests...)
}
