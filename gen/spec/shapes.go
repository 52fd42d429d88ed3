package spec

// The shapes of bodies: what each does not say is as beside them, and each has
// to apply to some response that no earlier one takes.

import "github.com/errgen/errgen/gen/catalog"

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

// shapes reports shapes of which each condition holds only where one of an earlier
// shape does.
func (c *checker) shapes() {
	shapes := c.cat.Response.Shapes
	var conditions []contender
	for i := range shapes {
		for k := range shapes[i].When {
			conditions = append(conditions, contender{i, identities{}, c.demandOf(&shapes[i].When[k])})
		}
	}
	hidden := make([]int, len(shapes)) // how many conditions of a shape come after an earlier shape's
	for _, l := range findLate(conditions) {
		if l.by.n == l.n {
			continue
		}
		if hidden[l.n]++; hidden[l.n] == len(shapes[l.n].When) {
			c.reportHidden(c.doc.response.shapes[l.n].spot, c.doc.response.shapes[l.by.n].spot, "no response has this shape: an earlier one applies whenever it does")
		}
	}
}
