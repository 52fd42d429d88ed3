package main

// Finding and reading the spec, for all commands that take one.

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/errgen/errgen/gen/diag"
	"github.com/errgen/errgen/gen/spec"
)

const (
	defaultSpec = "errors.yaml"
	stdinSpec   = "-"
	stdinName   = "<stdin>" // in positions

	// readLimit bounds what is read of an endless input. It is more than
	// spec.Read takes.
	readLimit = 65 << 20
)

// specArg is the spec that a command's arguments name.
func specArg(args []string) (string, error) {
	switch len(args) {
	case 0:
		return defaultSpec, nil
	case 1:
		return args[0], nil
	}
	return "", fmt.Errorf("one SPEC at a time, not %d: %s", len(args), strings.Join(args, " "))
}

// readSpec reads a spec, or says what to write where there is none: something
// such as the usage given.
func (c *console) readSpec(path, usage string) (*spec.Document, diag.List, error) {
	if path == stdinSpec {
		return parseSpec(stdinName, ".", c.stdin)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, explainNoSpec(path, usage, err)
	}
	defer func() { _ = file.Close() }() // nothing was written to it
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, nil, fmt.Errorf("spec %s is a folder; name the file in it, as in %s", path, filepath.Join(path, defaultSpec))
	}
	return parseSpec(path, filepath.Dir(path), file)
}

// parseSpec reads a spec, and what it includes from its folder.
func parseSpec(name, folder string, r io.Reader) (*spec.Document, diag.List, error) {
	src, err := io.ReadAll(io.LimitReader(r, readLimit))
	if err != nil {
		return nil, nil, fmt.Errorf("cannot read the spec: %w", err)
	}
	root, err := os.OpenRoot(folder) // which no link leads out of
	if err != nil {
		doc, found := spec.Read(name, src, nil)
		return doc, found, nil
	}
	defer func() { _ = root.Close() }()
	doc, found := spec.Read(name, src, root.FS())
	return doc, found, nil
}

// tell prints what was found in a spec, and ends the command if that can't be
// used.
func (c *console) tell(found diag.List, color colorChoice) error {
	found.Print(c.stderr, c.color(color, c.stderr))
	if found.HasErrors() {
		return errTold
	}
	return nil
}

func explainNoSpec(path, usage string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no spec %s%s; name the spec, as in %q",
			path, suggest(filepath.Base(path), specsIn(filepath.Dir(path))), usage)
	}
	return fmt.Errorf("cannot read the spec: %w", err)
}

// specsIn lists the names of the YAML files in a folder, as far as it can.
func specsIn(dir string) []string {
	var names []string
	for _, pattern := range []string{"*.yaml", "*.yml"} {
		paths, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, path := range paths {
			names = append(names, filepath.Base(path))
		}
	}
	return names
}
