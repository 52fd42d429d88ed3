package main

// What a run of generate is to make: which outputs, where they go, and their files.

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
	"github.com/errgen/errgen/gen/output"
	"github.com/errgen/errgen/gen/spec"
)

// A target is one output that is to be made.
type target struct {
	backend *backend
	path    string // its DIR or FILE, from the working directory
	folder  bool   // it is a DIR
}

func (o *generateOptions) target(b *backend, path string) target {
	split := b.form == fileOrFolder && (o.backend.split || endsInSlash(path))
	return target{b, path, b.form == aFolder || split}
}

func endsInSlash(path string) bool { return strings.HasSuffix(filepath.ToSlash(path), "/") }

// dir is the folder that the files of the back end are relative to.
func (t target) dir() string {
	if t.folder {
		return t.path
	}
	return filepath.Dir(t.path)
}

// targets are the outputs asked for by flags, else those in the spec, else the
// Go package beside the file that go generate runs for.
func (o *generateOptions) targets(c *console, specPath string, doc *spec.Document) ([]target, error) {
	targets := o.flagged()
	if len(targets) == 0 {
		var err error
		if targets, err = o.fromSpec(c, specPath, doc.Outputs); err != nil {
			return nil, err
		}
	}
	if len(targets) == 0 && c.getenv("GOFILE") != "" && c.getenv("GOPACKAGE") != "" {
		targets = []target{o.target(findBackend("go"), ".")}
	}
	if len(targets) == 0 {
		return nil, fmt.Errorf("nothing to generate: add --go DIR, or %q to %s", "outputs: {go: DIR}", specPath)
	}
	return targets, o.checkTargets(targets)
}

// flagged are the targets that flags name.
func (o *generateOptions) flagged() []target {
	var targets []target
	for i := range backends {
		if b := &backends[i]; o.flags.Changed(b.name) {
			targets = append(targets, o.target(b, o.paths[i]))
		}
	}
	return targets
}

// fromSpec are the targets in the spec, whose paths start where the spec is.
func (o *generateOptions) fromSpec(c *console, specPath string, outputs []spec.Output) ([]target, error) {
	var targets []target
	var unknown diag.List
	for _, out := range outputs {
		b := findBackend(out.Backend)
		if b == nil {
			unknown = append(unknown, unknownBackend(out))
			continue
		}
		targets = append(targets, o.target(b, besideSpec(specPath, out.Path)))
	}
	return targets, c.tell(unknown, o.color)
}

func unknownBackend(out spec.Output) diag.Diagnostic {
	hint := "write one of " + strings.Join(backendNames(), ", ")
	if question := meant(out.Backend, backendNames()); question != "" {
		hint = question
	}
	return diag.Diagnostic{
		Place:   out.BackendAt,
		Rule:    "unknown-output",
		Message: fmt.Sprintf("there is no output %q", out.Backend),
		Hint:    hint,
	}
}

// besideSpec makes a path in a spec one from the working directory. A slash at
// its end, by which it names a folder, stays.
func besideSpec(specPath, path string) string {
	local := filepath.FromSlash(path)
	if !filepath.IsAbs(local) && specPath != stdinSpec {
		local = filepath.Join(filepath.Dir(specPath), local)
	}
	if strings.HasSuffix(path, "/") {
		local += string(filepath.Separator)
	}
	return local
}

func (o *generateOptions) checkTargets(targets []target) error {
	for _, t := range targets {
		switch {
		case !t.folder && endsInSlash(t.path):
			return fmt.Errorf("output %s is a folder; name the file in it that --%s is to write", t.path, t.backend.name)
		case t.folder && t.backend.form == fileOrFolder && filepath.Ext(t.path) == "."+t.backend.name:
			return fmt.Errorf("output %s is a file, but --split writes a folder; name one with --%s DIR", t.path, t.backend.name)
		}
	}
	for _, u := range uses {
		if o.flags.Changed(u.flag) {
			if err := u.check(targets); err != nil {
				return err
			}
		}
	}
	return nil
}

