// How often and how long a call is retried: the policy, its place in a context,
// and the delay between two attempts.

package runtime

import (
	"context"
	"math"
	"math/rand/v2"
	"time"
)

// A Policy bounds the retries of one call. A zero field is the catalog's value,
// a negative one switches off what the field is for; so no value is an error.
type Policy struct {
	// MaxAttempts is how often a call is tried, the first time included. 1 means
	// no retry, and so does a negative number.
	MaxAttempts int

	// BaseDelay is the first backoff. Negative: no backoff, only jitter.
	BaseDelay time.Duration

	// MaxDelay bounds the backoff, before jitter. Negative: no bound.
	MaxDelay time.Duration

	// Jitter is the most that is added to every delay, at random and after
	// MaxDelay. Negative: none.
	Jitter time.Duration

	// MaxRetryAfter is the longest delay that the server may ask for (RFC 9110
	// §10.2.3). A longer one ends the call at once with StopDelay. Negative: no
	// bound but the context's deadline.
	MaxRetryAfter time.Duration

	// AttemptTimeout bounds one attempt, from its start to the header of its
	// response; it bounds neither the reading of a successful body nor the wait
	// between attempts. An attempt that runs out of it is retried as any
	// time-out. Negative or, since no catalog sets one, zero: no bound.
	AttemptTimeout time.Duration

	// Factor is how many times longer each backoff is than the one before. A
	// factor below 1, and NaN, keep the backoff at BaseDelay.
	Factor float64
}

// or is the policy with its zero fields taken from q.
func (p Policy) or(q Policy) Policy {
	return Policy{
		MaxAttempts:    either(p.MaxAttempts, q.MaxAttempts),
		BaseDelay:      either(p.BaseDelay, q.BaseDelay),
		MaxDelay:       either(p.MaxDelay, q.MaxDelay),
		Jitter:         either(p.Jitter, q.Jitter),
		MaxRetryAfter:  either(p.MaxRetryAfter, q.MaxRetryAfter),
		AttemptTimeout: either(p.AttemptTimeout, q.AttemptTimeout),
		Factor:         either(p.Factor, q.Factor),
	}
}

// either is a, or b where a is zero.
func either[T comparable](a, b T) T {
	var zero T
	if a == zero {
		return b
	}
	return a
}

// backoff is the delay before the n-th retry, from 1, without jitter.
func (p Policy) backoff(n int) time.Duration {
	limit := longest
	if p.MaxDelay > 0 {
		limit = p.MaxDelay
	}
	factor := p.Factor
	if !(factor > 1) {
		factor = 1
	}
	delay := float64(max(p.BaseDelay, 0)) * math.Pow(factor, float64(n-1))
	if delay < float64(limit) {
		return time.Duration(delay)
	}
	return limit
}

// jittered is the delay with jitter added.
func (p Policy) jittered(delay time.Duration) time.Duration {
	if p.Jitter <= 0 {
		return delay
	}
	return saturated(delay, rand.N(p.Jitter))
}

// delay is how long to wait before the n-th retry, and whether the policy
// allows to wait as long as the server asked. No jitter after a delay of 0
// would be a tight loop: there the backoff stands in.
func (p Policy) delay(e *Error, n int) (d time.Duration, ok bool) {
	if e.hint&hintDelay == 0 || e.RetryAfter <= 0 && p.Jitter <= 0 {
		return p.jittered(p.backoff(n)), true
	}
	if p.MaxRetryAfter > 0 && e.RetryAfter > p.MaxRetryAfter {
		return e.RetryAfter, false
	}
	return p.jittered(e.RetryAfter), true
}

// policyKey is the key of a context's Policy.
type policyKey struct{}

// WithPolicy makes a context whose calls follow p: through every Client,
// Transport and Call that the context reaches, be it inside another SDK. Zero
// fields are those of an outer WithPolicy, then of the client, then of the
// catalog.
func WithPolicy(ctx context.Context, p Policy) context.Context {
	if outer, ok := ctx.Value(policyKey{}).(Policy); ok {
		p = p.or(outer)
	}
	return context.WithValue(ctx, policyKey{}, p)
}

// NoRetry makes a context whose calls are tried once. Credentials are renewed
// all the same: that is not an attempt.
func NoRetry(ctx context.Context) context.Context {
	return WithPolicy(ctx, Policy{MaxAttempts: 1})
}

// policyFor is the policy of one call: the context's, then the client's, then
// the catalog's, field by field.
func policyFor(ctx context.Context, p Policy) Policy {
	if own, ok := ctx.Value(policyKey{}).(Policy); ok {
		p = own.or(p)
	}
	return p.or(catalogPolicy())
}
