package reference_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// marked is a phrase with its code in backquotes.
func marked(p reference.Phrase) string {
	var b strings.Builder
	for _, piece := range p {
		if piece.Code {
			b.WriteString("`" + piece.Text + "`")
		} else {
			b.WriteString(piece.Text)
		}
	}
	return b.String()
}

func pointer(s string) catalog.Pointer { return strings.Split(s[1:], "/") }

var (
	is0     = catalog.Test{Any: []string{"0"}}
	isNot0  = catalog.Test{Not: []string{"0", "1"}}
	matches = catalog.Test{Pattern: ".*x"}
	there   = catalog.Test{Exists: catalog.Present}
	gone    = catalog.Test{Exists: catalog.Absent}
)

func body(at string, t catalog.Test) catalog.BodyTest {
	return catalog.BodyTest{Pointer: pointer(at), Test: t}
}

func TestCondition(t *testing.T) {
	tests := []struct {
		condition catalog.Condition
		want      string
	}{
		{
			catalog.Condition{Headers: []catalog.HeaderTest{{Name: "X-Remaining", Test: is0}}},
			"the header `X-Remaining` is `0`",
		},
		{
			catalog.Condition{Statuses: []catalog.StatusRange{catalog.One(502), catalog.Hundred(4)}, Body: []catalog.BodyTest{body("/ok", matches), body("/a/b", gone)}},
			"the status is 502 or 4XX and `ok` matches `.*x` and `/a/b` is absent",
		},
		{
			catalog.Condition{Body: []catalog.BodyTest{body("/messages/*/status", isNot0), body("/x/*", gone), body("/y", there)}},
			"some `/messages/*/status` is not `0` or `1` and `/x/*` is absent and `y` is there",
		},
		{
			catalog.Condition{
				Headers: []catalog.HeaderTest{{Name: "X-Plan", Test: isNot0}},
				Body:    []catalog.BodyTest{body("/a/b", catalog.Test{Not: []string{"c"}})},
			},
			"the header `X-Plan` is there, and is not `0` or `1` and `/a/b` is there, and is not `c`",
		},
	}
	blank := catalog.Condition{Body: []catalog.BodyTest{body("/a", catalog.Test{Any: []string{"", " b"}})}}
	if got, want := marked(reference.Condition(&blank)), "`a` is `\"\"` or `\" b\"`"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, tt := range tests {
		if got := marked(reference.Condition(&tt.condition)); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

func TestRecognized(t *testing.T) {
	c := &catalog.Catalog{}
	if got := reference.Recognized(c); got != nil {
		t.Errorf("where it is as HTTP has it: %v", got)
	}
	c.Response.ErrorWhen = []catalog.Condition{
		{Statuses: []catalog.StatusRange{catalog.Hundred(2)}, Body: []catalog.BodyTest{body("/ok", catalog.Test{Any: []string{"false"}})}},
		{Statuses: []catalog.StatusRange{catalog.One(202)}},
		{Headers: []catalog.HeaderTest{{Name: "X-Failed", Test: there}}},
	}
	want := "A response from status 300 on is an error, but for 304.\n" +
		"A 2XX response is an error where `ok` is `false`.\n" +
		"A 202 response is an error.\n" +
		"A response below 300 is an error where the header `X-Failed` is there."
	if got := sentences(reference.Recognized(c)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	c.Errors = []catalog.Error{{Statuses: []catalog.StatusRange{catalog.One(304)}}}
	if got := sentences(reference.Recognized(c)); !strings.HasPrefix(got, "A response from status 300 on is an error.\n") {
		t.Errorf("where 304 is listed: %s", got)
	}
}

func sentences(phrases []reference.Phrase) string {
	var all []string
	for _, p := range phrases {
		all = append(all, marked(p))
	}
	return strings.Join(all, "\n")
}

func TestPlaceWords(t *testing.T) {
	place := reference.Place{Value: "Code", Locators: []catalog.Locator{
		{Pointer: pointer("/type"), StripPrefix: "urn:"},
		{Header: "X-Error", Before: ":", After: "#"},
		{Pointer: pointer("/error/details/*/reason"), Where: []catalog.BodyTest{body("/@type", is0), body("/a/b", there)}},
		{Pointer: pointer("/messages/*/status"), Domain: "sms"},
		{Pointer: pointer("/data/*"), Key: true},
		{Pointer: pointer("/wait"), Unit: catalog.Duration},
		{Pointer: catalog.Pointer{"*"}},
		{Pointer: catalog.Pointer{"/a"}},
	}}
	want := "`type` (without the prefix `urn:`)" +
		", else the header `X-Error` (what stands before the first `:`, then what stands after the last `#`)" +
		", else `/error/details/*/reason` (of an element in which `@type` is `0` and `/a/b` is there)" +
		", else `/messages/*/status` (in the domain `sms`)" +
		", else the name that the last `*` of `/data/*` stands for" +
		", else `wait` (with its unit, such as 3.5s)" +
		", else `/*`, else `/~1a`"
	if diff := cmp.Diff(want, marked(place.Words())); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if !place.Wild() || place.Plain() {
		t.Errorf("wild %v, plain %v", place.Wild(), place.Plain())
	}
	for at, plain := range map[string]bool{"/a": true, "/a/b": true, "/a/*": false} {
		if p := (reference.Place{Locators: []catalog.Locator{{Pointer: pointer(at)}}}); p.Plain() != plain {
			t.Errorf("%s is plain: %v", at, p.Plain())
		}
	}
	if got := (reference.Place{}).Words().String(); got != "not in this form" {
		t.Errorf("a value that is nowhere is %s", got)
	}
}

func TestForms(t *testing.T) {
	usual := catalog.Locators{Code: []catalog.Locator{{Pointer: pointer("/code")}}, Message: []catalog.Locator{{Pointer: pointer("/text")}}}
	other := usual
	other.Code = []catalog.Locator{{Pointer: pointer("/code"), Before: ":"}}
	other.RequestID = []catalog.Locator{{Header: "X-Id"}}
	forms := reference.Forms(&catalog.Response{Locators: usual, Shapes: []catalog.Shape{
		{When: []catalog.Condition{{Body: []catalog.BodyTest{body("/a", is0)}}, {Body: []catalog.BodyTest{body("/b", is0)}}}, Locators: other},
		{When: []catalog.Condition{{Body: []catalog.BodyTest{body("/c", there)}}}, Locators: catalog.Locators{Code: usual.Code}},
	}})
	var got []string
	for _, f := range forms {
		got = append(got, marked(f.Where))
		for _, p := range f.Places {
			got = append(got, p.Value+": "+marked(p.Words()))
		}
	}
	want := []string{
		"`a` is `0`, or where `b` is `0`", "Code: `code` (what stands before the first `:`)", "Request id: the header `X-Id`",
		"`c` is there", "Message: not in this form",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestCodes(t *testing.T) {
	tests := []struct {
		err  catalog.Error
		want string
	}{
		{catalog.Error{}, ""},
		{catalog.Error{Codes: []string{"a", "b"}}, "`a`, `b`"},
		{catalog.Error{Codes: []string{"a"}, Pattern: "a_.*"}, "`a`, or any that matches `a_.*`"},
		{
			catalog.Error{Codes: []string{"a"}, Pattern: `a_(?P<retry_after>\d+)|a_(?P<retry_after_ms>\d+)ms(?P<x>)`},
			"`a`, or any that matches `a_(?P<retry_after>\\d+)|a_(?P<retry_after_ms>\\d+)ms(?P<x>)`; " +
				"`retry_after` is the time to wait, in seconds; `retry_after_ms` is the time to wait, in milliseconds",
		},
	}
	for _, tt := range tests {
		if got := marked(reference.Codes(&tt.err)); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

func TestGone(t *testing.T) {
	tests := []struct {
		gone catalog.Retired
		want string
	}{
		{catalog.Retired{Name: "Old"}, "`Old`"},
		{catalog.Retired{Codes: []string{"E8", "E9"}, Name: "Old"}, "`E8`, `E9` (`Old`)"},
		{catalog.Retired{Codes: []string{"7"}, Domain: "sms"}, "`7` in the domain `sms`"},
	}
	for _, tt := range tests {
		if got := marked(reference.Gone(&tt.gone)); got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}

func TestWhen(t *testing.T) {
	e := &catalog.Error{When: &catalog.Condition{Body: []catalog.BodyTest{body("/a", is0)}}}
	if got, want := marked(reference.When(e)), "when `a` is `0`"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := reference.When(new(catalog.Error)); got != nil {
		t.Errorf("an error without a condition: %v", got)
	}
}
