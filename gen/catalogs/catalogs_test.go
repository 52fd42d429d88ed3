// Package catalogs_test tries errgen on real APIs: each catalog beside the
// checkout becomes a spec, the spec a Go package, and the package is asked what
// the responses that came with the catalogs are.
//
//	catalog.json -> errors.yaml -> package -> program -> answers
//
// The catalogs are other people's. What is here says where things are in them
// (testdata/heads) and what their words mean (mapping_test.go), and holds none
// of them. What runs anywhere are the specs of testdata/shapes, in which the
// bodies that APIs have are made up.
package catalogs_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/errgen/errgen/gen/catalog"
)

// TestCatalogs generates a package of each catalog, and has it read every
// response.
func TestCatalogs(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	dir := folder(t)
	logUnmapped(t, dir)
	var results []*result
	packages := make(map[string]*catalog.Catalog)
	for _, m := range mappings {
		c := convert(t, dir, m)
		results = append(results, &result{conversion: c})
		packages[m.catalog] = c.read
	}
	trials, questions := trialsOf(t, dir, results)
	said := build{packages: packages, parts: "errors,http,client", vet: true}.ask(t, questions)
	for i, tr := range trials {
		tr.of.count(t, tr, said.Answers[i])
	}
	for _, r := range results {
		if lost := said.Lost[r.catalog]; lost != nil {
			t.Errorf("%s: WriteError writes errors so that FromResponse reads others: %v", r.catalog, lost)
		}
	}
	t.Log("\n" + table(results))
	t.Log("\n" + exceptions(results))
}

// logUnmapped tells which catalogs of the folder have no mapping. They are no
// failure: the folder may grow without this repository.
func logUnmapped(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		if name != "fixtures" && !slices.ContainsFunc(mappings, func(m mapping) bool { return m.catalog == name }) {
			t.Logf("left out: %s has no mapping", filepath.Base(file))
		}
	}
}

// A result is what has come of a catalog.
type result struct {
	*conversion
	fixtures, right int
}

// count takes a trial's answer into account.
func (r *result) count(t *testing.T, tr trial, got answer) {
	t.Helper()
	right := tr.right(got)
	if !right {
		t.Errorf("%s: %s: %d %s\nwant %+v\ngot  %+v", tr.Package, tr.source, tr.Status, tr.Body, tr.want, got)
	}
	if tr.isFixture {
		r.fixtures++
		if right {
			r.right++
		}
	}
}

// table shows the results, and their sums.
func table(results []*result) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "catalog\tentries\tleft out\tidentifiers changed\tin more than case\tfixtures right\t")
	var sum [6]int
	for _, r := range results {
		names := r.changed()
		row := [6]int{len(r.entries), len(r.leftOut), len(names), len(inMoreThanCase(names)), r.right, r.fixtures}
		printRow(w, r.catalog, row)
		for i := range row {
			sum[i] += row[i]
		}
	}
	printRow(w, "all", sum)
	w.Flush()
	return b.String()
}

func printRow(w *tabwriter.Writer, name string, n [6]int) {
	fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d/%d\t\n", name, n[0], n[1], n[2], n[3], n[4], n[5])
}

// A renaming is an identifier that is not the given name.
type renaming struct{ given, got string }

func (c *conversion) changed() (names []renaming) {
	for i, e := range c.entries {
		if got := c.read.Errors[i].Name; got != e.given.Name {
			names = append(names, renaming{e.given.Name, got})
		}
	}
	return names
}

func inMoreThanCase(names []renaming) []renaming {
	return slices.DeleteFunc(slices.Clone(names), func(r renaming) bool { return strings.EqualFold(r.given, r.got) })
}

// exceptions lists the identifiers that differ in more than case, and what of
// the catalogs can't be expressed.
func exceptions(results []*result) string {
	var b strings.Builder
	for _, c := range results {
		for _, r := range inMoreThanCase(c.changed()) {
			fmt.Fprintf(&b, "%s: %s is %s\n", c.catalog, r.given, r.got)
		}
		for _, e := range c.leftOut {
			fmt.Fprintf(&b, "%s: left out: %s: %s\n", c.catalog, e.given.Name, e.leftOut)
		}
		for _, what := range c.cannot {
			fmt.Fprintf(&b, "%s: not expressed: %s\n", c.catalog, what)
		}
	}
	return b.String()
}
