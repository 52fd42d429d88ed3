package match_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/match"
)

// Whatever a body is like, reading one that is longer takes longer in proportion:
// a server, or whoever answers in its place, may send any.
func TestCostGrowsAsTheBody(t *testing.T) {
	const deepest = 9_000
	bodies := []struct {
		name string
		body func(length int) string
	}{
		{"deep", func(n int) string {
			depth := min(n/2, deepest)
			return strings.Repeat(strings.Repeat("[", depth)+strings.Repeat("]", depth)+",", n/2/depth)
		}},
		{"a text in deep", func(n int) string {
			depth := min(n/16, deepest)
			return strings.Repeat("[", depth) + `"` + strings.Repeat("x", n) + `"` + strings.Repeat("]", depth) + ","
		}},
		{"members", func(n int) string { return numbered(`{"%":1},`, n) + `{` + numbered(`"%":1,`, n) + `"code":"x"},` }},
		{"equal members", func(n int) string { return `{` + repeated(`"code":"x",`, n) + `"code":"x"},` }},
		{"codes", func(n int) string { return numbered(`{"code":"%","kind":"a"},`, n) }},
		{"equal codes", func(n int) string { return repeated(`{"code":"limited","kind":"a"},`, n) }},
		{"codes in an element", func(n int) string {
			return `{"codes":[` + numbered(`"%",`, n) + `"x"],"kinds":[` + repeated(`null,"",`, n) + `"a"],"messages":[` + repeated(`"",`, n) + `"Hm"]},`
		}},
		{"a delay of digits", func(n int) string { return `{"wait":"` + strings.Repeat("1", n) + `"},` }},
		{"a delay of decimals", func(n int) string { return `{"wait":"1.` + strings.Repeat("7", n) + `"},` }},
	}
	for _, b := range bodies {
		t.Run(b.name, func(t *testing.T) {
			gentest.TestProportional(t, 1<<13, func(length int) time.Duration { return cost(t, b.body(length)) })
		})
	}
}

// repeated is an item as often as makes a text that long.
func repeated(item string, length int) string { return strings.Repeat(item, length/len(item)) }

// numbered is repeated, with a number in each item's place for it.
func numbered(item string, length int) string {
	var b strings.Builder
	for i := 0; b.Len() < length; i++ {
		b.WriteString(strings.ReplaceAll(item, "%", strconv.Itoa(i)))
	}
	return b.String()
}

// cost is the time that reading a body takes; it begins elements.
func cost(t *testing.T, elements string) time.Duration {
	t.Helper()
	c := searching()
	r := match.Response{Status: 404, Body: []byte("[" + elements + "{}]")}
	start := time.Now()
	if m := match.Find(c, r); m.Details == nil {
		t.Fatal("the body was not read")
	}
	match.IsError(c, match.Response{Status: 200, Body: r.Body})
	match.Possible(c, match.Response{Body: r.Body})
	return time.Since(start)
}

// searching is a catalog that looks through all of a body for whatever it looks for.
func searching() *catalog.Catalog {
	at := func(pointer ...string) []catalog.Locator { return []catalog.Locator{{Pointer: pointer}} }
	unmet := func(pointer ...string) catalog.Condition {
		return catalog.Condition{Body: []catalog.BodyTest{{Pointer: pointer, Test: catalog.Test{Any: []string{"nowhere"}}}}}
	}
	c := gentest.Minimal()
	where := []catalog.BodyTest{{Pointer: catalog.Pointer{"kinds", "*"}, Test: catalog.Test{Any: []string{"a"}}}}
	c.Response.Code = append(at("*", "code"), catalog.Locator{Pointer: catalog.Pointer{"*", "codes", "*"}, Where: where})
	c.Response.Domain = append(at("*", "kind"), at("*", "kinds", "*")...)
	c.Response.Message = append(at("*", "message"), at("*", "messages", "*")...)
	c.Response.RetryAfter = at("*", "wait")
	c.Response.Details = at("0")
	c.Response.ErrorWhen = []catalog.Condition{unmet("*", "code"), unmet("*", "kind")}
	for range 3 {
		when := unmet("*", "kind")
		c.Errors = append(c.Errors, catalog.Error{Name: "Limited", Title: "Limited", Domain: "a", Codes: []string{"limited"}, When: &when})
	}
	return c
}
