// Package golang is the Go back end: it turns a catalog into a Go package of
// errors. What varies with the catalog is built with jennifer, a function each
// declaration, or, where there is one for each error, written as text; what does
// not is the package runtime, real Go beside this one, whose files are copied in
// behind it.
//
// The shape of what is emitted can be read in runtime/*_gen.go, which this
// package makes from runtime/testdata/errors.yaml.
package golang

import (
	"cmp"
	"errors"
	"fmt"
	"math"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

// Backend makes a Go package.
type Backend struct {
	Package string  // its name; "" is the catalog's
	Parts   Parts   // its files; none is all
	Helpers Helpers // those that there may be one of for each error
}

// Name is "go".
func (b Backend) Name() string { return "go" }

// Generate makes the package: a file each part.
func (b Backend) Generate(c *catalog.Catalog) ([]gen.File, error) {
	t, err := newTarget(c, b)
	if err != nil {
		return nil, err
	}
	var files []gen.File
	for i, p := range parts {
		if !b.Parts.has(i) {
			continue
		}
		data, err := t.assemble(p)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.file, err)
		}
		files = append(files, gen.File{Path: p.file, Data: data})
	}
	return files, nil
}

// A target is the package being made.
type target struct {
	*catalog.Catalog
	pkg       string
	parts     Parts
	helpers   Helpers
	wire      []wireCode      // in the catalog's order
	hash      *hashTable      // of them; nil where a switch tells them apart
	places    places          // of the body
	skeletons []catalog.Value // of the bodies that are written; see findSkeletons
	uses      map[string]bool // parts and features, by name
	choices   bool            // one wire code may be several errors', told apart by more than the status
}

func newTarget(c *catalog.Catalog, b Backend) (*target, error) {
	t := &target{Catalog: c, pkg: cmp.Or(b.Package, c.API.Package), parts: b.Parts, helpers: b.Helpers, wire: wireCodes(c.Errors)}
	if err := t.check(); err != nil {
		return nil, err
	}
	var err error
	if t.places, err = newPlaces(t.pointers()); err != nil {
		return nil, err
	}
	t.findSkeletons()
	t.findFeatures()
	return t, nil
}

// prefix is how the package's errors begin: the API's name for itself, whatever
// the package is called here.
func (t *target) prefix() string { return cmp.Or(t.API.Package, t.pkg) }

// check says what keeps a catalog from being a Go package.
func (t *target) check() error {
	switch {
	case !ident.IsPackage(t.pkg):
		return fmt.Errorf("%q is not a name for a Go package; set api.package, or use --package", t.pkg)
	case len(t.Errors) == 0:
		return errors.New("a Go package needs an error, and the catalog has none")
	case len(t.Classes) > math.MaxUint8:
		return fmt.Errorf("the catalog has %d classes; a Go package has room for %d", len(t.Classes), math.MaxUint8)
	case len(t.Actions) > math.MaxUint8:
		return fmt.Errorf("the catalog has %d actions; a Go package has room for %d", len(t.Actions), math.MaxUint8)
	}
	return nil
}

// A part is one file of the package.
type part struct {
	name  string
	file  string
	needs string                 // another part
	doc   func(*target) []string // of the package, in one part alone
	emit  func(*assembly)        // what varies
	fixed func(*target) []string // the files of runtime behind it
	data  func(*assembly)        // tables, at the end
}

var parts = []part{
	{
		name: "errors", file: "errors_gen.go", doc: packageDoc,
		emit: emitErrors, fixed: errorsFiles, data: emitErrorsData,
	},
	{
		name: "http", file: "http_gen.go", needs: "errors",
		emit: emitHTTP, fixed: httpFiles,
	},
	{
		name: "client", file: "client_gen.go", needs: "http",
		emit: emitClient, fixed: clientFiles,
	},
}

// size is about that of the file for n errors, in bytes.
func (p part) size(n int) int {
	const fixed, perError = 64 << 10, 2 << 10
	if p.data == nil {
		return fixed
	}
	return fixed + n*perError
}

// emitErrors emits the API of the errors part.
func emitErrors(a *assembly) {
	t := a.target
	emitCodes(a)
	methods := append(emitFactMethods(t), emitTextMethods(t)...)
	methods = append(methods, emitClass(t)...)
	methods = append(methods, emitAction(t)...)
	methods = append(methods, emitClassHelpers(t)...)
	methods = append(methods, emitByStatus(t))
	methods = append(methods, emitByValue(t)...)
	methods = append(methods, emitChoices(t)...)
	a.exact(append(methods, emitDefaultFor(t))...)
	emitOfErrors(a)
}

// emitErrorsData emits the tables of the errors part.
func emitErrorsData(a *assembly) {
	emitFacts(a)
	emitTexts(a)
	emitHashTable(a)
}

// errorsFiles are the runtime files of the errors part.
func errorsFiles(t *target) []string {
	return filesOf([]fixedFile{
		{"error.go", true}, {"code.go", true}, {"classify.go", true}, {"print.go", true}, {"redact.go", true},
		{"choice.go", t.choices},
		{"code_pattern.go", t.holds("patterns")},
		{"pattern.go", t.holds("patterns")},
		{"arena.go", t.large() || t.hashed()},
		{"arena_lists.go", t.large()},
		{"hash.go", t.hashed()},
		{"choice_hash.go", t.hashed() && t.choices},
	})
}

// A fixedFile is a file of runtime that a part has if something holds.
type fixedFile struct {
	name string
	when bool
}

// filesOf lists the files for which it holds.
func filesOf(files []fixedFile) []string {
	var names []string
	for _, f := range files {
		if f.when {
			names = append(names, f.name)
		}
	}
	return names
}
