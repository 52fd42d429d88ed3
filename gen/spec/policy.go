package spec

// The retry policy, and its bounds.

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/errgen/errgen/gen/catalog"
)

// stockPolicy is that of a spec without retry_policy.
var stockPolicy = catalog.RetryPolicy{
	MaxAttempts:   4,
	BaseDelay:     time.Second,
	Factor:        2,
	MaxDelay:      30 * time.Second,
	Jitter:        500 * time.Millisecond,
	MaxRetryAfter: time.Minute,
}

// The bounds of a policy: with more, a slip of the hand would keep clients
// busy for days.
const (
	maxAttempts = 100
	maxFactor   = 100
)

func (c *checker) policy() {
	p, policy := &c.doc.policy, stockPolicy
	if n, ok := c.number(p.maxAttempts, 1, maxAttempts); ok {
		policy.MaxAttempts = int(n)
		if n != math.Trunc(n) {
			c.reportText(p.maxAttempts, "retry-policy", "max_attempts is not a whole number", fmt.Sprintf("write %d or %d", int(n), int(n)+1))
		}
	}
	if f, ok := c.number(p.factor, 1, maxFactor); ok {
		policy.Factor = f
	}
	c.duration(p.baseDelay, &policy.BaseDelay)
	c.duration(p.maxDelay, &policy.MaxDelay)
	c.duration(p.jitter, &policy.Jitter)
	c.duration(p.maxRetryAfter, &policy.MaxRetryAfter)
	c.delays(p, &policy)
	c.cat.Policy = policy
}

// delays checks the delays against each other.
func (c *checker) delays(p *policy, policy *catalog.RetryPolicy) {
	if p.baseDelay.ok() && policy.BaseDelay == 0 {
		c.reportText(p.baseDelay, "retry-policy", "base_delay is 0: retries would follow each other at once", "write a delay such as 1s")
	}
	if policy.MaxDelay >= policy.BaseDelay {
		return
	}
	at := p.maxDelay
	if !at.ok() {
		at = p.baseDelay
	}
	c.reportText(at, "retry-policy",
		fmt.Sprintf("max_delay, %s, is shorter than base_delay, %s", policy.MaxDelay, policy.BaseDelay), "write a max_delay that is as long at least")
}

// number reads a decimal number from lo to hi.
func (c *checker) number(t text, lo, hi float64) (float64, bool) {
	if !t.ok() {
		return 0, false
	}
	n, err := strconv.ParseFloat(t.value, 64)
	if err != nil || !(lo <= n && n <= hi) || !isDecimal(t.value) {
		c.reportText(t, "retry-policy", fmt.Sprintf("%q is not a number from %g to %g", t.value, lo, hi), "write one such as 2")
		return 0, false
	}
	return n, true
}

// isDecimal reports whether s has digits and points only: ParseFloat also reads
// inf, 0x1p-2 and 1_000.
func isDecimal(s string) bool {
	for _, r := range s {
		if r != '.' && (r < '0' || '9' < r) {
			return false
		}
	}
	return s != ""
}

// duration reads a duration in Go's syntax that is not negative.
func (c *checker) duration(t text, into *time.Duration) {
	if !t.ok() {
		return
	}
	d, err := time.ParseDuration(t.value)
	switch {
	case isDecimal(t.value) && t.value != "0":
		c.reportText(t, "retry-policy", fmt.Sprintf("the duration %q has no unit", t.value), "write "+t.value+"s for seconds, or ms, m, h")
	case err != nil:
		c.reportText(t, "retry-policy", fmt.Sprintf("%q is no duration", t.value), "write one such as 500ms, 1.5s or 2m")
	case d < 0:
		c.reportText(t, "retry-policy", fmt.Sprintf("the duration %q is negative", t.value), "write it without the minus")
	default:
		*into = d
	}
}
