package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitByStatus emits
//
//	// byStatus finds the error that a status alone identifies, or 0.
//	func byStatus(q query) Code {
//		switch {
//		case q.status == 403 && q.holds(ErrRateLimited):
//			return ErrRateLimited
//		}
//		switch q.status {
//		case 400:
//			return ErrBadRequest
//		}
//		switch q.status / 100 {
//		case 5:
//			return ErrServerTrouble
//		}
//		return 0
//	}
func emitByStatus(t *target) jen.Code {
	var choices []choice
	for i := range t.Errors {
		if e := &t.Errors[i]; !isCoded(e) {
			choices = append(choices, choice{e.Statuses, jen.Return(jen.Id(codeName(e))), conditionIn(e)})
		}
	}
	doc := comment("byStatus finds the error that a status alone identifies, or 0.")
	return documented(doc, jen.Func().Id("byStatus").Params(asked()).Id("Code").Block(
		append(switchStatus(choices, askedStatus), jen.Return(jen.Lit(0)))...,
	))
}

// asked is the parameter of a look-up.
func asked() jen.Code { return jen.Id("q").Id("query") }

func askedStatus() *jen.Statement { return jen.Id("q").Dot("status") }

func plainStatus() *jen.Statement { return jen.Id("status") }

// conditionIn emits whether an error's condition holds; nil if it has none.
func conditionIn(e *catalog.Error) jen.Code {
	if e.When == nil {
		return nil
	}
	return jen.Id("q").Dot("holds").Call(jen.Id(codeName(e)))
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
		choices = append(choices, choice{[]catalog.StatusRange{d.Statuses}, jen.Return(class, action), nil})
	}
	body := switchStatus(choices, plainStatus)
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
	when     jen.Code // what else must hold, or nil
}

// switchStatus emits what picks the choice for a status: one that names the
// status, else one that names its range, else one for all; of each those first
// that have a condition.
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
func switchStatus(choices []choice, status func() *jen.Statement) []jen.Code {
	exact := func(r catalog.StatusRange) (int, bool) { return r.Lo, r.Exact() }
	var statements []jen.Code
	statements = append(statements, switchWhen(status, choices, exact)...)
	statements = append(statements, switchOn(status(), choices, exact)...)
	statements = append(statements, switchWhen(func() *jen.Statement { return status().Op("/").Lit(100) }, choices, hundred)...)
	statements = append(statements, switchOn(status().Op("/").Lit(100), choices, hundred)...)
	for _, c := range choices {
		if c.always() && c.when != nil {
			statements = append(statements, jen.If(c.when).Block(c.then))
		}
	}
	for _, c := range choices {
		if c.always() && c.when == nil {
			return append(statements, c.then)
		}
	}
	return statements
}

// switchWhen emits a switch over the choices with conditions; nothing if there
// are none for which number gives a number.
//
//	switch {
//	case status == 403 && …:
//		return …
//	}
func switchWhen(value func() *jen.Statement, choices []choice, number func(catalog.StatusRange) (int, bool)) []jen.Code {
	var cases []jen.Code
	for _, c := range choices {
		var tests []jen.Code
		for _, r := range c.statuses {
			if n, ok := number(r); ok && c.when != nil {
				tests = append(tests, value().Op("==").Lit(n))
			}
		}
		if len(tests) == 0 {
			continue
		}
		test := jen.Custom(jen.Options{Separator: " || "}, tests...)
		if len(tests) > 1 {
			test = jen.Parens(test)
		}
		cases = append(cases, jen.Case(test.Op("&&").Add(c.when)).Block(c.then))
	}
	if len(cases) == 0 {
		return nil
	}
	return []jen.Code{jen.Switch().Block(cases...)}
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
			if n, ok := number(r); ok && !seen[n] && c.when == nil {
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
//	func byValue(q query, value string) (c Code, agrees bool) {
//		switch value {
//		case "order_not_found":
//			return ErrOrderNotFound, q.status == 404
//		case "locked":
//			switch q.status {
//			case 403:
//				return ErrLockedForbidden, true
//			}
//		}
//		return 0, false
//	}
//
// or, where more than the status tells codes apart,
//
//	case "locked":
//		return among(q, ErrLockedForbidden, ErrLockedState)
//
// Where there are patterns it is called byText, and byValue is runtime's.
func emitByValue(t *target) []jen.Code {
	name := "byValue"
	if t.holds("patterns") {
		name = "byText"
	}
	doc := comment(name + " finds the error that a wire code identifies, and whether the catalog gives it that status. " +
		"A code that is told apart by its status is found under those statuses only.")
	if len(t.wire) == 0 {
		none := jen.Func().Id(name).Params(jen.Id("query"), jen.String()).Params(jen.Id("Code"), jen.Bool())
		return []jen.Code{documented(doc, none.Block(notFound()))}
	}
	if t.hashed() {
		return emitHashed(t, name, doc)
	}
	return []jen.Code{documented(doc, byValueHead(name).Block(t.switchValue(t.wire)...))}
}

// byValueHead is the head of byValue, or of a function like it.
func byValueHead(name string) *jen.Statement {
	params := []jen.Code{asked(), jen.Id("value").String()}
	return jen.Func().Id(name).Params(params...).Params(jen.Id("c").Id("Code"), jen.Id("agrees").Bool())
}

func notFound() jen.Code { return jen.Return(jen.Lit(0), jen.False()) }

// mostInSwitch is the largest number of wire codes that a switch tells apart.
// Beyond, a hash table is as quick and compiles in no time.
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
func (t *target) switchValue(codes []wireCode) []jen.Code {
	cases := func(g *jen.Group) {
		for len(codes) > 0 {
			n := sameError(codes)
			g.Case(literals(codes[:n])...).Block(t.statements(codes[0])...)
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

// contested reports whether it takes more than the code and the status to tell
// its error.
func (w wireCode) contested() bool {
	return len(w.errors) > 1 || w.errors[0].Domain != "" || w.errors[0].When != nil
}

// statements emits what returns the code's error.
func (t *target) statements(w wireCode) []jen.Code {
	if t.choices && w.contested() {
		considered := []jen.Code{jen.Id("q")}
		for _, e := range w.errors {
			considered = append(considered, jen.Id(codeName(e)))
		}
		return []jen.Code{jen.Return(jen.Id("among").Call(considered...))}
	}
	if len(w.errors) == 1 {
		e := w.errors[0]
		return []jen.Code{jen.Return(jen.Id(codeName(e)), agreement(e))}
	}
	var choices []choice
	for _, e := range w.errors {
		choices = append(choices, choice{e.Statuses, jen.Return(jen.Id(codeName(e)), jen.True()), nil})
	}
	return switchStatus(choices, askedStatus)
}

// agreement emits whether the catalog gives the error the status:
//
//	q.status == 503 || 500 <= q.status && q.status <= 599
func agreement(e *catalog.Error) jen.Code {
	if len(e.Statuses) == 0 {
		return jen.True()
	}
	return covers(e.Statuses, askedStatus)
}

// covers emits whether ranges contain a status.
func covers(ranges []catalog.StatusRange, status func() *jen.Statement) jen.Code {
	var tests []jen.Code
	for _, r := range ranges {
		test := status().Op("==").Lit(r.Lo)
		if !r.Exact() {
			test = jen.Lit(r.Lo).Op("<=").Add(status()).Op("&&").Add(status()).Op("<=").Lit(r.Hi)
		}
		tests = append(tests, test)
	}
	return jen.Custom(jen.Options{Separator: " || "}, tests...)
}
