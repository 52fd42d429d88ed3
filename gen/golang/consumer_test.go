package golang

import (
	"cmp"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
)

// TestOutputBuilds compiles, vets and uses the packages of several catalogs in
// a module of their own, in one run of the go command.
func TestOutputBuilds(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "go.mod"), []byte("module example.com/consumer\n\ngo 1.22\n"))
	packages := map[string]*catalog.Catalog{
		"minimal": gentest.Minimal(),
		"bare":    gentest.Bare(),
		"unusual": gentest.Unusual(),
		"orders":  gentest.Orders(),
		"hostile": gentest.Hostile(),
		"few":     gentest.Synthetic(255),
		"some":    gentest.Synthetic(512),
		"many":    gentest.Synthetic(1500),
	}
	for _, c := range gentest.Features() {
		packages[c.Name] = c.Catalog()
	}
	for name, c := range packages {
		writePackage(t, filepath.Join(dir, name), Backend{Package: name}, c)
	}
	writePackage(t, filepath.Join(dir, "helpless"), Backend{Package: "helpless", Helpers: NoHelpers}, gentest.Everything())
	writePackage(t, filepath.Join(dir, "least"), Backend{Package: "least", Helpers: NoHelpers}, gentest.Minimal())
	run := exec.Command("go", "test", "-vet=all", "./...")
	run.Dir = dir
	run.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "GOTOOLCHAIN=local")
	if out, err := run.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// writePackage writes a package, what its catalog says, and the test that
// compares the two.
func writePackage(t *testing.T, dir string, b Backend, c *catalog.Catalog) {
	t.Helper()
	files, err := b.Generate(c)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		writeFile(t, filepath.Join(dir, f.Path), f.Data)
	}
	for _, test := range []string{"consumer_test.go", "http_test.go"} {
		src, err := os.ReadFile(filepath.Join("testdata/consumer", test))
		if err != nil {
			t.Fatal(err)
		}
		src = []byte(strings.Replace(string(src), "package consumer", "package "+b.Package, 1))
		writeFile(t, filepath.Join(dir, test), src)
	}
	writeFile(t, filepath.Join(dir, "uses_test.go"), uses(b.Package, c, b.Helpers))
	want, err := json.Marshal(map[string]any{
		"Errors": wantErrors(c), "Codes": wantCodes(c), "Responses": wantMeanings(c), "Floods": gentest.Floods(c),
		"Unwritable": unwritable(c), "SaysMessage": len(c.Response.Message) > 0,
	})
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(dir, "catalog.json"), want)
}

func writeFile(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// wantErrors is what the accessors give.
func wantErrors(c *catalog.Catalog) (want []map[string]any) {
	for i := range c.Errors {
		e := &c.Errors[i]
		class, action := c.Classes[e.Class], c.Actions[e.Action]
		want = append(want, map[string]any{
			"Name": e.Name, "Value": e.Value(), "Status": e.Status(), "URL": e.URL,
			"Title": e.Title, "Message": cmp.Or(exampleOf(e), e.Title), "Description": e.Description,
			"Causes": e.Causes, "Fix": e.Fix, "Retryable": action.Mode.Retryable(),
			"Class": class.Key, "ClassTitle": class.Title, "Action": action.Key, "ActionTitle": action.Title,
		})
	}
	return want
}

// exampleOf is an error's message with the examples of its params.
func exampleOf(e *catalog.Error) string {
	var examples []string
	for _, p := range e.Params {
		examples = append(examples, "{"+p.Name+"}", cmp.Or(p.Example, "{"+p.Name+"}"))
	}
	return strings.NewReplacer(examples...).Replace(e.Message)
}

// wantCodes is what CodeFor finds for every code of a catalog, and for some
// that it does not have, with the statuses that it has there and others.
func wantCodes(c *catalog.Catalog) (want []map[string]any) {
	values := []string{"", "unknown", "404", "5XX"}
	statuses := []int{0, 200, 599}
	for i := range c.Errors {
		values = append(values, c.Errors[i].Codes...)
		for _, r := range c.Errors[i].Statuses {
			statuses = append(statuses, r.Lo, r.Hi, r.Lo+1)
		}
	}
	slices.Sort(statuses)
	statuses = slices.Compact(statuses)
	for i, value := range values {
		for j, status := range statuses {
			if own := i%7 == j%7; own || len(values) < 50 {
				want = append(want, map[string]any{"Status": status, "Value": value, "Name": gentest.Find(c, "", status, value)})
			}
		}
	}
	return want
}

// unwritable lists the errors that a server's WriteError can't tell a client: the
// catalog does not say what to write, or another error comes before. By the plain
// rules what it writes, which is the example, is not that error.
func unwritable(c *catalog.Catalog) (names []string) {
	for i := range c.Errors {
		e := c.Errors[i]
		status := cmp.Or(e.Status(), http.StatusInternalServerError)
		e.Statuses = []catalog.StatusRange{catalog.One(status)}
		header := make(http.Header)
		for _, h := range c.ExampleHeaders(&e) {
			header.Set(h.Name, h.Value)
		}
		if gentest.Mean(c, status, header, []byte(c.ExampleBody(&e).Indented())).Name != e.Name {
			names = append(names, e.Name)
		}
	}
	return names
}

// TestUnwritable checks that only those errors are not written whose conditions
// say not what to write, or which another one covers.
func TestUnwritable(t *testing.T) {
	want := map[string][]string{
		"conditions": {"Forbidden"},
		"everything": {"ServerTrouble", "SecondaryLimit", "GoldQuotaExceeded"},
	}
	for _, c := range gentest.Features() {
		if c.Name == "crowd" { // in which many share a code
			continue
		}
		if diff := gocmp.Diff(want[c.Name], unwritable(c.Catalog())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.Name, diff)
		}
	}
}

// A meaning is a response and what it means.
type meaning struct {
	gentest.Sample
	Body []byte // need not be UTF-8
	Want gentest.Meaning
}

// wantMeanings is what Decode makes of random responses.
func wantMeanings(c *catalog.Catalog) (want []meaning) {
	const seed = 7
	for _, s := range gentest.Samples(c, seed, 500) {
		want = append(want, meaning{s, []byte(s.Body), gentest.Mean(c, s.Status, s.Header, []byte(s.Body))})
	}
	return want
}
