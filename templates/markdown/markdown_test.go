package markdown

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
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
			"classes: {c: {title: C, action: never}}\nerrors: [{status: 400, class: c, name: "+e.Name+"}]\n"))
		_, anchor, _ := strings.Cut(doc.Catalog.Errors[0].URL, "#")
		if want := `<a id="` + anchor + `"></a>`; !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func pageOf(t *testing.T, src []byte) []byte {
	t.Helper()
	doc, diags := spec.Read("errors.yaml", src)
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
