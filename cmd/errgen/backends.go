package main

// The back ends that the command knows, and the flags that are for some of them
// alone. A new output is one line here.

import (
	"path/filepath"

	"github.com/spf13/pflag"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/golang"
	"github.com/errgen/errgen/gen/reference"
	"github.com/errgen/errgen/gen/spec"
	"github.com/errgen/errgen/templates/html"
	jsondoc "github.com/errgen/errgen/templates/json"
	"github.com/errgen/errgen/templates/markdown"
)

// A backend is a kind of output, as the command knows it: the flag, and key in
// a spec's outputs, that says where it goes, and what makes it.
type backend struct {
	name  string
	usage string // of the flag, with the name of its value in backquotes
	form  form
	owns  []string // what is the back end's in its folder, as in path.Match
	block bool     // its file may be a block in a hand-written one
	make  func(*order) (gen.Backend, error)
}

// A form is what a back end writes.
type form uint8

const (
	oneFile form = iota
	aFolder
	fileOrFolder // a folder if --split says so, or a slash at the end of its path
)

// backends lists the back ends in the order that help shows.
var backends = []backend{
	{name: "go", usage: "write the Go package into `DIR`", form: aFolder, owns: []string{"*_gen.go"}, make: makeGo},
	{name: "markdown", usage: "write the error reference, a Markdown page, to `FILE`", block: true, make: makeMarkdown},
	{
		name: "html", usage: "write the error reference, a web page, to `FILE`, or with --split into a folder",
		form: fileOrFolder, owns: []string{"*.html", "sitemap.xml"}, make: makeHTML,
	},
	{name: "json", usage: "write the catalog as JSON to `FILE`", make: makeJSON},
}

// An order is what a back end is made from.
type order struct {
	target
	spec    *spec.Document
	options *backendOptions
	getenv  func(string) string
}

// backendOptions are the flags that are for some back ends alone.
type backendOptions struct {
	goPackage string
	goParts   golang.Parts
	goHelpers golang.Helpers
	split     bool
	template  string
	page      gen.Template // what the template's file holds
}

func (o *backendOptions) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&o.goPackage, "package", "", "`NAME` of the Go package (default: that of the files in DIR, "+
		"else $GOPACKAGE if DIR is \".\", else api.package, else DIR's name)")
	flags.Var(&o.goParts, "go-parts", "`LIST` of the Go package's parts to write, separated by commas")
	flags.Var(&o.goHelpers, "go-helpers", "which helpers to make for each error, IsX and AsX: `WHICH` is all or none")
	flags.BoolVar(&o.split, "split", false, "write the HTML as a folder: an index, and a page an error")
	flags.StringVar(&o.template, "template", "", "lay out the Markdown or HTML page by the Go template in `FILE`")
}

// shown is what the pages can show of the Go package.
func (o *backendOptions) shown() reference.GoPackage {
	return reference.GoPackage{NoHelpers: o.goHelpers == golang.NoHelpers, NoClient: !o.goParts.Has("client")}
}

// A use is what a flag is for, when it is not for every back end.
type use struct {
	flag, about string
	backends    []string
	add         string // what adds one of them
	several     bool   // it is for all of them at once
}

var uses = []use{
	{flag: "package", about: "the Go package", backends: []string{"go"}, add: "--go DIR"},
	{
		flag: "go-parts", about: "the Go package or a page that shows it", backends: []string{"go", "markdown", "html"},
		add: "--go DIR, --markdown FILE or --html FILE", several: true,
	},
	{
		flag: "go-helpers", about: "the Go package or the HTML page", backends: []string{"go", "html"},
		add: "--go DIR or --html FILE", several: true,
	},
	{flag: "split", about: "the HTML page", backends: []string{"html"}, add: "--html DIR"},
	{
		flag: "template", about: "the Markdown or HTML page", backends: []string{"markdown", "html"},
		add: "--markdown FILE or --html FILE",
	},
}

func makeGo(o *order) (gen.Backend, error) {
	name, err := packageName(o)
	if err != nil {
		return nil, err
	}
	if o.spec.Package == "" {
		o.spec.Catalog.API.Package = name // which errors begin with, and the pages of this run show
	}
	return golang.Backend{Package: name, Parts: o.options.goParts, Helpers: o.options.goHelpers}, nil
}

func makeMarkdown(o *order) (gen.Backend, error) {
	return markdown.Backend{File: filepath.Base(o.path), Template: o.options.page, Go: o.options.shown()}, nil
}

func makeHTML(o *order) (gen.Backend, error) {
	b := html.Backend{File: filepath.Base(o.path), Template: o.options.page, Go: o.options.shown()}
	if o.folder {
		b.File, b.Split = ".", true
	}
	return b, nil
}

func makeJSON(o *order) (gen.Backend, error) {
	return jsondoc.Backend{File: filepath.Base(o.path)}, nil
}

// findBackend finds a back end by name; nil if there is none.
func findBackend(name string) *backend {
	for i := range backends {
		if backends[i].name == name {
			return &backends[i]
		}
	}
	return nil
}

func backendNames() []string {
	var names []string
	for _, b := range backends {
		names = append(names, b.name)
	}
	return names
}
