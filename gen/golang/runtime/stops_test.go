package runtime

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"regexp"
	"slices"
	"testing"
)

// The page on stops has a row for each of them with its text, and no other.
func TestStopsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../../../docs/stops.md")
	if err != nil {
		t.Fatal(err)
	}
	documented := make(map[string]string)
	for _, row := range stopRow.FindAllSubmatch(page, -1) {
		name := string(row[1])
		if _, twice := documented[name]; twice {
			t.Errorf("%s has two rows", name)
		}
		documented[name] = string(row[2])
	}
	names := stopNames(t)
	if len(names) != len(stopTexts) {
		t.Fatalf("%d constants and %d texts", len(names), len(stopTexts))
	}
	for stop, name := range names {
		text, found := documented[name]
		if !found {
			t.Errorf("%s has no row", name)
		} else if text != Stop(stop).String() {
			t.Errorf("%s is %q, its row says %q", name, Stop(stop), text)
		}
		delete(documented, name)
	}
	for _, name := range slices.Sorted(maps.Keys(documented)) {
		t.Errorf("there is no %s", name)
	}
}

// stopRow is a row of the page: a Stop's name and its text.
var stopRow = regexp.MustCompile("(?m)^\\| `(Stop\\w+)` \\| *(.*?) *\\|")

// stopNames lists the constants of type Stop, each at its value.
func stopNames(t *testing.T) (names []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "error.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, decl := range file.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST || !isStop(group.Specs[0].(*ast.ValueSpec).Type) {
			continue
		}
		for _, spec := range group.Specs {
			names = append(names, spec.(*ast.ValueSpec).Names[0].Name)
		}
	}
	return names
}

func isStop(expr ast.Expr) bool {
	ident, ok := expr.(*ast.Ident)
	return ok && ident.Name == "Stop"
}
