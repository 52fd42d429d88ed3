// Errors whose wire codes have a variable part.

package runtime

// A codePattern matches the further codes of an error.
type codePattern struct {
	code Code
	pattern
}

// byValue finds the error that a wire code identifies, and whether the catalog
// gives it that status. Patterns are tried if no error has the code itself for
// the status.
func byValue(q query, value string) (c Code, agrees bool) {
	c, agrees = byText(q, value)
	if agrees {
		return c, true
	}
	m := choice{query: q}
	for i := range codePatterns {
		if p := &codePatterns[i]; value != "" && p.matches(value) {
			m.consider(p.code)
		}
	}
	if matched, agrees := m.made(); agrees || c == 0 {
		return matched, agrees
	}
	return c, false
}
