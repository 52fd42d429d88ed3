// Lists of texts of large catalogs.

package runtime

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
