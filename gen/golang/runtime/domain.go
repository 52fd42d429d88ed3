// Domains: the namespaces of codes, where an API has several.

package runtime

// A wholeDomain is the domain that a response gives all codes which have none of
// their own, once somebody has asked for it.
type wholeDomain struct {
	known  bool
	domain string
}

// domain is that of a candidate which a locator finds: the locator's own, else
// what the response says, in the code's element if it says it there.
func (d *decoder) domain(list []locator, l *locator, c *candidate) string {
	if l.domain != "" {
		return l.domain
	}
	//errgen:if wildcards
	if c.locator != nil && len(l.domains) > 0 {
		return d.beside(list, kindNumber, l.domains, c.origin)
	}
	//errgen:end
	if !d.whole.known {
		d.whole = wholeDomain{true, d.first(list, kindNumber)}
	}
	return d.whole.domain
}
