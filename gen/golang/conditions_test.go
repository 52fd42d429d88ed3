package golang

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
)

// TestConditionsAreTables checks that no function grows with the number of errors
// that have conditions, since what takes a compiler long is a long function.
func TestConditionsAreTables(t *testing.T) {
	asks := catalog.Test{Any: []string{"gold"}}
	inBody := &catalog.Condition{Body: []catalog.BodyTest{
		{Pointer: catalog.Pointer{"message"}, Test: asks}, {Pointer: catalog.Pointer{"plan"}, Test: asks}, {Pointer: catalog.Pointer{"plans", "*"}, Test: asks},
	}}
	for name, e := range map[string]catalog.Error{
		"by status":       {Statuses: []catalog.StatusRange{catalog.One(400), catalog.Hundred(5)}},
		"by no status":    {Statuses: []catalog.StatusRange{catalog.AllStatuses()}},
		"by the code":     {Statuses: []catalog.StatusRange{catalog.One(400), catalog.One(404)}, Codes: []string{"bad"}},
		"by the body":     {Statuses: []catalog.StatusRange{catalog.One(400)}, When: inBody},
		"by several more": {Statuses: []catalog.StatusRange{catalog.Hundred(4)}, Codes: []string{"bad", "worse"}},
	} {
		few, many := longestFunction(t, conditional(e, 20)), longestFunction(t, conditional(e, 200))
		if few != many {
			t.Errorf("%s: the longest function of 20 errors has %d statements, of 200 %d", name, few, many)
		}
	}
}

// conditional is a catalog of n errors that are alike but for their conditions.
func conditional(e catalog.Error, n int) *catalog.Catalog {
	c := gentest.Minimal()
	for i := range n {
		e.Name, e.Title = fmt.Sprintf("Limit%d", i), "Limit"
		headers := []catalog.HeaderTest{{Name: "X-Limit", Test: catalog.Test{Any: []string{e.Name}}}}
		when := catalog.Condition{Headers: headers}
		if e.When != nil {
			when.Body = e.When.Body
		}
		e.When = &when
		c.Errors = append(c.Errors, e)
	}
	return c
}

// longestFunction is how many statements the longest function of a package has.
func longestFunction(t *testing.T, c *catalog.Catalog) (longest int) {
	t.Helper()
	for _, f := range generate(t, c) {
		file, err := parser.ParseFile(token.NewFileSet(), f.Path, f.Data, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			statements := 0
			ast.Inspect(d, func(n ast.Node) bool {
				if _, ok := n.(ast.Stmt); ok {
					statements++
				}
				return true
			})
			longest = max(longest, statements)
		}
	}
	return longest
}
