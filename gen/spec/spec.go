// Package spec reads errors.yaml: bytes in; a checked catalog out, or all that
// is wrong with it, each with its position and what to write instead.
//
// A spec goes through phases, each in files of its own:
//
//	bytes     bytes.go, source.go    is it UTF-8 text of a bearable size, without control characters
//	YAML      yaml.go, pieces.go,    is it one YAML document; the text of each node in the source
//	          syntax.go
//	nodes     nodes.go               does it use only what errgen reads of YAML: no tags, merges, duplicates
//	document  document.go, keys.go,  a typed tree in which every text knows its place: unknown, missing and
//	          reader.go              ill-typed keys are found here
//	include   include.go             the same for the files that the spec includes
//	check     check.go and the rest  what the texts mean: references resolved, names given, clashes found
//
// Wrong bytes and wrong YAML end the report, since nothing after them can be
// trusted. From there on every phase reports what it finds and goes on with
// the rest, so that one run tells everything.
//
// # Scalars
//
// Every scalar is text, as it is written: 01000, 1e3, no and 2024-01-01 are
// those characters, wherever YAML 1.1 or 1.2 would read something else. Only
// the values in `example` and `constants` are JSON: a plain scalar that matches
// JSON's grammar for a number, true, false or null is that, unless
// response.fields documents its member as a string. The line breaks that end a
// block scalar (| and >) are left out.
//
// What YAML would cut silently is rejected: text followed by a # that looks
// like a part of it ("see #42"; a comment starts with # and a blank), text
// after ! or after an anchor that nothing refers to, and the key without a value
// that an unquoted comma in braces, or a colon without a blank, makes.
//
// # Including
//
// Each included file is a source of its own. Every text knows the source that it
// stands in, so that whatever is reported later names the right file.
//
// # Adding a key
//
// A key is one line in the table of its mapping (document.go): its name, how it
// is read, and the field that it goes to. What its text means is checked in the
// phase after that, in the file about it, and lands in a field of the catalog.
package spec

import (
	"io/fs"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
)

// A Document is what a spec says: the catalog, and where to write what is made
// of it.
type Document struct {
	Catalog  *catalog.Catalog // nil if the spec has errors
	Package  string           // api.package; "" if not given, where Catalog.API.Package follows from the rest
	Outputs  []Output         // in the order given
	Included []string         // the files that were read besides the spec, as positions name them
	Searched []string         // the folders in which patterns were looked for: a new file there may be included
	Patterns []string         // what it includes, as path.Match has it, relative to the spec
}

// An Output is what a bare `errgen generate` writes.
type Output struct {
	Backend string // the back end's name: "go"
	Path    string // relative to the spec, slash-separated

	BackendAt diag.Place // where the back end is named
	PathAt    diag.Place // where the path is
}

// Read reads a spec; name is its file for positions. What it includes is read
// from files, the folder that the spec is in; a nil folder has none. The list is
// sorted; the document's catalog is nil if and only if it has errors.
func Read(name string, src []byte, files fs.FS) (*Document, diag.List) {
	s := newSource(theSpec, name, src, new(findings))
	doc := read(s, files)
	s.diags.Sort()
	if s.diags.HasErrors() {
		doc.Catalog = nil
	}
	return doc, s.diags
}

func read(s *source, files fs.FS) *Document {
	root := s.nodes()
	if root == nil {
		return &Document{}
	}
	doc := readMapping(s, root, s.what, documentKeys)
	if !hasKey(root, "errors") && !hasKey(root, "include") {
		s.report(s.place(root), "missing-key", "the spec has no errors", "add errors: …")
	}
	includer := newIncluder(s, files)
	included := includer.include(&doc)
	d := check(s.findings, &doc)
	d.Included, d.Searched, d.Patterns = included, includer.searched(), cleaned(doc.include)
	return d
}

// nodes is a file as the mapping of nodes that it has to be; nil if it is none.
func (s *source) nodes() *yaml.Node {
	if !s.checkBytes() {
		return nil
	}
	root := s.parse()
	if root != nil {
		s.checkNodes(root)
	}
	return root
}
