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

// numberAt is the i-th number of a column. That begins with a line which says how
// many digits each has; then there are 24 of them a line, in base 63, from ! for 0
// to _ for 62: a compiler reads them several times as fast as escaped bytes.
func numberAt(column string, i int) int {
	digits := int(column[0] - '0')
	at := len("4\n") + digits*i + i/24
	n := 0
	for _, digit := range []byte(column[at : at+digits]) {
		n = 63*n + int(digit-'!')
	}
	return n
}
