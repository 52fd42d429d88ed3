// Package gen turns a catalog into files. It touches no disk, clock or
// environment: the same catalog always gives the same bytes.
package gen

import "github.com/errgen/errgen/gen/catalog"

// A Backend makes one kind of output from a catalog. Its options are the typed
// fields of its value. All back ends keep one contract, tested by
// gen/gentest: Generate is pure and deterministic, and every file it returns
// has a clean relative path, bears the generated-file header, and ends in a
// line break.
type Backend interface {
	Name() string // "go", "markdown"
	Generate(*catalog.Catalog) ([]File, error)
}

// A File is one file of output.
type File struct {
	Path string // relative, slash-separated
	Data []byte
}

// A Template is one of the user's own, for a back end to use in place of a
// page's.
type Template struct {
	Name string // its file, for messages
	Text string
}
