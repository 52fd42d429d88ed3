package jsondoc

// How an error looks on the wire.

import (
	"encoding/json"

	"github.com/errgen/errgen/gen/catalog"
)

type response struct {
	MediaType string          `json:"media_type"`
	Fields    []field         `json:"fields"`
	Constants json.RawMessage `json:"constants"`
	Status    string          `json:"status"`
	ErrorWhen []condition     `json:"error_when"`
	locators
	Shapes []shape `json:"shapes"`
}

type field struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Description string `json:"description"`
}

// Locators are those of a response or of a shape.
type locators struct {
	Code        []locator `json:"code"`
	Domain      []locator `json:"domain"`
	Message     []locator `json:"message"`
	RequestID   []locator `json:"request_id"`
	Details     []locator `json:"details"`
	RetryAfter  []locator `json:"retry_after"`
	ShouldRetry []locator `json:"should_retry"`
}

type shape struct {
	When []condition `json:"when"`
	locators
}

// A locator has either a header or a pointer (RFC 6901).
type locator struct {
	Header      string     `json:"header,omitempty"`
	Pointer     string     `json:"pointer,omitempty"`
	Where       []bodyTest `json:"where,omitempty"`
	Key         bool       `json:"key,omitempty"`
	StripPrefix string     `json:"strip_prefix,omitempty"`
	Before      string     `json:"before,omitempty"`
	After       string     `json:"after,omitempty"`
	Unit        string     `json:"unit,omitempty"` // of a delay
	Domain      string     `json:"domain,omitempty"`
}

// All parts of a condition hold.
type condition struct {
	Statuses []statusRange `json:"statuses"`
	Headers  []headerTest  `json:"headers"`
	Body     []bodyTest    `json:"body"`
}

type headerTest struct {
	Name string `json:"name"`
	test
}

type bodyTest struct {
	Pointer string `json:"pointer"`
	test
}

// A test has one of its members.
type test struct {
	Any     []string `json:"any,omitempty"`
	Not     []string `json:"not,omitempty"`
	Pattern string   `json:"pattern,omitempty"`
	Exists  *bool    `json:"exists,omitempty"`
}

func newResponse(r *catalog.Response) response {
	return response{
		MediaType: r.MediaType,
		Fields:    each(r.Fields, func(f catalog.Field) field { return field(f) }),
		Constants: raw(catalog.Value{Kind: catalog.Object, Members: r.Constants}),
		Status:    r.Status.String(),
		ErrorWhen: each(r.ErrorWhen, newCondition),
		locators:  newLocators(&r.Locators),
		Shapes:    each(r.Shapes, func(s catalog.Shape) shape { return shape{each(s.When, newCondition), newLocators(&s.Locators)} }),
	}
}

func newLocators(l *catalog.Locators) locators {
	return locators{
		Code:      each(l.Code, newLocator),
		Domain:    each(l.Domain, newLocator),
		Message:   each(l.Message, newLocator),
		RequestID: each(l.RequestID, newLocator),
		Details:   each(l.Details, newLocator),
		RetryAfter: each(l.RetryAfter, func(l catalog.Locator) locator {
			shown := newLocator(l)
			shown.Unit = l.Unit.String()
			return shown
		}),
		ShouldRetry: each(l.ShouldRetry, newLocator),
	}
}

func newLocator(l catalog.Locator) locator {
	return locator{
		Header: l.Header, Pointer: l.Pointer.String(), Where: each(l.Where, newBodyTest), Key: l.Key,
		StripPrefix: l.StripPrefix, Before: l.Before, After: l.After, Domain: l.Domain,
	}
}

func newCondition(c catalog.Condition) condition {
	return condition{
		Statuses: each(c.Statuses, newRange),
		Headers:  each(c.Headers, func(h catalog.HeaderTest) headerTest { return headerTest{h.Name, newTest(h.Test)} }),
		Body:     each(c.Body, newBodyTest),
	}
}

func newBodyTest(b catalog.BodyTest) bodyTest { return bodyTest{b.Pointer.String(), newTest(b.Test)} }

func newTest(t catalog.Test) test {
	shown := test{Any: t.Any, Not: t.Not, Pattern: t.Pattern}
	if t.Exists != catalog.Untested {
		exists := t.Exists == catalog.Present
		shown.Exists = &exists
	}
	return shown
}
