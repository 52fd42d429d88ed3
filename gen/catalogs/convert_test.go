// From a catalog as it is given to errors.yaml: the head is written by hand, in
// testdata/heads, and the errors follow, a line each.

package catalogs_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
	"github.com/errgen/errgen/gen/spec"
)

// An entry is one of `errors`. As JSON, which is YAML too, it is a line of the
// spec.
type entry struct {
	Status      []string `json:"status,omitempty"`
	Domain      string   `json:"domain,omitempty"`
	Code        []string `json:"code,omitempty"`
	Pattern     string   `json:"pattern,omitempty"`
	Name        string   `json:"name,omitempty"`
	Title       string   `json:"title,omitempty"`
	Class       string   `json:"class,omitempty"`
	Action      string   `json:"action,omitempty"`
	Message     string   `json:"message,omitempty"`
	Description string   `json:"description,omitempty"`
	Fix         string   `json:"fix,omitempty"`

	leftOut string // why it is no entry of the spec
	given   *given
}

// A conversion is a catalog, converted and read.
type conversion struct {
	mapping
	source
	entries []entry // those of the spec, in its order
	leftOut []entry
	read    *catalog.Catalog
}

// convert makes a spec of a catalog, and reads it.
func convert(t *testing.T, dir string, m mapping) *conversion {
	t.Helper()
	c := &conversion{mapping: m}
	readJSON(t, filepath.Join(dir, m.catalog+".json"), &c.source)
	for i := range c.Errors {
		if e := m.entry(&c.Errors[i]); e.leftOut != "" {
			c.leftOut = append(c.leftOut, e)
		} else {
			c.entries = append(c.entries, e)
		}
	}
	head := readFile(t, filepath.Join("testdata", "heads", m.catalog+".yaml"))
	c.read = readSpec(t, m.catalog+".yaml", append(head, lines(t, c.entries)...))
	return c
}

// entry is what a given entry comes to: what it says, changed by the rules.
func (m *mapping) entry(g *given) entry {
	e := entry{Message: g.Message, Description: g.Description, Fix: g.Fix, given: g}
	if g.Status != nil {
		e.Status = []string{strconv.Itoa(*g.Status)}
	}
	for _, s := range g.Statuses {
		e.Status = append(e.Status, strconv.Itoa(s))
	}
	if g.Code != "" {
		e.Code = []string{string(g.Code)}
	}
	for _, r := range m.rules {
		r(&e)
	}
	return e
}

// lines are the `errors` of a spec.
func lines(t *testing.T, entries []entry) []byte {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("errors:\n")
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i := range entries {
		b.WriteString("  - ")
		if err := enc.Encode(&entries[i]); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

// readSpec reads a spec in which nothing may be found.
func readSpec(t *testing.T, name string, src []byte) *catalog.Catalog {
	t.Helper()
	doc, found := spec.Read(name, src, nil)
	if len(found) > 0 {
		t.Fatalf("%s has diagnostics:\n%s", name, printed(found))
	}
	return doc.Catalog
}

func printed(found diag.List) string {
	var b bytes.Buffer
	found.Print(&b, false)
	return b.String()
}
