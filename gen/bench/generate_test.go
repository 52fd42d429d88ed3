package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// Both processes run and are measured, and go/format has nothing to change:
// what it is given is formatted already.
func TestGenerateProcesses(t *testing.T) {
	w := testWorkshop(t)
	errgen, gofmt, err := w.generate(10, 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range append(errgen, gofmt...) {
		if u.Wall <= 0 || u.CPU <= 0 || u.Peak <= 0 {
			t.Errorf("measured %+v", u)
		}
	}
	made, err := filepath.Glob(w.path("made/*.go"))
	if err != nil || len(made) == 0 {
		t.Fatalf("errgen made %q (%v)", made, err)
	}
	for _, file := range made {
		if !bytes.Equal(read(t, file), read(t, w.path("formatted/"+filepath.Base(file)))) {
			t.Errorf("go/format changes %s", filepath.Base(file))
		}
	}
}

func TestProcessFailure(t *testing.T) {
	w := testWorkshop(t)
	p, err := w.process("./internal/gofmt", w.path("made"), w.path("made"), "missing.go")
	if err != nil {
		t.Fatal(err)
	}
	p.run()
	if p.err == nil {
		t.Error("a process that fails is no measurement")
	}
}

func testWorkshop(t *testing.T) *workshop {
	t.Helper()
	w, err := newWorkshop()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.close)
	return w
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
