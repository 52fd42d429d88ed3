// Texts of large catalogs. All of a kind are in one constant, an arena, and
// where each starts is in another, a column of numbers: data that costs a
// compiler, a linker and a garbage collector next to nothing.

package runtime

// textAt is the text of c in an arena; at says where each starts, and where the
// last one ends. It is "" for a Code that is none of Codes.
func textAt(arena, at string, c Code) string {
	if c > lastCode {
		return ""
	}
	return lineAt(arena, at, int(c))
}

// lineAt is the i-th text, without the line break behind it.
func lineAt(arena, at string, i int) string { return arena[numberAt(at, i) : numberAt(at, i+1)-1] }

// numberAt is the i-th number of a column, which has sixteen of them a line. Each
// is six digits of five bits, from @ for 0 to _ for 31: a compiler reads them
// several times as fast as escaped bytes.
func numberAt(column string, i int) int {
	at := 6*i + i/16
	digits := column[at : at+6]
	return int(digits[0]&31)<<25 | int(digits[1]&31)<<20 | int(digits[2]&31)<<15 |
		int(digits[3]&31)<<10 | int(digits[4]&31)<<5 | int(digits[5]&31)
}
