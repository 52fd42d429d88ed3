package html

// What the scripts read, as JSON. It is an agreement between this file and those in
// assets alone, and changes with them; templates/json is for everybody else.

import (
	"slices"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// data is what the scripts know of the catalog: what they filter by, and the
// rules by which they read a pasted response. Classes and actions are referred to
// by index. What there is none of is left out.
type data struct {
	Classes  []dataClass   `json:"classes"`
	Actions  []dataAction  `json:"actions"`
	Errors   []dataError   `json:"errors"`
	Defaults []dataDefault `json:"defaults,omitempty"`
	Retired  []dataRetired `json:"retired,omitempty"`

	Status    catalog.Pointer `json:"status,omitempty"` // where the body repeats it
	ErrorWhen []dataCondition `json:"errorWhen,omitempty"`
	Shapes    []dataShape     `json:"shapes,omitempty"`
	dataLocators
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
	Anchor   string         `json:"anchor"`
	Href     string         `json:"href,omitempty"` // in a split reference; else it is the anchor
	Name     string         `json:"name"`
	Caption  string         `json:"caption,omitempty"` // where it is another than the heading
	Statuses []string       `json:"statuses,omitempty"`
	Domain   string         `json:"domain,omitempty"`
	Codes    []string       `json:"codes,omitempty"`
	Pattern  *program       `json:"pattern,omitempty"`
	When     *dataCondition `json:"when,omitempty"`
	Message  string         `json:"message"`
	Says     []string       `json:"says,omitempty"` // what a message with values in it has before, between and behind them
	Class    int            `json:"class"`
	Action   int            `json:"action"`
}

type dataDefault struct {
	Status string `json:"status"`
	Class  int    `json:"class"`
	Action int    `json:"action"`
}

type dataRetired struct {
	Domain string   `json:"domain,omitempty"`
	Codes  []string `json:"codes,omitempty"`
	Words  string   `json:"words"`
	Why    string   `json:"why"`
}

func (b *builder) data() data {
	r := &b.Response
	d := data{
		Classes: []dataClass{}, Actions: []dataAction{}, Errors: []dataError{},
		Status: r.Status, ErrorWhen: mapped(r.ErrorWhen, newDataCondition), Shapes: mapped(r.Shapes, newDataShape),
		dataLocators: newDataLocators(&r.Locators),
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
	for i := range b.Retired {
		r := &b.Retired[i]
		d.Retired = append(d.Retired, dataRetired{r.Domain, r.Codes, reference.Gone(r).String(), r.Description})
	}
	return d
}

func (b *builder) dataError(e *catalog.Error) dataError {
	d := dataError{
		Anchor: b.anchor(e), Name: e.Name,
		Statuses: mapped(e.Statuses, catalog.StatusRange.String), Domain: e.Domain, Codes: e.Codes, Pattern: script(e.Pattern),
		Message: e.ExampleMessage(), Says: said(e), Class: e.Class, Action: e.Action,
	}
	if heading := append(slices.Clone(d.Statuses), e.Title); reference.Caption(e) != strings.Join(heading, " ") {
		d.Caption = reference.Caption(e)
	}
	if b.split {
		d.Href = b.href(e)
	}
	if e.When != nil {
		when := newDataCondition(*e.When)
		d.When = &when
	}
	return d
}

// said is a message around its values; nil if it has none.
func said(e *catalog.Error) []string {
	var around []string
	text := ""
	for _, part := range e.MessageParts() {
		if part.Param >= 0 {
			around = append(around, text)
			text = ""
		} else {
			text += part.Text
		}
	}
	if around == nil {
		return nil
	}
	return append(around, text)
}

// mapped is what f makes of each item; nil of none.
func mapped[A, B any](list []A, f func(A) B) []B {
	var all []B
	for _, item := range list {
		all = append(all, f(item))
	}
	return all
}

type dataLocators struct {
	Code        []dataLocator `json:"code,omitempty"`
	Domain      []dataLocator `json:"domain,omitempty"`
	Message     []dataLocator `json:"message,omitempty"`
	RequestID   []dataLocator `json:"requestID,omitempty"`
	RetryAfter  []dataLocator `json:"retryAfter,omitempty"`
	ShouldRetry []dataLocator `json:"shouldRetry,omitempty"`
}

type dataLocator struct {
	Header      string     `json:"header,omitempty"`
	Pointer     []string   `json:"pointer,omitempty"`
	Where       []dataTest `json:"where,omitempty"`
	Key         bool       `json:"key,omitempty"`
	StripPrefix string     `json:"stripPrefix,omitempty"`
	Before      string     `json:"before,omitempty"`
	After       string     `json:"after,omitempty"`
	Unit        string     `json:"unit,omitempty"` // of a delay, if not seconds
	Domain      string     `json:"domain,omitempty"`
}

func newDataLocators(l *catalog.Locators) dataLocators {
	return dataLocators{
		Code: mapped(l.Code, newDataLocator), Domain: mapped(l.Domain, newDataLocator), Message: mapped(l.Message, newDataLocator),
		RequestID: mapped(l.RequestID, newDataLocator), RetryAfter: mapped(l.RetryAfter, newDataLocator),
		ShouldRetry: mapped(l.ShouldRetry, newDataLocator),
	}
}

func newDataLocator(l catalog.Locator) dataLocator {
	d := dataLocator{
		Header: l.Header, Pointer: l.Pointer, Where: mapped(l.Where, newBodyTest), Key: l.Key,
		StripPrefix: l.StripPrefix, Before: l.Before, After: l.After, Domain: l.Domain,
	}
	if l.Unit != catalog.Seconds {
		d.Unit = l.Unit.String()
	}
	return d
}

type dataShape struct {
	When []dataCondition `json:"when"`
	dataLocators
}

func newDataShape(s catalog.Shape) dataShape {
	return dataShape{mapped(s.When, newDataCondition), newDataLocators(&s.Locators)}
}

type dataCondition struct {
	Statuses []string   `json:"statuses,omitempty"`
	Headers  []dataTest `json:"headers,omitempty"`
	Body     []dataTest `json:"body,omitempty"`
}

// A dataTest is of a header, or of a place in the body.
type dataTest struct {
	Header  string   `json:"header,omitempty"`
	Pointer []string `json:"pointer,omitempty"`
	Any     []string `json:"any,omitempty"`
	Not     []string `json:"not,omitempty"`
	Pattern *program `json:"pattern,omitempty"`
	Exists  *bool    `json:"exists,omitempty"`
}

func newDataCondition(c catalog.Condition) dataCondition {
	return dataCondition{
		Statuses: mapped(c.Statuses, catalog.StatusRange.String),
		Headers:  mapped(c.Headers, newHeaderTest),
		Body:     mapped(c.Body, newBodyTest),
	}
}

func newHeaderTest(t catalog.HeaderTest) dataTest {
	d := newTest(t.Test)
	d.Header = t.Name
	return d
}

func newBodyTest(t catalog.BodyTest) dataTest {
	d := newTest(t.Test)
	d.Pointer = t.Pointer
	return d
}

func newTest(t catalog.Test) dataTest {
	d := dataTest{Any: t.Any, Not: t.Not, Pattern: script(t.Pattern)}
	if t.Exists != catalog.Untested {
		exists := t.Exists == catalog.Present
		d.Exists = &exists
	}
	return d
}
