package reference_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/reference"
	"github.com/errgen/errgen/gen/spec"
)

// Whoever meets an example finds its error by it.
func TestExamplesAreTrue(t *testing.T) {
	for _, c := range slices.Concat(gentest.Cases(), gentest.Features()) {
		t.Run(c.Name, func(t *testing.T) { checkExamples(t, c.Catalog()) })
	}
	shapes, err := filepath.Glob("../catalogs/testdata/shapes/*.txtar")
	if err != nil || len(shapes) == 0 {
		t.Fatalf("there are no shapes of APIs: %v", err)
	}
	for _, path := range shapes {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := spec.Read(path, archive.Files[0].Data, nil)
		if doc.Catalog == nil {
			t.Fatalf("%s has no catalog", path)
		}
		t.Run(filepath.Base(path), func(t *testing.T) { checkExamples(t, doc.Catalog) })
	}
}

// partial are the errors of which no example can be made up: two have a condition
// without a text, one is that for which no condition holds, and of one the lowest
// status is no error.
var partial = []string{"SecondaryLimit", "GoldQuotaExceeded", "Forbidden", "Anywhere"}

func checkExamples(t *testing.T, c *catalog.Catalog) {
	t.Helper()
	examples := reference.NewExamples(c)
	for i := range c.Errors {
		e := &c.Errors[i]
		x := examples.Of(e)
		header := http.Header{}
		for _, h := range x.Headers {
			header.Add(h.Name, h.Value)
		}
		body := x.Body.Indented()
		if x.Partial {
			if !slices.Contains(partial, e.Name) {
				t.Errorf("the example of %s is partial: %d %v %s", e.Name, x.Status, header, body)
			}
			continue
		}
		if !slices.ContainsFunc(possible(x.Status), func(status int) bool {
			found := gentest.Mean(c, status, header, []byte(body))
			return found.IsError && found.Name == e.Name
		}) {
			t.Errorf("the example of %s is not it: %d %v %s", e.Name, x.Status, header, body)
		}
	}
}

// possible lists the statuses that a response may have.
func possible(status int) []int {
	if status != 0 {
		return []int{status}
	}
	return []int{400, 418, 500}
}

// The example of an error that needs more than its status and code has it.
func TestExample(t *testing.T) {
	c := gentest.Everything()
	c.Response.Domain = []catalog.Locator{{Header: "X-Domain", StripPrefix: "urn:"}}
	c.Errors = append(c.Errors,
		catalog.Error{Name: "Moved", Title: "Moved", Statuses: []catalog.StatusRange{catalog.One(304)}},
		catalog.Error{
			Name: "Both", Title: "Both", Domain: "mms", Codes: []string{"both"}, Statuses: []catalog.StatusRange{catalog.One(400)},
			When: &catalog.Condition{Body: []catalog.BodyTest{{Pointer: catalog.Pointer{"why"}, Test: catalog.Test{Any: []string{"17", "18"}}}}},
		},
	)
	examples := reference.NewExamples(c)
	tests := []struct {
		name, headers, body string
		status              int
	}{
		{"RateLimited", "X-Ratelimit-Remaining: 0", `"status": 403`, 403},
		{"ServerTrouble", "", `"status": 501`, 501}, // 500 is another's
		{"TooManyRequests", "Retry-After: 47", `"message": "Slow down"`, 429},
		{"Both", "X-Domain: urn:mms", `"why": 17`, 400},
		{"Moved", "", "{}", 304},
		{"CardDeclined", "", `"decline_code": "card_declined"`, 0},
	}
	for _, tt := range tests {
		i := slices.IndexFunc(c.Errors, func(e catalog.Error) bool { return e.Name == tt.name })
		x := examples.Of(&c.Errors[i])
		var headers []string
		for _, h := range x.Headers {
			headers = append(headers, h.Name+": "+h.Value)
		}
		if got := strings.Join(headers, "\n"); x.Status != tt.status || got != tt.headers || !strings.Contains(x.Body.Indented(), tt.body) {
			t.Errorf("%s: %d %q %s", tt.name, x.Status, got, x.Body.Indented())
		}
	}
}

