package catalog_test

import (
	"testing"

	"github.com/errgen/errgen/gen/catalog"
)

// asks is a test that a value is one of some texts.
func asks(p catalog.Pointer, texts ...string) catalog.BodyTest {
	return catalog.BodyTest{Pointer: p, Test: catalog.Test{Any: texts}}
}

// A body has what the condition of its error asks for, also where nothing else
// stands, and in place of the error's own value.
func TestExampleBodyOfConditions(t *testing.T) {
	plain := catalog.Locators{Code: at("error", "code"), Message: at("error", "message"), Details: at("error", "more")}
	listed := catalog.Locators{Code: at("errors", "*", "code"), Message: at("message")}
	keyed := catalog.Locators{Code: located(catalog.Locator{Pointer: pointer("errors", "*"), Key: true})}
	tests := []struct {
		name     string
		locators catalog.Locators
		asked    []catalog.BodyTest
		want     string
	}{
		{"beside the others", plain, []catalog.BodyTest{asks(pointer("error", "kind"), "a", "b")}, `{"error":{"code":"E1","message":"Bad","kind":"a"},"ok":false}`},
		{"alone", plain, []catalog.BodyTest{asks(pointer("z"), "true"), asks(pointer("a", "0"), "7")}, `{"error":{"code":"E1","message":"Bad"},"ok":false,"a":[7],"z":true}`},
		{"null is a text", plain, []catalog.BodyTest{asks(pointer("kind"), "null")}, `{"error":{"code":"E1","message":"Bad"},"ok":false,"kind":"null"}`},
		{"in place of the message", plain, []catalog.BodyTest{asks(pointer("error", "message"), "Too bad")}, `{"error":{"code":"E1","message":"Too bad"},"ok":false}`},
		{"the code is one of them", plain, []catalog.BodyTest{asks(pointer("error", "code"), "E0", "E1")}, `{"error":{"code":"E1","message":"Bad"},"ok":false}`},
		{"not in place of a constant", plain, []catalog.BodyTest{asks(pointer("ok"), "true")}, `{"error":{"code":"E1","message":"Bad"},"ok":false}`},
		{"not in place of what holds others", plain, []catalog.BodyTest{asks(pointer("error"), "x")}, `{"error":{"code":"E1","message":"Bad"},"ok":false}`},
		{"not within details", plain, []catalog.BodyTest{asks(pointer("error", "more", "x"), "x")}, `{"error":{"code":"E1","message":"Bad"},"ok":false}`},
		{"in the code's element", listed, []catalog.BodyTest{asks(pointer("errors", "*", "kind"), "x")}, `{"errors":[{"code":"E1","kind":"x"}],"message":"Bad","ok":false}`},
		{"beside the code's element", listed, []catalog.BodyTest{asks(pointer("errors", "*", "code"), "x")}, `{"errors":[{"code":"E1"},{"code":"x"}],"message":"Bad","ok":false}`},
		{"in the code's member", keyed, []catalog.BodyTest{asks(pointer("errors", "*", "kind"), "x")}, `{"errors":{"E1":{"kind":"x"}},"ok":false}`},
		{
			"beside a locator's text", rpc().Locators, []catalog.BodyTest{asks(pointer("error", "details", "*", "@type"), "QuotaFailure")},
			`{"error":{"details":[{"@type":"ErrorInfo","reason":"E1"},{"@type":"QuotaFailure"}],"message":"Bad"},"ok":false}`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := &catalog.Catalog{Response: catalog.Response{Locators: tt.locators, Constants: []catalog.Member{{Name: "ok", Value: catalog.Scalar("false")}}}}
			e := catalog.Error{Codes: []string{"E1"}, Message: "Bad", When: &catalog.Condition{Body: tt.asked}}
			if got := compact(t, c.ExampleBody(&e)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// The skeleton has room for what each error asks for, whatever the others ask: a
// text, an object or an array in one place, in any order of the errors.
func TestSkeletonHasRoomForEachCondition(t *testing.T) {
	asked := []catalog.BodyTest{
		asks(pointer("why", "kind"), "x"), asks(pointer("why"), "x"), asks(pointer("why", "*", "kind"), "x"), asks(pointer("why", "0"), "x"),
		asks(pointer("why", "*"), "x"), {Pointer: pointer("other"), Test: catalog.Test{Exists: catalog.Present}},
	}
	const want = `{"ok":false,"why":"","why":["",{"kind":""}],"why":{"kind":""}}`
	for range asked {
		asked = append(asked[1:], asked[0])
		c := &catalog.Catalog{Response: catalog.Response{Constants: []catalog.Member{{Name: "ok", Value: catalog.Scalar("false")}}}}
		for _, test := range asked {
			c.Errors = append(c.Errors, catalog.Error{When: &catalog.Condition{Body: []catalog.BodyTest{test}}})
		}
		if got := compact(t, c.SkeletonIn("")); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
