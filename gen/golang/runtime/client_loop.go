// The loop that the three faces share: what decides after each failed attempt
// whether there is another, and what happens before it.

package runtime

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// A trial is what a call tries: an HTTP exchange or a function.
type trial interface {
	send() *Error    // makes one attempt; nil is a success
	drop(*Error)     // gives up what the attempt that ended so left open
	complete(*Error) // adds what the loop has no use for

	// Whether the trial can do what a mode, the method and the body ask for.
	renews() bool
	adjusts() bool
	repeats(*Error) bool
	rewinds(Mode) bool

	// What comes before the next send.
	renew() error          // of the credentials
	adjust(e *Error) error // by the hook, after a conflict
	rewind() error         // of the body
}

// A call is one call by its caller, from the first attempt to the last.
type call struct {
	config
	ctx      context.Context // the caller's
	nested   nested          // the context of what is sent
	failure  Error           // of the last attempt; what others see are copies
	failedAt time.Time       // when it ended
	attempts []Attempt
	room     [1]Attempt // for the one that a success makes forgotten
	tries    int        // attempts that count: all but the one before a renewal
	renewed  bool       // the credentials, once a call
}

// begin sets the call up in its caller's context.
func (c *call) begin(ctx context.Context) {
	c.ctx = ctx
	c.nested.Context = ctx
	c.policy = policyFor(ctx, c.policy)
	c.attempts = c.room[:0]
}

// run goes on after a first attempt that ended in e: until an attempt succeeds,
// or nothing is left to try. It returns the final error.
func (c *call) run(t trial, e *Error) *Error {
	for e != nil {
		if final := c.settled(); final != nil {
			return final
		}
		c.record(e)
		delay, stop, why := c.judge(t, e)
		if stop != StopNone {
			return c.end(t, e, stop, why)
		}
		t.drop(e)
		c.announce(t, e, delay)
		if stop, why = c.prepare(t, e, delay); stop != StopNone {
			return c.end(t, e, stop, why)
		}
		e = t.send()
	}
	return nil
}

// settled is the final error of a client further in that did what it could.
func (c *call) settled() *Error {
	inner := c.nested.inner.Load()
	if inner == nil {
		return nil
	}
	final := *inner
	final.Attempts = slices.Concat(c.attempts, inner.Attempts)
	leave(c.ctx, &final)
	return &final
}

// record notes an attempt that failed.
func (c *call) record(e *Error) {
	attempt := Attempt{Status: e.Status, Code: e.Code, RequestID: e.RequestID}
	if e.Status == 0 {
		attempt.Err = e.cause
	}
	c.attempts = append(c.attempts, attempt)
	c.tries++
	c.failedAt = time.Now()
	switch {
	case e.mode().retryable():
		c.budget.fail(c.failedAt)
	case e.Status != 0:
		c.budget.refill()
	}
}

// judge decides whether another attempt follows e, and after which delay. If
// none does, it gives the reason, and what there is to add to it.
func (c *call) judge(t trial, e *Error) (delay time.Duration, stop Stop, why error) {
	mode := e.mode()
	switch {
	case e.Status == 0 && c.ctx.Err() != nil:
		return 0, StopCanceled, c.canceled(e.cause)
	case e.noToken():
		return 0, StopRefresh, nil
	case mode != RetryRefresh && c.tries >= c.policy.MaxAttempts:
		return 0, StopAttempts, nil
	case mode == RetryNever:
		return 0, StopNever, nil
	case mode == RetryRefresh && (c.renewed || !t.renews()):
		return 0, StopRefresh, nil
	case mode == RetryResolve && !t.adjusts():
		return 0, StopNoHook, nil
	case !t.repeats(e):
		return 0, StopMethod, nil
	case !t.rewinds(mode):
		return 0, StopRewind, nil
	case mode == RetryRefresh:
		return 0, StopNone, nil
	case !c.budget.allows(c.failedAt):
		return 0, StopBudget, nil
	}
	return c.schedule(e)
}

// schedule is the delay before a retry that only time can still prevent.
func (c *call) schedule(e *Error) (delay time.Duration, stop Stop, why error) {
	delay, ok := c.policy.delay(e, c.tries)
	if !ok {
		return 0, StopDelay, fmt.Errorf("asked to wait %v, at most %v is allowed", delay, c.policy.MaxRetryAfter)
	}
	if c.ctx.Err() != nil {
		return 0, StopCanceled, ended(c.ctx)
	}
	if deadline, ok := c.ctx.Deadline(); ok {
		if left := deadline.Sub(c.failedAt); left <= delay {
			const unit = time.Millisecond
			return 0, StopDeadline, fmt.Errorf("%v to wait, %v left", delay.Round(unit), left.Round(unit))
		}
	}
	if !c.budget.withdraw(c.failedAt) {
		return 0, StopBudget, nil
	}
	return delay, StopNone, nil
}

// announce notes the delay after the last attempt and tells OnRetry.
func (c *call) announce(t trial, e *Error, delay time.Duration) {
	last := len(c.attempts) - 1
	c.attempts[last].Delay = delay
	if c.onRetry != nil {
		c.onRetry(c.ctx, Retry{Attempt: last + 1, Delay: delay, Reason: reason(e), Err: shown(t, e)})
	}
}

// shown is e for others to keep: the next attempt overwrites the loop's own.
func shown(t trial, e *Error) *Error {
	own := *e
	t.complete(&own)
	return &own
}

// reason is why e is retried, in words.
func reason(e *Error) string {
	switch {
	case e.Status == 0 && e.Code == 0:
		return "No response; retry with exponential backoff"
	case e.hint&hintRetry != 0:
		return "Retry as the server asks"
	}
	return e.Action().Title()
}

// prepare does what comes before the next attempt: it waits, adjusts the
// request or renews the credentials, and rewinds the body.
func (c *call) prepare(t trial, e *Error, delay time.Duration) (stop Stop, why error) {
	mode := e.mode()
	if mode != RetryRefresh && !sleep(c.ctx, delay) {
		return StopCanceled, ended(c.ctx)
	}
	switch mode {
	case RetryRefresh:
		c.renewed = true
		c.tries-- // a renewal is not an attempt
		stop, why = StopRefresh, t.renew()
	case RetryResolve:
		stop, why = StopHook, t.adjust(shown(t, e))
	}
	switch {
	case c.ctx.Err() != nil:
		return StopCanceled, joined(why, c.canceled(why))
	case why != nil:
		return stop, why
	}
	if why = t.rewind(); why != nil {
		return StopRewind, why
	}
	return StopNone, nil
}

// end makes e the final error.
func (c *call) end(t trial, e *Error, stop Stop, why error) *Error {
	e = shown(t, e)
	e.Stop = stop
	e.Attempts = slices.Clone(c.attempts)
	e.cause = joined(e.cause, why)
	leave(c.ctx, e)
	return e
}

// sleep waits, and reports whether the context still goes on.
func sleep(ctx context.Context, delay time.Duration) bool {
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
	return ctx.Err() == nil
}

// canceled is why the context ended, as far as err does not say so.
func (c *call) canceled(err error) error {
	if errors.Is(err, c.ctx.Err()) && errors.Is(err, context.Cause(c.ctx)) {
		return nil
	}
	return ended(c.ctx)
}

// ended is why ctx ended: its error, and its cause where that is another.
func ended(ctx context.Context) error {
	err, cause := ctx.Err(), context.Cause(ctx)
	if errors.Is(cause, err) {
		return cause
	}
	return errors.Join(err, cause)
}

// joined is both errors, either of which may be nil.
func joined(a, b error) error {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return errors.Join(a, b)
}
