// Values that are the names of members.

package runtime

import (
	"cmp"
	"slices"
)

// keyText is the name of the member whose value begins at start. An element of
// an array has none.
func (d *decoder) keyText(start int32) (name string, ok bool) {
	i, ok := slices.BinarySearchFunc(d.members, start, func(m member, start int32) int { return cmp.Compare(m.start, start) })
	if !ok {
		return "", false
	}
	return d.nameOf(&d.members[i]), true
}
