package catalog_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
)

// where is a test that a member has a text.
func where(member, text string) []catalog.BodyTest {
	return []catalog.BodyTest{{Pointer: pointer(member), Test: catalog.Test{Any: []string{text}}}}
}

func located(l catalog.Locator) []catalog.Locator { return []catalog.Locator{l} }

// rpc is a response whose values are in elements of one array.
func rpc() catalog.Response {
	return catalog.Response{Locators: catalog.Locators{
		Code:       located(catalog.Locator{Pointer: pointer("error", "details", "*", "reason"), Where: where("@type", "ErrorInfo")}),
		Domain:     at("error", "details", "*", "domain"),
		Message:    at("error", "message"),
		RequestID:  located(catalog.Locator{Pointer: pointer("error", "details", "*", "requestId"), Where: where("@type", "RequestInfo")}),
		RetryAfter: located(catalog.Locator{Pointer: pointer("error", "details", "*", "retryDelay"), Where: where("@type", "RetryInfo"), Unit: catalog.Duration}),
	}}
}

func object(members ...catalog.Member) catalog.Value {
	return catalog.Value{Kind: catalog.Object, Members: members}
}

func array(elements ...catalog.Value) catalog.Value {
	return catalog.Value{Kind: catalog.Array, Elements: elements}
}

