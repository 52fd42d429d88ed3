// The shapes that error bodies have in the wild, in specs and bodies made up for
// that: these tests need no catalogs from elsewhere.

package catalogs_test

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/errgen/errgen/gen/catalog"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestShapes has each testdata/shapes/*.txtar made into a package, which reads
// the archive's responses. The head of an archive says what is telling about the
// API; what the package says of a response follows it.
func TestShapes(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	shapes := readShapes(t)
	packages := make(map[string]*catalog.Catalog)
	var questions []question
	for _, s := range shapes {
		packages[s.name] = s.catalog
		questions = append(questions, s.questions...)
	}
	said := build{packages: packages, parts: "errors,http"}.ask(t, questions)
	for _, s := range shapes {
		answers := said.Answers[:len(s.questions)]
		said.Answers = said.Answers[len(s.questions):]
		t.Run(s.name, func(t *testing.T) {
			s.check(t, answers, said.Lost[s.name])
		})
	}
}

// A shape is an archive, read.
type shape struct {
	name      string
	file      string
	archive   *txtar.Archive
	catalog   *catalog.Catalog
	questions []question
}

func readShapes(t *testing.T) []*shape {
	t.Helper()
	files, err := filepath.Glob("testdata/shapes/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no shapes: ", err)
	}
	var shapes []*shape
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := &shape{name: strings.TrimSuffix(filepath.Base(file), ".txtar"), file: file, archive: archive}
		s.catalog = readSpec(t, file, archive.Files[0].Data)
		for _, f := range archive.Files[1:] {
			if isResponse(f) {
				s.questions = append(s.questions, s.question(t, f))
			}
		}
		shapes = append(shapes, s)
	}
	return shapes
}

func isResponse(f txtar.File) bool { return strings.HasSuffix(f.Name, ".http") }

// question reads a response as it is on the wire.
func (s *shape) question(t *testing.T, f txtar.File) question {
	t.Helper()
	resp, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(f.Data)), nil)
	if err != nil {
		t.Fatalf("%s: %s: %v", s.file, f.Name, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatalf("%s: %s: %v", s.file, f.Name, err)
	}
	return question{s.name, resp.StatusCode, resp.Header, body}
}

// check compares the archive with what it comes to.
func (s *shape) check(t *testing.T, answers []answer, lost []string) {
	t.Helper()
	got := &txtar.Archive{Comment: s.archive.Comment, Files: s.archive.Files[:1:1]}
	for _, f := range s.archive.Files {
		if !isResponse(f) {
			continue
		}
		want := txtar.File{Name: strings.TrimSuffix(f.Name, ".http"), Data: []byte(answers[0].String())}
		got.Files = append(got.Files, f, want)
		answers = answers[1:]
	}
	if lost != nil {
		got.Files = append(got.Files, txtar.File{Name: "not written so that it is read again", Data: []byte(strings.Join(lost, "\n") + "\n")})
	}
	if *update {
		if err := os.WriteFile(s.file, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(txtar.Format(s.archive)), string(txtar.Format(got))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// String is what an answer says, a line each.
func (a answer) String() string {
	if !a.IsError {
		return "no error\n"
	}
	var b strings.Builder
	say := func(what, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%s: %s\n", what, text)
		}
	}
	say("error", a.Name)
	say("code", a.Value)
	say("domain", a.Domain)
	say("message", a.Message)
	say("request id", a.RequestID)
	say("details", string(a.Details))
	if a.Delay > 0 {
		say("delay", a.Delay.String())
	}
	say("class", a.Class)
	say("action", a.Action)
	if a.Retryable {
		b.WriteString("retryable\n")
	}
	return b.String()
}
