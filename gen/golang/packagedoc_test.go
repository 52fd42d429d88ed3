package golang

import (
	"strings"
	"testing"

	"github.com/errgen/errgen/gen/gentest"
)

// TestPackageDoc checks that the doc of a package names what its parts have.
func TestPackageDoc(t *testing.T) {
	const client, http = "client := &orders.Client{", "[FromResponse]"
	for _, c := range []struct {
		parts       string
		has, hasNot []string
	}{
		{"errors", nil, []string{client, http}},
		{"errors,http", []string{"[FromResponse] and [ReadJSON] find the error in a response; [WriteError] writes one, on a server"}, []string{client}},
		{"errors,http,client", []string{client, http, "of another client"}, nil},
	} {
		var p Parts
		if err := p.Set(c.parts); err != nil {
			t.Fatal(err)
		}
		orders := gentest.Minimal()
		orders.API.Name, orders.API.Package, orders.API.Summary = "Orders API", "orders", "All that one orders"
		target, err := newTarget(orders, Backend{Parts: p})
		if err != nil {
			t.Fatal(err)
		}
		doc := strings.Join(packageDoc(target), "\n")
		const first = "Package orders holds the errors of the Orders API. All that one orders.\n"
		if !strings.HasPrefix(doc, first) {
			t.Errorf("%s: the doc begins otherwise than with %q:\n%s", c.parts, first, doc)
		}
		for _, text := range c.has {
			if !strings.Contains(doc, text) {
				t.Errorf("%s: %q is not in the doc:\n%s", c.parts, text, doc)
			}
		}
		for _, text := range c.hasNot {
			if strings.Contains(doc, text) {
				t.Errorf("%s: %q is in the doc", c.parts, text)
			}
		}
	}
}
