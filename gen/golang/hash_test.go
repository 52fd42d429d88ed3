package golang

import (
	"fmt"
	"testing"
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
