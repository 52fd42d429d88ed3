//go:build go1.25

package runtime

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"
	"time"
)

// delayAfter is the time between the first request and the second when the
// first is answered so; jitter comes on top.
func delayAfter(t *testing.T, first reply) (delay time.Duration) {
	t.Helper()
	virtually(t, func(t *testing.T) {
		s := newScript(first, reply{status: 200})
		resp, err := over(s).Do(newRequest(t, "GET", ""))
		wantSuccess(t, resp, err)
		wantCount(t, s, 2)
		delay = s.at[1]
	})
	return delay
}

func wantDelay(t *testing.T, first reply, want time.Duration) {
	t.Helper()
	if got := delayAfter(t, first); got < want || got > want+500*time.Millisecond {
		t.Errorf("waited %v, want %v and up to 500ms of jitter", got, want)
	}
}

const asked = "Date: Sun, 06 Nov 1994 08:49:37 GMT\nRetry-After: "

func TestCase01ClientNegativeDelay(t *testing.T) {
	wantDelay(t, reply{status: 429, header: "Retry-After: -1"}, time.Second)
}

func TestCase02ClientZeroDelay(t *testing.T) {
	wantDelay(t, reply{status: 429, header: "Retry-After: 0"}, 0)
	p := Policy{Jitter: -1}.or(catalogPolicy())
	if d, _ := p.delay(&Error{hint: hintDelay}, 1); d != time.Second {
		t.Errorf("without jitter the delay is %v, want the backoff: no tight loop", d)
	}
}

func TestCase03ClientFraction(t *testing.T) {
	wantDelay(t, reply{status: 429, header: "Retry-After: 1.5"}, 1500*time.Millisecond)
}

func TestCase04ClientNoNumber(t *testing.T) {
	wantDelay(t, reply{status: 429, header: "Retry-After: abc"}, time.Second)
}

func TestCase05ClientEmpty(t *testing.T) {
	wantDelay(t, reply{status: 429, header: "Retry-After: "}, time.Second)
}

func TestCase06ClientDuplicates(t *testing.T) {
	wantDelay(t, reply{status: 429, header: "Retry-After: abc\nRetry-After: 7\nRetry-After: 9"}, 7*time.Second)
}

func TestCase07ClientSpacesAndSigns(t *testing.T) {
	wantDelay(t, reply{status: 429, header: "Retry-After:  5 "}, 5*time.Second)
	wantDelay(t, reply{status: 429, header: "Retry-After: +5"}, time.Second)
}

// notWaited checks that a delay ends the call at once.
func notWaited(t *testing.T, first reply, stop Stop, retryAfter time.Duration, ctx func(context.Context) context.Context) {
	t.Helper()
	virtually(t, func(t *testing.T) {
		s := newScript(first)
		began := time.Now()
		_, err := over(s).Do(requestWith(t, ctx(t.Context()), "GET", ""))
		e := wantStop(t, err, stop, 1)
		if waited := time.Since(began); waited > 0 {
			t.Errorf("waited %v", waited)
		}
		if e.RetryAfter != retryAfter || e.Status != 429 {
			t.Errorf("got status %d, RetryAfter %v, want 429, %v", e.Status, e.RetryAfter, retryAfter)
		}
		wantCount(t, s, 1)
	})
}

func same(ctx context.Context) context.Context { return ctx }

func TestCase08ClientHuge(t *testing.T) {
	notWaited(t, reply{status: 429, header: "Retry-After: 9223372037"}, StopDelay, math.MaxInt64, same)
	notWaited(t, reply{status: 429, header: "Retry-After: 99999999999999999999"}, StopDelay, math.MaxInt64, same)
}

func TestCase09ClientExponent(t *testing.T) {
	wantDelay(t, reply{status: 429, header: "Retry-After: 1e300"}, time.Second)
}

func TestCase10ClientDateInThePast(t *testing.T) {
	wantDelay(t, reply{status: 429, header: asked + "Sun, 06 Nov 1994 08:49:30 GMT"}, time.Second)
}

func TestCase11ClientDateInTheFuture(t *testing.T) {
	wantDelay(t, reply{status: 429, header: asked + "Sun, 06 Nov 1994 08:49:57 GMT"}, 20*time.Second)
}

func TestCase12ClientOldDates(t *testing.T) {
	wantDelay(t, reply{status: 429, header: asked + "Sunday, 06-Nov-94 08:49:47 GMT"}, 10*time.Second)
	wantDelay(t, reply{status: 429, header: asked + "Sun Nov  6 08:49:47 1994"}, 10*time.Second)
}

// The Date of these responses is decades before the clock's.
func TestCase13ClientSkewedClock(t *testing.T) {
	wantDelay(t, reply{status: 429, header: asked + "Sun, 06 Nov 1994 08:49:40 GMT"}, 3*time.Second)
}

func TestCase14ClientLessThanASecond(t *testing.T) {
	virtually(t, func(t *testing.T) {
		time.Sleep(300 * time.Millisecond) // virtual time begins at a full second
		at := time.Now().Add(700 * time.Millisecond).UTC().Format("Mon, 02 Jan 2006 15:04:05 GMT")
		s := newScript(reply{status: 429, header: "Retry-After: " + at}, reply{status: 200})
		resp, err := over(s).Do(newRequest(t, "GET", ""))
		wantSuccess(t, resp, err)
		if s.at[1] < time.Second {
			t.Errorf("waited %v, want a second", s.at[1])
		}
	})
}

