// Numbers of large catalogs, in constant strings.

package runtime

// at32 is the i-th number of a column of four bytes each, the lowest first.
func at32(column string, i int) int {
	four := column[4*i : 4*i+4]
	return int(uint32(four[0]) | uint32(four[1])<<8 | uint32(four[2])<<16 | uint32(four[3])<<24)
}
