// Texts of large catalogs, held end to end in one constant for each kind: data
// that costs a compiler, a linker and a garbage collector next to nothing.

package runtime

// textAt is the text of c in an arena; at says where each starts, and where the
// last one ends. It is "" for a Code that is none of Codes.
func textAt(arena string, at []uint32, c Code) string {
	i := int(c)
	if i+1 >= len(at) {
		return ""
	}
	return arena[at[i]:at[i+1]]
}

// textsAt is the list of c among lists that an arena holds one after the other;
// of says with which text each begins, and how many there are in all.
func textsAt(arena string, at, of []uint32, c Code) []string {
	i := int(c)
	if i+1 >= len(of) {
		return nil
	}
	var texts []string
	for text := of[i]; text < of[i+1]; text++ {
		texts = append(texts, arena[at[text]:at[text+1]])
	}
	return texts
}
