package main

import (
	"bytes"
	"go/format"
	"os"
	"path"
	"testing"
	"unicode/utf8"

	"github.com/errgen/errgen"
	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/golang"
	"github.com/errgen/errgen/gen/spec"
	"github.com/errgen/errgen/templates/html"
	jsondoc "github.com/errgen/errgen/templates/json"
	"github.com/errgen/errgen/templates/markdown"
)

// FuzzGenerate mutates specs: whatever one says, if it is accepted, then every
// back end can write it, and the Go parses and is as gofmt would have it.
func FuzzGenerate(f *testing.F) {
	f.Add(errgen.Example)
	f.Add(mustRead(f, "../../gen/golang/runtime/testdata/errors.yaml"))
	for _, text := range []string{
		"*/ func init() {}", "//go:embed x", `//line a.go:1`, "`${}`", "%s%n", "{{.}}", "</script><!-- -->", "a\u2028b", "e\u0301",
	} {
		f.Add(bytes.ReplaceAll(errgen.Example, []byte("Bearer"), []byte(text)))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, found := spec.Read("errors.yaml", src, nil)
		if found.HasErrors() {
			return
		}
		for _, b := range []gen.Backend{
			golang.Backend{Package: "fuzzed"}, markdown.Backend{File: "errors.md"},
			html.Backend{File: "errors.html"}, jsondoc.Backend{File: "errors.json"},
		} {
			files, err := b.Generate(doc.Catalog)
			if err != nil {
				t.Fatalf("%s: %v\nof the spec\n%s", b.Name(), err, src)
			}
			for _, file := range files {
				checkWritten(t, file, src)
			}
		}
	})
}

func checkWritten(t *testing.T, file gen.File, src []byte) {
	t.Helper()
	if !utf8.Valid(file.Data) {
		t.Errorf("%s is not UTF-8, of the spec\n%s", file.Path, src)
	}
	if path.Ext(file.Path) != ".go" {
		return
	}
	formatted, err := format.Source(file.Data)
	if err != nil {
		t.Fatalf("%s: %v\nof the spec\n%s", file.Path, err, src)
	}
	if !bytes.Equal(formatted, file.Data) {
		t.Errorf("gofmt changes %s of the spec\n%s", file.Path, src)
	}
}

func mustRead(f *testing.F, name string) []byte {
	f.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		f.Fatal(err)
	}
	return data
}
