// The choice in catalogs with many wire codes.

package runtime

// amongTwins chooses among the errors that have the wire code of c: it and
// those that follow in a column of the next for each.
func amongTwins(q query, c Code, next string) (Code, bool) {
	m := choice{query: q}
	for ; c != 0; c = Code(numberAt(next, int(c))) {
		m.consider(c)
	}
	return m.made()
}
