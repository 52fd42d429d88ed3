package golang

import (
	"slices"
	"testing"
)

func TestSplit(t *testing.T) {
	for src, want := range map[string]struct {
		imports []string
		body    string
	}{
		"package a\n":                {nil, ""},
		"package a\n\nfunc f() {}\n": {nil, "func f() {}"},
		"package a\n\nimport \"fmt\"\n\n// f.\nfunc f() {}\n": {[]string{"fmt"}, "// f.\nfunc f() {}"},
		"// Doc of\n// package a.\n\npackage a\n\nimport (\n\t\"fmt\"\n\t\"math/rand/v2\"\n)\n\nvar x = 1\n": {
			[]string{"fmt", "math/rand/v2"}, "var x = 1",
		},
	} {
		imports, body, err := split([]byte(src))
		if err != nil || !slices.Equal(imports, want.imports) || string(body) != want.body {
			t.Errorf("%q: %q, %q, %v", src, imports, body, err)
		}
	}
	if _, _, err := split([]byte("package a\n\nimport m \"math\"\n")); err == nil {
		t.Error("an import under another name is not refused")
	}
}

func TestMentions(t *testing.T) {
	for src, want := range map[string]bool{
		"x := time.Now()":               true,
		"f(time.Second)":                true,
		"x.time.Now()":                  false,
		"uptime.Now()":                  false,
		"// as time.Now() says":         false,
		"x := 1 // time.Now()":          false,
		"// time.Now\nx := time.Now()":  true,
		"// as time.Now and time.Since": false,
		"time := 1":                     false,
	} {
		if got := mentions([]byte(src), "time"); got != want {
			t.Errorf("%q: %t", src, got)
		}
	}
}
