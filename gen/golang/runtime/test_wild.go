// Tests of values that a * leads to.

package runtime

// foundPasses reports whether the values that stand in the element of a depth
// that begins at start pass a test. The whole body is that of depth 0, and
// begins at 0.
func (d *decoder) foundPasses(t *bodyTest, depth int, start int32) bool {
	for i := d.foundFrom(start); i < len(d.found) && d.found[i].path[depth] == start; i++ {
		f := &d.found[i]
		if f.kind == 0 || f.kind == kindNull || wilds[f.place]&t.wild == 0 {
			continue
		}
		if t.absent {
			return false
		}
		if d.passes(&t.test, &value{f.kind, int(f.start), int(f.end)}) {
			return true
		}
	}
	return t.absent
}
