package main

import (
	"strconv"
	"testing"
)

// What the budget was chosen for.
func TestOursReachesItsGoals(t *testing.T) {
	s := strategy{"ours", reference, newBucket(ours)}
	for _, rate := range []float64{1, 10} {
		without := newWorld(strategy{"no retry", never, free}, rate, outage, warmUp, longRun)
		without.run()
		long := newWorld(s, rate, outage, warmUp, longRun)
		long.run()
		if got := long.requestsPerCall(outage); got > 1.15 {
			t.Errorf("at %v calls a second there are %.3f requests a call in an outage, want at most 1.15", rate, got)
		}
		if got, bare := seconds(t, long.recovery(outage)), seconds(t, without.recovery(outage)); got > 1.2*bare {
			t.Errorf("at %v calls a second recovery takes %v s, without retries %v s: want at most 1.2 of it", rate, got, bare)
		}
	}
	for _, rate := range rates {
		short := newWorld(s, rate, blip, 0, shortRun)
		short.run()
		if got := short.survival(blip); got < 0.99 {
			t.Errorf("at %v calls a second %.1f %% survive a blip, want 99 %%", rate, 100*got)
		}
	}
}

func seconds(t *testing.T, text string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatalf("recovery: %s", text)
	}
	return n
}

func TestRunsAreTheSameTwice(t *testing.T) {
	run := func() []second {
		w := newWorld(strategy{"", fullJitter, newGRPC(10, 0.1)}, 1, blip, 0, shortRun)
		w.run()
		return w.seconds
	}
	a, b := run(), run()
	for i := range a {
		if a[i] != b[i] {
			t.Fatalf("second %d is %+v, then %+v", i, a[i], b[i])
		}
	}
}
