// Package golang is the Go back end: it turns a catalog into a Go package of
// errors. What varies with the catalog (codes, tables, helpers, docs) is built
// with jennifer, a function each declaration; what does not is the package
// runtime, real Go beside this one, whose files are copied in behind it.
//
// The shape of what is emitted can be read in runtime/*_gen.go, which this
// package makes from runtime/testdata/errors.yaml.
package golang

import (
	"cmp"
	"errors"
	"fmt"
	"math"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
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
	pkg     string
	parts   Parts
	helpers Helpers
	wire    []wireCode      // in the catalog's order
	places  places          // of the body
	uses    map[string]bool // parts and features, by name
	choices bool            // one wire code may be several errors', told apart by more than the status
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
	t.findFeatures()
	return t, nil
}

// prefix is how the package's errors begin: the API's name for itself, whatever
// the package is called here.
func (t *target) prefix() string { return cmp.Or(t.API.Package, t.pkg) }

// check says what keeps a catalog from being a Go package.
func (t *target) check() error {
	switch {
	case !isPackageName(t.pkg):
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
	needs string                    // another part
	doc   func(*target) []string    // of the package, in one part alone
	emit  func(*target) []*jen.File // what varies
	fixed func(*target) []string    // the files of runtime behind it
	data  func(*target) []*jen.File // tables, at the end
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

// emitErrors emits the API of the errors part.
func emitErrors(t *target) []*jen.File {
	methods := append(emitFactMethods(t), emitTextMethods(t)...)
	methods = append(methods, emitClass(t)...)
	methods = append(methods, emitAction(t)...)
	methods = append(methods, emitClassHelpers(t)...)
	methods = append(methods, emitByStatus(t))
	methods = append(methods, emitByValue(t)...)
	methods = append(methods, emitChoices(t)...)
	methods = append(methods, emitDefaultFor(t))
	files := []*jen.File{emitCodes(t), looseFile(methods...)}
	if ofErrors := emitOfErrors(t); len(ofErrors) > 0 {
		files = append(files, exactFile(ofErrors...))
	}
	return files
}

// emitErrorsData emits the tables of the errors part.
func emitErrorsData(t *target) []*jen.File {
	tables := append(emitFacts(t), emitTexts(t)...)
	var files []*jen.File
	for _, table := range append(tables, emitHashTable(t)...) {
		files = append(files, exactFile(table)) // each alone, since jennifer keeps a file's text several times
	}
	return files
}

// errorsFiles are the runtime files of the errors part.
func errorsFiles(t *target) []string {
	hashed := len(t.wire) > mostInSwitch
	return filesOf([]fixedFile{
		{"error.go", true}, {"code.go", true}, {"classify.go", true}, {"print.go", true}, {"redact.go", true},
		{"choice.go", t.choices},
		{"code_pattern.go", t.holds("patterns")},
		{"pattern.go", t.holds("patterns")},
		{"arena.go", t.large()},
		{"column.go", t.large() || hashed},
		{"hash.go", hashed},
		{"choice_hash.go", hashed && t.choices},
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
