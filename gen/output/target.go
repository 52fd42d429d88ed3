package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// resolve is where a path leads: absolute, with every link followed, so that a
// linked output is written to the file behind the link and the link stays. The
// file, and folders above it, need not exist.
func resolve(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	_, err = os.Stat(abs) // which says more than EvalSymlinks about what is wrong
	switch {
	case err == nil:
		return filepath.EvalSymlinks(abs)
	case !errors.Is(err, fs.ErrNotExist):
		return "", err
	}
	if link, err := os.Readlink(abs); err == nil {
		return "", fmt.Errorf("%s is a link to %s, which does not exist: remove the link, or make what it leads to", path, link)
	}
	parent := filepath.Dir(abs)
	if parent == abs {
		return abs, nil
	}
	target, err := resolve(parent)
	if err != nil {
		return "", err
	}
	return filepath.Join(target, filepath.Base(abs)), nil
}

// checkTargets refuses entries that lead to one file, or to an input. Paths
// that differ in case alone count as one: on many systems they are.
func (p *Plan) checkTargets(inputs []string) error {
	for i, e := range p.Entries {
		for _, other := range p.Entries[:i] {
			if sameFile(e.target, other.target) {
				return fmt.Errorf("outputs %s and %s are the same file: give each its own", other.Path, e.Path)
			}
		}
		for _, input := range inputs {
			if target, err := resolve(input); err == nil && sameFile(e.target, target) {
				return fmt.Errorf("output %s is the input %s: name another file", e.Path, input)
			}
		}
	}
	return nil
}

// plans reports whether an entry leads to the target.
func (p *Plan) plans(target string) bool {
	for _, e := range p.Entries {
		if sameFile(e.target, target) {
			return true
		}
	}
	return false
}

func sameFile(a, b string) bool { return strings.EqualFold(a, b) }
