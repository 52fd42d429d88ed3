package golang

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestProse(t *testing.T) {
	for in, want := range map[string]string{
		"Plain text, it's fine.": "Plain text, it's fine.",
		" a  b\t\nc ":            "a b c",
		"a\u2028b\u00a0c\r\nd":   "a b c d",
		"nul\x00, \u202ebidi":    "nul, bidi",
		"``a'' and `b` ```c```":  "“a” and `b` ```c```",
		"e\u0301 ümläut 日本":      "e\u0301 ümläut 日本",
		"\xff":                   "\ufffd",
		"":                       "",
	} {
		if got := prose(in); got != want {
			t.Errorf("prose(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestComment(t *testing.T) {
	long := strings.Repeat("x", 200)
	words := strings.TrimSpace(strings.Repeat("word ", 40))
	for _, c := range []struct {
		name       string
		paragraphs []string
		want       []string
	}{
		{"paragraphs", []string{"One.", "Two."}, []string{"// One.", "//", "// Two."}},
		{"code", []string{"So:", "\ta", "\t\tb", "and"}, []string{"// So:", "//", "//\ta", "//\t\tb", "//", "// and"}},
		{"wrapped", []string{words}, []string{"//" + strings.Repeat(" word", 20), "//" + strings.Repeat(" word", 20)}},
		{"a long word", []string{"See " + long + " there"}, []string{"// See", "// " + long, "// there"}},
		{"a break before what is enclosed", []string{"A " + long + ` "{id}" {id} (RFC 9110)`}, []string{
			"// A", "// " + long, `// "{id}" {id} (RFC 9110)`,
		}},
		{"no break before a marker", []string{long + " - 1. [x]: # //go:x a"}, []string{"// " + long + " - 1. [x]: # //go:x", "// a"}},
	} {
		if got := comment(c.paragraphs...); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// The comments of runtime are wrapped too: they are copied as they stand.
func TestRuntimeCommentWidth(t *testing.T) {
	files, err := runtimeFiles.ReadDir("runtime")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		src, err := runtimeFiles.ReadFile("runtime/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(src), "\n") {
			if text := strings.TrimSpace(line); strings.HasPrefix(text, "//") && utf8.RuneCountInString(text) > commentWidth {
				t.Errorf("%s:%d: a comment of more than %d characters", f.Name(), i+1, commentWidth)
			}
		}
	}
}
