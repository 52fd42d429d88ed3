package golang

import (
	"bytes"
	"go/format"
	"os"
	"strings"
	"testing"

	"github.com/dave/jennifer/jen"
	"github.com/google/go-cmp/cmp"
)

// indented is Go with what may mislead.
func indented(t *testing.T) []byte {
	t.Helper()
	src, err := os.ReadFile("testdata/indented.go")
	if err != nil {
		t.Fatal(err)
	}
	formatted, err := format.Source(src)
	if err != nil || !bytes.Equal(src, formatted) {
		t.Fatalf("testdata/indented.go is not as gofmt has it: %v", err)
	}
	return src
}

// TestIndent checks that Go is as before, with its tabs taken away and without.
func TestIndent(t *testing.T) {
	want := indented(t)
	for what, src := range map[string][]byte{
		"flat":     bytes.ReplaceAll(want, []byte("\t"), nil),
		"indented": want,
	} {
		if diff := cmp.Diff(string(want), string(indent(nil, src))); diff != "" {
			t.Errorf("%s (-gofmt +indent):\n%s", what, diff)
		}
	}
}

// TestIndentSpaces checks what is no Go of gofmt's: spaces at the ends of lines,
// and ends in the midst of something.
func TestIndentSpaces(t *testing.T) {
	for src, want := range map[string]string{
		"":                                  "",
		"{ \n  \n\t a \n}  ":                "{\n\n\ta\n}",
		"case 1: \nx":                       "case 1:\nx",
		"{\n`a \n b ` \n}":                  "{\n\t`a \n b `\n}",
		"{\n// a  \n}":                      "{\n\t// a\n}",
		"(\n\"a":                            "(\n\t\"a",
		"(\n`a\n":                           "(\n\t`a\n",
		"(\n'\\":                            "(\n\t'\\",
		"{\n/":                              "{\n\t/",
		strings.Repeat("{\n", 3) + "}\n}\n": "{\n\t{\n\t\t{\n\t\t}\n\t}\n",
	} {
		if got := string(indent(nil, []byte(src))); got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
}

// TestIndentAllocates checks that only what is appended takes memory.
func TestIndentAllocates(t *testing.T) {
	src := indented(t)
	dst := indent(nil, src)
	if n := testing.AllocsPerRun(10, func() { dst = indent(dst[:0], src) }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

// TestValueBody compares with gofmt, which breaks long lines and leaves short ones.
func TestValueBody(t *testing.T) {
	const lines = 60
	broken := 0
	for n := range lines {
		head, value := "func "+strings.Repeat("é", 10)+"() int", "x == "+strings.Repeat("y", 1+n)
		want, err := format.Source([]byte(head + " { return " + value + " }"))
		if err != nil {
			t.Fatal(err)
		}
		broken += bytes.Count(want, []byte("\t"))
		a := new(assembly)
		a.exact(jen.Id(head).Add(valueBody(head, value)))
		if got := strings.TrimSpace(a.body.String()); got != string(want) || a.err != nil {
			t.Errorf("%q, %v, want %q", got, a.err, want)
		}
	}
	if broken == 0 || broken == lines {
		t.Errorf("gofmt breaks %d of %d lines", broken, lines)
	}
}
