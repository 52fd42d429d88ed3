// Lists of texts of large catalogs.

package runtime

// textsAt is the list of c among lists that an arena holds one after the other;
// of says with which text each begins, and how many there are in all.
func textsAt(arena, at, of string, c Code) []string {
	if c > lastCode {
		return nil
	}
	var texts []string
	for text := numberAt(of, int(c)); text < numberAt(of, int(c)+1); text++ {
		texts = append(texts, lineAt(arena, at, text))
	}
	return texts
}
