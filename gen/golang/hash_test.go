package golang

import (
	"fmt"
	"testing"
)

// TestHashTable checks that each key finds itself in the slot that it is sent
// to.
func TestHashTable(t *testing.T) {
	for _, n := range []int{0, 1, 2, 129, 5000} {
		var keys []hashKey
		for i := range n {
			keys = append(keys, hashKey{hashOf(fmt.Sprintf("code_%d", i)), i + 1})
		}
		table := newHashTable(keys)
		for _, k := range keys {
			bucket := k.hash & uint64(len(table.displacements)-1)
			slot := hashSlot(k.hash, table.displacements[bucket], len(table.slots))
			if table.slots[slot] != k.code {
				t.Fatalf("of %d keys, the slot of %d holds %d", n, k.code, table.slots[slot])
			}
		}
		if len(table.slots) > 4*n+1 {
			t.Errorf("%d slots for %d keys", len(table.slots), n)
		}
	}
}
