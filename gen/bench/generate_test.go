package main

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// All processes run and are measured, and go/format has nothing to change: what
// it is given is formatted already.
func TestGenerators(t *testing.T) {
	w := testWorkshop(t)
	processes, err := w.generators(10)
	if err != nil {
		t.Fatal(err)
	}
	took, err := inTurn(2, processes)
	if err != nil {
		t.Fatal(err)
	}
	for name, usages := range took {
		for _, u := range usages {
			if u.Wall <= 0 || u.CPU <= 0 || u.Peak <= 0 {
				t.Errorf("%s: measured %+v", name, u)
			}
		}
	}
	for _, name := range []string{errgen, check, gofmt, rescode} {
		if len(took[name]) != 2 {
			t.Errorf("%s ran %d times, want 2", name, len(took[name]))
		}
	}
	if page := read(t, w.path("made/errors.md")); bytes.Count(page, []byte("\n### ")) != 10 {
		t.Errorf("the page has not 10 errors:\n%s", page)
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

func TestGenerateGoals(t *testing.T) {
	of := func(wall, cpu, peak float64) []usage { return []usage{{wall, cpu, peak}} }
	goals := generateGoals(map[int]runs{
		10:      {errgen: of(20, 9, 10), rescode: of(5, 10, 10)},
		10_000:  {errgen: of(700, 800, 300), check: of(650, 700, 300), gofmt: of(1000, 1100, 200), rescode: of(900, 1000, 200)},
		largest: {errgen: of(9000, 9999, 2048), rescode: of(8000, 5000, 1024)},
	})
	want := []struct {
		got float64
		met bool
	}{
		{9, true}, {0.7, true}, {650. / 700, true}, {9. / 7, false}, {2, false},
		{4, false}, {700. / 900, true}, {9000. / 8000, false},
	}
	if len(goals) != len(want) {
		t.Fatalf("%d goals, want %d: %v", len(goals), len(want), goals)
	}
	for i, w := range want {
		if math.Abs(goals[i].got-w.got) > 1e-9 || goals[i].met() != w.met {
			t.Errorf("%v, want %v", goals[i], w)
		}
	}
}

func TestCheckTouchesNothing(t *testing.T) {
	w := testWorkshop(t)
	if touched, err := w.touchedByCheck(); touched != 0 || err != nil {
		t.Errorf("--check touches %d files (%v)", touched, err)
	}
	before, err := modified(w.path("made"))
	if err != nil || len(before) < 4 {
		t.Fatalf("%d files (%v)", len(before), err)
	}
}

func TestProcessFailure(t *testing.T) {
	w := testWorkshop(t)
	p, err := w.process("none", "./internal/gofmt", w.path("made"), w.path("made"), w.path("missing"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := inTurn(2, []*process{p}); err == nil {
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
