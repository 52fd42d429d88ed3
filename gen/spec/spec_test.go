package spec

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/errgen/errgen/gen/diag"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestScenarios reads the spec of each testdata/*.txtar. The archive holds all
// that comes of it: what is printed, or the catalog. Its head says what the
// case is about.
func TestScenarios(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no scenarios: ", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			input := inputs(archive)
			got := &txtar.Archive{Comment: archive.Comment, Files: append(input, outcome(input)...)}
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(archive)), string(txtar.Format(got))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// inputs are the files of an archive that a case begins with: the spec, and what
// it includes.
func inputs(archive *txtar.Archive) []txtar.File {
	n := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "diagnostics" || f.Name == "catalog" })
	if n < 0 {
		n = len(archive.Files)
	}
	return archive.Files[:n:n]
}

// readFolder reads the first of some files, with the others beside it.
func readFolder(input []txtar.File) (*Document, diag.List) {
	folder := make(fstest.MapFS)
	for _, f := range input {
		name, _ := filepath.Rel(filepath.Dir(input[0].Name), f.Name)
		folder[name] = &fstest.MapFile{Data: f.Data}
	}
	return Read(input[0].Name, input[0].Data, folder)
}

// outcome is what comes of a spec: diagnostics, a catalog.
func outcome(input []txtar.File) []txtar.File {
	doc, list := readFolder(input)
	var files []txtar.File
	if len(list) > 0 {
		files = append(files, txtar.File{Name: "diagnostics", Data: []byte(printed(list))})
	}
	if doc.Catalog != nil {
		files = append(files, txtar.File{Name: "catalog", Data: []byte(dump(doc))})
	}
	return files
}

func printed(list diag.List) string {
	var b strings.Builder
	list.Print(&b, false)
	return b.String()
}

// Each diagnostic of each scenario says what to write instead.
func TestAdvice(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, list := readFolder(inputs(archive))
		for i := range list {
			if list[i].Advice() == "" {
				t.Errorf("%s: there is no advice for %s", file, &list[i])
			}
		}
	}
}

// Specs may be read side by side, and no reader touches what another one does.
func TestReadSideBySide(t *testing.T) {
	src := []byte(head + `  - {status: 404, code: a, pattern: 'a\d+'}
  - {status: 400, name: B, when: {header: {X: {pattern: '.+b.*'}}}}
`)
	var readers sync.WaitGroup
	for range 4 {
		readers.Add(1)
		go func() {
			defer readers.Done()
			if doc, list := Read("errors.yaml", src, nil); doc.Catalog == nil {
				t.Errorf("got %s", printed(list))
			}
		}()
	}
	readers.Wait()
}
