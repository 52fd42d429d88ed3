package golang

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/spec"
)

// TestGolden compares a whole package with the one that is checked in for the
// example API.
func TestGolden(t *testing.T) {
	for _, f := range generate(t, readSpec(t, "../../errors.yaml")) {
		checkGolden(t, filepath.Join("..", "..", "generated", "monogoto", f.Path), f.Data)
	}
}

// TestGoldenHalves compares what is emitted for other catalogs, without the
// fixed half, with what is in testdata; and with what is in runtime, whose
// fixed half is compiled and tested with it.
func TestGoldenHalves(t *testing.T) {
	for _, c := range []struct {
		dir     string
		catalog *catalog.Catalog
	}{
		{"testdata/minimal", gentest.Minimal()},
		{"testdata/bare", gentest.Bare()},
		{"testdata/unusual", gentest.Unusual()},
		{"runtime", readSpec(t, "runtime/testdata/errors.yaml")},
	} {
		for _, f := range halves(t, c.catalog, path.Base(c.dir)) {
			checkGolden(t, filepath.Join(filepath.FromSlash(c.dir), f.Path), f.Data)
		}
	}
}

// halves is a package without its doc and its fixed half.
func halves(t testing.TB, c *catalog.Catalog, pkg string) (files []gen.File) {
	t.Helper()
	for _, p := range parts {
		p.doc, p.fixed = nil, nil
		target, err := newTarget(c, Backend{Package: pkg})
		if err != nil {
			t.Fatal(err)
		}
		data, err := target.assemble(p)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, gen.File{Path: p.file, Data: data})
	}
	return files
}

// TestEverything checks that the catalog that back ends are tested with is the one
// that the runtime is tested with.
func TestEverything(t *testing.T) {
	c := readSpec(t, "runtime/testdata/errors.yaml")
	if diff := cmp.Diff(gentest.Everything(), c, cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
		t.Errorf("(-gentest +spec):\n%s", diff)
	}
}

func readSpec(t *testing.T, name string) *catalog.Catalog {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, diags := spec.Read(name, src, nil)
	if doc.Catalog == nil {
		t.Fatalf("%s: %v", name, diags)
	}
	return doc.Catalog
}

// checkGolden compares a file with what it is to be; -update rewrites it.
func checkGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		writeFile(t, name, got)
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v; write it with go test ./gen/golang -update", err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s is stale; see what changed, then run go test ./gen/golang -update (-stale +now):\n%s",
			name, cmp.Diff(string(want), string(got)))
	}
}
