package main

import "time"

// A budget decides whether a client may retry.
type budget interface {
	failed(now time.Duration)
	succeeded()
	withdraw(now time.Duration) bool
}

// unbounded is no budget.
type unbounded struct{}

func (unbounded) failed(time.Duration)        {}
func (unbounded) succeeded()                  {}
func (unbounded) withdraw(time.Duration) bool { return true }

// grpc is the retry throttling of gRPC's proposal A6: each failure costs 1,
// each success gives back ratio, and retries stop at half of max.
type grpc struct{ max, ratio, tokens float64 }

func newGRPC(max, ratio float64) func() budget {
	return func() budget { return &grpc{max, ratio, max} }
}

func (b *grpc) failed(time.Duration)        { b.tokens = max(0, b.tokens-1) }
func (b *grpc) succeeded()                  { b.tokens = min(b.max, b.tokens+b.ratio) }
func (b *grpc) withdraw(time.Duration) bool { return b.tokens > b.max/2 }

// bucket is a token bucket out of which each retry takes cost, as in AWS's
// SDKs. With patience, a client that has seen nothing but failures for longer
// keeps tokens for reserve retries, and after a minute without a retry has them
// for one more. That is the Budget of the generated client.
type bucket struct {
	capacity, cost, refill int64
	patience               time.Duration
	reserve                int64

	tokens  int64
	failing bool
	since   time.Duration
	paid    time.Duration
}

func newBucket(b bucket) func() budget {
	return func() budget {
		fresh := b
		fresh.tokens = b.capacity
		return &fresh
	}
}

func (b *bucket) failed(now time.Duration) {
	if !b.failing {
		b.failing, b.since = true, now
	}
}

func (b *bucket) succeeded() {
	b.tokens = min(b.capacity, b.tokens+b.refill)
	b.failing = false
}

func (b *bucket) withdraw(now time.Duration) bool {
	if b.patience > 0 && b.failing && now-b.since > b.patience {
		b.tokens = min(b.tokens, b.reserve*b.cost)
		if now-b.paid >= time.Minute {
			b.tokens = (b.reserve + 1) * b.cost
		}
	}
	if b.tokens < b.cost {
		return false
	}
	b.tokens -= b.cost
	b.paid = now
	return true
}
