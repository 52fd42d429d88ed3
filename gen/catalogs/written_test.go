// What servers write is what the documentation shows, and what clients read again.

package catalogs_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
)

// TestWritten has the packages of random catalogs write each of their errors: the
// body is that of the error's example, and a client that finds the error in the
// example finds it in what is written.
func TestWritten(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	const catalogs = 40
	packages := make(map[string]*catalog.Catalog)
	for seed := range uint64(catalogs) {
		packages[fmt.Sprintf("random%d", seed)] = gentest.Random(seed)
	}
	said := build{packages: packages, parts: "errors,http"}.ask(t, nil)
	found, asking := 0, 0
	for name, c := range packages {
		for i := range c.Errors {
			e := c.Errors[i]
			status := cmp.Or(e.Status(), http.StatusInternalServerError)
			e.Statuses = []catalog.StatusRange{catalog.One(status)}
			example := c.ExampleBody(&e)
			if diff := gocmp.Diff(tokensOf(t, example.Indented()), tokensOf(t, said.Written[name][e.Name])); diff != "" {
				t.Errorf("%s: %s is written as %s (-example +written):\n%s", name, e.Name, said.Written[name][e.Name], diff)
			}
			header := make(http.Header)
			for _, h := range c.ExampleHeaders(&e) {
				header.Add(h.Name, h.Value)
			}
			if gentest.Mean(c, status, header, []byte(example.Indented())).Name != e.Name {
				continue // the locators contradict each other
			}
			found++
			if e.When != nil {
				asking++
			}
			if slices.Contains(said.Lost[name], e.Name) {
				t.Errorf("%s: what is written for %s is not read as that: %s", name, e.Name, said.Written[name][e.Name])
			}
		}
	}
	if found < 3*catalogs || asking < catalogs/2 {
		t.Errorf("only %d examples are true, %d of them of errors with conditions", found, asking)
	}
}

// tokensOf are the tokens of a JSON text, in order.
func tokensOf(t *testing.T, text string) (tokens []string) {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return tokens
		}
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		tokens = append(tokens, fmt.Sprintf("%T %[1]v", token))
	}
}
