package html_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/spec"
	"github.com/errgen/errgen/templates/html"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func TestContract(t *testing.T) {
	for name, b := range map[string]html.Backend{"one page": {}, "split": {Split: true}} {
		t.Run(name, func(t *testing.T) { gentest.TestBackend(t, b) })
	}
}

func TestGolden(t *testing.T) {
	tests := []struct {
		folder  string
		backend html.Backend
		catalog *catalog.Catalog
	}{
		{"orders", html.Backend{File: "errors.html"}, gentest.Orders()},
		{"bare", html.Backend{File: "errors.html"}, gentest.Bare()},
		{"complete", html.Backend{File: "errors.html"}, complete()},
		{"split", html.Backend{File: "site", Split: true}, published()},
	}
	for _, tt := range tests {
		t.Run(tt.folder, func(t *testing.T) {
			for _, f := range generate(t, tt.backend, tt.catalog) {
				if ext := filepath.Ext(f.Path); ext == ".css" || ext == ".js" {
					continue // the assets, compacted
				}
				checkGolden(t, filepath.Join("testdata", tt.folder, filepath.FromSlash(f.Path)), withoutAssets(f.Data))
			}
		})
	}
}

// published is the smallest catalog of a reference with a place on the web.
func published() *catalog.Catalog {
	c := gentest.Minimal()
	c.API.DocsURL = "https://docs.example.com/errors"
	return c
}

// withoutAssets is a page less the style sheet and the scripts, and their hashes:
// those have files of their own.
func withoutAssets(page []byte) []byte {
	page = regexp.MustCompile(`(?s)(<style>|<script>).*?(</style>|</script>)`).ReplaceAll(page, []byte("$1…$2"))
	return regexp.MustCompile(`sha256-(?:[^&]|&#43;)*`).ReplaceAll(page, []byte("sha256-…"))
}

func checkGolden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v: run the test with -update", err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

