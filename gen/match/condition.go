package match

// Conditions, and the shape of a response, which follows from them (rule 2).

import (
	"slices"

	"github.com/errgen/errgen/gen/catalog"
)

// locators are those of the first shape that applies, else those beside the
// shapes (rule 2).
func (r *reader) locators(response *catalog.Response) *catalog.Locators {
	for i := range response.Shapes {
		if s := &response.Shapes[i]; r.anyHolds(s.When) {
			return &s.Locators
		}
	}
	return &response.Locators
}

func (r *reader) anyHolds(conditions []catalog.Condition) bool {
	for i := range conditions {
		if r.holds(&conditions[i]) {
			return true
		}
	}
	return false
}

// holds reports whether a condition holds.
func (r *reader) holds(c *catalog.Condition) bool {
	holds, known := r.held[c]
	if !known {
		holds = r.allHold(c)
		r.held[c] = holds
	}
	return holds
}

// allHold reports whether all parts of a condition hold.
func (r *reader) allHold(c *catalog.Condition) bool {
	if len(c.Statuses) > 0 && !slices.ContainsFunc(c.Statuses, func(s catalog.StatusRange) bool { return s.Contains(r.Status) }) {
		return false
	}
	for _, h := range c.Headers {
		var values []*node
		for _, text := range r.Header.Values(h.Name) {
			values = append(values, &node{kind: isText, text: text})
		}
		if !passes(h.Test, values) {
			return false
		}
	}
	return r.root.passes(c.Body)
}

// passes reports whether what stands within a value passes all tests. Null is no
// value.
func (n *node) passes(tests []catalog.BodyTest) bool {
	for _, t := range tests {
		var values []*node
		for _, w := range n.walk(t.Pointer) {
			if w.last().kind != isNull {
				values = append(values, w.last())
			}
		}
		if !passes(t.Test, values) {
			return false
		}
	}
	return true
}

// passes reports whether one of several values is what a test asks for.
func passes(t catalog.Test, values []*node) bool {
	switch t.Exists {
	case catalog.Present:
		return len(values) > 0
	case catalog.Absent:
		return len(values) == 0
	}
	return slices.ContainsFunc(values, func(v *node) bool {
		hasText := v.kind >= isFlag
		switch {
		case len(t.Any) > 0:
			return hasText && slices.Contains(t.Any, v.text)
		case len(t.Not) > 0:
			return !hasText || !slices.Contains(t.Not, v.text)
		}
		return hasText && whole(t.Pattern).MatchString(v.text)
	})
}
