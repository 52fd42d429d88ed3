package html

import (
	"slices"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
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
	t.Pasted = plainlyMatched(b.Catalog)
	if len(b.Errors) > 0 {
		t.Sample = b.ExampleBody(&b.Errors[0]).Indented()
	}
	return t
}

// plainlyMatched reports whether a response is told by a status and by codes at
// places without choice. The page's script knows no more rules, and an answer of
// it would be wrong elsewhere: there, errgen explain is for that.
func plainlyMatched(c *catalog.Catalog) bool {
	r := &c.Response
	unlike := func(l catalog.Locator) bool {
		return l.Pointer.Wild() >= 0 || l.Key || l.StripPrefix+l.Before+l.After != ""
	}
	return len(r.ErrorWhen)+len(r.Shapes)+len(r.Domain) == 0 &&
		!slices.ContainsFunc(slices.Concat(r.Code, r.Message, r.RequestID), unlike) &&
		!slices.ContainsFunc(c.Errors, func(e catalog.Error) bool { return e.Domain != "" || e.When != nil || e.Pattern != "" })
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

// Data is what the scripts know of the catalog: whatever filters and a pasted
// response need. Classes and actions are referred to by index.
type data struct {
	Classes  []dataClass   `json:"classes"`
	Actions  []dataAction  `json:"actions"`
	Errors   []dataError   `json:"errors"`
	Defaults []dataDefault `json:"defaults"`

	Status    []dataLocator `json:"status"`
	Code      []dataLocator `json:"code"`
	Message   []dataLocator `json:"message"`
	RequestID []dataLocator `json:"requestID"`
}

type dataClass struct {
	Key   string `json:"key"`
	Title string `json:"title"`
}

type dataAction struct {
	Key   string `json:"key"`
	Title string `json:"title"`
	Retry string `json:"retry"`
	Words string `json:"words"`
}

type dataError struct {
	Anchor   string   `json:"anchor"`
	Href     string   `json:"href"`
	Name     string   `json:"name"`
	Caption  string   `json:"caption"`
	Statuses []string `json:"statuses"`
	Codes    []string `json:"codes"`
	Message  string   `json:"message"`
	Class    int      `json:"class"`
	Action   int      `json:"action"`
}

type dataDefault struct {
	Status string `json:"status"`
	Class  int    `json:"class"`
	Action int    `json:"action"`
}

type dataLocator struct {
	Header  string   `json:"header,omitempty"`
	Pointer []string `json:"pointer,omitempty"`
}

func (b *builder) data() data {
	r := &b.Response
	d := data{
		Classes: []dataClass{}, Actions: []dataAction{}, Errors: []dataError{}, Defaults: []dataDefault{},
		Status: []dataLocator{}, Code: locators(r.Code), Message: locators(r.Message), RequestID: locators(r.RequestID),
	}
	if len(r.Status) > 0 {
		d.Status = append(d.Status, dataLocator{Pointer: r.Status})
	}
	for _, c := range b.Classes {
		d.Classes = append(d.Classes, dataClass{c.Key, c.Title})
	}
	for _, a := range b.Actions {
		shown := b.retry(a)
		d.Actions = append(d.Actions, dataAction{a.Key, a.Title, shown.Kind, shown.Words})
	}
	for i := range b.Errors {
		d.Errors = append(d.Errors, b.dataError(&b.Errors[i]))
	}
	for _, x := range b.Defaults {
		d.Defaults = append(d.Defaults, dataDefault{x.Statuses.String(), x.Class, x.Action})
	}
	return d
}

func (b *builder) dataError(e *catalog.Error) dataError {
	d := dataError{
		Anchor: b.anchor(e), Href: b.href(e), Name: e.Name, Caption: reference.Caption(e),
		Statuses: []string{}, Codes: append([]string{}, e.Codes...), Message: e.Message,
		Class: e.Class, Action: e.Action,
	}
	for _, s := range e.Statuses {
		d.Statuses = append(d.Statuses, s.String())
	}
	return d
}

func locators(all []catalog.Locator) []dataLocator {
	shown := []dataLocator{}
	for _, l := range all {
		shown = append(shown, dataLocator{l.Header, l.Pointer})
	}
	return shown
}
