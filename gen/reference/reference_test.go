package reference_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/reference"
)

// named is errors with these names, each in the section that stands after its
// name's colon.
func named(names ...string) *catalog.Catalog {
	c := new(catalog.Catalog)
	for _, name := range names {
		name, section, _ := strings.Cut(name, ":")
		c.Errors = append(c.Errors, catalog.Error{Name: name, Title: name, Section: section})
	}
	return c
}

func TestSections(t *testing.T) {
	tests := []struct{ errors, want string }{
		{"", ""},
		{"A B", "A|B"},
		{"A:s B C:s D:t", "A C|B|D"}, // a shared section stands where its first error does
	}
	for _, tt := range tests {
		var sections []string
		for _, errs := range reference.Sections(named(strings.Fields(tt.errors)...)) {
			sections = append(sections, joinNames(errs))
		}
		if got := strings.Join(sections, "|"); got != tt.want {
			t.Errorf("the sections of %q are %q, want %q", tt.errors, got, tt.want)
		}
	}
}

func joinNames(errs []*catalog.Error) string {
	var names []string
	for _, e := range errs {
		names = append(names, e.Name)
	}
	return strings.Join(names, " ")
}

func TestParts(t *testing.T) {
	fixes := []struct{ name, fix string }{{"A", "one"}, {"B", ""}, {"C", "two"}, {"D", "one"}}
	var section reference.Section
	for _, f := range fixes {
		section = append(section, &catalog.Error{Title: f.name, Fix: f.fix, Statuses: []catalog.StatusRange{catalog.One(400)}})
	}
	var got []string
	for _, p := range section.Fixes() {
		got = append(got, p.Of()+": "+p.Text)
	}
	if diff := cmp.Diff([]string{"400 A, 400 D: one", "400 C: two"}, got); diff != "" {
		t.Errorf("where the errors differ (-want +got):\n%s", diff)
	}
	shared := reference.Section{section[0], section[3]}.Fixes()
	if len(shared) != 1 || !shared[0].All || shared[0].Of() != "" {
		t.Errorf("where all are alike: %+v, want one part, of all", shared)
	}
}

func TestAnchors(t *testing.T) {
	c := named("TooManyRequests", "OrderNotFound", "OrderNOTFound", "Index", "OrderNOtFound")
	want := []string{"too-many-requests", "order-not-found", "order-not-found-2", "index", "order-n-ot-found"}
	if got := reference.Anchors(c); !slices.Equal(got, want) {
		t.Errorf("the anchors are %q, want %q", got, want)
	}
}

// Anchors of names that were are further ones, unless something has them.
func TestFormerAnchors(t *testing.T) {
	c := named("TooManyRequests", "SlowDown")
	c.Errors[0].Aliases = []string{"RateLimited", "Slow_Down", "TooMany"}
	c.Errors[1].Aliases = []string{"TooMANY"}
	c.Retired = []catalog.Retired{{Name: "Gone"}, {Codes: []string{"E9"}}}
	want := reference.Former{"RateLimited": "rate-limited", "TooMany": "too-many", "Gone": "gone"}
	if diff := cmp.Diff(want, reference.FormerAnchors(c, reference.Anchors(c))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestCaption(t *testing.T) {
	tests := []struct {
		domain   string
		statuses []catalog.StatusRange
		want     string
	}{
		{"", nil, "Slow Down"},
		{"", []catalog.StatusRange{catalog.One(429)}, "429 Slow Down"},
		{"", []catalog.StatusRange{catalog.One(503), catalog.Hundred(5)}, "503, 5XX Slow Down"},
		{"", []catalog.StatusRange{catalog.AllStatuses()}, "any Slow Down"},
		{"sms", nil, "Slow Down (sms)"},
		{"slow", []catalog.StatusRange{catalog.One(429)}, "429 Slow Down"}, // the title says it
		{"slo", nil, "Slow Down (slo)"},
	}
	for _, tt := range tests {
		if got := reference.Caption(&catalog.Error{Title: "Slow Down", Statuses: tt.statuses, Domain: tt.domain}); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestClass(t *testing.T) {
	c := gentest.Minimal()
	e := &c.Errors[0]
	if got := c.ClassTitle(e); got != "Bad request" {
		t.Errorf("got %q", got)
	}
	e.Qualifier = "no such order"
	if got, want := c.ClassTitle(e), "Bad request — no such order"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestURL(t *testing.T) {
	tests := []struct{ docs, url, want string }{
		{"", "", ""},
		{"", "https://a.example/x", "https://a.example/x"},
		{"https://docs.example/errors", "https://docs.example/errors#x", ""},
		{"https://docs.example/{code}", "https://docs.example/x", ""},
		{"https://docs.example/errors", "https://a.example/x", "https://a.example/x"},
	}
	for _, tt := range tests {
		c := &catalog.Catalog{API: catalog.API{DocsURL: tt.docs}}
		if got := reference.URL(c, &catalog.Error{URL: tt.url}); got != tt.want {
			t.Errorf("with docs_url %q, the URL %q is shown as %q, want %q", tt.docs, tt.url, got, tt.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	var got []string
	for _, p := range reference.Places(&gentest.Orders().Response) {
		got = append(got, p.Value+": "+reference.Located(p.Locators).String())
	}
	want := []string{
		"Code: /error/decline_code, else /error/code, else the header X-Error-Code",
		"Message: /error/message, else message",
		"Request id: request_id, else the header X-Request-Id",
		"Details: /error/details",
		"Time to wait: the header Retry-After-Ms, else /error/retry_after",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if places := reference.Places(new(catalog.Response)); places != nil {
		t.Errorf("a response of which nothing is known has %v", places)
	}
}

// The text of the example, which is on every page, is compiled and run as an
// example of the generated package.
func TestGoClient(t *testing.T) {
	src, err := os.ReadFile("../../generated/monogoto/example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	example := reference.GoPackage{}.Client(&catalog.Catalog{API: catalog.API{Package: "monogoto"}})
	if !strings.Contains(unindented(string(src)), unindented(example)) {
		t.Errorf("generated/monogoto/example_test.go does not have\n%s", example)
	}
	if got := new(reference.GoPackage).Client(new(catalog.Catalog)); !strings.Contains(got, "&api.Client{") {
		t.Errorf("without a package: %s", got)
	}
	if got := (reference.GoPackage{NoClient: true}).Client(new(catalog.Catalog)); got != "" {
		t.Errorf("without a client: %s", got)
	}
}

func unindented(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimLeft(line, "\t")
	}
	return strings.Join(lines, "\n")
}
