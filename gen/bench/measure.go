package main

import (
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"
)

// An effort bounds how long a table may take.
type effort struct {
	layouts   int           // programs that a contest is held in
	rounds    int           // of a contest in each
	batch     time.Duration // how long a subject is repeated in a round
	processes int           // rounds of whole processes; more where they are short
	largest   int           // rounds where they take a minute
	args      []string      // that ask this program for it
}

var (
	thorough = effort{layouts: 7, rounds: 5, batch: 10 * time.Millisecond, processes: 9, largest: 3}
	brief    = effort{layouts: 3, rounds: 3, batch: 4 * time.Millisecond, processes: 3, largest: 1, args: []string{"-quick"}}
)

// A subject is one of the things compared: run does it n times.
type subject struct {
	name string
	run  func(n int)
}

// A timing is what was measured of a subject.
type timing struct {
	Rounds []float64 // ns an operation, by round
	Allocs float64   // an operation
}

// measure runs the subjects in turn, round by round. They have one processor,
// so that neither idle ones nor those that look for work add to the CPU time,
// and garbage collection is in it.
func measure(subjects []subject, e effort) []timing {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	measured := make([]timing, len(subjects))
	batches := make([]func() float64, len(subjects))
	for i, s := range subjects {
		measured[i].Allocs = testing.AllocsPerRun(100, func() { s.run(1) })
		batches[i] = batchOf(s, e.batch)
	}
	for i, rounds := range interleave(e.rounds, batches) {
		measured[i].Rounds = rounds
	}
	return measured
}

// batchOf is a function that repeats the subject for about d, and returns the
// time of one operation in ns.
func batchOf(s subject, d time.Duration) func() float64 {
	n := 1
	for ; n < 1<<30; n *= 2 {
		if took := elapsed(s, n); took > d/8 {
			n = max(1, int(float64(n)*float64(d)/float64(took)))
			break
		}
	}
	return func() float64 {
		runtime.GC() // each batch pays for its own garbage only
		return float64(elapsed(s, n)) / float64(n)
	}
}

// elapsed is the CPU time that the process takes to do it n times.
func elapsed(s subject, n int) time.Duration {
	start := cpuTime()
	s.run(n)
	return cpuTime() - start
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // no Unix fails here
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// interleave calls every f once a round: A B A B …. It returns what each f
// gave, by f and round.
func interleave[T any](rounds int, fs []func() T) [][]T {
	got := make([][]T, len(fs))
	for range rounds {
		for i, f := range fs {
			got[i] = append(got[i], f())
		}
	}
	return got
}

// median of xs, which it leaves in order; 0 for none.
func median(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(xs))
	mid := len(sorted) / 2
	if len(sorted)%2 == 0 {
		return (sorted[mid-1] + sorted[mid]) / 2
	}
	return sorted[mid]
}

// ratio is the median of a's rounds, each divided by the same round of b.
func ratio(a, b []float64) float64 {
	ratios := make([]float64, min(len(a), len(b)))
	for i := range ratios {
		ratios[i] = a[i] / b[i]
	}
	return median(ratios)
}

// differences are a's rounds, each less the same round of b.
func differences(a, b []float64) []float64 {
	less := make([]float64, min(len(a), len(b)))
	for i := range less {
		less[i] = a[i] - b[i]
	}
	return less
}
