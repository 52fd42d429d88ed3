package spec

// The shapes of bodies: what each does not say is as beside them, and each has
// to apply to some response that no earlier one takes.

import (
	"slices"

	"github.com/errgen/errgen/gen/catalog"
)

// shape checks a shape. What it does not say is as beside the shapes.
func (c *checker) shape(s *shape) {
	r := &c.cat.Response
	own := c.locators(&s.locators)
	all := catalog.Locators{
		Code:        either(s.code, own.Code, r.Code),
		Domain:      either(s.domain, own.Domain, r.Domain),
		Message:     either(s.message, own.Message, r.Message),
		RequestID:   either(s.requestID, own.RequestID, r.RequestID),
		Details:     either(s.details, own.Details, r.Details),
		RetryAfter:  either(s.retryAfter, own.RetryAfter, r.RetryAfter),
		ShouldRetry: either(s.shouldRetry, own.ShouldRetry, r.ShouldRetry),
	}
	r.Shapes = append(r.Shapes, catalog.Shape{When: c.conditions(s.when), Locators: all})
}

// either is a shape's own locators, if it has any.
func either(given []locator, own, beside []catalog.Locator) []catalog.Locator {
	if given != nil {
		return own
	}
	return beside
}

// shapes reports shapes that come after one which applies whenever they do.
func (c *checker) shapes() {
	shapes := c.cat.Response.Shapes
	for i := range shapes {
		for j := range i {
			if !slices.ContainsFunc(shapes[i].When, func(cond catalog.Condition) bool { return !anyAsks(shapes[j].When, &cond) }) {
				c.reportHidden(c.doc.response.shapes[i].spot, c.doc.response.shapes[j].spot, "no response has this shape: an earlier one applies whenever it does")
				break
			}
		}
	}
}

// anyAsks reports whether one of the conditions holds whenever cond does.
func anyAsks(conditions []catalog.Condition, cond *catalog.Condition) bool {
	tests := testsOf(cond)
	return slices.ContainsFunc(conditions, func(earlier catalog.Condition) bool {
		return len(testList(&earlier)) > 0 && asks(&earlier, tests)
	})
}
