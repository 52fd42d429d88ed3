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

// textsAt is the list of c among lists that an arena holds one after the other;
// of says with which text each begins, and how many there are in all.
func textsAt(arena, at, of string, c Code) []string {
	i := int(c)
	if 4*(i+2) > len(of) {
		return nil
	}
	var texts []string
	for text := at32(of, i); text < at32(of, i+1); text++ {
		texts = append(texts, lineAt(arena, at, text))
	}
	return texts
}

// lineAt is the i-th text, without the line break behind it.
func lineAt(arena, at string, i int) string { return arena[at32(at, i) : at32(at, i+1)-1] }
