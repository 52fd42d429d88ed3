package golang

// The conditions of responses, shapes and errors as tables, which runtime/condition.go
// tests responses by.

import (
	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitErrorWhen emits, where the catalog says it,
//
//	// errorWhen says which responses below 300 are errors.
//	var errorWhen = [...]condition{…}
func emitErrorWhen(t *target) []jen.Code {
	if !t.holds("error_when") {
		return nil
	}
	var items []jen.Code
	for i := range t.Response.ErrorWhen {
		items = append(items, t.condition("", &t.Response.ErrorWhen[i]))
	}
	doc := comment("errorWhen says which responses below 300 are errors: those of which one of the conditions holds.")
	return []jen.Code{documented(doc, jen.Var().Id("errorWhen").Op("=").Add(listed("[...]condition", items...)))}
}

// emitConditions emits, where errors have conditions,
//
//	// conditions are …
//	var conditions = [...]errorCondition{
//		{ErrRateLimited, condition{…}},
//	}
//
// which is in the order of the errors, as runtime/when.go searches it.
func emitConditions(t *target) []jen.Code {
	if !t.holds("conditions") {
		return nil
	}
	var items []jen.Code
	for _, e := range t.conditional() {
		items = append(items, fields("", jen.Id(codeName(e)), t.condition("condition", e.When)))
	}
	doc := comment("conditions are what responses of some errors have to be like beside their status and code, in the order of the errors.")
	return []jen.Code{documented(doc, jen.Var().Id("conditions").Op("=").Add(listed("[...]errorCondition", items...)))}
}

// conditional lists the errors that have a condition.
func (t *target) conditional() (errors []*catalog.Error) {
	for i := range t.Errors {
		if e := &t.Errors[i]; e.When != nil {
			errors = append(errors, e)
		}
	}
	return errors
}

// conditionList is []condition{…}.
func (t *target) conditionList(list []catalog.Condition) jen.Code {
	var items []jen.Code
	for i := range list {
		items = append(items, t.condition("", &list[i]))
	}
	return fields("[]condition", items...)
}

// condition is {statuses: …, headers: …, body: …}, as far as there is any, behind
// its type.
func (t *target) condition(typ string, c *catalog.Condition) jen.Code {
	var set, statuses, headers []jen.Code
	for _, r := range c.Statuses {
		statuses = append(statuses, fields("", jen.Lit(r.Lo), jen.Lit(r.Hi)))
	}
	for _, h := range c.Headers {
		headers = append(headers, fields("", textField("name", canonical(h.Name)), testField(h.Test)))
	}
	if len(statuses) > 0 {
		set = append(set, field("statuses", fields("[]statusRange", statuses...)))
	}
	if len(headers) > 0 {
		set = append(set, field("headers", fields("[]headerTest", headers...)))
	}
	if len(c.Body) > 0 {
		set = append(set, field("body", t.bodyTests(c.Body)))
	}
	return fields(typ, set...)
}

// bodyTests is []bodyTest{…}.
func (t *target) bodyTests(tests []catalog.BodyTest) jen.Code {
	var items []jen.Code
	for _, b := range tests {
		items = append(items, fields("", t.placeField(b.Pointer), testField(b.Test)))
	}
	return fields("[]bodyTest", items...)
}

// testField is test: test{any: []string{"0"}}.
func testField(t catalog.Test) jen.Code {
	var asked jen.Code
	switch {
	case len(t.Any) > 0:
		asked = field("any", textList(t.Any))
	case len(t.Not) > 0:
		asked = field("not", textList(t.Not))
	case t.Pattern != "":
		asked = field("pattern", fields("&pattern", textField("text", t.Pattern)))
	case t.Exists == catalog.Absent:
		asked = field("absent", jen.True())
	default:
		asked = field("exists", jen.True())
	}
	return field("test", fields("test", asked))
}

// textList is []string{…}.
func textList(texts []string) jen.Code {
	var items []jen.Code
	for _, text := range texts {
		items = append(items, jen.Lit(text))
	}
	return fields("[]string", items...)
}
