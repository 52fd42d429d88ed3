package catalog_test

import (
	"encoding/json"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
)

func pointer(tokens ...string) catalog.Pointer { return tokens }

func at(tokens ...string) []catalog.Locator {
	return []catalog.Locator{{Pointer: tokens}}
}

func TestExampleBody(t *testing.T) {
	number := func(s string) catalog.Value { return catalog.Value{Kind: catalog.Number, Text: s} }
	object := func(members ...catalog.Member) catalog.Value {
		return catalog.Value{Kind: catalog.Object, Members: members}
	}
	tests := []struct {
		name     string
		response catalog.Response
		err      catalog.Error
		want     string
	}{
		{
			name: "documented fields come first, in their order",
			response: catalog.Response{
				Status: pointer("status_code"), Locators: catalog.Locators{Message: at("message"), RequestID: at("request_id")},
				Fields: []catalog.Field{{Name: "message"}, {Name: "status_code"}, {Name: "request_id"}},
			},
			err: catalog.Error{
				Statuses: []catalog.StatusRange{catalog.One(429)}, Message: "Slow down",
				Example: []catalog.Member{{Name: "request_id", Value: catalog.Text("b9c0")}},
			},
			want: "{\n  \"message\": \"Slow down\",\n  \"status_code\": 429,\n  \"request_id\": \"b9c0\"\n}",
		},
		{
			name:     "a message that is absent is the title",
			response: catalog.Response{Locators: catalog.Locators{Message: at("message")}},
			err:      catalog.Error{Title: "Not Found"},
			want:     "{\n  \"message\": \"Not Found\"\n}",
		},
		{
			name:     "a status that is documented as a string is one",
			response: catalog.Response{Status: pointer("status"), Fields: []catalog.Field{{Name: "status", Type: "string"}}},
			err:      catalog.Error{Statuses: []catalog.StatusRange{catalog.Hundred(5)}},
			want:     "{\n  \"status\": \"500\"\n}",
		},
		{
			name: "nested pointers, a numeric code, constants and a deep merge",
			response: catalog.Response{
				Locators:  catalog.Locators{Code: at("error", "code"), Message: at("error", "message"), RequestID: at("meta", "id")},
				Fields:    []catalog.Field{{Name: "/error/code", Type: "integer"}},
				Constants: []catalog.Member{{Name: "ok", Value: catalog.Value{Kind: catalog.Bool, Text: "false"}}},
			},
			err: catalog.Error{
				Codes: []string{"20404"}, Message: "a <b> & \u2028",
				Example: []catalog.Member{{Name: "error", Value: object(
					catalog.Member{Name: "more", Value: catalog.Value{Kind: catalog.Array, Elements: []catalog.Value{number("1e3"), {}, object()}}},
				)}},
			},
			want: `{
  "error": {
    "code": 20404,
    "message": "a <b> & \u2028",
    "more": [
      1e3,
      null,
      {}
    ]
  },
  "ok": false
}`,
		},
		{
			name: "where a number is documented, what is none, or has a prefix, is a text",
			response: catalog.Response{
				Locators: catalog.Locators{Code: at("code"), Message: []catalog.Locator{{Pointer: pointer("text"), StripPrefix: "E"}}},
				Fields:   []catalog.Field{{Name: "code", Type: "integer"}, {Name: "text", Type: "number"}},
			},
			err:  catalog.Error{Codes: []string{"true"}, Message: "4"},
			want: "{\n  \"code\": \"true\",\n  \"text\": \"E4\"\n}",
		},
		{
			name:     "a code in a header leaves the body alone",
			response: catalog.Response{Locators: catalog.Locators{Code: []catalog.Locator{{Header: "X-Code"}}}},
			err:      catalog.Error{Codes: []string{"gone"}},
			want:     "{}",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := &catalog.Catalog{Response: tt.response}
			for range 2 { // the second time, to see that nothing of the catalog was changed
				got := c.ExampleBody(&tt.err).Indented()
				if got != tt.want {
					t.Errorf("got  %s\nwant %s", got, tt.want)
				}
				if !json.Valid([]byte(got)) {
					t.Errorf("not JSON: %s", got)
				}
			}
		})
	}
}

// One skeleton is filled in for many errors, and stays as it is.
func TestExampleIn(t *testing.T) {
	c := catalog.Catalog{Response: catalog.Response{Locators: catalog.Locators{
		Code: []catalog.Locator{{Pointer: pointer("errors", "*"), Key: true}}, Message: at("errors", "*", "text"), RequestID: at("ids", "*"),
	}}}
	skeleton := c.Response.SkeletonIn("")
	for _, e := range []catalog.Error{
		{Codes: []string{"a"}, Message: "One", Example: []catalog.Member{{Name: "more", Value: catalog.Text("x")}}},
		{Title: "Two"},
		{Codes: []string{"c"}, Message: "Three"},
	} {
		if got, want := c.ExampleIn(skeleton, &e).Indented(), c.ExampleBody(&e).Indented(); got != want {
			t.Errorf("%s: got %s, want %s", e.ExampleMessage(), got, want)
		}
	}
}

func TestDefaultFor(t *testing.T) {
	c := &catalog.Catalog{Defaults: []catalog.Default{
		{Statuses: catalog.AllStatuses(), Class: 1}, {Statuses: catalog.Hundred(5), Class: 2}, {Statuses: catalog.One(501), Class: 3},
	}}
	for status, want := range map[int]int{501: 3, 500: 2, 404: 1, 100: 1} {
		if d := c.DefaultFor(status); d == nil || d.Class != want {
			t.Errorf("DefaultFor(%d) = %+v, want class %d", status, d, want)
		}
	}
	if d := c.DefaultFor(600); d != nil {
		t.Errorf("DefaultFor(600) = %+v, want none", d)
	}
}

func TestStatusRangeString(t *testing.T) {
	for r, want := range map[catalog.StatusRange]string{
		catalog.One(429): "429", catalog.Hundred(5): "5XX", catalog.AllStatuses(): "default",
	} {
		if got := r.String(); got != want {
			t.Errorf("%#v is written %q, want %q", r, got, want)
		}
	}
}

func TestPointerString(t *testing.T) {
	if got, want := pointer("a/b", "m~n", "").String(), "/a~1b/m~0n/"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
