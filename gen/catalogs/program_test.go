// A program that uses generated packages as a consumer would: it is built once
// for many of them, and asked what responses are.

package catalogs_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/format"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"text/template"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/golang"
)

// A question is what a response is to a package.
type question struct {
	Package string
	Status  int
	Header  http.Header
	Body    []byte
}

// An answer is what the package says.
type answer struct {
	IsError         bool
	Name, Value     string
	Domain, Message string
	RequestID       string
	Details         []byte
	Delay           time.Duration
	Class, Action   string
	Retryable       bool
}

// answers are those to questions, and what the program has found by itself.
type answers struct {
	Answers []answer
	Lost    map[string][]string          // errors of each package that WriteError writes so that FromResponse reads another
	Written map[string]map[string]string // the bodies that WriteError writes, by package and error
}

// A build is a program in the making.
type build struct {
	packages map[string]*catalog.Catalog
	parts    string // of each package
	vet      bool
}

// ask builds the program and asks it the questions, and some random ones beside
// them. In all the packages have to agree with the plain rules of matching.
func (b build) ask(t *testing.T, questions []question) answers {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), []byte("module example.com/asker\n\ngo 1.22\n"))
	names := slices.Sorted(maps.Keys(b.packages))
	asked := slices.Clone(questions)
	for _, name := range names {
		b.generate(t, filepath.Join(dir, name), name)
		asked = append(asked, randomQuestions(t, name, b.packages[name])...)
	}
	write(t, filepath.Join(dir, "main.go"), asker(t, names))
	if b.vet {
		runGo(t, dir, "vet", "./...")
	}
	runGo(t, dir, "build", "-o", "asker", ".")
	said := run(t, filepath.Join(dir, "asker"), asked)
	for i, q := range asked {
		checkAgrees(t, b.packages[q.Package], q, said.Answers[i])
	}
	said.Answers = said.Answers[:len(questions)]
	return said
}

// asker is the program's main file.
func asker(t *testing.T, packages []string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := template.Must(template.ParseFiles("testdata/asker.go.tmpl")).Execute(&b, packages); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// generate writes a package, which gofmt leaves as it is.
func (b build) generate(t *testing.T, dir, name string) {
	t.Helper()
	parts, err := golang.ParseParts(b.parts)
	if err != nil {
		t.Fatal(err)
	}
	files, err := golang.Backend{Package: name, Parts: parts}.Generate(b.packages[name])
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, f := range files {
		if formatted, err := format.Source(f.Data); err != nil || !bytes.Equal(formatted, f.Data) {
			t.Errorf("%s/%s: gofmt changes it, or fails: %v", name, f.Path, err)
		}
		write(t, filepath.Join(dir, f.Path), f.Data)
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, data, 0o666)); err != nil {
		t.Fatal(err)
	}
}

// runGo runs the go command. With its paths trimmed, what is built again is taken
// from the cache, wherever it is.
func runGo(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod -trimpath", "GOTOOLCHAIN=local")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go %s: %v\n%s", args[0], err, out)
	}
}

// run asks the questions.
func run(t *testing.T, program string, questions []question) (said answers) {
	t.Helper()
	asked, err := json.Marshal(questions)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	var stderr bytes.Buffer
	cmd.Stdin, cmd.Stderr = bytes.NewReader(asked), &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.Bytes())
	}
	if err := json.Unmarshal(out, &said); err != nil {
		t.Fatal(err)
	}
	return said
}

// checkAgrees checks that a package says of a response what the plain rules of
// matching say.
func checkAgrees(t *testing.T, c *catalog.Catalog, q question, got answer) {
	t.Helper()
	m := gentest.Mean(c, q.Status, q.Header, q.Body)
	want := answer{Class: got.Class, Action: got.Action, Retryable: got.Retryable} // of which the rules say nothing
	if m.IsError {
		want.IsError, want.Name, want.Value, want.Domain = true, m.Name, m.Value, m.Domain
		want.Message, want.RequestID, want.Details, want.Delay = m.Message, m.RequestID, m.Details, m.Delay
		if want.Message == "" {
			want.Message = titleOf(c, m.Name, q.Status)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: the package and the rules do not agree on %d %s (-rules +package):\n%s", q.Package, q.Status, q.Body, diff)
	}
}

// titleOf is what stands for a message where the response has none.
func titleOf(c *catalog.Catalog, name string, status int) string {
	for i := range c.Errors {
		if c.Errors[i].Name == name {
			return c.Errors[i].Title
		}
	}
	return http.StatusText(status)
}