// check refuses a flag that is for none of the targets, or for which of several
// is not clear.
func (u use) check(targets []target) error {
	var users []string
	for _, t := range targets {
		if slices.Contains(u.backends, t.backend.name) {
			users = append(users, "--"+t.backend.name)
		}
	}
	switch {
	case len(users) == 0:
		return fmt.Errorf("flag --%s is about %s, which is not among the outputs; add %s", u.flag, u.about, u.add)
	case len(users) > 1 && !u.several:
		return fmt.Errorf("flag --%s is for one of %s; write them one after the other", u.flag, strings.Join(users, ", "))
	}
	return nil
}

// render makes the targets' files, all of them in memory.
func (o *generateOptions) render(c *console, doc *spec.Document, targets []target) ([]output.File, error) {
	if err := o.backend.readTemplate(); err != nil {
		return nil, err
	}
	makers := make([]gen.Backend, len(targets))
	for i, t := range targets {
		b, err := t.backend.make(&order{t, doc, &o.backend, c.getenv})
		if err != nil {
			return nil, err
		}
		makers[i] = b
	}
	var files []output.File
	for i, made := range generateAll(makers, doc.Catalog) {
		if made.err != nil {
			return nil, fmt.Errorf("cannot generate %s: %w", makers[i].Name(), made.err)
		}
		files = append(files, targets[i].placed(made.files)...)
	}
	if len(files) == 0 {
		return nil, errors.New("the outputs have no files, so there is nothing to write or compare")
	}
	return files, o.backend.checkHeaders(files)
}

// A made output is what a back end gave.
type made struct {
	files []gen.File
	err   error
}

// generateAll has the back ends work side by side, as they can: a catalog is
// only read.
func generateAll(makers []gen.Backend, c *catalog.Catalog) []made {
	all := make([]made, len(makers))
	var working sync.WaitGroup
	for i, b := range makers {
		working.Add(1)
		go func() {
			defer working.Done()
			all[i].files, all[i].err = b.Generate(c)
		}()
	}
	working.Wait()
	return all
}

// placed is files where they go on the disk.
func (t target) placed(made []gen.File) []output.File {
	files := make([]output.File, len(made))
	for i, f := range made {
		path := filepath.Join(t.dir(), filepath.FromSlash(f.Path))
		files[i] = output.File{Path: path, Data: f.Data, Block: t.backend.block}
	}
	return files
}

// checkIncluded refuses files that the next run would read as a part of the spec.
func checkIncluded(files []output.File, specPath string, doc *spec.Document) error {
	if len(doc.Patterns) == 0 {
		return nil
	}
	folder, err := filepath.Abs(besideSpec(specPath, "."))
	if err != nil {
		return fmt.Errorf("cannot tell where the spec is: %w", err)
	}
	for _, f := range files {
		at, err := filepath.Abs(f.Path)
		if err != nil {
			return fmt.Errorf("cannot tell where output %s goes: %w", f.Path, err)
		}
		inside, err := filepath.Rel(folder, at)
		if err != nil {
			continue // on another volume
		}
		including := func(pattern string) bool {
			matches, _ := path.Match(pattern, filepath.ToSlash(inside)) // patterns were checked
			return matches
		}
		if i := slices.IndexFunc(doc.Patterns, including); i >= 0 {
			return fmt.Errorf("output %s would be read as a part of the spec, which includes %s: name another file", f.Path, doc.Patterns[i])
		}
	}
	return nil
}

// ownedDirs are the folders in which targets may leave orphans.
func ownedDirs(targets []target) []output.Dir {
	var dirs []output.Dir
	for _, t := range targets {
		if !t.folder {
			continue
		}
		for _, pattern := range t.backend.owns {
			dirs = append(dirs, output.Dir{Path: t.path, Pattern: pattern})
		}
	}
	return dirs
}
