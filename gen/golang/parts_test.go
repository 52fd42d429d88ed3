package golang

import (
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
)

func TestParseParts(t *testing.T) {
	for _, c := range []struct {
		in, want, err string
	}{
		{in: "errors", want: "errors"},
		{in: "errors,http", want: "errors,http"},
		{in: "http, errors", want: "errors,http"},
		{in: "htp", err: `"htp" is not a part of the Go package; write some of ` + allParts().String()},
		{in: "", err: `"" is not a part of the Go package; write some of ` + allParts().String()},
		{in: "http", err: "the part http needs the part errors; write errors,http"},
	} {
		var p Parts
		err := p.Set(c.in)
		switch {
		case c.err != "" && (err == nil || err.Error() != c.err):
			t.Errorf("%q: error %v, want %s", c.in, err, c.err)
		case c.err == "" && (err != nil || p.String() != c.want):
			t.Errorf("%q: %v, %v, want %s", c.in, p, err, c.want)
		}
	}
}

func TestAllPartsByDefault(t *testing.T) {
	if files := generate(t, gentest.Minimal()); len(files) != len(parts) {
		t.Errorf("%d files, want %d", len(files), len(parts))
	}
}

// TestErrorsAlone checks that the errors part stands alone, without net/http.
func TestErrorsAlone(t *testing.T) {
	p, err := ParseParts("errors")
	if err != nil {
		t.Fatal(err)
	}
	files, err := Backend{Parts: p}.Generate(gentest.Orders())
	if err != nil || len(files) != 1 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	checkFormatted(t, files[0])
	file, err := parser.ParseFile(token.NewFileSet(), "", files[0].Data, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range file.Imports {
		if strings.HasPrefix(i.Path.Value, `"net/`) {
			t.Errorf("imports %s", i.Path.Value)
		}
	}
}

// TestRuntimeFilesAreUsed checks that each fixed file is in one part.
func TestRuntimeFilesAreUsed(t *testing.T) {
	all, err := newTarget(gentest.Crowd(), Backend{})
	if err != nil {
		t.Fatal(err)
	}
	var used []string
	for _, p := range parts {
		used = append(used, p.fixed(all)...)
	}
	entries, err := os.ReadDir("runtime")
	if err != nil {
		t.Fatal(err)
	}
	var fixed []string
	for _, e := range entries {
		name := e.Name()
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") && !strings.HasSuffix(name, "_gen.go") {
			fixed = append(fixed, name)
		}
	}
	slices.Sort(used)
	if !slices.Equal(used, fixed) {
		t.Errorf("the parts use\n%q\nof\n%q", used, fixed)
	}
}

func TestGenerateRejects(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*catalog.Catalog)
		want   string
	}{
		{"no errors", func(c *catalog.Catalog) { c.Errors = nil }, "the catalog has none"},
		{"no package", func(c *catalog.Catalog) { c.API.Package = "" }, `"" is not a name for a Go package`},
		{"a keyword", func(c *catalog.Catalog) { c.API.Package = "func" }, `"func" is not a name for a Go package`},
		{"many classes", func(c *catalog.Catalog) { c.Classes = slices.Repeat(c.Classes, 256) }, "256 classes"},
		{"many actions", func(c *catalog.Catalog) { c.Actions = slices.Repeat(c.Actions, 256) }, "256 actions"},
	} {
		changed := gentest.Minimal()
		c.change(changed)
		if _, err := (Backend{}).Generate(changed); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// TestPrefix checks that errors begin with the API's name for itself, whatever
// the package is called.
func TestPrefix(t *testing.T) {
	files, err := Backend{Package: "elsewhere"}.Generate(gentest.Orders())
	if err != nil {
		t.Fatal(err)
	}
	src := string(files[0].Data)
	if !strings.Contains(src, "\npackage elsewhere\n") || !strings.Contains(src, `const prefix = "orders: "`) {
		t.Error("want package elsewhere, with errors that begin with orders")
	}
}
