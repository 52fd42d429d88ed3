package match

// How long the server asks to wait (rule 9).

import (
	"strconv"
	"strings"
	"time"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/lazy"
)

const longest = time.Duration(1<<63 - 1)

// delay is what the code says by its error's pattern, else the first valid one of
// the locators (rule 9).
func (r *reader) delay(locators []catalog.Locator, e *catalog.Error, code string) (time.Duration, bool) {
	if delay, ok := r.patternDelay(e, code); ok {
		return delay, true
	}
	for _, l := range locators {
		for _, f := range r.find(&l, numbersToo) {
			if delay, ok := r.parseDelay(strings.Trim(f.text, " \t"), l); ok {
				return delay, true
			}
		}
	}
	return 0, false
}

// patternDelay is what a group of the error's pattern has caught.
func (r *reader) patternDelay(e *catalog.Error, code string) (time.Duration, bool) {
	if e == nil || !hasPattern(e, code) {
		return 0, false
	}
	pattern := whole(e.Pattern)
	groups := pattern.FindStringSubmatch(code)
	for i, name := range pattern.SubexpNames() {
		if unit, isDelay := catalog.DelayGroup(name); isDelay {
			if delay, ok := r.parseDelay(groups[i], catalog.Locator{Unit: unit}); ok {
				return delay, true
			}
		}
	}
	return 0, false
}

// parseDelay reads a delay in a locator's unit. A time is reckoned from when the
// response was sent, and is no delay if it is past.
func (r *reader) parseDelay(text string, l catalog.Locator) (time.Duration, bool) {
	switch l.Unit {
	case catalog.Duration:
		return parseDuration(text)
	case catalog.Epoch, catalog.EpochMillis:
		since, ok := parseNumber(text, lengths[l.Unit])
		if !ok {
			return 0, false
		}
		return r.until(time.Unix(0, 0).Add(since), lengths[l.Unit])
	}
	if delay, ok := parseNumber(text, lengths[l.Unit]); ok {
		return delay, true
	}
	if date, ok := parseDate(text); ok && l.Header != "" && l.Unit == catalog.Seconds {
		return r.until(date, time.Second)
	}
	return 0, false
}

// lengths is how long one of each unit is.
var lengths = [...]time.Duration{
	catalog.Seconds: time.Second, catalog.Milliseconds: time.Millisecond, catalog.Minutes: time.Minute,
	catalog.Epoch: time.Second, catalog.EpochMillis: time.Millisecond, catalog.Duration: time.Second,
}

var number = lazy.Regexp(`^[0-9]+(\.[0-9]+)?$`)

// parseNumber reads a number of units, rounded up to nanoseconds.
func parseNumber(text string, unit time.Duration) (time.Duration, bool) {
	if !number().MatchString(text) {
		return 0, false
	}
	whole, digits, _ := strings.Cut(text, ".")
	part := fraction(digits, unit)
	units, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || time.Duration(units) > (longest-part)/unit {
		return longest, true
	}
	return time.Duration(units)*unit + part, true
}

// fraction is the part of a unit that the digits after a point stand for, rounded
// up. It multiplies as one does by hand, from the last digit on, since there may be
// a million of them.
func fraction(digits string, unit time.Duration) time.Duration {
	carry, rest := time.Duration(0), false
	for i := len(digits) - 1; i >= 0; i-- {
		product := time.Duration(digits[i]-'0')*unit + carry
		carry, rest = product/10, rest || product%10 > 0
	}
	if rest {
		carry++
	}
	return carry
}

// parseDuration reads 3.5s, of any precision, or a duration as Go writes it.
func parseDuration(text string) (time.Duration, bool) {
	if seconds, ok := strings.CutSuffix(text, "s"); ok && number().MatchString(seconds) {
		return parseNumber(seconds, time.Second)
	}
	if text == "" || text[0] < '0' || text[0] > '9' {
		return 0, false
	}
	delay, err := time.ParseDuration(text)
	return delay, err == nil
}

// parseDate reads an HTTP-date in any of its forms (RFC 9110 §5.6.7).
func parseDate(text string) (time.Time, bool) {
	for _, form := range []string{"Mon, 02 Jan 2006 15:04:05 GMT", time.RFC850, time.ANSIC} {
		if date, err := time.Parse(form, text); err == nil {
			return date, true
		}
	}
	return time.Time{}, false
}

// until is how long after the response a time is, in whole units rounded up.
func (r *reader) until(t time.Time, unit time.Duration) (time.Duration, bool) {
	sent, ok := parseDate(r.Header.Get("Date"))
	if !ok {
		sent = r.Received
	}
	delay := t.Sub(sent)
	if delay <= 0 {
		return 0, false
	}
	if over := delay % unit; over > 0 {
		if delay > longest-(unit-over) {
			return longest, true
		}
		delay += unit - over
	}
	return delay, true
}
