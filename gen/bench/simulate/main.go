// Command simulate shows what retries do to a server that is down, and so what
// the parameters of the retry budget are worth: 1,000 clients that call at a
// steady rate, each with a budget of its own, one server with a bounded rate,
// an outage of a minute and a blip of three seconds, in virtual time and with a
// fixed seed.
package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"text/tabwriter"
	"time"
)

const (
	warm     = 60 * time.Second // before the outage
	outage   = 60 * time.Second
	blip     = 3 * time.Second
	headroom = 1.5 // the server's capacity, of the load without retries
	warmUp   = 30 * time.Second

	longRun  = outage + 3*time.Minute
	shortRun = blip + time.Minute
)

func main() { report(os.Stdout) }

var rates = []float64{0.1, 1, 10}

// report prints a table: for each strategy and rate the requests a call during
// the outage, the time until the server has recovered from it, and the share
// of the calls begun in a blip that succeed.
func report(out io.Writer) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\trequests a call in the outage\t\t\trecovery, s\t\t\tsurvive a blip, %\t\t\t")
	fmt.Fprintln(w, "calls a second\t0.1\t1\t10\t0.1\t1\t10\t0.1\t1\t10\t")
	for _, s := range strategies() {
		var requests, recovery, survival string
		for _, rate := range rates {
			long := newWorld(s, rate, outage, warmUp, longRun)
			long.run()
			requests += fmt.Sprintf("%.2f\t", long.requestsPerCall(outage))
			recovery += long.recovery(outage) + "\t"
			short := newWorld(s, rate, blip, 0, shortRun)
			short.run()
			survival += fmt.Sprintf("%.1f\t", 100*short.survival(blip))
		}
		fmt.Fprintln(w, s.name+"\t"+requests+recovery+survival)
	}
	w.Flush()
}

func (w *world) requestsPerCall(down time.Duration) float64 {
	var calls, requests int
	for _, s := range w.between(warm, warm+down) {
		calls += s.calls
		requests += s.requests
	}
	return float64(requests) / float64(calls)
}

func (w *world) survival(down time.Duration) float64 {
	var calls, survived int
	for _, s := range w.between(warm, warm+down) {
		calls += s.calls
		survived += s.survived
	}
	return float64(survived) / float64(calls)
}

// recovery is the time from the end of the outage until the server begins to
// serve 99 % of what it is sent, for five seconds.
func (w *world) recovery(down time.Duration) string {
	after := w.between(warm+down, w.end)
	good := 0
	for i, s := range after {
		good++
		if 100*s.failed > s.requests {
			good = 0
		}
		if good == 5 {
			return fmt.Sprint(i + 1 - good)
		}
	}
	return "never"
}

func (w *world) between(from, until time.Duration) []second {
	return w.seconds[from/time.Second : until/time.Second]
}

// ours is the Budget of the generated client.
var ours = bucket{capacity: 500, cost: 5, refill: 1, patience: 3 * time.Second, reserve: 2}

func strategies() []strategy {
	list := []strategy{
		{"no retry", never, free},
		{"as the reference", reference, free},
		{"backoff, full jitter", fullJitter, free},
		{"gRPC A6, 10/1/0.1", reference, newGRPC(10, 0.1)},
		{"gRPC A6, 100/1/0.1", reference, newGRPC(100, 0.1)},
		{"AWS, 500/5/1", reference, newBucket(bucket{capacity: 500, cost: 5, refill: 1})},
		{"bucket, 50/5/1", reference, newBucket(bucket{capacity: 50, cost: 5, refill: 1})},
		{"ours", reference, newBucket(ours)},
	}
	for _, seconds := range []time.Duration{2, 4, 5} {
		other := ours
		other.patience = seconds * time.Second
		list = append(list, strategy{fmt.Sprintf("ours, patience %ds", seconds), reference, newBucket(other)})
	}
	return list
}

func free() budget { return unbounded{} }

func never(*rand.Rand, int) (time.Duration, bool) { return 0, false }

// reference is the error reference's handler: 1, 2 and 4 s, up to 0.5 s added.
func reference(r *rand.Rand, retry int) (time.Duration, bool) {
	return time.Second<<(retry-1) + time.Duration(r.Int64N(int64(500*time.Millisecond))), retry <= 3
}

// fullJitter is anything between no delay and twice the reference's.
func fullJitter(r *rand.Rand, retry int) (time.Duration, bool) {
	return time.Duration(r.Int64N(int64(2 * time.Second << (retry - 1)))), retry <= 3
}
