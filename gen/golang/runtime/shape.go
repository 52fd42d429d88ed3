// Bodies of several shapes.

package runtime

// A shape is where some responses say what.
type shape struct {
	when []condition
	locators
}

// located is where a response says what: what the first shape says that it has,
// else what is for those without one.
func (d *decoder) located(status int) *locators {
	for i := range shapes {
		if d.holdsAny(shapes[i].when, status) {
			return &shapes[i].locators
		}
	}
	return shapeless
}
