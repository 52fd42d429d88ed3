package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Both processes run and are measured, and go/format has nothing to change:
// what it is given is formatted already.
func TestGenerateProcesses(t *testing.T) {
	w, err := newWorkshop(programs...)
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
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
	w, err := newWorkshop("./internal/gofmt", "./internal/timed")
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	p := process{workshop: w, out: w.path("made"), args: []string{w.path("gofmt"), w.path("made"), "missing.go"}}
	p.run()
	if p.err == nil {
		t.Error("a process that fails is no measurement")
	}
}

// The package that is measured is what the catalog says.
func TestMonogotoIsFresh(t *testing.T) {
	check := exec.Command("go", "tool", "errgen", "generate", "--check", "../../errors.yaml", "--go", "internal/monogoto")
	if out, err := check.CombinedOutput(); err != nil {
		t.Errorf("%v; run go generate here\n%s", err, out)
	}
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
