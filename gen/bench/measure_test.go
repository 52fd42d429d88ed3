package main

import (
	"slices"
	"testing"
	"time"
)

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		xs   []float64
		want float64
	}{
		{nil, 0},
		{[]float64{7}, 7},
		{[]float64{9, 1, 5}, 5},
		{[]float64{4, 1, 100, 2}, 3},
	} {
		before := slices.Clone(c.xs)
		if got := median(c.xs); got != c.want {
			t.Errorf("median(%v) = %v, want %v", c.xs, got, c.want)
		}
		if !slices.Equal(before, c.xs) {
			t.Errorf("median(%v) changed its argument to %v", before, c.xs)
		}
	}
}

// The ratio is taken round by round: a machine that becomes ten times as slow
// half way does not change it.
func TestRatioIgnoresDrift(t *testing.T) {
	a := []float64{10, 11, 100, 110, 90}
	b := []float64{20, 22, 200, 220, 180}
	if got := ratio(a, b); got != 0.5 {
		t.Errorf("ratio = %v, want 0.5", got)
	}
}

func TestInterleave(t *testing.T) {
	var order string
	call := func(name string) func() int {
		return func() int {
			order += name
			return len(order)
		}
	}
	got := interleave(3, []func() int{call("A"), call("B")})
	if order != "ABABAB" {
		t.Errorf("called in the order %s, want ABABAB", order)
	}
	if !slices.Equal(got[0], []int{1, 3, 5}) || !slices.Equal(got[1], []int{2, 4, 6}) {
		t.Errorf("results by function = %v", got)
	}
}

func TestMeasure(t *testing.T) {
	var sink []byte
	e := effort{rounds: 3, batch: time.Millisecond}
	measured := measure([]subject{
		{"allocates", func(n int) {
			for range n {
				sink = make([]byte, 64<<10)
			}
		}},
		{"does nothing", func(int) {}},
	}, e)
	_ = sink
	if got := measured[0].Allocs; got != 1 {
		t.Errorf("allocations = %v, want 1", got)
	}
	if got := measured[1].Allocs; got != 0 {
		t.Errorf("allocations of nothing = %v, want 0", got)
	}
	if r := ratio(measured[1].Rounds, measured[0].Rounds); r >= 1 || len(measured[0].Rounds) != 3 {
		t.Errorf("nothing takes %v of the time of an allocation, in rounds %v", r, measured[0].Rounds)
	}
}
