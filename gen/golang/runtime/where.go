// Elements that count only if they are of a kind, as one of a list of details.

package runtime

// A testedElement is what was last found out about an element: values of one
// follow each other.
type testedElement struct {
	source *source
	start  int32
	passes bool
}

// elementPasses reports whether the element that the source's first * stands for
// is as the source asks.
func (d *decoder) elementPasses(s *source, f *found) bool {
	if len(s.where) == 0 {
		return true
	}
	start := f.path[s.first]
	if known := &d.tested; known.source != s || known.start != start {
		*known = testedElement{s, start, true}
		for i := range s.where {
			if !d.foundPasses(&s.where[i], s.first, start) {
				known.passes = false
				break
			}
		}
	}
	return d.tested.passes
}
