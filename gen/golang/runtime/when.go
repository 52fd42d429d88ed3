// Errors that more than their status and code tell apart.

package runtime

// when reports whether the condition of an error holds; one without a condition
// is not asked for.
func (d *decoder) when(c Code) bool {
	when := conditionOf(c)
	return when != nil && when.holdsBefore(0, d.header) && d.holds(when.body)
}
