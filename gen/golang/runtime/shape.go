// Bodies of several shapes.

package runtime

// A shape is where some responses say what.
type shape struct {
	when []condition
	locators
}

// shape is where a response of this shape says what, or nil if it has none of
// the shapes.
func (d *decoder) shape(status int) *locators {
	for i := range shapes {
		if d.holdsAny(shapes[i].when, status) {
			return &shapes[i].locators
		}
	}
	return nil
}
