package synthetic

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"
)

func TestErrorsAreTheSameTwice(t *testing.T) {
	if !reflect.DeepEqual(Errors(50), Errors(50)) {
		t.Error("two calls differ")
	}
}

func TestSpecHasProse(t *testing.T) {
	const n = 1000
	size, prose := (len(Spec(Errors(n))[0].Data)-len(head))/n, 0
	for _, e := range Errors(n) {
		prose += len(e.Message) + len(e.text())
	}
	if prose/n < 590 || prose/n > 630 || size > 850 {
		t.Errorf("an error has %d bytes, %d of them prose; 600 of prose and some 200 of the rest are wanted", size, prose/n)
	}
}

// A large catalog is in several files, none of them large.
func TestSpecOfSeveralFiles(t *testing.T) {
	files := Spec(Errors(25_000))
	if len(files) != 4 || files[0].Name != "errors.yaml" || files[3].Name != "errors/020000.yaml" {
		t.Fatalf("%d files, the last is %s", len(files), files[len(files)-1].Name)
	}
	errors := 0
	for _, f := range files {
		errors += bytes.Count(f.Data, []byte("  - status: "))
	}
	if errors != 25_000 {
		t.Errorf("%d errors, want 25000", errors)
	}
}

func TestCodesDiffer(t *testing.T) {
	seen := make(map[string]bool)
	for i := range 100_000 {
		c := code(i)
		if seen[c] {
			t.Fatalf("code %d is %s, which an earlier one is too", i, c)
		}
		seen[c] = true
	}
}

// Peers are given all errors, each with all of its prose.
func TestPeersHaveTheSameProse(t *testing.T) {
	const n = 10_001
	errors := Errors(n)
	last := &errors[n-1]
	if yaml := Rescode(errors); bytes.Count(yaml, []byte("- code: ")) != n || !bytes.Contains(yaml, []byte("desc: "+last.text()+"\n")) {
		t.Error("rescode is given something else")
	}
	src, err := Errorz(errors)
	if err != nil {
		t.Fatal(err)
	}
	var read map[string]struct{ Cause string }
	if err := json.Unmarshal(src, &read); err != nil || len(read) != n || read["AB0000"].Cause != last.text() {
		t.Errorf("errorz is given %d errors (%v), the last with %q", len(read), err, read["AB0000"].Cause)
	}
}
