// Domains: the namespaces of codes, where an API has several.

package runtime

// domain is that of a candidate which stands at a source: the source's own,
// else what the response says, in the code's element if it says it there.
func (d *decoder) domain(sources []source, s *source, c *candidate) string {
	if s.domain != "" {
		return s.domain
	}
	//errgen:if wildcards
	if c.source != nil && len(s.domains) > 0 {
		return d.domainBeside(sources, c)
	}
	//errgen:end
	return d.first(sources, kindNumber)
}
