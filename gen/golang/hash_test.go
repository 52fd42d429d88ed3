package golang

import (
	"fmt"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
)

// TestSlots checks that each key is found from the slot on that its hash says,
// before a free one, and that there are not too many slots.
func TestSlots(t *testing.T) {
	for _, n := range []int{0, 1, 2, 129, 5000} {
		var keys []hashKey
		for i := range n {
			keys = append(keys, hashKey{fmt.Sprintf("code_%d", i), i + 1, 10 * i})
		}
		slots := newSlots(keys)
		for _, k := range keys {
			at := hashOf(k.value) & uint64(len(slots)-1)
			for slots[at]&(1<<codeBits-1) != uint64(k.code) {
				if slots[at] == 0 {
					t.Fatalf("of %d keys, %s is not found", n, k.value)
				}
				at = (at + 1) & uint64(len(slots)-1)
			}
		}
		if len(slots) > 3*n+1 || len(slots) <= n {
			t.Errorf("%d slots for %d keys", len(slots), n)
		}
	}
}

// TestCodesAreTables checks that where there are many wire codes no function grows
// with them, also where errors have several, and codes several errors.
func TestCodesAreTables(t *testing.T) {
	for name, codes := range map[string]func(i int) []string{
		"one each":      func(i int) []string { return []string{fmt.Sprint("code_", i)} },
		"several each":  func(i int) []string { return []string{fmt.Sprint("code_", i), fmt.Sprint("also_", i)} },
		"of two errors": func(i int) []string { return []string{fmt.Sprint("code_", i/2)} },
	} {
		few, many := longestFunction(t, manyCodes(300, codes)), longestFunction(t, manyCodes(600, codes))
		if few != many {
			t.Errorf("%s: the longest function of 300 errors has %d statements, of 600 %d", name, few, many)
		}
	}
}

// manyCodes is a catalog of n errors with the given codes.
func manyCodes(n int, codes func(i int) []string) *catalog.Catalog {
	c := gentest.Minimal()
	c.Errors = nil
	for i := range n {
		c.Errors = append(c.Errors, catalog.Error{
			Name: fmt.Sprint("Failure", i), Title: "Failure", Codes: codes(i),
			Statuses: []catalog.StatusRange{catalog.One(400 + i%2)},
		})
	}
	return c
}
