package golang

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestContract(t *testing.T) {
	gentest.TestBackend(t, Backend{})
}

// generate is the package for a catalog.
func generate(t testing.TB, c *catalog.Catalog) []gen.File {
	t.Helper()
	files, err := Backend{}.Generate(c)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestFormatted checks that gofmt changes nothing, whatever the catalog and the
// helpers: nothing that is generated has seen it.
func TestFormatted(t *testing.T) {
	for _, c := range everyCase() {
		t.Run(c.Name, func(t *testing.T) {
			for _, h := range []Helpers{AllHelpers, NoHelpers} {
				files, err := Backend{Helpers: h}.Generate(c.Catalog())
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range files {
					checkFormatted(t, f)
				}
			}
		})
	}
}

// everyCase is every catalog that gentest has, of all sizes at which what is
// generated changes, with each hostile text, and many random ones.
func everyCase() []gentest.Case {
	cases := append(gentest.Cases(), gentest.Features()...)
	cases = append(cases, gentest.Case{Name: "crowd", Catalog: gentest.Crowd})
	for _, n := range []int{1, 2, 13, 128, 129, 255, 256, 512, 513, 3000} {
		name := fmt.Sprintf("%d", n)
		cases = append(cases, gentest.Case{Name: name, Catalog: func() *catalog.Catalog { return gentest.Synthetic(n) }})
	}
	for _, s := range gentest.HostileTexts {
		cases = append(cases, gentest.Case{Name: s, Catalog: func() *catalog.Catalog { return gentest.HostileWith(s) }})
	}
	for seed := range uint64(40) {
		name := fmt.Sprintf("random %d", seed)
		cases = append(cases, gentest.Case{Name: name, Catalog: func() *catalog.Catalog { return gentest.Random(seed) }})
	}
	return cases
}

func checkFormatted(t testing.TB, f gen.File) {
	t.Helper()
	formatted, err := format.Source(f.Data)
	if err != nil {
		t.Fatalf("%s: %v\n%s", f.Path, err, f.Data)
	}
	if !bytes.Equal(formatted, f.Data) {
		t.Errorf("gofmt changes %s (-generated +formatted):\n%s", f.Path, cmp.Diff(string(f.Data), string(formatted)))
	}
}

// TestLongHead checks a package whose doc has no room before the body.
func TestLongHead(t *testing.T) {
	c := gentest.Minimal()
	c.API.Summary = strings.Repeat("many words ", headRoom/8)
	data := generate(t, c)[0].Data
	if !bytes.HasPrefix(data, []byte(header)) || bytes.Count(data, []byte("words")) < headRoom/8 {
		t.Errorf("the file begins with %.100q", data)
	}
	checkFormatted(t, gen.File{Path: "errors_gen.go", Data: data})
}
