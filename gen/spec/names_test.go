package spec

import (
	"regexp"
	"strings"
	"testing"

	"github.com/errgen/errgen/gen/diag"
)

// TestSuggestedNames writes what the diagnostics suggest: it is right, in one
// go.
func TestSuggestedNames(t *testing.T) {
	long := "a" + strings.Repeat("very", 24) + "lon"
	entries := []string{
		"status: 404, code: ABC", "status: 404, code: abc", "status: 405, code: aBc", "status: 404, code: a-bc", "status: 404, code: AbcNotFound",
		"status: 404, code: error", "status: 404, code: Retryable", "status: 400, code: server_error", "status: 404, code: server_error_",
		"status: 404, code: error_", "status: 499, code: error__",
		"status: 499, code: '-1'", "status: 499, code: '1'", "status: 499, code: '12'", "status: 499, code: '1.'", "status: 404, code: 2fa", "status: 404, code: 2FA", "status: 499, code: '!'", "status: 499, code: '?'", "status: 5XX", "status: 404, code: Status499",
		"status: 404, code: " + long, "status: 404, code: " + long + "-", "status: 404, code: " + long + "--",
	}
	found := readEntries(entries)
	if len(found) < len(entries)/2 {
		t.Fatalf("only %d diagnostics\n%s", len(found), printed(found))
	}
	suggested := regexp.MustCompile(`name: ([\pL\pN]+)(,|$)`)
	for _, d := range found {
		name := suggested.FindStringSubmatch(d.Hint)
		if name == nil {
			t.Fatalf("%s suggests nothing: %s", &d, d.Hint)
		}
		entries[d.Pos.Line-1-strings.Count(head, "\n")] += ", name: " + name[1]
	}
	if left := readEntries(entries); len(left) > 0 {
		t.Errorf("what was suggested is wrong:\n%s", printed(left))
	}
}

// readEntries is what is wrong with a spec of those errors, each on a line.
func readEntries(entries []string) diag.List {
	src := head
	for _, e := range entries {
		src += "  - {" + e + "}\n"
	}
	_, list := Read("errors.yaml", []byte(src), nil)
	return list
}
