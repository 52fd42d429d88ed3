package jsondoc_test

import (
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	jsondoc "github.com/errgen/errgen/templates/json"
)

var update = flag.Bool("update", false, "rewrite the golden")

func TestContract(t *testing.T) { gentest.TestBackend(t, jsondoc.Backend{}) }

func TestGolden(t *testing.T) {
	const golden = "testdata/orders.json"
	got := generate(t, gentest.Orders())
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
		t.Errorf("-want +got:\n%s", diff)
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

// The schema describes each member of the document, in the same order, and no
// other: what the browser suite validates is all there is.
func TestSchemaNamesEveryMember(t *testing.T) {
	src, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Required   []string
		Properties map[string]json.RawMessage
		Defs       map[string]struct{ Required []string } `json:"$defs"`
	}
	if err := json.Unmarshal(src, &schema); err != nil {
		t.Fatal(err)
	}
	data := generate(t, gentest.Orders())
	if diff := cmp.Diff(members(t, data), schema.Required); diff != "" {
		t.Errorf("document (-document +schema):\n%s", diff)
	}
	var document struct{ Errors []json.RawMessage }
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(members(t, document.Errors[0]), schema.Defs["error"].Required); diff != "" {
		t.Errorf("error (-document +schema):\n%s", diff)
	}
}

// members lists the names of an object's members in order.
func members(t *testing.T, object []byte) []string {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(string(object)))
	if _, err := dec.Token(); err != nil {
		t.Fatal(err)
	}
	var names []string
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, name.(string))
		var skip json.RawMessage
		if err := dec.Decode(&skip); err != nil {
			t.Fatal(err)
		}
	}
	return names
}

// Whatever field the model of an error gains, the document is to have it.
func TestEveryFieldIsWritten(t *testing.T) {
	known := []string{
		"Pos", // of the spec's text, which the document is not about
		"Name", "Statuses", "Codes", "Title", "Class", "Qualifier", "Action", "Message", "Description",
		"Causes", "Fix", "Section", "URL", "Example", "ExampleHeaders",
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[catalog.Error]()) {
		if !slices.Contains(known, f.Name) {
			t.Errorf("catalog.Error has a field %s, which the document and schema.json lack", f.Name)
		}
	}
}