func TestExampleBodyOfElements(t *testing.T) {
	problem := catalog.Response{Locators: catalog.Locators{
		Code: located(catalog.Locator{Pointer: pointer("type"), StripPrefix: "urn:x:"}), Message: at("detail"),
	}}
	keyed := catalog.Response{Locators: catalog.Locators{
		Code: located(catalog.Locator{Pointer: pointer("errors", "*"), Key: true}), Message: at("errors", "*", "text"), RequestID: at("id"),
	}}
	tests := []struct {
		name     string
		response catalog.Response
		err      catalog.Error
		want     string
	}{
		{
			name: "a prefix is put back", response: problem,
			err:  catalog.Error{Codes: []string{"gone"}, Message: "Gone {id}", Params: []catalog.Param{{Name: "id", Example: "7"}}},
			want: "{\n  \"type\": \"urn:x:gone\",\n  \"detail\": \"Gone 7\"\n}",
		},
		{
			name: "code and domain are in one element, with the texts that are asked for", response: rpc(),
			err: catalog.Error{Codes: []string{"DISABLED"}, Domain: "x.com", Title: "Disabled"},
			want: `{
  "error": {
    "details": [
      {
        "@type": "ErrorInfo",
        "reason": "DISABLED",
        "domain": "x.com"
      }
    ],
    "message": "Disabled"
  }
}`,
		},
		{
			name: "what the example says is merged into the elements", response: rpc(),
			err: catalog.Error{Codes: []string{"QUOTA"}, Title: "Quota", Example: []catalog.Member{{Name: "error", Value: object(
				catalog.Member{Name: "details", Value: array(
					object(catalog.Member{Name: "more", Value: catalog.Text("x")}),
					object(),
					object(catalog.Member{Name: "retryDelay", Value: catalog.Text("3s")}),
				)},
			)}}},
			want: `{
  "error": {
    "details": [
      {
        "@type": "ErrorInfo",
        "reason": "QUOTA",
        "more": "x"
      },
      {
        "@type": "RetryInfo",
        "retryDelay": "3s"
      }
    ],
    "message": "Quota"
  }
}`,
		},
		{
			name: "an element that has only the texts asked for is left out", response: rpc(),
			err:  catalog.Error{Title: "Down"},
			want: "{\n  \"error\": {\n    \"message\": \"Down\"\n  }\n}",
		},
		{
			name: "a code that is the name of a member", response: keyed,
			err:  catalog.Error{Codes: []string{"E1"}, Message: "Bad"},
			want: "{\n  \"errors\": {\n    \"E1\": {\n      \"text\": \"Bad\"\n    }\n  }\n}",
		},
		{
			name:     "a member whose value nothing says",
			response: catalog.Response{Locators: catalog.Locators{Code: located(catalog.Locator{Pointer: pointer("errors", "*"), Key: true})}},
			err:      catalog.Error{Codes: []string{"E1"}},
			want:     "{\n  \"errors\": {\n    \"E1\": {}\n  }\n}",
		},
		{
			name: "no code, no member of its name", response: keyed,
			err:  catalog.Error{Message: "Bad"},
			want: "{}",
		},
		{
			name:     "codes as elements, by index and in a list of lists",
			response: catalog.Response{Locators: catalog.Locators{Code: at("a", "0", "*"), Message: at("a", "1")}},
			err:      catalog.Error{Codes: []string{"E1"}, Message: "left out: it contradicts"},
			want:     "{\n  \"a\": [\n    [\n      \"E1\"\n    ]\n  ]\n}",
		},
		{
			name: "the text that is asked for is of the kind that it looks like",
			response: catalog.Response{Locators: catalog.Locators{
				Code: located(catalog.Locator{Pointer: pointer("m", "*", "code"), Where: append(where("ok", "false"), where("kind", "error")...)}),
			}},
			err:  catalog.Error{Codes: []string{"E1"}},
			want: "{\n  \"m\": [\n    {\n      \"ok\": false,\n      \"kind\": \"error\",\n      \"code\": \"E1\"\n    }\n  ]\n}",
		},
		{
			name: "what asks for more is in the code's element, if that may be",
			response: catalog.Response{Locators: catalog.Locators{
				Code: at("m", "*", "code"), Message: located(catalog.Locator{Pointer: pointer("m", "*", "text"), Where: where("kind", "error")}),
			}},
			err:  catalog.Error{Codes: []string{"E1"}, Title: "Bad"},
			want: "{\n  \"m\": [\n    {\n      \"code\": \"E1\",\n      \"kind\": \"error\",\n      \"text\": \"Bad\"\n    }\n  ]\n}",
		},
		{
			name:     "examples are merged into constants",
			response: catalog.Response{Constants: []catalog.Member{{Name: "list", Value: array(object(catalog.Member{Name: "a", Value: catalog.Text("x")}))}}},
			err:      catalog.Error{Example: []catalog.Member{{Name: "list", Value: array(object(catalog.Member{Name: "a", Value: catalog.Text("y")}))}}},
			want:     "{\n  \"list\": [\n    {\n      \"a\": \"y\"\n    }\n  ]\n}",
		},
		{
			name: "a body that is a list",
			response: catalog.Response{
				Locators:  catalog.Locators{Code: at("*", "code"), Message: at("*", "text"), RequestID: at("id")},
				Constants: []catalog.Member{{Name: "ok", Value: catalog.Scalar("false")}},
			},
			err:  catalog.Error{Codes: []string{"E1"}, Message: "Bad", Example: []catalog.Member{{Name: "fields", Value: array(catalog.Text("a"))}}},
			want: "[\n  {\n    \"code\": \"E1\",\n    \"text\": \"Bad\",\n    \"ok\": false,\n    \"fields\": [\n      \"a\"\n    ]\n  }\n]",
		},
		{
			name: "the locator of the domain's codes",
			response: catalog.Response{Locators: catalog.Locators{Code: []catalog.Locator{
				{Pointer: pointer("code"), Domain: "api"}, {Pointer: pointer("sms"), Domain: "sms"}, {Pointer: pointer("sms_too"), Domain: "sms"},
			}}},
			err:  catalog.Error{Codes: []string{"E1"}, Domain: "sms"},
			want: "{\n  \"sms\": \"E1\"\n}",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := &catalog.Catalog{Response: tt.response}
			before := c.Response.SkeletonIn("").Indented()
			if got := c.ExampleBody(&tt.err).Indented(); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if after := c.Response.SkeletonIn("").Indented(); after != before {
				t.Errorf("the catalog was changed from\n%s\nto\n%s", before, after)
			}
		})
	}
}

