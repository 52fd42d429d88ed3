package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// A resolver finds out where paths lead, each folder's once.
type resolver map[string]string // folders

// resolve is where a path leads: absolute, with every link followed, so that a
// linked output is written to the file behind the link and the link stays. The
// file, and folders above it, need not exist.
func (r resolver) resolve(path string) (string, error) {
	path = filepath.Clean(path)
	parent := filepath.Dir(path)
	if parent == path {
		abs, err := filepath.Abs(path)
		if err != nil {
			return "", err
		}
		return filepath.EvalSymlinks(abs)
	}
	folder, err := r.folder(parent)
	if err != nil {
		return "", err
	}
	target := filepath.Join(folder, filepath.Base(path))
	info, err := os.Lstat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return target, nil
	case err != nil:
		return "", err
	case info.Mode()&(fs.ModeSymlink|fs.ModeIrregular) != 0: // a junction is irregular
		return follow(path, target)
	}
	return target, nil
}

// folder is resolve for a folder, remembered.
func (r resolver) folder(path string) (string, error) {
	if target, known := r[path]; known {
		return target, nil
	}
	target, err := r.resolve(path)
	if err == nil {
		r[path] = target
	}
	return target, err
}

// follow is where a link leads; path is how people know it.
func follow(path, link string) (string, error) {
	_, err := os.Stat(link) // which says more than EvalSymlinks about what is wrong
	switch {
	case err == nil:
		return filepath.EvalSymlinks(link)
	case !errors.Is(err, fs.ErrNotExist):
		return "", err
	}
	next, err := os.Readlink(link)
	if err != nil {
		return "", err
	}
	return "", fmt.Errorf("%s is a link to %s, which does not exist: remove the link, or make what it leads to", path, next)
}

// targets are the paths of files as given, by where they lead. Paths that differ
// in case alone count as one: on many systems they are.
type targets map[string]string

// taken is which path leads to the target, if any does.
func (t targets) taken(target string) (path string, ok bool) {
	path, ok = t[strings.Map(unfold, target)]
	return path, ok
}

func (t targets) take(target, path string) { t[strings.Map(unfold, target)] = path }

// unfold is the least of the characters that differ from r in case alone.
func unfold(r rune) rune {
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	return least
}

// take notes where entries lead. It refuses those that lead to one file, or to
// an input.
func (p *Plan) take(inputs []string) error {
	for _, e := range p.Entries {
		if other, taken := p.targets.taken(e.target); taken {
			return fmt.Errorf("outputs %s and %s are the same file: give each its own", other, e.Path)
		}
		p.targets.take(e.target, e.Path)
	}
	for _, input := range inputs {
		target, err := p.resolver.resolve(input)
		if err != nil {
			continue // it is no file
		}
		if output, taken := p.targets.taken(target); taken {
			return fmt.Errorf("output %s is the input %s: name another file", output, input)
		}
	}
	return nil
}