// The body shown for all errors is one with a code, else one at all.
func TestTypical(t *testing.T) {
	none, plain := catalog.Error{Statuses: []catalog.StatusRange{catalog.One(304)}}, catalog.Error{Statuses: []catalog.StatusRange{catalog.One(400)}, Title: "plain"}
	second := plain
	second.Title = "second"
	coded := catalog.Error{Codes: []string{"a"}, Title: "coded"}
	for _, tt := range []struct {
		errors []catalog.Error
		want   string
	}{
		{nil, "none"},
		{[]catalog.Error{none}, "none"},
		{[]catalog.Error{none, plain, second}, `{"message":"plain"}`},
		{[]catalog.Error{none, plain, coded}, `{"code":"a","message":"coded"}`},
	} {
		c := &catalog.Catalog{Errors: tt.errors}
		c.Response.Code = []catalog.Locator{{Pointer: catalog.Pointer{"code"}}}
		c.Response.Message = []catalog.Locator{{Pointer: catalog.Pointer{"message"}}}
		got := "none"
		if x, ok := reference.NewExamples(c).Typical(); ok {
			var compact bytes.Buffer
			if err := json.Compact(&compact, []byte(x.Body.Indented())); err != nil {
				t.Fatal(err)
			}
			got = compact.String()
		}
		if got != tt.want {
			t.Errorf("of %d errors: %s, want %s", len(tt.errors), got, tt.want)
		}
	}
}

// A body may be a list, as where codes are looked for in all elements.
func TestShowsBody(t *testing.T) {
	c := gentest.Minimal()
	c.Response.Message = nil
	for _, tt := range []struct {
		code  string
		shows bool
	}{{"", false}, {"code", true}, {"0/code", true}} {
		c.Response.Code = nil
		if tt.code != "" {
			c.Response.Code = []catalog.Locator{{Pointer: strings.Split(tt.code, "/")}}
		}
		if x := reference.NewExamples(c).Of(&c.Errors[0]); x.ShowsBody() != tt.shows {
			t.Errorf("with a code at %q, ShowsBody() of %s is %t", tt.code, x.Body.Indented(), !tt.shows)
		}
	}
}

// An example that is read as another error, by a code that it has beside its own,
// is partial, and so is one whose code is not found.
func TestReadAsAnother(t *testing.T) {
	reason := catalog.Pointer{"details", catalog.Any, "reason"}
	kind := func(test catalog.Test) []catalog.BodyTest {
		return []catalog.BodyTest{{Pointer: catalog.Pointer{"kind"}, Test: test}}
	}
	for _, tt := range []struct {
		name    string
		code    []catalog.Locator
		example []catalog.Member // of NoSIM
		want    bool
	}{
		{"one code", []catalog.Locator{{Pointer: reason}}, nil, false},
		{"one that a text marks", []catalog.Locator{{Pointer: reason, Where: kind(catalog.Test{Any: []string{"info"}})}}, nil, false},
		{"one that a pattern marks", []catalog.Locator{{Pointer: reason, Where: kind(catalog.Test{Pattern: "info"})}}, nil, true},
		{"another after it", []catalog.Locator{{Pointer: reason}, {Pointer: catalog.Pointer{"status"}}}, member("status", "NOT_FOUND"), false},
		{"another before it", []catalog.Locator{{Pointer: catalog.Pointer{"status"}}, {Pointer: reason}}, member("status", "NOT_FOUND"), true},
	} {
		c := &catalog.Catalog{Response: catalog.Response{Locators: catalog.Locators{Code: tt.code}}}
		c.Errors = []catalog.Error{
			{Name: "NoSIM", Codes: []string{"NO_SIM"}, Example: tt.example},
			{Name: "NotFound", Codes: []string{"NOT_FOUND"}},
		}
		x := reference.NewExamples(c).Of(&c.Errors[0])
		if x.Partial != tt.want {
			t.Errorf("%s: partial is %v, of %s", tt.name, x.Partial, x.Body.Indented())
		}
	}
}

func member(name, text string) []catalog.Member {
	return []catalog.Member{{Name: name, Value: catalog.Value{Kind: catalog.String, Text: text}}}
}
