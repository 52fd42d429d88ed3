// Elements that count only if they are of a kind, as one of a list of details.

package runtime

// A testedElement is what was last found out about an element for a locator: the
// values of one follow each other.
type testedElement struct {
	start  int32 // of the element in the body
	passes bool
}

// elementPasses reports whether the element that the locator's first * stands
// for is as the locator asks.
func (d *decoder) elementPasses(l *locator, f *found) bool {
	if len(l.where) == 0 {
		return true
	}
	start := f.path[l.depth]
	tested, known := d.tested[l]
	if !known || tested.start != start {
		tested = testedElement{start, d.elementHolds(l, start)}
		if d.tested == nil {
			d.tested = make(map[*locator]testedElement)
		}
		d.tested[l] = tested
	}
	return tested.passes
}

// elementHolds is elementPasses for the element that begins at start.
func (d *decoder) elementHolds(l *locator, start int32) bool {
	for i := range l.where {
		if !d.foundPasses(&l.where[i], l.depth, start) {
			return false
		}
	}
	return true
}
