package html_test

import (
	"strings"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
)

// Whatever a pasted response is like, and whatever the patterns are that it is held
// against, reading one that is longer takes longer in proportion.
func TestPagesReadLongResponses(t *testing.T) {
	const small, times, hiccup = 1 << 14, 16, 250 // ms
	list := func(items string) func(int) string {
		return func(n int) string { return `{"list": [` + strings.Repeat(items, n/len(items)) + `{"code": "y"}]}` }
	}
	text := func(member, text, end string) func(int) string {
		return func(n int) string { return `{"` + member + `": "` + strings.Repeat(text, n/len(text)) + end + `"}` }
	}
	for name, body := range map[string]func(length int) string{
		"equal codes":     list(`{"code": "limited", "kind": "a"},`),
		"codes":           list(`{"code": "x", "kind": 1}, {"code": "x", "kind": 2}, {"code": 3}, {},`),
		"in an element":   func(n int) string { return `{"list": [{"codes": [` + strings.Repeat(`"x",`, n/4) + `1]}]}` },
		"equal names":     func(n int) string { return "{" + strings.Repeat(`"a": 1,`, n/7) + `"code": 1}` },
		"a long code":     text("code", "a", "!"),
		"a long message":  text("message", "No order since ", ""),
		"digits to wait":  text("wait", "1", "x"),
		"blanks in delay": text("wait", " ", "1"),
	} {
		var took []struct{ Took float64 }
		script, data := readerOf(t, exacting())
		responses := []response{{Headers: [][2]string{}, Body: body(small)}, {Headers: [][2]string{}, Body: body(small * times)}}
		runInPage(t, script, data, responses, &took)
		if least, most := took[0].Took, took[1].Took; most > 4*times*least+hiccup {
			t.Errorf("%s: %d times the body takes %.0f ms, up from %.0f", name, times, most, least)
		}
	}
}

// exacting is a catalog that looks everywhere, for patterns on which a browser's own
// regular expressions would not come to an end.
func exacting() *catalog.Catalog {
	at := func(pointer ...string) catalog.Locator { return catalog.Locator{Pointer: pointer} }
	within := func(l catalog.Locator, where string) catalog.Locator {
		l.Where = []catalog.BodyTest{{Pointer: catalog.Pointer{"codes", "*"}, Test: catalog.Test{Any: []string{where}}}}
		return l
	}
	wait := at("wait")
	wait.Unit = catalog.Duration
	c := gentest.Minimal()
	c.Response.Code = []catalog.Locator{at("list", "*", "code"), within(at("list", "*", "codes", "*"), "x"), at("code")}
	c.Response.Domain = []catalog.Locator{at("list", "*", "kind"), at("list", "*", "codes", "*")}
	c.Response.Message = []catalog.Locator{at("message")}
	c.Response.RetryAfter = []catalog.Locator{wait}
	nowhere := catalog.Test{Pattern: "(x+x+)+y"}
	for _, pattern := range []string{"(a+)+", "(a|aa)*", "(a*)*b", "(?:a?){50}a{50}", "([a-z]+)*[0-9](?P<retry_after>[0-9]*)*"} {
		when := &catalog.Condition{Body: []catalog.BodyTest{{Pointer: catalog.Pointer{"list", "*", "code"}, Test: nowhere}}}
		c.Errors = append(c.Errors,
			catalog.Error{Name: "A", Title: "A", Codes: []string{"x"}, Pattern: pattern},
			catalog.Error{Name: "Limited", Title: "Limited", Domain: "a", Codes: []string{"limited"}, When: when})
	}
	c.Errors = append(c.Errors, catalog.Error{
		Name: "B", Title: "B", Codes: []string{"b"}, Message: "No {a} since {b} for {a}.", Params: []catalog.Param{{Name: "a"}, {Name: "b"}},
	})
	return c
}
