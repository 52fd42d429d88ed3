package html

// What readers filter and find errors by.

import (
	"slices"

	"github.com/errgen/errgen/gen/catalog"
)

func (b *builder) tools() Tools {
	t := Tools{Filters: []Filter{
		{"Class", "_class", nil}, {"Action", "_action", nil}, {"Status", "_status", b.statusChoices()},
		{"Retry", "_retry", []Choice{{"yes", "Yes"}, {"step", "After a step"}, {"no", "No"}}},
	}}
	for _, c := range b.Classes {
		t.Filters[0].Choices = append(t.Filters[0].Choices, Choice{c.Key, c.Title})
	}
	for _, a := range b.Actions {
		t.Filters[1].Choices = append(t.Filters[1].Choices, Choice{a.Key, a.Title})
	}
	if domains := b.domainChoices(); domains != nil {
		t.Filters = append(t.Filters, Filter{"Domain", "_domain", domains})
	}
	t.Headers = headersCount(b.Catalog)
	t.Sample = b.typicalBody()
	return t
}

// statusChoices lists the ranges that the errors have, each followed by its
// statuses.
func (b *builder) statusChoices() []Choice {
	var seen []catalog.StatusRange
	for i := range b.Errors {
		for _, s := range b.Errors[i].Statuses {
			seen = append(seen, s, catalog.Hundred(s.Lo/100))
		}
	}
	slices.SortFunc(seen, func(x, y catalog.StatusRange) int {
		if x.Lo != y.Lo {
			return x.Lo - y.Lo
		}
		return y.Hi - x.Hi
	})
	var choices []Choice
	for _, s := range slices.Compact(seen) {
		choices = append(choices, Choice{s.String(), s.String()})
	}
	return choices
}

// domainChoices lists the domains that the errors have, in their order.
func (b *builder) domainChoices() []Choice {
	var choices []Choice
	for i := range b.Errors {
		d := Choice{b.Errors[i].Domain, b.Errors[i].Domain}
		if d.Key != "" && !slices.Contains(choices, d) {
			choices = append(choices, d)
		}
	}
	return choices
}

// headersCount reports whether headers tell errors apart.
func headersCount(c *catalog.Catalog) bool {
	inHeader := func(l catalog.Locator) bool { return l.Header != "" }
	tested := func(w catalog.Condition) bool { return len(w.Headers) > 0 }
	return slices.ContainsFunc(slices.Concat(c.Response.Code, c.Response.Domain), inHeader) ||
		slices.ContainsFunc(c.Response.ErrorWhen, tested) ||
		slices.ContainsFunc(c.Response.Shapes, func(s catalog.Shape) bool {
			return slices.ContainsFunc(s.When, tested) || slices.ContainsFunc(slices.Concat(s.Code, s.Domain), inHeader)
		}) ||
		slices.ContainsFunc(c.Errors, func(e catalog.Error) bool { return e.When != nil && tested(*e.When) })
}
