package spec

// An included file has `errors` and nothing else, so that no file can include
// what includes it; a spec that includes itself is told so. Paths are relative
// to the spec, may be patterns as path.Match has them, and do not leave its
// folder.

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/errgen/errgen/gen/ident"
)

// An includer reads the files that a spec includes.
type includer struct {
	*source
	files   fs.FS
	self    string             // the spec's name in files
	folders map[string]listing // those that were listed
	read    map[string]bool    // what was read, for files that several patterns match
	names   []string           // the same, in order, as positions have them
}

func newIncluder(s *source, files fs.FS) *includer {
	return &includer{source: s, files: files, self: filepath.Base(s.name), folders: make(map[string]listing), read: make(map[string]bool)}
}

// include reads all that a document includes, behind its own errors, and returns
// the names of the files.
func (r *includer) include(doc *document) []string {
	for _, t := range doc.include {
		if !t.ok() || !r.inside(t) {
			continue
		}
		for _, file := range r.matches(t) {
			if file == r.self {
				r.reportText(t, "include-cycle", fmt.Sprintf("%q is the spec itself, or matches it", t.value), "put what is included into files of its own, such as errors/*.yaml")
			} else if !r.read[file] {
				r.read[file] = true
				doc.errors = append(doc.errors, r.file(t, file)...)
			}
		}
	}
	return r.names
}

// cleaned are paths that are right, without what they need not have.
func cleaned(paths []text) []string {
	list := values(paths)
	for i, p := range list {
		list[i] = path.Clean(p)
	}
	return list
}

// inside reports whether a path is one in the spec's folder.
func (r *includer) inside(t text) bool {
	p := t.value
	switch {
	case r.files == nil:
		r.reportText(t, "include", "there is no folder to include from", "read the spec from the folder that it is in")
	case p == "":
		r.reportText(t, "include", "the path is empty", "write a file or a pattern, such as errors/*.yaml")
	case strings.Contains(p, `\`) || len(p) > 1 && p[1] == ':':
		r.reportText(t, "include", fmt.Sprintf("%q is no path with slashes", p), "write one relative to the spec, such as errors/*.yaml")
	case path.IsAbs(p), path.Clean(p) == "..", strings.HasPrefix(path.Clean(p), "../"):
		r.reportText(t, "include-outside", fmt.Sprintf("%q is outside of the spec's folder", p), "move the file next to the spec, or into a folder there")
	default:
		return true
	}
	return false
}

var includedKeys = []key[included]{
	required("errors", notNone("errors", readErrors), func(i *included) *[]entry { return &i.errors }),
	refused(optional("include", oneOrMore(readText), func(i *included) *[]text { return &i.include })),
}

type included struct {
	errors  []entry
	include []text
}

// file reads the errors of a file that t includes.
func (r *includer) file(t text, name string) []entry {
	src, err := r.load(name)
	if err != nil {
		r.reportFile(t, name, err)
		return nil
	}
	shown := filepath.Join(filepath.Dir(r.name), filepath.FromSlash(name))
	r.names = append(r.names, shown)
	s := newSource(theFile, shown, src, r.findings)
	root := s.nodes()
	if root == nil {
		return nil
	}
	list := readMapping(s, root, s.what, includedKeys)
	for _, t := range list.include {
		r.nested(t, name)
	}
	return list.errors
}

// nested reports what an included file includes.
func (r *includer) nested(t text, from string) {
	if !t.ok() {
		return
	}
	for _, back := range []string{r.self, from} {
		for _, p := range []string{t.value, path.Join(path.Dir(from), t.value)} {
			if ok, err := path.Match(path.Clean(p), back); ok && err == nil {
				r.reportText(t, "include-cycle", fmt.Sprintf("%s includes %s, which is how it came to be included", from, back), "leave include out: an included file has only errors")
				return
			}
		}
	}
	r.reportText(t, "include-nested", "an included file includes nothing itself", "list "+quote(t.value)+" in include of the spec")
}

// load reads a file that is no larger than what may still be read.
func (r *includer) load(name string) ([]byte, error) {
	if err := r.regular(name); err != nil {
		return nil, err
	}
	f, err := r.files.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written to it
	return io.ReadAll(io.LimitReader(f, int64(max(min(maxFile, maxSpec-r.size), 0)+overlong)))
}

// overlong is how much more is read, so that a file that is too large shows.
const overlong = 4

// reportFile says why a file can't be read.
func (r *includer) reportFile(t text, name string, err error) {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.suggest(t, "include-missing", "there is no file "+name, func() string { return r.meantFile(name) })
	case leadsOutside(err):
		r.reportText(t, "include-outside", name+" leads out of the spec's folder", "put the file itself there, not a link to it")
	case errors.Is(err, errFolder):
		r.reportText(t, "include", name+" is a folder", "write "+path.Join(name, "*.yaml")+" for the files in it")
	case errors.Is(err, errNoFile):
		r.reportText(t, "include", name+" is no regular file", "put what is included into a file on the disk")
	default:
		r.reportText(t, "include", fmt.Sprintf("%s can't be read: %s", name, withoutPath(err)), "allow errgen to read it, or leave it out")
	}
}

// meantFile is the advice for a file that is not there.
func (r *includer) meantFile(name string) string {
	folder, base := path.Split(name)
	var others []string
	for _, e := range r.list(path.Clean(folder)).entries {
		switch {
		case e.Name() == base:
			return "it is a link to what is not there: correct the link, or leave it out"
		case path.Join(folder, e.Name()) != r.self:
			others = append(others, e.Name())
		}
	}
	if meant, ok := ident.Closest(base, others); ok {
		return fmt.Sprintf("did you mean %q?", path.Join(folder, meant))
	}
	return "write the path of a file that is there, relative to the spec"
}
