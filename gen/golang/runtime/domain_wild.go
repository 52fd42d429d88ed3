// Domains beside codes that a * leads to.

package runtime

// A besideDomain is the domain of the codes in an element.
type besideDomain struct {
	source *source // of the codes; nil for none
	origin int     // index in found of one of them
	domain string
}

// domainBeside is the domain of a candidate that has others beside it. It is the
// same for all codes of an element, which follow each other.
func (d *decoder) domainBeside(sources []source, c *candidate) string {
	known := &d.known
	shared := c.source.domains
	if known.source != c.source || !sameElement(&d.found[known.origin], &d.found[c.origin], shared) {
		*known = besideDomain{c.source, c.origin, d.beside(sources, kindNumber, shared, c.origin)}
	}
	return known.domain
}

// sameElement reports whether two found values stand in the same element, as
// far down as the deepest that counts.
func sameElement(a, b *found, shared []uint8) bool {
	for _, depth := range shared {
		if a.path[depth] != b.path[depth] {
			return false
		}
	}
	return true
}
