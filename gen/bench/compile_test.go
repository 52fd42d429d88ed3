package main

import (
	"path/filepath"
	"testing"
)

// Every package compiles, and is measured.
func TestCompilers(t *testing.T) {
	w := testWorkshop(t)
	compilers, err := w.compilers(20)
	if err != nil {
		t.Fatal(err)
	}
	took, err := inTurn(1, compilers)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{errorsPart, withoutHelpers, withHelpers, variables} {
		if len(took[name]) != 1 || took[name][0].CPU <= 0 {
			t.Errorf("%s: %+v", name, took[name])
		}
	}
	if made, err := filepath.Glob(w.path("compile20/*.a")); len(made) != 4 {
		t.Errorf("compiled %q (%v), want 4 packages", made, err)
	}
}

func TestCompileGoals(t *testing.T) {
	of := func(wall float64) []usage { return []usage{{Wall: wall}} }
	goals := compileGoals(runs{errorsPart: of(9), withoutHelpers: of(11), withHelpers: of(39), variables: of(10)})
	for i, want := range []bool{true, false, true} {
		if goals[i].met() != want {
			t.Errorf("%v, want %v", goals[i], want)
		}
	}
}
