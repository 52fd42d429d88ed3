package golang

// What a status says: which error it is, and what errors are like that the catalog
// does not list.

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitByStatus emits
//
//	// byStatus finds the error that a status alone identifies, or 0.
//	func byStatus(q query) Code {
//		switch q.status {
//		case 403, 429:
//			if c := q.firstOf(ErrRateLimited, ErrBlocked); c != 0 {
//				return c
//			}
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
			c := choice{statuses: e.Statuses, then: jen.Return(jen.Id(codeName(e)))}
			if e.When != nil {
				c.when = e
			}
			choices = append(choices, c)
		}
	}
	doc := comment("byStatus finds the error that a status alone identifies, or 0.")
	return documented(doc, jen.Func().Add(call("byStatus", asked())).Id("Code").Block(
		append(switchStatus(choices, askedStatus), jen.Return(jen.Lit(0)))...,
	))
}

// asked is the parameter of a look-up.
func asked() jen.Code { return jen.Id("q").Id("query") }

func askedStatus() *jen.Statement { return jen.Id("q.status") }

func plainStatus() *jen.Statement { return jen.Id("status") }

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
		choices = append(choices, choice{statuses: []catalog.StatusRange{d.Statuses}, then: jen.Return(list(class, action))})
	}
	body := switchStatus(choices, plainStatus)
	if !slices.ContainsFunc(choices, choice.always) {
		body = append(body, jen.Return(list(jen.Lit(0), jen.Lit(0))))
	}
	doc := comment("defaultFor is the class and action of a status that the catalog does not list.")
	head := jen.Func().Add(call("defaultFor", jen.Id("status").Int()), call("", jen.Id("Class"), jen.Id("Action")))
	return documented(doc, head.Block(body...))
}

// A choice is what to do for some statuses; for all, if there are none.
type choice struct {
	statuses []catalog.StatusRange
	then     jen.Code
	when     *catalog.Error // whose condition has to hold as well; nil for none
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
	statements = append(statements, switchWhen(status(), choices, exact)...)
	statements = append(statements, switchOn(status(), choices, exact)...)
	statements = append(statements, switchWhen(status().Op("/").Lit(100), choices, hundred)...)
	statements = append(statements, switchOn(status().Op("/").Lit(100), choices, hundred)...)
	var conditional []*catalog.Error
	for _, c := range choices {
		if c.always() && c.when != nil {
			conditional = append(conditional, c.when)
		}
	}
	if len(conditional) > 0 {
		statements = append(statements, returnFirst(conditional))
	}
	for _, c := range choices {
		if c.always() && c.when == nil {
			return append(statements, c.then)
		}
	}
	return statements
}

// switchWhen emits a switch over the statuses of choices with conditions; nothing
// if there are none for which number gives a number.
//
//	switch status {
//	case 403, 429:
//		if c := q.firstOf(ErrRateLimited); c != 0 {
//			return c
//		}
//	}
func switchWhen(value jen.Code, choices []choice, number func(catalog.StatusRange) (int, bool)) []jen.Code {
	var numbers []int
	conditional := map[int][]*catalog.Error{}
	for _, c := range choices {
		for _, r := range c.statuses {
			n, ok := number(r)
			errors := conditional[n]
			if !ok || c.when == nil || len(errors) > 0 && errors[len(errors)-1] == c.when {
				continue
			}
			if errors == nil {
				numbers = append(numbers, n)
			}
			conditional[n] = append(errors, c.when)
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	return []jen.Code{jen.Switch(value).BlockFunc(func(g *jen.Group) {
		for len(numbers) > 0 {
			errors := conditional[numbers[0]]
			end := slices.IndexFunc(numbers, func(n int) bool { return !slices.Equal(conditional[n], errors) })
			if end < 0 {
				end = len(numbers)
			}
			g.Add(caseOf(integers(numbers[:end]), returnFirst(errors)))
			numbers = numbers[end:]
		}
	})}
}

// returnFirst emits the return of the first of some errors whose condition holds.
func returnFirst(errors []*catalog.Error) jen.Code {
	found := jen.Id("c").Op(":=").Add(call("q.firstOf", codeNames(errors)...))
	return ifSet(found, jen.Id("c").Op("!=").Lit(0), jen.Return(jen.Id("c")))
}

func integers(numbers []int) []jen.Code {
	var literals []jen.Code
	for _, n := range numbers {
		literals = append(literals, jen.Lit(n))
	}
	return literals
}

// hundred is the number of a range such as 5XX.
func hundred(r catalog.StatusRange) (n int, ok bool) {
	return r.Lo / 100, !r.Exact() && r != catalog.AllStatuses()
}

// always reports whether the choice is for all statuses.
func (c choice) always() bool {
	return len(c.statuses) == 0 || c.statuses[0] == catalog.AllStatuses()
}

// switchOn emits a switch over the statuses for which number gives one; nothing
// if there are none. Of two choices with one number the first counts.
func switchOn(value jen.Code, choices []choice, number func(catalog.StatusRange) (int, bool)) []jen.Code {
	seen := map[int]bool{}
	var cases []jen.Code
	for _, c := range choices {
		var numbers []int
		for _, r := range c.statuses {
			if n, ok := number(r); ok && !seen[n] && c.when == nil {
				seen[n] = true
				numbers = append(numbers, n)
			}
		}
		if len(numbers) > 0 {
			cases = append(cases, caseOf(integers(numbers), c.then))
		}
	}
	if len(cases) == 0 {
		return nil
	}
	return []jen.Code{jen.Switch(value).Block(cases...)}
}

// agrees emits whether the catalog gives the error the status:
//
//	q.status == 503 || 500 <= q.status && q.status <= 599
func agrees(e *catalog.Error) jen.Code {
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