func generate(t *testing.T, b html.Backend, c *catalog.Catalog) []gen.File {
	t.Helper()
	files, err := b.Generate(c)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// example is the catalog of the example API.
func example(t *testing.T) *catalog.Catalog {
	t.Helper()
	const file = "../../errors.yaml"
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, problems := spec.Read(file, src, nil)
	if problems.HasErrors() {
		t.Fatalf("%v", problems)
	}
	return doc.Catalog
}

func TestSizeOfExample(t *testing.T) {
	const most = 60 << 10
	if page := generate(t, html.Backend{}, example(t))[0].Data; len(page) >= most {
		t.Errorf("the page has %d bytes, want less than %d", len(page), most)
	}
}

// The whole text of the catalog is in the page, without any script.
func TestEveryFactIsInThePage(t *testing.T) {
	c := example(t)
	text := textOf(generate(t, html.Backend{}, c)[0].Data)
	var facts []string
	fact := func(texts ...string) { facts = append(facts, texts...) }
	fact(c.API.Name, c.API.Summary, c.API.Support)
	for _, l := range c.API.Links {
		fact(l.Title, l.Description)
	}
	for _, f := range c.Response.Fields {
		fact(f.Name, f.Type, f.Description)
	}
	for _, x := range c.Classes {
		fact(x.Title)
	}
	for _, a := range c.Actions {
		fact(a.Title)
	}
	for i := range c.Errors {
		e := &c.Errors[i]
		fact(e.Value()+" "+e.Title, e.Qualifier, e.Message, e.Description, e.Fix, c.ExampleBody(e).Indented())
		fact(e.Causes...)
		for _, h := range e.ExampleHeaders {
			fact(h.Name + ": " + h.Value)
		}
	}
	for _, f := range facts {
		if !strings.Contains(text, f) {
			t.Errorf("the page does not say %q", f)
		}
	}
}

// textOf is what a page says, without its scripts and tags.
func textOf(page []byte) string {
	page = regexp.MustCompile(`(?s)<(style|script).*?</(style|script)>`).ReplaceAll(page, nil)
	page = regexp.MustCompile(`<[^>]*>`).ReplaceAll(page, nil)
	return strings.NewReplacer("&#39;", "'", "&#34;", `"`, "&lt;", "<", "&gt;", ">", "&#43;", "+", "&amp;", "&").Replace(string(page))
}

// Whatever the catalog links, no link leads to a script.
func TestLinksAreSafe(t *testing.T) {
	for _, url := range []string{"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//host", " https://a", "vbscript:x", ""} {
		c := gentest.Orders()
		c.API.Links = []catalog.Link{{Title: "A guide", URL: url}}
		c.API.Support = url
		c.Errors[0].URL = url
		page := generate(t, html.Backend{}, c)[0].Data
		for _, m := range regexp.MustCompile(`href="([^"]*)"`).FindAllSubmatch(page, -1) {
			if href := string(m[1]); !regexp.MustCompile(`^(#|https://|mailto:|data:,$)`).MatchString(href) {
				t.Errorf("with the URL %q the page has a link to %q", url, href)
			}
		}
	}
}

func TestCanonical(t *testing.T) {
	tests := []struct {
		docs        string
		index, page string // canonical links; "" for none
	}{
		{"", "", ""},
		{"https://x.example/errors", "https://x.example/errors/", "https://x.example/errors/order-not-found.html"},
		{"https://x.example/errors/", "https://x.example/errors/", "https://x.example/errors/order-not-found.html"},
		{"https://x.example/{code}", "", "https://x.example/order_not_found"},
	}
	for _, tt := range tests {
		c := gentest.Minimal()
		c.API.DocsURL = tt.docs
		c.Errors[0].URL = strings.ReplaceAll(tt.docs, "{code}", "order_not_found")
		files := map[string][]byte{}
		for _, f := range generate(t, html.Backend{Split: true}, c) {
			files[f.Path] = f.Data
		}
		for file, want := range map[string]string{"errors/index.html": tt.index, "errors/order-not-found.html": tt.page} {
			got := regexp.MustCompile(`<link rel="canonical" href="([^"]*)">`).FindSubmatch(files[file])
			if want == "" && got == nil || got != nil && string(got[1]) == want {
				continue
			}
			t.Errorf("with docs_url %q, %s has the canonical link %q, want %q", tt.docs, file, got, want)
		}
		sitemap, listed := files["errors/sitemap.xml"]
		if listed != (tt.page != "") || listed && !bytes.Contains(sitemap, []byte("<loc>"+tt.page+"</loc>")) {
			t.Errorf("with docs_url %q the sitemap is %q", tt.docs, sitemap)
		}
	}
}

// An error can't take the name of a page's own file or anchor.
func TestAnchors(t *testing.T) {
	c := gentest.Minimal()
	for _, name := range []string{"Index", "OrderNOTFound", "Body"} {
		e := c.Errors[0]
		e.Name, e.Codes = name, []string{name}
		c.Errors = append(c.Errors, e)
	}
	paths := map[string]bool{}
	for _, f := range generate(t, html.Backend{Split: true}, c) {
		if paths[f.Path] {
			t.Errorf("two files are %s", f.Path)
		}
		paths[f.Path] = true
	}
	own := false
	for path := range paths {
		own = own || strings.HasPrefix(path, "errors/index_")
	}
	if !own {
		t.Errorf("the error Index has no page of its own in %v", paths)
	}
	page := generate(t, html.Backend{}, c)[0].Data
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllSubmatch(page, -1) {
		if id := string(m[1]); ids[id] {
			t.Errorf("two elements are #%s", id)
		} else {
			ids[id] = true
		}
	}
	for _, m := range regexp.MustCompile(`href="#([^"]*)"`).FindAllSubmatch(page, -1) {
		if !ids[string(m[1])] {
			t.Errorf("a link leads to #%s, which is nowhere", m[1])
		}
	}
}

// The default of all statuses reads "any other", said once.
func TestDefaultOfAllStatuses(t *testing.T) {
	c := gentest.Minimal()
	c.Defaults = []catalog.Default{{Statuses: catalog.AllStatuses()}}
	files, err := html.Backend{File: "errors.html"}.Generate(c)
	if err != nil {
		t.Fatal(err)
	}
	if page := string(files[0].Data); !strings.Contains(page, ">any</span> other<") || strings.Contains(page, "any other") {
		t.Error("the row does not read \"any other\"")
	}
}
