package gentest

// A catalog of all that there is, in one.

import (
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// Everything is Orders with all that a response can be matched by, and all that an
// error can have: what the spec in gen/golang/runtime/testdata says.
func Everything() *catalog.Catalog {
	c := Orders()
	everyLocator(&c.Response)
	everyCondition(c)
	c.Errors = append(c.Errors, everyMatcher()...)
	c.Errors = append(c.Errors, everyText())
	addURLs(c)
	return c
}

// everyLocator adds locators of every kind, behind those that are there.
func everyLocator(r *catalog.Response) {
	info := []catalog.BodyTest{{Pointer: catalog.Pointer{"@type"}, Test: catalog.Test{Any: []string{"example.com/Info"}}}}
	r.Code = append(r.Code,
		catalog.Locator{Pointer: pointer("/type"), StripPrefix: "urn:orders:"},
		catalog.Locator{Header: "X-Error-Type", Before: ":", After: "#"},
		catalog.Locator{Pointer: pointer("/error/info/*/reason"), Where: info},
		catalog.Locator{Pointer: pointer("/messages/*/status"), Where: notZero("/status"), Domain: "sms"},
		catalog.Locator{Pointer: pointer("/data/*/errors/*/code")},
		catalog.Locator{Pointer: pointer("/problems/*"), Key: true},
	)
	r.Domain = []catalog.Locator{
		{Pointer: pointer("/error/info/*/domain")},
		{Pointer: pointer("/data/*"), Key: true},
		{Pointer: pointer("/domain")},
	}
	r.Message = append(r.Message,
		catalog.Locator{Pointer: pointer("/messages/*/text")},
		catalog.Locator{Pointer: pointer("/data/*/errors/*/message")},
		catalog.Locator{Pointer: pointer("/problems/*")},
		catalog.Locator{Pointer: pointer("/error/info/0/text")},
		catalog.Locator{Pointer: pointer("/problem")},
	)
	r.Details = append(r.Details, catalog.Locator{Pointer: pointer("/error/info/*/details")})
	r.RetryAfter = append(r.RetryAfter,
		catalog.Locator{Pointer: pointer("/error/info/*/delay"), Unit: catalog.Duration},
		catalog.Locator{Pointer: pointer("/minutes"), Unit: catalog.Minutes},
		catalog.Locator{Pointer: pointer("/until"), Unit: catalog.EpochMillis},
	)
	r.ShouldRetry = []catalog.Locator{{Header: "X-Should-Retry"}, {Pointer: pointer("/retry")}}
}

// everyCondition adds what makes a response below 300 an error, and a shape.
func everyCondition(c *catalog.Catalog) {
	r := &c.Response
	r.ErrorWhen = []catalog.Condition{
		{Statuses: []catalog.StatusRange{catalog.One(200)}, Body: bodyTests("/error/decline_code", catalog.Test{Pattern: "not_.*"})},
		{Statuses: []catalog.StatusRange{catalog.Hundred(2)}, Body: notZero("/messages/*/status")},
		{Headers: headerTests("X-Failed", catalog.Test{Exists: catalog.Present})},
	}
	limited := r.Locators
	limited.RetryAfter = []catalog.Locator{{Header: "X-Ratelimit-Reset", Unit: catalog.Epoch}}
	bare := r.Locators
	bare.Code = []catalog.Locator{{Pointer: pointer("/fault/name")}}
	bare.Message = []catalog.Locator{{Pointer: pointer("/fault/text"), After: "] "}}
	r.Shapes = []catalog.Shape{
		{When: []catalog.Condition{{Headers: headerTests("X-Ratelimit-Remaining", catalog.Test{Any: []string{"0"}})}}, Locators: limited},
		{
			When: []catalog.Condition{
				{Statuses: []catalog.StatusRange{catalog.One(502)}, Body: bodyTests("/fault", catalog.Test{Exists: catalog.Present})},
				{Body: append(bodyTests("/fault/name", catalog.Test{Pattern: "[a-z_]+"}), bodyTests("/error", catalog.Test{Exists: catalog.Absent})...)},
			},
			Locators: bare,
		},
	}
}

// everyMatcher is errors that are matched in every way that Orders lacks.
func everyMatcher() []catalog.Error {
	const (
		request = 0
		server  = 3
		never   = 3
		wait    = 6
	)
	limited := &catalog.Condition{Headers: headerTests("X-Ratelimit-Remaining", catalog.Test{Any: []string{"0"}})}
	secondary := &catalog.Condition{Body: bodyTests("/docs", catalog.Test{Pattern: ".*secondary-limits"})}
	blocked := &catalog.Condition{Body: bodyTests("/error/info/*/@type", catalog.Test{Any: []string{"example.com/Block"}})}
	origin := &catalog.Condition{Body: bodyTests("/status", catalog.Test{Any: []string{"520", "521", "522"}})}
	gold := &catalog.Condition{Headers: headerTests("X-Plan", catalog.Test{Not: []string{"free", "trial"}})}
	return []catalog.Error{
		{Name: "RateLimited", Statuses: []catalog.StatusRange{catalog.One(403), catalog.One(429)}, When: limited, Title: "Rate Limited", Class: server, Action: wait},
		{Name: "SecondaryLimit", Statuses: []catalog.StatusRange{catalog.Hundred(4)}, When: secondary, Title: "Secondary Limit", Class: server, Action: wait},
		{Name: "RegionBlocked", Statuses: []catalog.StatusRange{catalog.One(451)}, When: blocked, Title: "Region Blocked", Class: request, Action: never},
		{Name: "OriginDown", Statuses: []catalog.StatusRange{catalog.One(502)}, When: origin, Title: "Origin Down", Class: server, Action: wait},
		{Name: "SmsRejected", Domain: "sms", Codes: []string{"1", "17"}, Title: "SMS Rejected", Class: request, Action: never},
		{Name: "CdcRejected", Domain: "cdc", Codes: []string{"1"}, Title: "CDC Rejected", Class: request, Action: never},
		{Name: "Rejected", Codes: []string{"1"}, Title: "Rejected", Class: request, Action: never},
		{Name: "CdcExpired", Domain: "cdc", Statuses: []catalog.StatusRange{catalog.Hundred(4)}, Codes: []string{"expired"}, Title: "CDC Expired", Class: request, Action: never},
		{Name: "CdcLocked", Domain: "cdc", Codes: []string{"locked"}, Title: "CDC Locked", Class: request, Action: never},
		{Name: "QuotaExceeded", Codes: []string{"quota"}, Title: "Quota Exceeded", Class: server, Action: wait},
		{Name: "GoldQuotaExceeded", Codes: []string{"quota"}, When: gold, Title: "Gold Quota Exceeded", Class: server, Action: wait},
		{
			Name: "FloodWait", Statuses: []catalog.StatusRange{catalog.One(420)}, Codes: []string{"FLOOD_WAIT"},
			Pattern: `FLOOD_WAIT_(?P<retry_after>\d+)`, Title: "Flood Wait", Class: server, Action: wait,
		},
		{Name: "SlowMode", Codes: []string{"SLOW"}, Pattern: `SLOW_(?P<retry_after_min>\d+)M|SLOW_(?P<retry_after_ms>\d+)MS`, Title: "Slow Mode", Class: server, Action: wait},
		{Name: "Falsehood", Statuses: []catalog.StatusRange{catalog.One(200)}, Codes: []string{"not_ok"}, Title: "Falsehood", Class: request, Action: never},
	}
}

// pointer reads a JSON pointer without escapes.
func pointer(s string) catalog.Pointer { return strings.Split(s[1:], "/") }

func bodyTests(at string, t catalog.Test) []catalog.BodyTest {
	return []catalog.BodyTest{{Pointer: pointer(at), Test: t}}
}

func notZero(at string) []catalog.BodyTest { return bodyTests(at, catalog.Test{Not: []string{"0"}}) }

func headerTests(name string, t catalog.Test) []catalog.HeaderTest {
	return []catalog.HeaderTest{{Name: name, Test: t}}
}
