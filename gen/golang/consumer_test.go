package golang

import (
	"cmp"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

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
	for name, c := range map[string]*catalog.Catalog{
		"minimal": gentest.Minimal(),
		"bare":    gentest.Bare(),
		"unusual": gentest.Unusual(),
		"orders":  gentest.Orders(),
		"hostile": gentest.Hostile(),
		"few":     gentest.Synthetic(255),
		"some":    gentest.Synthetic(512),
		"many":    gentest.Synthetic(1500),
	} {
		writePackage(t, filepath.Join(dir, name), name, c)
	}
	run := exec.Command("go", "test", "-vet=all", "./...")
	run.Dir = dir
	run.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "GOTOOLCHAIN=local")
	if out, err := run.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// writePackage writes a package, what its catalog says, and the test that
// compares the two.
func writePackage(t *testing.T, dir, name string, c *catalog.Catalog) {
	t.Helper()
	files, err := Backend{Package: name}.Generate(c)
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
		src = []byte(strings.Replace(string(src), "package consumer", "package "+name, 1))
		writeFile(t, filepath.Join(dir, test), src)
	}
	want, err := json.Marshal(map[string]any{"Errors": wantErrors(c), "Codes": wantCodes(c)})
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
			"Title": e.Title, "Message": cmp.Or(e.Message, e.Title), "Description": e.Description,
			"Causes": e.Causes, "Fix": e.Fix, "Retryable": action.Mode.Retryable(),
			"Class": class.Key, "ClassTitle": class.Title, "Action": action.Key, "ActionTitle": action.Title,
		})
	}
	return want
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
				want = append(want, map[string]any{"Status": status, "Value": value, "Name": match(c, status, value)})
			}
		}
	}
	return want
}

// match finds the error for a status and a wire code, as the design says it and
// no faster: design §2, "Matching a response", steps 5 to 7.
func match(c *catalog.Catalog, status int, value string) string {
	if e := best(c, status, func(e *catalog.Error) bool { return slices.Contains(e.Codes, value) }); e != nil {
		return e.Name
	}
	if e := best(c, status, func(e *catalog.Error) bool { return len(e.Codes) == 0 }); e != nil {
		return e.Name
	}
	var known []string
	for i := range c.Errors {
		if slices.Contains(c.Errors[i].Codes, value) {
			known = append(known, c.Errors[i].Name)
		}
	}
	if len(known) == 1 {
		return known[0]
	}
	return ""
}

// best is the error of those that are asked for whose statuses fit a status
// best: exactly, by a range, or by naming none. The first written wins.
func best(c *catalog.Catalog, status int, ask func(*catalog.Error) bool) *catalog.Error {
	var found *catalog.Error
	rank := 0
	for i := range c.Errors {
		e := &c.Errors[i]
		if r := fit(e, status); ask(e) && r > rank {
			found, rank = e, r
		}
	}
	return found
}

func fit(e *catalog.Error, status int) int {
	rank := 0
	if len(e.Statuses) == 0 {
		rank = 1
	}
	for _, r := range e.Statuses {
		switch {
		case !r.Contains(status):
		case r.Exact():
			rank = 3
		default:
			rank = max(rank, 2)
		}
	}
	return rank
}
