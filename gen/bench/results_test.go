package main

import "testing"

func sample() timings {
	return timings{"here": {
		"ours":   {Rounds: []float64{5, 50, 7}, Allocs: 1},
		"theirs": {Rounds: []float64{10, 100, 10}, Allocs: 3},
		"both":   {Rounds: []float64{1, 10, 2}},
	}}
}

func TestResults(t *testing.T) {
	all := sample()
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"ratio", all.ratio("here", "ours", "theirs"), 0.5},
		{"difference", all.difference("here", "theirs", "ours"), 5},
		{"ratio beyond a part", all.ratioBeyond("here", "ours", "theirs", "both"), 4. / 9},
		{"allocations", all.allocs("here", "theirs"), 3},
	} {
		if c.got != c.want {
			t.Errorf("%s = %v, want %v", c.what, c.got, c.want)
		}
	}
}

// The rounds of all layouts count alike, and the worst number of allocations.
func TestAdd(t *testing.T) {
	all := make(timings)
	all.add(sample())
	more := sample()
	more["here"]["ours"] = timing{Rounds: []float64{20, 20, 20, 20}, Allocs: 2}
	all.add(more)
	ours := all["here"]["ours"]
	if got := median(ours.Rounds); got != 20 || len(ours.Rounds) != 7 || ours.Allocs != 2 {
		t.Errorf("ours = %+v, median %v; want 7 rounds around 20, 2 allocations", ours, got)
	}
}
