package golang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
)

// FuzzGenerate mutates the texts of a catalog, and what its errors are
// identified by: the output is Go that gofmt leaves alone, and holds the texts
// as they are.
func FuzzGenerate(f *testing.F) {
	for i, s := range gentest.HostileTexts {
		f.Add(s, "field", 400+i, i%2 == 0)
	}
	f.Fuzz(func(t *testing.T, text, member string, status int, coded bool) {
		c := gentest.HostileWith(text)
		e := &c.Errors[0]
		if status = 100 + (status%500+500)%500; status%3 == 0 {
			e.Statuses = append(e.Statuses, catalog.Hundred(status/100))
		}
		e.Statuses = append(e.Statuses, catalog.One(status))
		if !coded {
			e.Codes = nil
		}
		c.Response.Code = []catalog.Locator{{Pointer: catalog.Pointer{member, text}}, {Header: "X-" + member}}
		c.Response.Constants = []catalog.Member{{Name: member, Value: catalog.Text(text)}}
		for _, file := range halves(t, c, "fuzzed") {
			checkFormatted(t, file)
			if held := stringLiterals(t, file.Data); file.Path == "errors_gen.go" && text != "" && !held[text] {
				t.Errorf("no literal of %s is the text %q", file.Path, text)
			}
		}
	})
}

// stringLiterals are the texts that the string literals of a file stand for.
func stringLiterals(t *testing.T, src []byte) map[string]bool {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			s, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			held[s] = true
		}
		return true
	})
	return held
}
