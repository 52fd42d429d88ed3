package catalog

// The example headers of an error, as body.go has its example body.

import (
	"slices"
	"strings"
)

// ExampleHeaders are the headers that the server sends with an error: those in
// which its code, domain or message stands, those that its condition asks for,
// and its example's, which go before the others. Like ExampleBody it takes the
// first of each list of locators, and the first of two values with one place.
func (c *Catalog) ExampleHeaders(e *Error) []Header {
	var headers []Header
	locate := func(locators []Locator, text string) {
		taken := func(h Header) bool { return strings.EqualFold(h.Name, locators[0].Header) }
		if len(locators) > 0 && locators[0].Header != "" && text != "" && !slices.ContainsFunc(headers, taken) {
			headers = append(headers, Header{locators[0].Header, locators[0].StripPrefix + text})
		}
	}
	if len(e.Codes) > 0 && !c.Response.saysCode(e) {
		locate(c.Response.CodesIn(e.Domain), e.Codes[0])
	}
	locate(c.Response.Domain, e.Domain)
	locate(c.Response.Message, e.ExampleMessage())
	if e.When != nil {
		for _, h := range e.When.Headers {
			if len(h.Any) > 0 {
				headers = append(headers, Header{h.Name, h.Any[0]})
			}
		}
	}
	headers = slices.DeleteFunc(headers, func(h Header) bool {
		return slices.ContainsFunc(e.ExampleHeaders, func(own Header) bool { return strings.EqualFold(own.Name, h.Name) })
	})
	return append(headers, e.ExampleHeaders...)
}
