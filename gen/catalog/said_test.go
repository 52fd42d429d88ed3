package catalog_test

import (
	"testing"

	"github.com/errgen/errgen/gen/catalog"
)

// An example that has the code at a later locator shows it there alone.
func TestExampleThatSaysTheCode(t *testing.T) {
	member := func(name string, v catalog.Value) catalog.Member { return catalog.Member{Name: name, Value: v} }
	text := func(name, value string) catalog.Member { return member(name, catalog.Text(value)) }
	chain := []catalog.Locator{
		{Pointer: pointer("error", "decline_code")},
		{Pointer: pointer("error", "code"), StripPrefix: "x:"},
		{Pointer: pointer("list", "*", "code"), Where: append(where("kind", "error"), catalog.BodyTest{Pointer: pointer("off"), Test: catalog.Test{Exists: catalog.Absent}})},
		{Pointer: pointer("sms"), Domain: "sms"},
		{Pointer: pointer("names", "*"), Key: true},
	}
	inList := append([]catalog.Locator{{Pointer: pointer("*", "type")}}, catalog.Locator{Pointer: pointer("*", "code")})
	inHeader := []catalog.Locator{{Header: "X-Code"}, {Pointer: pointer("code")}}
	tests := []struct {
		name    string
		code    []catalog.Locator
		example []catalog.Member
		want    string
	}{
		{"nothing", chain, nil, `{"error":{"decline_code":"gone"}}`},
		{"its code", chain, []catalog.Member{member("error", object(text("code", "x:gone")))}, `{"error":{"code":"x:gone"}}`},
		{"another code of it", chain, []catalog.Member{member("error", object(text("code", "lost")))}, `{"error":{"code":"lost"}}`},
		{"one of its pattern", chain, []catalog.Member{member("error", object(text("code", "GONE_7")))}, `{"error":{"code":"GONE_7"}}`},
		{"a code of no error", chain, []catalog.Member{member("error", object(text("code", "none")))}, `{"error":{"decline_code":"gone","code":"none"}}`},
		{"at the first locator too", chain, []catalog.Member{member("error", object(text("code", "gone"), text("decline_code", "lost")))}, `{"error":{"decline_code":"lost","code":"gone"}}`},
		{
			"in an element that is looked for", chain,
			[]catalog.Member{member("list", array(object(text("code", "gone"), text("kind", "error"))))},
			`{"list":[{"code":"gone","kind":"error"}]}`,
		},
		{
			"in elements that are not", chain,
			[]catalog.Member{member("list", array(object(text("code", "gone")), object(text("code", "gone"), text("kind", "error"), text("off", "x"))))},
			`{"error":{"decline_code":"gone"},"list":[{"code":"gone"},{"code":"gone","kind":"error","off":"x"}]}`,
		},
		{"for another domain", chain, []catalog.Member{text("sms", "gone")}, `{"error":{"decline_code":"gone"},"sms":"gone"}`},
		{"as a name", chain, []catalog.Member{member("names", object(text("gone", "x")))}, `{"names":{"gone":"x"}}`},
		{"in a body that is a list", inList, []catalog.Member{text("code", "gone")}, `[{"code":"gone"}]`},
		{"and not in the header", inHeader, []catalog.Member{text("code", "gone")}, `{"code":"gone"}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := &catalog.Catalog{Response: catalog.Response{Locators: catalog.Locators{Code: tt.code}}}
			e := &catalog.Error{Codes: []string{"gone", "lost"}, Pattern: `GONE_\d+`, Example: tt.example}
			if got := compact(t, c.ExampleBody(e)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if headers := c.ExampleHeaders(e); len(headers) > 0 {
				t.Errorf("the headers are %v", headers)
			}
		})
	}
}
