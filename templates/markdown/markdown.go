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
	"sync"
	"text/template"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// A Backend writes the error reference.
type Backend struct {
	File     string       // the page's path; "" means errors.md
	Template gen.Template // in place of page.md.tmpl, if it has a name; its view is a Page

	Go reference.GoPackage // what the page shows
}

//go:embed *.tmpl
var files embed.FS

var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").ParseFS(files, "*.tmpl"))
})

// Name is "markdown".
func (Backend) Name() string { return "markdown" }

// Generate returns the page.
func (b Backend) Generate(c *catalog.Catalog) ([]gen.File, error) {
	t, err := b.template()
	if err != nil {
		return nil, err
	}
	var page bytes.Buffer
	page.Grow(len(c.Errors) * usualSection)
	if err := t.Execute(&page, newPage(c, b.Go)); err != nil {
		return nil, err
	}
	return []gen.File{{Path: cmp.Or(b.File, "errors.md"), Data: page.Bytes()}}, nil
}

// usualSection is about how much of the page an error takes, in bytes.
const usualSection = 1280

// template is the page's. One of the user's own may use the others, and define
// them anew.
func (b Backend) template() (*template.Template, error) {
	if b.Template.Name == "" {
		return templates().Lookup("page.md.tmpl"), nil
	}
	all, err := templates().Clone()
	if err != nil {
		return nil, err
	}
	return all.New(b.Template.Name).Parse(b.Template.Text)
}
