// Package jsondoc is the back end that writes the catalog as data, for tools
// that are not errgen's. schema.json describes the document.
package jsondoc

import (
	"bytes"
	"cmp"
	"encoding/json"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
)

// SchemaVersion is that of the document: it grows when a reader written for the
// one before could go wrong, not when members are added.
const SchemaVersion = 1

// A Backend writes the catalog as JSON.
type Backend struct {
	File string // the document's path; "" means errors.json
}

// Name is "json".
func (Backend) Name() string { return "json" }

// Generate returns the document.
func (b Backend) Generate(c *catalog.Catalog) ([]gen.File, error) {
	var data bytes.Buffer
	enc := json.NewEncoder(&data)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(newDocument(c)); err != nil {
		return nil, err
	}
	// A byte-order mark occurs within strings only, and is better seen there.
	text := bytes.ReplaceAll(data.Bytes(), []byte("\ufeff"), []byte(`\ufeff`))
	return []gen.File{{Path: cmp.Or(b.File, "errors.json"), Data: text}}, nil
}
