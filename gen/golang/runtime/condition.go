// What a response has to be like for something to hold of it.

package runtime

import "slices"

// A condition holds if all its parts do.
type condition struct {
	statuses []statusRange // the status is in one of them, if there are any
	headers  []headerTest
	body     []bodyTest
}

// A statusRange is a run of statuses, both ends included.
type statusRange struct{ low, high int }

// A headerTest is about the values of a header.
type headerTest struct {
	name string // in canonical form
	test
}

//errgen:if response_conditions

// holdsAny reports whether one of several conditions holds.
func (d *decoder) holdsAny(conditions []condition, status int) bool {
	for i := range conditions {
		if c := &conditions[i]; c.holdsBefore(status, d.header) && d.holds(c.body) {
			return true
		}
	}
	return false
}

//errgen:end

// holdsBefore reports whether a condition may hold by all but the body.
func (c *condition) holdsBefore(status int, header map[string][]string) bool {
	covers := func(r statusRange) bool { return r.low <= status && status <= r.high }
	if len(c.statuses) > 0 && !slices.ContainsFunc(c.statuses, covers) {
		return false
	}
	for i := range c.headers {
		h := &c.headers[i]
		if values := header[h.name]; h.absent != (len(values) == 0) || !h.absent && !slices.ContainsFunc(values, h.passesText) {
			return false
		}
	}
	return true
}

// passesText reports whether a text is what the test asks for.
func (t *test) passesText(text string) bool {
	switch {
	case len(t.any) > 0:
		return slices.Contains(t.any, text)
	case len(t.not) > 0:
		return !slices.Contains(t.not, text)
	//errgen:if test_patterns
	case t.pattern != nil:
		return t.pattern.matches(text)
		//errgen:end
	}
	return t.exists
}

// holds reports whether the body passes all tests.
func (d *decoder) holds(tests []bodyTest) bool {
	for i := range tests {
		if !d.bodyPasses(&tests[i]) {
			return false
		}
	}
	return true
}

// bodyPasses reports whether the body passes a test.
func (d *decoder) bodyPasses(t *bodyTest) bool {
	//errgen:if wildcards
	if t.wild != 0 {
		return d.foundPasses(t, 0, 0)
	}
	//errgen:end
	v := &d.values[t.place]
	if v.kind == 0 || v.kind == kindNull {
		return t.absent
	}
	return d.passes(&t.test, v)
}