func TestCase15ClientOverTheCap(t *testing.T) {
	notWaited(t, reply{status: 429, header: "Retry-After: 86400"}, StopDelay, 24*time.Hour, same)
}

func TestCase16ClientPastTheDeadline(t *testing.T) {
	brief := func(ctx context.Context) context.Context {
		ctx, cancel := context.WithTimeout(ctx, 700*time.Millisecond)
		context.AfterFunc(ctx, cancel)
		return ctx
	}
	notWaited(t, reply{status: 429, header: "Retry-After: 30"}, StopDeadline, 30*time.Second, brief)
}

func TestDelayErrorsNameBothTimes(t *testing.T) {
	virtually(t, func(t *testing.T) {
		c := over(newScript(reply{status: 429, header: "Retry-After: 90"}))
		_, err := c.Do(newRequest(t, "GET", ""))
		for _, want := range []string{"1m30s", "1m0s"} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%q does not name %s", err, want)
			}
		}
		c = over(newScript(reply{status: 429, header: "Retry-After: 30"}))
		c.Policy.Jitter = -1
		ctx, cancel := context.WithTimeout(t.Context(), 700*time.Millisecond)
		defer cancel()
		_, err = c.Do(requestWith(t, ctx, "GET", ""))
		for _, want := range []string{"30s", "700ms"} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%q does not name %s", err, want)
			}
		}
		if errors.Is(err, context.DeadlineExceeded) {
			t.Error("the deadline has not passed, but the error says so")
		}
	})
}

func TestCase17ClientOnOtherStatuses(t *testing.T) {
	wantDelay(t, reply{status: 503, header: "Retry-After: 7"}, 7*time.Second)
	virtually(t, func(t *testing.T) {
		s := newScript(reply{status: 409, header: "Retry-After: 7"}, reply{status: 200})
		c := over(s)
		c.Resolve = again
		resp, err := c.Do(newRequest(t, "PUT", "x"))
		wantSuccess(t, resp, err)
		wantGaps(t, s, 7)
	})
}

func TestCase18ClientMilliseconds(t *testing.T) {
	wantDelay(t, reply{status: 429, header: "Retry-After: 9\nRetry-After-Ms: 2500"}, 2500*time.Millisecond)
}

func TestCase19ClientOnABadRequest(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := newScript(reply{status: 400, header: "Retry-After: 9"})
		_, err := over(s).Do(newRequest(t, "GET", ""))
		e := wantStop(t, err, StopNever, 1)
		if e.RetryAfter != 9*time.Second {
			t.Errorf("RetryAfter is %v, want 9s", e.RetryAfter)
		}
		wantCount(t, s, 1)
	})
}

func TestCase49LateAttempts(t *testing.T) {
	p := catalogPolicy()
	for n := 1; n <= 5000; n++ {
		if d := p.backoff(n); d < time.Second || d > 30*time.Second {
			t.Fatalf("before retry %d the backoff is %v", n, d)
		}
	}
	p.MaxDelay = -1
	if d := p.jittered(p.backoff(5000)); d != math.MaxInt64 {
		t.Errorf("without a bound the backoff ends at %v", d)
	}
	virtually(t, func(t *testing.T) {
		s := answering(503)
		c := over(s)
		c.Policy.MaxAttempts, c.Budget = 40, NoBudget
		_, err := c.Do(newRequest(t, "GET", ""))
		wantStop(t, err, StopAttempts, 40)
		for _, gap := range s.gaps()[5:] {
			if gap != 30 {
				t.Fatalf("gaps of %v s, want 30 in the end", s.gaps())
			}
		}
	})
}

func TestJitterIsAddedAfterMaxDelay(t *testing.T) {
	p := Policy{BaseDelay: time.Minute, MaxDelay: time.Second, Jitter: time.Second, Factor: 2}
	over := 0
	for range 100 {
		d, _ := p.delay(new(Error), 1)
		if d < time.Second || d >= 2*time.Second {
			t.Fatalf("a delay of %v", d)
		}
		if d > time.Second {
			over++
		}
	}
	if over < 90 {
		t.Errorf("only %d of 100 delays have jitter", over)
	}
}

func TestAbsurdPolicies(t *testing.T) {
	tests := []struct {
		name   string
		policy Policy
		n      int
		want   time.Duration
	}{
		{"all negative", Policy{-1, -1, -1, -1, -1, -1, -1}, 3, 0},
		{"factor NaN", Policy{Factor: math.NaN(), BaseDelay: time.Second, Jitter: -1}, 9, time.Second},
		{"factor infinite", Policy{Factor: math.Inf(1), BaseDelay: time.Second, MaxDelay: time.Minute, Jitter: -1}, 2, time.Minute},
		{"factor infinite, no base", Policy{Factor: math.Inf(1), BaseDelay: -1, MaxDelay: time.Minute, Jitter: -1}, 2, time.Minute},
		{"factor below 1", Policy{Factor: 0.1, BaseDelay: time.Second, Jitter: -1}, 9, time.Second},
		{"all the longest", Policy{BaseDelay: math.MaxInt64, MaxDelay: math.MaxInt64, Jitter: math.MaxInt64, Factor: math.MaxFloat64}, 9, math.MaxInt64},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if d, ok := test.policy.delay(new(Error), test.n); d != test.want || !ok {
				t.Errorf("the delay is %v, %v, want %v", d, ok, test.want)
			}
		})
	}
}
