// Texts of large catalogs. All of a kind are in one constant, an arena, and
// where each starts is in another, a column of numbers: data that costs a
// compiler, a linker and a garbage collector next to nothing.

package runtime

// textAt is the text of c in an arena; at says where each starts, and where the
// last one ends. It is "" for a Code that is none of Codes.
func textAt(arena, at string, c Code) string {
	i := int(c)
	if 4*(i+2) > len(at) {
		return ""
	}
	return lineAt(arena, at, i)
}

// lineAt is the i-th text, without the line break behind it.
func lineAt(arena, at string, i int) string { return arena[at32(at, i) : at32(at, i+1)-1] }

// at32 is the i-th number of a column of four bytes each, the lowest first.
func at32(column string, i int) int {
	four := column[4*i : 4*i+4]
	return int(uint32(four[0]) | uint32(four[1])<<8 | uint32(four[2])<<16 | uint32(four[3])<<24)
}
