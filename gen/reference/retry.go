package reference

// Whether, when and how often a caller tries again, in words.

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/errgen/errgen/gen/catalog"
)

// Retry says in plain words whether a caller tries again: "yes, after the
// Retry-After header".
func Retry(r *catalog.Response, a catalog.Action) string {
	answer := answers(r)[a.Mode]
	if needsIdempotence(a) {
		answer += ", if the request is idempotent"
	}
	return answer
}

func answers(r *catalog.Response) [len(catalog.Modes)]string {
	return [...]string{
		catalog.Never:   "no",
		catalog.Refresh: "once, after refreshing the credentials",
		catalog.Resolve: "yes, after re-reading the state and adjusting the request",
		catalog.Wait:    "yes, after " + delay(r) + ", else with exponential backoff",
		catalog.Backoff: "yes, with exponential backoff",
	}
}

// delay says where the server says how long to wait.
func delay(r *catalog.Response) string {
	switch tried := r.Delays(); {
	case slices.ContainsFunc(Forms(r), waitsElsewhere):
		return "the time that the server gives"
	case len(tried) == 1:
		return "the Retry-After header"
	default:
		return "the time in " + Located(tried).String()
	}
}

func waitsElsewhere(f Form) bool {
	return slices.ContainsFunc(f.Places, func(p Place) bool { return p.Value == timeToWait })
}

func needsIdempotence(a catalog.Action) bool {
	return a.Mode.Retryable() && a.Methods == catalog.Idempotent
}

// Retrying says how often and how long a client tries.
func Retrying(c *catalog.Catalog) string {
	p := c.Policy
	if p.MaxAttempts <= 1 {
		return "A call is tried once."
	}
	said := fmt.Sprintf("A call is tried at most %d times. Exponential backoff waits %s before the next try",
		p.MaxAttempts, waits(p))
	if p.Jitter > 0 {
		said += fmt.Sprintf(", each time with a random jitter of up to %s on top", Brief(p.Jitter))
	}
	said += fmt.Sprintf(". If the server asks to wait for more than %s, the call ends at once.", Brief(p.MaxRetryAfter))
	if slices.ContainsFunc(c.Actions, needsIdempotence) {
		said += " A request is idempotent if its method is GET, HEAD, OPTIONS, TRACE, PUT or DELETE," +
			" or if it has an Idempotency-Key."
	}
	if words := c.Response.ShouldRetry; len(words) > 0 {
		said += " Where a response says true or false in " + Located(words).String() + ", that decides whether it is retried."
	}
	return said
}

// mostWaits bounds how many waits are listed.
const mostWaits = 6

// waits lists the delays between attempts, as far as they grow: "1s, 2s, 4s".
func waits(p catalog.RetryPolicy) string {
	if p.Factor <= 1 {
		return Brief(min(p.BaseDelay, p.MaxDelay))
	}
	var shown []string
	delay := float64(p.BaseDelay)
	for len(shown) < min(p.MaxAttempts-1, mostWaits) && delay < float64(p.MaxDelay) {
		shown = append(shown, Brief(time.Duration(delay)))
		delay *= p.Factor
	}
	switch {
	case len(shown) == 0:
		return Brief(p.MaxDelay)
	case len(shown) < p.MaxAttempts-1:
		shown = append(shown, "… up to "+Brief(p.MaxDelay))
	}
	return strings.Join(shown, ", ")
}

// Brief is a duration without the units that are zero: 1m, not 1m0s.
func Brief(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}
