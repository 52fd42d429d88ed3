// What the condition of an error asks of the body, which servers write.

package runtime

import (
	"cmp"
	"slices"
)

// asked are the texts of which the condition of the error asks for one, at one of
// some places of the body; none if it asks for nothing there.
func (e *Error) asked(places ...bodyTest) []string {
	i, ok := conditionOf(e.Code)
	if !ok {
		return nil
	}
	tests := conditions[i].body
	for p := range places {
		for j := range tests {
			if t := &tests[j]; len(t.any) > 0 && t.isAt(&places[p]) {
				return t.any
			}
		}
	}
	return nil
}

// isAt reports whether two tests are about the same place.
func (t *bodyTest) isAt(o *bodyTest) bool {
	//errgen:if wildcards
	if t.wild != o.wild {
		return false
	}
	//errgen:end
	return t.place == o.place
}

//errgen:if asked_instead

// oneOf is a text if it is one of those that are asked for, else the first of them.
func oneOf(asked []string, text string) string {
	if len(asked) == 0 || slices.Contains(asked, text) {
		return text
	}
	return cmp.Or(asked[0], text)
}

//errgen:end
