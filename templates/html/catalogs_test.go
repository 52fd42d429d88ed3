package html_test

import (
	"regexp"
	"strconv"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
)

// complete is a catalog with all that a page can show.
func complete() *catalog.Catalog {
	c := gentest.Everything()
	c.API.Support = "help@example.com"
	for i := range c.Errors {
		e := &c.Errors[i]
		switch e.Name {
		case "SmsRejected":
			e.Aliases, e.Severity = []string{"TextRejected", "MessageRejected"}, "warning"
			e.Description = "The network of the recipient did not take the message."
		case "CdcExpired":
			e.Title, e.Deprecated = "Expired", "use CdcLocked, which says since when"
		case "OrderNotFound":
			e.Message = "No order {order_id} since {since}"
			e.Params = []catalog.Param{
				{Name: "order_id", Ident: "orderID", Example: "o-42"},
				{Name: "since", Ident: "since", Type: catalog.TimeParam, Example: "2026-01-02T15:04:05Z"},
			}
		}
	}
	c.Retired = []catalog.Retired{
		{Codes: []string{"E9", "E10"}, Name: "Gone", Description: "Orders are not parked any more."},
		{Domain: "sms", Codes: []string{"18"}},
		{Name: "NeverSent"},
	}
	return c
}

// big is a catalog of 10,000 errors with some of all that there is.
func big() *catalog.Catalog {
	c := gentest.Synthetic(10_000)
	c.Response.Domain = []catalog.Locator{{Pointer: catalog.Pointer{"domain"}}}
	for i := range c.Errors {
		e := &c.Errors[i]
		switch i % 10 {
		case 1:
			e.Domain = "area " + strconv.Itoa(i%7)
		case 2:
			e.Deprecated, e.Aliases = "use another", []string{"Old" + e.Name}
		case 3:
			e.Pattern, e.Severity = e.Codes[0]+`_(\d+)`, "warning"
		case 4:
			e.When = &catalog.Condition{Headers: []catalog.HeaderTest{{Name: "X-Plan", Test: catalog.Test{Any: []string{"free"}}}}}
		}
	}
	return c
}

// hostile is a catalog of texts that would run as a script if they could.
func hostile() *catalog.Catalog {
	c := gentest.Hostile()
	for _, text := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`,
		`</script><script>alert(1)</script>`, `</style><svg onload=alert(1)>`, `--><script>alert(1)</script><!--`,
		`javascript:alert(1)`, `&lt;script&gt;alert(1)&lt;/script&gt;`, `</textarea></title><script>alert(1)</script>`,
		`{{.Alert}}`, "\u2028alert(1)", `\u003cscript>alert(1)</script>`, `@import "https://evil.example/x.css"`,
	} {
		e := gentest.HostileWith(text).Errors[0]
		e.Name = "Hostile" + string(rune('A'+len(c.API.Links)))
		e.Section = ""
		test := catalog.Test{Not: []string{text}}
		e.Domain, e.Severity, e.Deprecated, e.Aliases = text, text, text, []string{text}
		e.Codes, e.Pattern = append(e.Codes, text+"#"), regexp.QuoteMeta(text)+"#(?P<retry_after>[0-9]+)"
		e.Params = []catalog.Param{{Name: text, Ident: "text", Example: text}}
		e.When = &catalog.Condition{
			Headers: []catalog.HeaderTest{{Name: text, Test: test}}, Body: []catalog.BodyTest{{Pointer: catalog.Pointer{text}, Test: test}},
		}
		c.Errors = append(c.Errors, e)
		c.Retired = append(c.Retired, catalog.Retired{Domain: text, Codes: []string{text}, Name: text + " Gone", Description: text})
		where := []catalog.BodyTest{{Pointer: catalog.Pointer{text}, Test: catalog.Test{Pattern: regexp.QuoteMeta(text)}}}
		locator := catalog.Locator{Pointer: catalog.Pointer{text, "*"}, Where: where, Before: text, After: text, StripPrefix: text, Domain: text}
		c.Response.Code = append(c.Response.Code, locator)
		c.Response.Domain = append(c.Response.Domain, catalog.Locator{Header: text})
		c.Response.ErrorWhen = append(c.Response.ErrorWhen, *e.When)
		c.Response.Shapes = append(c.Response.Shapes, catalog.Shape{When: []catalog.Condition{{Body: where}}, Locators: c.Response.Locators})
		c.API.Links = append(c.API.Links, catalog.Link{Title: text, URL: text, Description: text})
	}
	return c
}
