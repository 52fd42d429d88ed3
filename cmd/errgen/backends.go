package main

import (
	"path/filepath"

	"github.com/spf13/pflag"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/golang"
	"github.com/errgen/errgen/gen/spec"
	"github.com/errgen/errgen/templates/markdown"
)

// A backend is a kind of output, as the command knows it: the flag, and key in
// a spec's outputs, that says where it goes, and what makes it.
type backend struct {
	name  string
	usage string // of the flag, with the name of its value in backquotes
	owns  string // what is the back end's in its folder, as in path.Match; if "", it writes one file
	make  func(*order) (gen.Backend, error)
}

// backends lists the back ends in the order that help shows.
var backends = []backend{
	{"go", "write the Go package into `DIR`", "*_gen.go", makeGo},
	{"markdown", "write the error reference, a Markdown page, to `FILE`", "", makeMarkdown},
}

// An order is what a back end is made from.
type order struct {
	path    string // the DIR or FILE
	spec    *spec.Document
	options *backendOptions
	getenv  func(string) string
}

// backendOptions are the flags that are for one back end alone.
type backendOptions struct {
	goPackage string
	goParts   golang.Parts
}

func (o *backendOptions) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&o.goPackage, "package", "", "`NAME` of the Go package (default: that of the files in DIR, "+
		"else $GOPACKAGE if DIR is \".\", else api.package, else DIR's name)")
	flags.Var(&o.goParts, "go-parts", "`LIST` of the Go package's parts to write, separated by commas")
}

func makeGo(o *order) (gen.Backend, error) {
	name, err := packageName(o)
	if err != nil {
		return nil, err
	}
	return golang.Backend{Package: name, Parts: o.options.goParts}, nil
}

func makeMarkdown(o *order) (gen.Backend, error) {
	return markdown.Backend{File: filepath.Base(o.path)}, nil
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
