package gentest

// Catalogs of one thing each.

import (
	"fmt"
	"slices"

	"github.com/errgen/errgen/gen/catalog"
)

// Features are catalogs each of which uses one thing that Minimal does not, or
// two that meet: what a package has for the sake of one has to stand without the
// others.
func Features() []Case {
	return slices.Concat(ofLocators(), ofEntries(), ofTexts(), []Case{{"everything", Everything}, {"crowd", Crowd}})
}

// ofLocators are about where a response says what.
func ofLocators() []Case {
	return []Case{
		feature("wildcards", func(c *catalog.Catalog) {
			c.Response.Code = append(c.Response.Code, at("/errors/*/code")...)
			c.Response.Message = append(c.Response.Message, at("/errors/*/message")...)
		}),
		feature("wildsecond", func(c *catalog.Catalog) { // beside a name at the same place
			c.Response.Code = at("/a/b/*/c", "/a/*/b/c", "/*/*/b/c", "/*/b/*/*")
		}),
		feature("where", func(c *catalog.Catalog) {
			c.Response.Message = []catalog.Locator{{Pointer: pointer("/errors/*/text"), Where: bodyTests("/lang", catalog.Test{Any: []string{"en"}})}}
		}),
		feature("keys", func(c *catalog.Catalog) {
			c.Response.Code = []catalog.Locator{{Pointer: pointer("/errors/*"), Key: true}}
			c.Response.Message = at("/errors/*")
		}),
		feature("keysoflists", func(c *catalog.Catalog) {
			c.Response.Code = []catalog.Locator{{Pointer: pointer("/errors/*"), Key: true, Where: bodyTests("/0", catalog.Test{Any: []string{"x"}})}}
		}),
		feature("list", func(c *catalog.Catalog) { c.Response.Code = at("/errors/0/code") }),
		feature("before", func(c *catalog.Catalog) { c.Response.Code[0].Before = ":" }),
		feature("prefix", func(c *catalog.Catalog) { c.Response.Code[0].StripPrefix = "urn:" }),
		feature("domains", func(c *catalog.Catalog) {
			c.Response.Code = append(c.Response.Code, catalog.Locator{Pointer: pointer("/sms"), Domain: "sms"}, catalog.Locator{Header: "X-Mms", Domain: "mms"})
			c.Response.Domain = []catalog.Locator{{Header: "X-Domain"}, {Pointer: pointer("/domain")}}
			c.Errors = append(c.Errors, coded("InSMS", "sms", "no"), coded("InMMS", "mms", "no"), coded("InAny", "any", "no"))
		}),
		feature("prefixdomains", func(c *catalog.Catalog) {
			c.Response.Code = []catalog.Locator{{Pointer: pointer("/sms"), Domain: "sms"}, {Header: "X-Error", StripPrefix: "err."}}
			c.Errors = append(c.Errors, coded("InSMS", "sms", "no"))
		}),
		feature("wilddomains", func(c *catalog.Catalog) {
			c.Errors[0].Domain = "sms"
			c.Response.Code = at("/data/*/codes/*")
			c.Response.Domain = []catalog.Locator{{Pointer: pointer("/data/*"), Key: true}, {Pointer: pointer("/meta/*/domain")}}
			c.Errors = append(c.Errors, coded("InSMS", "sms", "no"), coded("InMMS", "mms", "no"))
		}),
		feature("headerdomains", func(c *catalog.Catalog) {
			c.Response.Code = []catalog.Locator{{Header: "X-Error"}}
			c.Response.Domain = []catalog.Locator{{Header: "X-Domain", After: ":"}, {Pointer: pointer("/domain"), After: ":"}, {Pointer: pointer("/domains/*")}}
			c.Errors = append(c.Errors, coded("InSMS", "sms", "no"), coded("InMMS", "mms", "no"))
		}),
		feature("nesteddomains", func(c *catalog.Catalog) {
			c.Response.Code = at("/data/*/errors/*/code")
			c.Response.Domain = at("/data/*/errors/*/domain", "/data/*/domain", "/domain")
			c.Errors = append(c.Errors, coded("InSMS", "sms", "no"), coded("InMMS", "mms", "no"))
		}),
		feature("wheredomains", func(c *catalog.Catalog) {
			where := bodyTests("/type", catalog.Test{Any: []string{"info"}})
			c.Response.Code = []catalog.Locator{{Pointer: pointer("/data/*/errors/*/code"), Where: where}}
			c.Response.Domain = []catalog.Locator{
				{Pointer: pointer("/data/*/errors/*/domain"), Where: where}, {Pointer: pointer("/data/*/errors/*/space"), Where: where},
			}
			c.Errors = append(c.Errors, coded("InSMS", "sms", "no"), coded("InMMS", "mms", "no"))
		}),
		feature("unlisteddomains", func(c *catalog.Catalog) { c.Response.Domain = at("/domain") }),
		feature("shouldretry", func(c *catalog.Catalog) { c.Response.ShouldRetry = at("/retry") }),
	}
}

