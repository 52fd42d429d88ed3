// Delays in the variable part of a wire code.

package runtime

import (
	"strings"
	"time"
)

// patternDelay is the delay in a candidate's code: what the group retry_after of
// its error's pattern matches, in seconds, or retry_after_UNIT.
func (d *decoder) patternDelay(c *candidate) (delay time.Duration, ok bool) {
	sent := clock{header: d.header}
	for i := range codePatterns {
		p := &codePatterns[i]
		if c.code == 0 || p.code != c.code {
			continue
		}
		groups := p.regexp().SubexpNames()
		for group, text := range p.regexp().FindStringSubmatch(c.value) {
			if unit, named := delayUnit(groups[group]); named {
				if delay, ok = unit.parse(text, &sent); ok {
					return delay, true
				}
			}
		}
	}
	return 0, false
}

// delayUnit is the unit of a group of a pattern, if it is a delay.
func delayUnit(group string) (u unit, ok bool) {
	name, ok := strings.CutPrefix(group, "retry_after")
	switch name {
	case "", "_s":
		return seconds, ok
	case "_ms":
		return milliseconds, ok
	case "_min":
		return minutes, ok
	case "_epoch":
		return epoch, ok
	case "_epoch_ms":
		return epochMillis, ok
	case "_duration":
		return duration, ok
	}
	return 0, false
}
