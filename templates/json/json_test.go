package jsondoc_test

import (
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/spec"
	jsondoc "github.com/errgen/errgen/templates/json"
)

var update = flag.Bool("update", false, "rewrite the golden")

func TestContract(t *testing.T) { gentest.TestBackend(t, jsondoc.Backend{}) }

func TestGolden(t *testing.T) {
	checkGolden(t, "testdata/orders.json", gentest.Orders())
	const path = "testdata/everything.yaml"
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, diags := spec.Read(path, src, nil)
	if len(diags) > 0 {
		t.Fatalf("%s: %v", path, diags)
	}
	checkGolden(t, "testdata/everything.json", doc.Catalog)
}

func checkGolden(t *testing.T, golden string, c *catalog.Catalog) {
	t.Helper()
	got := generate(t, c)
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v: run the test with -update", err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", golden, diff)
	}
}

func generate(t *testing.T, c *catalog.Catalog) []byte {
	t.Helper()
	files, err := jsondoc.Backend{}.Generate(c)
	if err != nil {
		t.Fatal(err)
	}
	return files[0].Data
}

// Hostile texts come through a JSON reader as they went in.
func TestTextsAreExact(t *testing.T) {
	for _, text := range gentest.HostileTexts {
		var got struct {
			API    struct{ Summary string }
			Errors []struct {
				Codes, Causes []string
				Fix           string
				Example       struct{ Body map[string]any }
			}
		}
		if err := json.Unmarshal(generate(t, gentest.HostileWith(text)), &got); err != nil {
			t.Fatalf("with %q: %v", text, err)
		}
		e := got.Errors[0]
		for _, shown := range []string{got.API.Summary, e.Codes[0], e.Causes[1], e.Fix} {
			if shown != text {
				t.Errorf("%q is written as %q", text, shown)
			}
		}
		if e.Example.Body[text] != text {
			t.Errorf("the example for %q has %v", text, e.Example.Body)
		}
	}
}