// ofEntries are about what tells errors apart, from one another and from
// successes.
func ofEntries() []Case {
	return []Case{
		feature("conditions", func(c *catalog.Catalog) {
			c.Errors = append(c.Errors,
				catalog.Error{Name: "Limited", Title: "Limited", Statuses: []catalog.StatusRange{catalog.One(403), catalog.One(404), catalog.Hundred(5)}, When: when("0")},
				catalog.Error{Name: "Absent", Title: "Absent", Statuses: []catalog.StatusRange{catalog.One(403)}, When: &catalog.Condition{
					Body: bodyTests("/list/*/x", catalog.Test{Exists: catalog.Absent}),
				}},
				catalog.Error{Name: "Forbidden", Title: "Forbidden", Statuses: []catalog.StatusRange{catalog.One(403)}},
				catalog.Error{Name: "Anywhere", Title: "Anywhere", Statuses: []catalog.StatusRange{catalog.AllStatuses()}, When: when("1")},
			)
		}),
		feature("askedalone", func(c *catalog.Catalog) {
			asking("Blocked", 451, "/why/*/kind", "region")(c)
			asking("Teapot", 418, "/why", "tea")(c)
		}),
		feature("askedinstead", asking("Teapot", 418, "/code", "teapot")),
		feature("askedanywhere", func(c *catalog.Catalog) {
			asking("Known", 404, "/errors/*/kind", "known")(c)
			asking("Listed", 404, "/errors/*/kind", "0")(c)
		}),
		feature("choices", func(c *catalog.Catalog) {
			limited := coded("Limited", "", "order_not_found")
			limited.When = when("0")
			c.Errors = append(c.Errors, limited)
		}),
		feature("wildconditions", func(c *catalog.Catalog) {
			c.Response.Code = append(at("/errors/*/code"), catalog.Locator{Header: "X-Error"})
			known := coded("Known", "", "order_not_found")
			known.When = &catalog.Condition{Body: bodyTests("/errors/*/field", catalog.Test{Any: []string{"id"}})}
			listed := coded("Listed", "", "order_not_found")
			listed.When = &catalog.Condition{Headers: headerTests("X-List", catalog.Test{Any: []string{"1"}})}
			c.Errors = append(c.Errors, known, listed)
		}),
		feature("shapes", func(c *catalog.Catalog) {
			c.Response.Shapes = []catalog.Shape{{When: []catalog.Condition{*when("0")}, Locators: catalog.Locators{Code: at("/other")}}}
		}),
		feature("failedheader", func(c *catalog.Catalog) { c.Response.ErrorWhen = []catalog.Condition{*when("0")} }),
		feature("failedbody", func(c *catalog.Catalog) {
			c.Response.ErrorWhen = []catalog.Condition{{Body: bodyTests("/ok", catalog.Test{Any: []string{"false"}})}}
			c.Response.Constants = []catalog.Member{{Name: "ok", Value: catalog.Value{Kind: catalog.Bool, Text: "false"}}}
			ok := coded("Falsehood", "", "not_ok")
			ok.Statuses = []catalog.StatusRange{catalog.One(200)}
			c.Errors = append(c.Errors, ok)
		}),
		feature("patterns", func(c *catalog.Catalog) {
			c.Errors = append(c.Errors, catalog.Error{Name: "Flood", Title: "Flood", Codes: []string{"FLOOD"}, Pattern: `FLOOD_([0-9]+)`})
		}),
		feature("patterndelays", func(c *catalog.Catalog) {
			c.Errors = append(c.Errors, catalog.Error{Name: "Flood", Title: "Flood", Codes: []string{"FLOOD"}, Pattern: `FLOOD_(?P<retry_after>[0-9]+)`})
		}),
		feature("testpatterns", func(c *catalog.Catalog) {
			c.Response.ErrorWhen = []catalog.Condition{{Headers: headerTests("X-Failed", catalog.Test{Pattern: "yes.*"})}}
		}),
	}
}

func feature(name string, add func(*catalog.Catalog)) Case {
	return Case{name, func() *catalog.Catalog {
		c := Minimal()
		add(c)
		return c
	}}
}

func coded(name, domain, code string) catalog.Error {
	return catalog.Error{Name: name, Title: name, Domain: domain, Codes: []string{code}}
}

// asking adds an error that is one of a status by what the body says at a place.
func asking(name string, status int, at, text string) func(*catalog.Catalog) {
	return func(c *catalog.Catalog) {
		c.Errors = append(c.Errors, catalog.Error{
			Name: name, Title: name, Statuses: []catalog.StatusRange{catalog.One(status)},
			When: &catalog.Condition{Body: bodyTests(at, catalog.Test{Any: []string{text}})},
		})
	}
}

// when holds where a header has that value.
func when(value string) *catalog.Condition {
	return &catalog.Condition{Headers: headerTests("X-Limit", catalog.Test{Any: []string{value}})}
}

// Crowd is a large catalog whose codes are told apart in every way.
func Crowd() *catalog.Catalog {
	c := Everything()
	c.API = catalog.API{Name: "Crowd API", Package: "crowd"}
	for i := range 600 {
		e := coded(fmt.Sprintf("Crowd%d", i), []string{"", "sms", "cdc", "abc"}[i%4], fmt.Sprintf("crowd_%d", i/5))
		switch i % 3 {
		case 0:
			e.Statuses = []catalog.StatusRange{catalog.One(400 + i%10)}
		case 1:
			e.Statuses = []catalog.StatusRange{catalog.Hundred(4 + i%2), catalog.One(404)}
		}
		if i%7 == 0 {
			e.When = when("0")
		}
		if i%11 == 0 {
			e.Codes = append(e.Codes, fmt.Sprintf("crowd_again_%d", i/55))
		}
		if i%50 == 0 {
			e.Severity, e.Aliases = "warning", []string{fmt.Sprintf("FormerCrowd%d", i)}
		}
		c.Errors = append(c.Errors, e)
	}
	return c
}