// The places that an array's elements are found by do not depend on the order in
// which fields are documented.
func TestSkeletonOfDocumentedElements(t *testing.T) {
	r := rpc()
	r.Fields = []catalog.Field{{Name: "/error/details/*/retryDelay"}, {Name: "/error/details/*/reason"}}
	c := &catalog.Catalog{Response: r}
	got := c.ExampleBody(&catalog.Error{Codes: []string{"A"}, Domain: "d"}).Indented()
	want := "{\n  \"error\": {\n    \"details\": [\n      {\n        \"@type\": \"ErrorInfo\",\n        \"reason\": \"A\",\n        \"domain\": \"d\"\n      }\n    ]\n  }\n}"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Details are all that an object or array says. The values in there have places
// of their own, which they keep in whatever order the fields are documented.
func TestSkeletonOfDetailsAroundTheCode(t *testing.T) {
	object := []catalog.Field{{Name: "error", Type: "object"}, {Name: "/error/code"}, {Name: "/error/message"}}
	list := []catalog.Field{{Name: "/errors/*/code"}, {Name: "errors"}}
	inError := catalog.Locators{Code: at("error", "code"), Message: at("error", "message"), Details: at("error")}
	inErrors := catalog.Locators{Code: at("errors", "*", "code"), Details: at("errors"), RetryAfter: at("errors", "0", "wait")}
	const errorBody = `{"error":{"code":"A","message":"Bad"}}`
	tests := []struct {
		name     string
		locators catalog.Locators
		fields   []catalog.Field
		want     string
	}{
		{"details first", inError, object, errorBody},
		{"details last", inError, []catalog.Field{object[1], object[2], object[0]}, errorBody},
		{"nothing documented", inError, nil, errorBody},
		{"a list", inErrors, list, `{"errors":[{"code":"A"}]}`},
		{"a list, details first", inErrors, []catalog.Field{list[1], list[0]}, `{"errors":[{"code":"A"}]}`},
		{"details at the code", catalog.Locators{Code: at("error"), Details: at("error")}, object, `{"error":"A"}`},
		{"details beside the code", catalog.Locators{Code: at("error", "code"), Details: at("error", "more")}, object, `{"error":{"code":"A"}}`},
		{
			"the name of a member in the details",
			catalog.Locators{Code: located(catalog.Locator{Pointer: pointer("errors", "*"), Key: true}), Message: at("errors", "*"), Details: at("errors")},
			list, `{"errors":{"A":"Bad"}}`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := &catalog.Catalog{Response: catalog.Response{Locators: tt.locators, Fields: tt.fields}}
			body := c.ExampleBody(&catalog.Error{Codes: []string{"A"}, Message: "Bad"})
			if got := compact(t, body); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// The order of fields is that of the members, never what is written at all.
func TestSkeletonHasTheSameSlotsInAnyOrder(t *testing.T) {
	c := &catalog.Catalog{Response: catalog.Response{
		Locators: catalog.Locators{Code: at("error"), Message: at("error", "message"), RequestID: at("id")},
		Fields:   []catalog.Field{{Name: "id"}, {Name: "/error/message"}, {Name: "error"}},
	}}
	body := c.ExampleBody(&catalog.Error{Codes: []string{"A"}, Message: "Bad", Example: []catalog.Member{{Name: "id", Value: catalog.Text("r")}}})
	if got, want := compact(t, body), `{"id":"r","error":"A"}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// compact is a value as JSON without white space.
func compact(t *testing.T, v catalog.Value) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(v.Indented())); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What a locator asks of its own place does not stand in the way of the value, a
// member keeps its name where the error has nothing to put there, and what has no
// object has no constants.
func TestExampleBodyKeepsTheCode(t *testing.T) {
	code := catalog.Error{Codes: []string{"gone"}}
	nested := []catalog.BodyTest{{Pointer: pointer("m", "n"), Test: catalog.Test{Any: []string{"y"}}}}
	key := located(catalog.Locator{Pointer: pointer("errors", "*"), Key: true})
	constants := []catalog.Member{{Name: "ok", Value: catalog.Value{Kind: catalog.Bool, Text: "false"}}}
	tests := []struct {
		name     string
		response catalog.Response
		want     string
	}{
		{
			"a test of the code itself",
			catalog.Response{Locators: catalog.Locators{Code: located(catalog.Locator{Pointer: pointer("errors", "*", "code"), Where: where("code", "lost")})}},
			`{"errors":[{"code":"gone"}]}`,
		},
		{
			"a nested text",
			catalog.Response{Locators: catalog.Locators{Code: located(catalog.Locator{Pointer: pointer("errors", "*", "code"), Where: nested})}},
			`{"errors":[{"m":{"n":"y"},"code":"gone"}]}`,
		},
		{
			"details under the code",
			catalog.Response{Locators: catalog.Locators{Code: key, Details: at("errors", "*")}},
			`{"errors":{"gone":{}}}`,
		},
		{
			"constants beside a list of lists",
			catalog.Response{Locators: catalog.Locators{Code: at("*", "*")}, Constants: constants},
			`[["gone"]]`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := &catalog.Catalog{Response: tt.response}
			var got bytes.Buffer
			if err := json.Compact(&got, []byte(c.ExampleBody(&code).Indented())); err != nil || got.String() != tt.want {
				t.Errorf("got %s, %v, want %s", &got, err, tt.want)
			}
		})
	}
}
