package synthetic

import (
	"bytes"
	"testing"
)

func TestSpecIsTheSameTwice(t *testing.T) {
	if !bytes.Equal(Spec(50), Spec(50)) {
		t.Error("two calls differ")
	}
}

func TestSpecHasProse(t *testing.T) {
	const n = 1000
	if size := (len(Spec(n)) - len(head)) / n; size < 700 || size > 850 {
		t.Errorf("an entry has %d bytes; 600 of prose and some 150 of keys and codes are wanted", size)
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
