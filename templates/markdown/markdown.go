// Package markdown is the back end that writes the error reference as one page
// of CommonMark, which GitHub and mdBook render the same.
//
// What the page says is decided in Go, in small view structs; the templates
// only lay it out. Whatever comes from the catalog passes through escape.go,
// so that it shows as the text it is.
package markdown

import (
	"bytes"
	"cmp"
	"embed"
	"text/template"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
)

// A Backend writes the error reference.
type Backend struct {
	File string // the page's path; "" means errors.md
}

//go:embed *.tmpl
var files embed.FS

var templates = template.Must(template.New("").ParseFS(files, "*.tmpl"))

// Name is "markdown".
func (Backend) Name() string { return "markdown" }

// Generate returns the page.
func (b Backend) Generate(c *catalog.Catalog) ([]gen.File, error) {
	var page bytes.Buffer
	if err := templates.ExecuteTemplate(&page, "page.md.tmpl", newPage(c)); err != nil {
		return nil, err
	}
	return []gen.File{{Path: cmp.Or(b.File, "errors.md"), Data: page.Bytes()}}, nil
}
