package markdown

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/reference"
	"github.com/errgen/errgen/gen/spec"
)

var update = flag.Bool("update", false, "rewrite the pages in testdata")

func TestBackend(t *testing.T) { gentest.TestBackend(t, Backend{}) }

func TestFile(t *testing.T) {
	for file, want := range map[string]string{"": "errors.md", "api.md": "api.md"} {
		files, err := Backend{File: file}.Generate(gentest.Minimal())
		if err != nil || len(files) != 1 || files[0].Path != want {
			t.Errorf("File %q gives %d files, the first %q, %v; want %q", file, len(files), files[0].Path, err, want)
		}
	}
}

// TestPages holds the page of each spec in testdata against the one beside it.
func TestPages(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			page := pageOf(t, archive.Files[0].Data)
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "errors.md", Data: page})
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) != 2 {
				t.Fatal("no page; run the test with -update")
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), string(page)); diff != "" {
				t.Errorf("the page has changed (-want +got); if it should, run the test with -update:\n%s", diff)
			}
		})
	}
}

// TestAnchors checks that api.docs_url leads to the anchors of this page.
func TestAnchors(t *testing.T) {
	c := gentest.Orders()
	page := string(generate(t, c))
	for _, e := range c.Errors {
		doc, _ := spec.Read("errors.yaml", []byte("version: 1\napi: {name: A, docs_url: x}\n"+
			"classes: {c: {title: C, action: never}}\nerrors: [{status: 400, class: c, name: "+e.Name+"}]\n"), nil)
		_, anchor, _ := strings.Cut(doc.Catalog.Errors[0].URL, "#")
		if want := `<a id="` + anchor + `"></a>`; !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// TestLinks checks that every link within a page leads somewhere.
func TestLinks(t *testing.T) {
	for _, c := range slices.Concat(gentest.Cases(), gentest.Features()) {
		page := string(generate(t, c.Catalog()))
		links := regexp.MustCompile(`\]\(#([\w-]*)\)`).FindAllStringSubmatch(page, -1)
		if len(links) == 0 {
			t.Errorf("%s: no links", c.Name)
		}
		for _, link := range links {
			if !strings.Contains(page, `<a id="`+link[1]+`"></a>`) {
				t.Errorf("%s: #%s is nowhere", c.Name, link[1])
			}
		}
	}
}

// No anchor is there twice, be it written out or derived from a heading, so that
// a link leads to its error alone. Headings that would derive the same get a
// number each.
func TestAnchorsAreUnique(t *testing.T) {
	everything, err := txtar.ParseFile("testdata/everything.txtar")
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]string{"everything.txtar": string(pageOf(t, everything.Files[0].Data))}
	for _, c := range slices.Concat(gentest.Cases(), gentest.Features()) {
		pages[c.Name] = string(generate(t, c.Catalog()))
	}
	pages["headings"] = string(generate(t, headings()))
	for name, page := range pages {
		seen := map[string]bool{}
		for _, found := range regexp.MustCompile(`(?m)<a id="(.*?)"></a>|^#+ (.*)`).FindAllStringSubmatch(page, -1) {
			anchor := found[1]
			if found[2] != "" {
				anchor = derivedAnchor(found[2])
			}
			if seen[anchor] && found[1] != "" {
				t.Errorf("%s: #%s is there twice", name, anchor)
			}
			seen[anchor] = true
		}
		for _, found := range regexp.MustCompile(`<a id="(.*?)"></a>`).FindAllStringSubmatch(page, -1) {
			if n := strings.Count(page, found[0]); n != 1 {
				t.Errorf("%s: %s is there %d times", name, found[0], n)
			}
		}
	}
}

// Sections are made side by side, and stand in the catalog's order.
func TestManyErrors(t *testing.T) {
	c := gentest.Everything()
	for i := range 1000 {
		c.Errors = append(c.Errors, catalog.Error{Name: fmt.Sprintf("Many%d", i), Title: fmt.Sprintf("Many %d", i), Codes: []string{fmt.Sprint(i)}})
	}
	p := newPage(c, reference.GoPackage{})
	sections, rows := p.Sections[len(p.Sections)-1000:], p.Rows[len(p.Rows)-1000:]
	for i := range 1000 {
		anchor := fmt.Sprintf("many%d", i)
		if got := sections[i].Anchors[0]; got != anchor {
			t.Errorf("section %d is of %s, not %s", i, got, anchor)
		}
		if got := string(rows[i].Error); !strings.Contains(got, "(#"+anchor+")") {
			t.Errorf("row %d is of %s, not %s", i, got, anchor)
		}
	}
}

// headings is a catalog whose errors, aliases and retired errors are called what
// the page's own headings are, and what other errors' headings are.
func headings() *catalog.Catalog {
	c := gentest.Everything()
	c.API.Name, c.API.Support = "Orders", "the desk"
	c.API.Links = []catalog.Link{{Title: "Guide"}}
	c.Errors[0].Aliases = []string{"RelatedGuides", "AskingForHelp", "OrdersErrorReference"}
	c.Retired = []catalog.Retired{{Name: "RetiredErrors"}}
	for _, name := range []string{"RecognizingErrors", "ErrorBody", "Classification", "Retrying", "Errors", "CardRefused", "CardRefused1"} {
		c.Errors = append(c.Errors, catalog.Error{Name: name, Title: "Card Refused", Codes: []string{name}})
	}
	return c
}

// An alias is a further anchor of its error's section, a retired name one of the
// line that says so.
func TestFormerAnchors(t *testing.T) {
	c := gentest.Minimal()
	c.Errors[0].Aliases = []string{"NoOrder", "Order_Not_Found"} // of which the second gives the error's own
	c.Retired = []catalog.Retired{{Name: "NoCustomer", Codes: []string{"E9"}, Description: "See NoOrder."}}
	page := string(generate(t, c))
	for _, want := range []string{
		"<a id=\"order-not-found\"></a>\n<a id=\"no-order\"></a>\n\n### 404 Order Not Found\n",
		"- Formerly: `NoOrder`, `Order_Not_Found`\n",
		"- <a id=\"no-customer\"></a>`E9` (`NoCustomer`): See NoOrder.\n",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func pageOf(t *testing.T, src []byte) []byte {
	t.Helper()
	doc, diags := spec.Read("errors.yaml", src, nil)
	if diags.HasErrors() {
		var found bytes.Buffer
		diags.Print(&found, false)
		t.Fatal(found.String())
	}
	return generate(t, doc.Catalog)
}

func generate(t *testing.T, c *catalog.Catalog) []byte {
	t.Helper()
	files, err := Backend{}.Generate(c)
	if err != nil {
		t.Fatal(err)
	}
	return files[0].Data
}

// A template of the user's own gets the page's view, and may use the others.
func TestTemplate(t *testing.T) {
	tests := []struct{ text, want, failure string }{
		{"{{.Header}}\n{{.Title}}: {{range .Rows}}{{.Error}}{{end}}\n", "Minimal API error reference: [Order Not Found](#order-not-found)\n", ""},
		{"{{.Header}}\n{{range .Sections}}{{template \"section.md.tmpl\" .}}{{end}}", "### 404 Order Not Found\n", ""},
		{`{{define "section.md.tmpl"}}{{.Title}}!{{end}}{{template "page.md.tmpl" .}}`, "404 Order Not Found!", ""},
		{"{{.Title", "", "template: my.tmpl:1: unclosed action"},
		{"{{.Titel}}", "", "my.tmpl:1:2: executing"},
	}
	for _, tt := range tests {
		files, err := Backend{Template: gen.Template{Name: "my.tmpl", Text: tt.text}}.Generate(gentest.Minimal())
		switch {
		case tt.failure != "":
			if err == nil || !strings.Contains(err.Error(), tt.failure) {
				t.Errorf("%s: %v, want %q", tt.text, err, tt.failure)
			}
		case err != nil || !strings.Contains(string(files[0].Data), tt.want):
			t.Errorf("%s: %v, no %q in %q", tt.text, err, tt.want, files)
		}
	}
	if page := string(generate(t, gentest.Minimal())); !strings.Contains(page, "## Errors") {
		t.Error("a user's template has changed the page's own")
	}
}
