package gentest

// That something takes time in proportion.

import (
	"testing"
	"time"
)

// TestProportional checks that what takes as long as it says for a size takes,
// for one 16 times as large, 16 times as long, and not 256 times. A machine that
// does other things meanwhile makes any one time too long, so the shortest counts.
func TestProportional(t *testing.T, size int, took func(size int) time.Duration) {
	t.Helper()
	const times, slack, tries, enough = 16, 64, 8, time.Second
	small, large := took(size), took(times*size)
	for i := 1; i < tries && (i < 3 || large > slack*small) && large < enough; i++ {
		small, large = min(small, took(size)), min(large, took(times*size))
	}
	if large > slack*small {
		t.Errorf("%d times the size takes %.0f times the time: %v, then %v", times, float64(large)/float64(small), small, large)
	}
}
