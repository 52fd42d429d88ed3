//go:build go1.25

package runtime

import (
	"context"
	"math"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestCase58BudgetSpent(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := answering(503)
		c := over(s)
		c.Budget = &Budget{Capacity: 2, Cost: 1}
		_, err := c.Do(newRequest(t, "GET", ""))
		wantStop(t, err, StopBudget, 3)
		if !strings.Contains(err.Error(), "client-side") || !IsServiceUnavailable(err) {
			t.Errorf("got %v", err)
		}
		if n := c.Budget.Available(); n != 0 {
			t.Errorf("%d tokens are left", n)
		}
		wantCount(t, s, 3)
	})
}

func TestCase59BudgetRefills(t *testing.T) {
	for _, status := range []int{200, 404} {
		faces(t, func(t *testing.T, do doFunc) {
			b := &Budget{Capacity: 10, Cost: 4, Refill: 2}
			do(answering(503, 503, 200), &Client{Budget: b}, newRequest(t, "GET", ""))
			if n := b.Available(); n != 4 {
				t.Fatalf("after two retries and a success there are %d tokens, want 4", n)
			}
			for range 5 {
				do(answering(status), &Client{Budget: b}, newRequest(t, "GET", ""))
			}
			if n := b.Available(); n != 10 {
				t.Fatalf("after five more there are %d tokens, want 10", n)
			}
		})
	}
}

func TestBudgetIsTheClientsOwn(t *testing.T) {
	virtually(t, func(t *testing.T) {
		c := over(answering(503))
		c.Do(newRequest(t, "GET", ""))
		if n := c.shared.budget.Available(); n >= defaultCapacity {
			t.Errorf("the Client's budget has %d tokens left", n)
		}
		if n := over(nil).shared.budget.Available(); n != defaultCapacity {
			t.Errorf("another Client's has %d", n)
		}
	})
}

func TestRenewalIsFree(t *testing.T) {
	virtually(t, func(t *testing.T) {
		c := over(answering(401, 200))
		c.Tokens, c.Budget = newTokens("t1"), &Budget{Capacity: -1}
		resp, err := c.Do(newRequest(t, "GET", ""))
		wantSuccess(t, resp, err)
	})
}

func TestPatience(t *testing.T) {
	virtually(t, func(t *testing.T) {
		var b Budget
		fails := func(times int) (paid int) {
			for range times {
				b.fail(time.Now())
				if b.allows(time.Now()) && b.withdraw(time.Now()) {
					paid++
				}
			}
			return paid
		}
		if got := fails(20); got != 20 {
			t.Errorf("in a blip %d of 20 retries are paid", got)
		}
		time.Sleep(defaultPatience + 1)
		if got := fails(20); got != outageRetries {
			t.Errorf("in an outage %d retries are paid, want %d", got, outageRetries)
		}
		time.Sleep(outageRest)
		if got := fails(20); got != restRetries {
			t.Errorf("after a rest %d retries are paid, want %d", got, restRetries)
		}
		b.refill()
		if got := b.Available(); got != defaultRefill {
			t.Errorf("after a success there are %d tokens, want %d", got, defaultRefill)
		}
		for range defaultCapacity {
			b.refill()
		}
		if got := fails(20); got != 20 {
			t.Errorf("in the next blip %d of 20 retries are paid", got)
		}
	})
}

// A lone call has all the attempts of the catalog's policy, even when each
// takes long to fail.
func TestPatienceOfALoneCall(t *testing.T) {
	for _, takes := range []time.Duration{0, time.Minute} {
		virtually(t, func(t *testing.T) {
			s := newScript(reply{status: 503, takes: takes})
			c := over(s)
			for range 3 {
				_, err := c.Do(newRequest(t, "GET", ""))
				wantStop(t, err, StopAttempts, 4)
				time.Sleep(time.Hour)
			}
			wantCount(t, s, 12)
		})
	}
}

func TestAbsurdBudgets(t *testing.T) {
	for _, test := range []struct {
		name string
		b    *Budget
		want int
	}{
		{"no capacity", &Budget{Capacity: -1}, 0},
		{"least capacity", &Budget{Capacity: math.MinInt64, Cost: math.MaxInt64}, 0},
		{"greatest cost", &Budget{Cost: math.MaxInt64}, 0},
		{"greatest all", &Budget{Capacity: math.MaxInt64, Cost: math.MaxInt64, Refill: math.MaxInt64}, 9},
		{"least refill", &Budget{Capacity: 3, Cost: 1, Refill: math.MinInt64}, 3},
		{"free", &Budget{Cost: -1}, 9},
		{"NoBudget", NoBudget, 9},
		{"negative patience", &Budget{Capacity: 5, Cost: 1, Refill: -1, Patience: -1}, 5},
	} {
		t.Run(test.name, func(t *testing.T) {
			paid := 0
			for range 9 {
				test.b.fail(time.Now())
				if test.b.withdraw(time.Now()) {
					paid++
				}
				test.b.refill()
			}
			if paid != test.want {
				t.Errorf("%d of 9 retries are paid, want %d", paid, test.want)
			}
		})
	}
}

func TestBudgetIsSafeForConcurrentUse(t *testing.T) {
	b := &Budget{Capacity: 100, Cost: 1, Refill: 1}
	var mu sync.Mutex
	paid := 0
	together(50, func(int) error {
		for range 10 {
			b.fail(time.Now())
			if b.withdraw(time.Now()) {
				mu.Lock()
				paid++
				mu.Unlock()
			}
		}
		return nil
	})
	if paid != 100 || b.Available() != 0 {
		t.Errorf("%d retries were paid, %d tokens are left", paid, b.Available())
	}
}

func TestBudgetIsSharedByCalls(t *testing.T) {
	virtually(t, func(t *testing.T) {
		b := &Budget{Capacity: 5, Cost: 1}
		n := 0
		for range 3 {
			Call(t.Context(), &Client{Budget: b}, func(context.Context) (int, error) {
				n++
				return 0, ErrServiceUnavailable
			})
		}
		if n != 3+5 {
			t.Errorf("%d calls, want 3 and 5 retries", n)
		}
	})
}
