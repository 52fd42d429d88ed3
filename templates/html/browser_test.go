package html_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/templates/html"
	jsondoc "github.com/errgen/errgen/templates/json"
)

// TestInBrowser writes pages and has the suite in browser/ use them in headless
// Chromium. It is skipped where Chromium or the suite's packages are missing,
// unless ERRGEN_BROWSER is "required".
func TestInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	chromium := find(t, "chromium", "chromium-browser", "google-chrome")
	node := find(t, "node")
	if _, err := os.Stat("browser/node_modules"); err != nil {
		missing(t, "the suite's packages: run `npm ci` in templates/html/browser")
	}
	pages := t.TempDir()
	writePages(t, pages)
	suite := exec.Command(node, "--test", "--test-concurrency=1", "--test-reporter=spec")
	suite.Dir = "browser"
	suite.Env = append(os.Environ(), "PAGES="+pages, "CHROMIUM="+chromium)
	out, err := suite.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}

// find is the path of the first of the programs that is there.
func find(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	missing(t, names[0])
	return ""
}

func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("ERRGEN_BROWSER") == "required" {
		t.Fatalf("no %s, and ERRGEN_BROWSER=required", what)
	}
	t.Skipf("no %s", what)
}

// writePages writes what the suite looks at.
func writePages(t *testing.T, folder string) {
	t.Helper()
	for name, c := range map[string]*catalog.Catalog{
		"example": example(t), "orders": gentest.Orders(), "bare": gentest.Bare(),
		"complete": complete(), "hostile": hostile(), "big": big(),
	} {
		for _, b := range []gen.Backend{html.Backend{File: name + ".html"}, jsondoc.Backend{File: name + ".json"}} {
			writeFiles(t, folder, b, c)
		}
	}
	writeFiles(t, folder, html.Backend{File: "site", Split: true}, gentest.Orders())
	writeFiles(t, folder, html.Backend{File: "complete", Split: true}, complete())
	writeFiles(t, folder, html.Backend{File: "hostile", Split: true}, hostile())
}

func writeFiles(t *testing.T, folder string, b gen.Backend, c *catalog.Catalog) {
	t.Helper()
	files, err := b.Generate(c)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		path := filepath.Join(folder, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
