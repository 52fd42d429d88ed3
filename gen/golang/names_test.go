package golang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/ident"
)

// TestPrefixes checks that the names which specs are checked by are those that
// are made here.
func TestPrefixes(t *testing.T) {
	e := &catalog.Error{Name: "X"}
	got := []string{codeName(e), isName(e), asName(e), newName(e), className(&catalog.Class{Name: "X"}), actionName(&catalog.Action{Name: "X"})}
	var want []string
	for _, prefix := range prefixes() {
		want = append(want, prefix+"X")
	}
	if !slices.Equal(got, want) {
		t.Errorf("identifiers are %q, want %q", got, want)
	}
}

// prefixes are what identifiers begin with that are made from names. Since all
// are in capitals, they clash with exported identifiers alone.
func prefixes() []string { return append(slices.Clip(ident.ErrorPrefixes), "Class", "Action") }

// TestReserved checks that the reserved identifiers are all those that packages
// have anyway, whatever their catalog, and that could be made from a name.
func TestReserved(t *testing.T) {
	reserved := map[string]bool{}
	for _, id := range fixedIdentifiers(t) {
		for _, prefix := range prefixes() {
			if name, ok := strings.CutPrefix(id, prefix); ok && ident.IsExported(name) {
				reserved[id] = true
			}
		}
		if strings.HasPrefix(id, "Is") && strings.HasSuffix(id, "Error") {
			t.Errorf("%s may be a class's", id)
		}
	}
	var got []string
	for id := range reserved {
		got = append(got, id)
	}
	slices.Sort(got)
	if diff := cmp.Diff(ident.Reserved, got); diff != "" {
		t.Errorf("ident.Reserved is not what packages have (-reserved +there):\n%s", diff)
	}
}

// fixedIdentifiers are those at package level that are not made from names: all
// of runtime's, with those of every feature, and what is emitted for each of
// many catalogs.
func fixedIdentifiers(t *testing.T) (ids []string) {
	t.Helper()
	names, err := fs.Glob(runtimeFiles, "runtime/*.go")
	if err != nil || len(names) == 0 {
		t.Fatal("no files: ", err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(runtimeFiles, name)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, declared(t, src)...)
	}
	for _, c := range append(gentest.Cases(), gentest.Features()...) {
		made := fromNames(c.Catalog())
		for _, f := range halves(t, c.Catalog(), "emitted") {
			ids = append(ids, slices.DeleteFunc(declared(t, f.Data), func(id string) bool { return made[id] })...)
		}
	}
	return ids
}

// fromNames are the identifiers that a catalog's names make.
func fromNames(c *catalog.Catalog) map[string]bool {
	made := map[string]bool{}
	for i := range c.Errors {
		for _, name := range append([]string{c.Errors[i].Name}, c.Errors[i].Aliases...) {
			for _, prefix := range ident.ErrorPrefixes {
				made[prefix+name] = true
			}
		}
	}
	for i := range c.Classes {
		made[className(&c.Classes[i])], made[isClassName(&c.Classes[i])] = true, true
	}
	for i := range c.Actions {
		made[actionName(&c.Actions[i])] = true
	}
	return made
}

// declared are the identifiers that a file declares at package level.
func declared(t *testing.T, src []byte) (ids []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "", src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				ids = append(ids, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				ids = append(ids, specNames(spec)...)
			}
		}
	}
	return ids
}

func specNames(spec ast.Spec) (ids []string) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		ids = append(ids, spec.Name.Name)
	case *ast.ValueSpec:
		for _, name := range spec.Names {
			ids = append(ids, name.Name)
		}
	}
	return ids
}

func TestParamNames(t *testing.T) {
	var params []catalog.Param
	for _, name := range []string{"iccid", "type", "typeValue", "string", "len", "strconv", "time", "timeValue", "err", "code"} {
		params = append(params, catalog.Param{Ident: name})
	}
	want := []string{"iccid", "typeValue", "typeValueValue", "stringValue", "lenValue", "strconvValue", "timeValue", "timeValueValue", "err", "code"}
	if got := paramNames(params); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestIdentifiers(t *testing.T) {
	e := catalog.Error{Name: "NoSIM", Aliases: []string{"A", "B"}, Params: []catalog.Param{{Ident: "iccid"}}}
	if got := strings.Join(Identifiers(&e), " "); got != "ErrNoSIM ErrA ErrB NewNoSIM" {
		t.Error(got)
	}
	if got := Identifiers(&catalog.Error{Name: "E"}); !slices.Equal(got, []string{"ErrE"}) {
		t.Error(got)
	}
}
