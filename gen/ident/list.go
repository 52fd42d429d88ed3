package ident

// Lists in prose.

import "strings"

// Or lists texts of which one holds: "502", "502 or 503", "502, 503 or 504".
func Or(texts []string) string {
	last := len(texts) - 1
	if last < 1 {
		return strings.Join(texts, "")
	}
	return strings.Join(texts[:last], ", ") + " or " + texts[last]
}
