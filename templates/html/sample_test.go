package html_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/golang"
	"github.com/errgen/errgen/gen/reference"
	page "github.com/errgen/errgen/templates/html"
)

// The Go on a page compiles with the package that is generated from the same
// catalog.
func TestGoSamplesCompile(t *testing.T) {
	fset := token.NewFileSet()
	std := importer.ForCompiler(fset, "source", nil)
	for _, c := range []*catalog.Catalog{example(t), complete(), gentest.Minimal(), gentest.Bare()} {
		for _, made := range []struct {
			parts   string
			helpers golang.Helpers
			shown   reference.GoPackage
			samples int
		}{
			{"errors,http,client", golang.AllHelpers, reference.GoPackage{}, len(c.Errors) + 1},
			{"errors,http,client", golang.NoHelpers, reference.GoPackage{NoHelpers: true}, len(c.Errors) + 1},
			{"errors", golang.AllHelpers, reference.GoPackage{NoClient: true}, len(c.Errors)},
			{"errors", golang.NoHelpers, reference.GoPackage{NoHelpers: true, NoClient: true}, len(c.Errors)},
		} {
			t.Run(c.API.Package+" of "+made.parts+" with helpers "+made.helpers.String(), func(t *testing.T) {
				parts, err := golang.ParseParts(made.parts)
				if err != nil {
					t.Fatal(err)
				}
				generated := check(t, fset, std, sources(t, golang.Backend{Parts: parts, Helpers: made.helpers}, c)...)
				samples := goSamples(generate(t, page.Backend{Go: made.shown}, c)[0].Data)
				if len(samples) != made.samples {
					t.Fatalf("the page has %d samples of Go, want %d", len(samples), made.samples)
				}
				check(t, fset, with{generated, std}, caller(c.API.Package, samples))
			})
		}
	}
}

// A response that has no body shows none, nor its media type.
func TestSampleWithoutBody(t *testing.T) {
	c := gentest.Minimal()
	c.Response.MediaType = "application/json"
	notModified := c.Errors[0]
	notModified.Name, notModified.Codes, notModified.Statuses = "NotModified", nil, []catalog.StatusRange{catalog.One(304)}
	c.Errors = append([]catalog.Error{notModified}, c.Errors...)
	data := string(generate(t, page.Backend{}, c)[0].Data)
	if !strings.Contains(data, `<pre><code class="code">HTTP/2 304</code></pre>`) {
		t.Error("the status line does not stand alone")
	}
	if strings.Contains(data, `<code class="code">{}</code>`) || strings.Contains(data, `placeholder="{}"`) {
		t.Error("there is an empty body")
	}
}

// sources is the generated package.
func sources(t *testing.T, b golang.Backend, c *catalog.Catalog) []string {
	t.Helper()
	files, err := b.Generate(c)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range files {
		all = append(all, string(f.Data))
	}
	return all
}

// goSamples are the blocks of Go on a page.
func goSamples(data []byte) []string {
	var samples []string
	for _, m := range regexp.MustCompile(`(?s)data-lang="go">.*?<code class="code">(.*?)</code>`).FindAllSubmatch(data, -1) {
		samples = append(samples, html.UnescapeString(string(m[1])))
	}
	return samples
}

// caller is a file that has each sample in a function with what it takes for
// granted.
func caller(pkg string, samples []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package caller\n\nimport (\n\"fmt\"\n\"log\"\n\"net/http\"\n\n%q\n)\n\nvar _, _ = fmt.Sprint, log.Print\n", pkg)
	for i, s := range samples {
		fmt.Fprintf(&b, "\nfunc f%d(req *http.Request, token string, err error) error {\n%s\nreturn nil\n}\n", i, withOwnErr(s))
	}
	return b.String()
}

// withOwnErr puts a sample that declares err itself into a scope of its own.
func withOwnErr(sample string) string {
	if strings.Contains(sample, "err := ") {
		return "{\n" + sample + "\n}"
	}
	return sample
}

// check type-checks a package.
func check(t *testing.T, fset *token.FileSet, imports types.Importer, sources ...string) *types.Package {
	t.Helper()
	var files []*ast.File
	for i, src := range sources {
		f, err := parser.ParseFile(fset, fmt.Sprintf("%d.go", i), src, 0)
		if err != nil {
			t.Fatalf("%v in\n%s", err, src)
		}
		files = append(files, f)
	}
	config := types.Config{Importer: imports}
	pkg, err := config.Check(files[0].Name.Name, fset, files, nil)
	if err != nil {
		t.Fatalf("%v in\n%s", err, sources[0])
	}
	return pkg
}

// with imports one package that is at hand, and others from elsewhere.
type with struct {
	known *types.Package
	types.Importer
}

func (w with) Import(path string) (*types.Package, error) {
	if w.known.Path() == path {
		return w.known, nil
	}
	return w.Importer.Import(path)
}
