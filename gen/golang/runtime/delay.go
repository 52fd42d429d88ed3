// How long to wait, as a response says it: the grammar of a delay in each unit,
// HTTP-dates, and the way back to a text. A delay is never shortened: what a
// unit can't express is rounded up, what a Duration can't hold is the longest.

package runtime

import (
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A unit is that of a delay on the wire.
type unit uint8

const (
	seconds      unit = iota // 47, 1.5
	milliseconds             // 1500
	minutes                  // 2
	epoch                    // seconds since 1970-01-01 UTC
	epochMillis              // milliseconds since 1970-01-01 UTC
	duration                 // 3.5s, 1m30s
)

// lengths is how long one of each unit is.
var lengths = [...]time.Duration{
	seconds:      time.Second,
	milliseconds: time.Millisecond,
	minutes:      time.Minute,
	epoch:        time.Second,
	epochMillis:  time.Millisecond,
	duration:     time.Second,
}

const longest = time.Duration(math.MaxInt64)

// parse reads a delay that is not negative. A time is reckoned from the
// response's Date, so that the two clocks need not agree; one that is past is
// no delay.
func (u unit) parse(text string, sent *clock) (time.Duration, bool) {
	if u == duration {
		return parseDuration(text)
	}
	delay, ok := parseDecimal(text, lengths[u])
	if ok && (u == epoch || u == epochMillis) {
		return sent.until(time.Unix(0, 0).Add(delay), lengths[u])
	}
	return delay, ok
}

// parseDecimal reads a number of units: 1*DIGIT [ "." 1*DIGIT ].
func parseDecimal(text string, unit time.Duration) (time.Duration, bool) {
	whole, fraction, point := strings.Cut(text, ".")
	if !isDigits(whole) || point && !isDigits(fraction) {
		return 0, false
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || n > int64(longest/unit) {
		return longest, true
	}
	return saturated(time.Duration(n)*unit, fractionOf(fraction, unit)), true
}

// fractionOf is the part of a unit that the digits after a point stand for,
// rounded up. It multiplies as one does by hand, from the last digit on.
func fractionOf(digits string, unit time.Duration) time.Duration {
	part, over := time.Duration(0), false
	for i := len(digits) - 1; i >= 0; i-- {
		part += time.Duration(digits[i]-'0') * unit
		over = over || part%10 > 0
		part /= 10
	}
	if over {
		part++
	}
	return part
}

func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// parseDuration reads a number of seconds that ends in s, or what
// [time.ParseDuration] reads, but for a sign.
func parseDuration(text string) (time.Duration, bool) {
	if number, ok := strings.CutSuffix(text, "s"); ok {
		if delay, ok := parseDecimal(number, time.Second); ok {
			return delay, true
		}
	}
	if text == "" || !isDigits(text[:1]) {
		return 0, false
	}
	delay, err := time.ParseDuration(text)
	return delay, err == nil
}

// untilDate is how long it is until an HTTP-date (RFC 9110 §5.6.7).
func untilDate(text string, sent *clock) (time.Duration, bool) {
	t, err := http.ParseTime(text)
	if err != nil {
		return 0, false
	}
	return sent.until(t, time.Second)
}

// A clock tells when a response was sent: by its Date, else it was now. However
// many delays are tried, the Date is read once.
type clock struct {
	header http.Header
	read   bool
	time   time.Time
}

// until is how long after the response t is, in whole units.
func (c *clock) until(t time.Time, unit time.Duration) (time.Duration, bool) {
	if !c.read {
		sent, err := http.ParseTime(c.header.Get("Date"))
		if err != nil {
			sent = time.Now()
		}
		c.read, c.time = true, sent
	}
	delay := t.Sub(c.time)
	if delay <= 0 {
		return 0, false
	}
	return roundUp(delay, unit), true
}

func roundUp(delay, unit time.Duration) time.Duration {
	if over := delay % unit; over > 0 {
		return saturated(delay-over, unit)
	}
	return delay
}

// saturated is the sum of two delays, or the longest.
func saturated(a, b time.Duration) time.Duration {
	if a > longest-b {
		return longest
	}
	return a + b
}

// delayIn is how long the error asks to wait, as a response says it; "" if it
// does not ask.
func (e *Error) delayIn(u unit) string {
	if e.RetryAfter <= 0 && e.hint&hintDelay == 0 {
		return ""
	}
	delay := max(e.RetryAfter, 0)
	switch u {
	case duration:
		return strconv.FormatFloat(delay.Seconds(), 'f', -1, 64) + "s"
	case epoch, epochMillis:
		delay = saturated(time.Duration(time.Now().UnixNano()), delay)
	}
	return strconv.FormatInt(int64(roundUp(delay, lengths[u])/lengths[u]), 10)
}
