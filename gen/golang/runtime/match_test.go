package runtime

import (
	"testing"

	"github.com/errgen/errgen/gen/gentest"
)

// TestMatchingAgrees compares what random responses mean with the reference.
func TestMatchingAgrees(t *testing.T) {
	const seed = 4
	n := 30_000
	if testing.Short() {
		n = 3_000
	}
	known := map[Code]int{}
	for _, s := range gentest.Samples(orders, seed, n) {
		compare(t, s.Status, s.Header, []byte(s.Body))
		known[Decode(s.Status, s.Header, []byte(s.Body)).Code]++
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	for _, c := range append(Codes(), 0) {
		if known[c] == 0 && !testing.Short() { // a few responses are not every error
			t.Errorf("no response was %v", c)
		}
	}
}

// FuzzMatching mutates such responses.
func FuzzMatching(f *testing.F) {
	for i, s := range gentest.Samples(orders, 1, 100) {
		f.Add(s.Status, []byte(s.Body), uint64(i))
	}
	f.Fuzz(func(t *testing.T, status int, body []byte, seed uint64) {
		compare(t, status, gentest.Samples(orders, seed, 1)[0].Header, body)
	})
}
