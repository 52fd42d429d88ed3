// The retry budget: what bounds the retries of all calls of a client together,
// so that an outage is not made worse by those who wait for its end.

package runtime

import (
	"sync"
	"sync/atomic"
	"time"
)

// A Budget is a token bucket for retries: it starts full, each retry takes
// Cost tokens out of it, and each response that is not retryable, a success
// above all, puts Refill tokens back. A retry that it can't pay for is not
// made: the error's Stop is StopBudget. The renewal of credentials is free.
//
// An outage is told from a blip by Patience: once nothing but retryable
// failures have come for so long, tokens for two retries are left of what was
// in the bucket, and after a minute without a retry there are tokens for three.
// So a lone call has four attempts, while many calls together add little to the
// load of a server that is down.
//
// The zero Budget is the default: 500 tokens, of which a retry takes 5 and a
// success gives back 1, and a Patience of 3 s. In any other a zero field is the
// default's, too, but for Patience: 0 is endless. A negative Cost makes retries
// free, any other negative field is nothing of what it is for.
//
// A Budget is safe for concurrent use and may be shared by Clients and
// Transports. Its fields must not be changed after first use, nor must it be
// copied.
type Budget struct {
	Capacity int64         // tokens in a full bucket
	Cost     int64         // tokens that a retry takes
	Refill   int64         // tokens that a response which is not retryable gives back
	Patience time.Duration // how long retries are paid from the whole bucket while all fails

	touched atomic.Bool // whether a refill may change anything
	mu      sync.Mutex
	spent   int64     // tokens that are missing from a full bucket
	failing time.Time // since when nothing but retryable failures came; zero: they do not
	paid    time.Time // when a retry was last paid
}

// NoBudget bounds nothing.
var NoBudget = &Budget{Cost: -1}

// The defaults, chosen by simulation: errgen's gen/bench/simulate.
const (
	defaultCapacity = 500
	defaultCost     = 5
	defaultRefill   = 1
	defaultPatience = 3 * time.Second

	outageRetries = 2           // that are left when patience ends
	restRetries   = 3           // that there are after a rest
	outageRest    = time.Minute // without a retry
)

func (b *Budget) capacity() int64 { return max(either(b.Capacity, defaultCapacity), 0) }
func (b *Budget) cost() int64     { return either(b.Cost, defaultCost) }
func (b *Budget) refund() int64   { return max(either(b.Refill, defaultRefill), 0) }
func (b *Budget) free() bool      { return b.Cost < 0 }

func (b *Budget) patience() time.Duration {
	if b.Capacity == 0 && b.Cost == 0 && b.Refill == 0 && b.Patience == 0 {
		return defaultPatience
	}
	return b.Patience
}

// Available is how many tokens there are now.
func (b *Budget) Available() int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.available(time.Now())
}

// available is how many tokens there are, an outage taken into account.
func (b *Budget) available(now time.Time) int64 {
	b.reckon(now)
	return b.capacity() - b.spent
}

// reckon takes all but a few tokens away once patience has ended, and gives a
// few back after a rest.
func (b *Budget) reckon(now time.Time) {
	patience := b.patience()
	if patience <= 0 || b.failing.IsZero() || now.Sub(b.failing) <= patience {
		return
	}
	b.spent = max(b.spent, b.spentBut(outageRetries))
	if now.Sub(b.paid) >= outageRest {
		b.spent = b.spentBut(restRetries)
	}
}

// spentBut is what is spent when there are tokens for n retries.
func (b *Budget) spentBut(n int64) int64 { return max(b.capacity()-n*b.cost(), 0) }

// allows reports whether there are tokens for a retry.
func (b *Budget) allows(now time.Time) bool {
	if b.free() {
		return true
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.available(now) >= b.cost()
}

// withdraw pays for a retry, if there are tokens for it.
func (b *Budget) withdraw(now time.Time) bool {
	if b.free() {
		return true
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.available(now) < b.cost() {
		return false
	}
	b.spent += b.cost()
	b.paid = now
	b.touched.Store(true)
	return true
}

// fail notes a retryable failure.
func (b *Budget) fail(now time.Time) {
	if b.free() {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.failing.IsZero() {
		b.failing = now
		b.touched.Store(true)
	}
}

// refill notes a response that is not retryable. Where nothing is missing, as
// is usual, that costs one load.
func (b *Budget) refill() {
	if b.touched.Load() {
		b.deposit()
	}
}

func (b *Budget) deposit() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.failing = time.Time{}
	b.spent = max(b.spent-b.refund(), 0)
	b.touched.Store(b.spent > 0)
}
