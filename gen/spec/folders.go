package spec

// The folders that are included from: which files a pattern stands for, and what
// is a file at all. Nothing is opened that is neither a regular file nor a folder:
// opening a named pipe waits for somebody to write to it.

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A listing is what a folder has, or why it can't be told.
type listing struct {
	entries []fs.DirEntry // sorted by name
	err     error
}

var (
	errFolder = errors.New("it is a folder")
	errNoFile = errors.New("it is no regular file")
)

// regular says why a file can't be read; nil if it is a regular one.
func (r *includer) regular(name string) error {
	info, err := fs.Stat(r.files, name)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return errFolder
	case !info.Mode().IsRegular():
		return errNoFile
	}
	return nil
}

// list is what a folder has. It is asked once.
func (r *includer) list(folder string) listing {
	l, known := r.folders[folder]
	if !known {
		if l.err = r.regular(folder); errors.Is(l.err, errFolder) {
			l.entries, l.err = fs.ReadDir(r.files, folder)
		}
		r.folders[folder] = l
	}
	return l
}

// leadsOutside reports whether an error is that of a link which leads out of the
// folder. Package os has no name for it.
func leadsOutside(err error) bool { return withoutPath(err) == "path escapes from parent" }

// withoutPath is the text of an error without the name of a file, which stands
// before it already.
func withoutPath(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return err.Error()
}

// wildcards are what makes a path a pattern.
const wildcards = "*?["

// matches lists the files that a path stands for, sorted.
func (r *includer) matches(t text) []string {
	pattern := path.Clean(t.value)
	if !strings.ContainsAny(pattern, wildcards) {
		return []string{pattern}
	}
	if _, err := path.Match(pattern, ""); err != nil {
		r.reportText(t, "include", fmt.Sprintf("%q is no pattern", t.value), "close the bracket; *, ? and [a-z] have a meaning")
		return nil
	}
	before := len(r.diags)
	files := r.glob(t, ".", strings.Split(pattern, "/"))
	if len(files) == 0 && len(r.diags) == before {
		r.reportText(t, "include-missing", fmt.Sprintf("no file matches %q", t.value), "write a pattern for files that are there, relative to the spec, or leave it out")
	}
	return files
}

// glob lists what a pattern stands for that begins in a folder, by its parts.
func (r *includer) glob(t text, folder string, parts []string) []string {
	if len(parts) == 0 {
		return []string{folder}
	}
	if !strings.ContainsAny(parts[0], wildcards) {
		return r.globNamed(t, path.Join(folder, parts[0]), parts[1:])
	}
	l := r.list(folder)
	if l.err != nil && !errors.Is(l.err, fs.ErrNotExist) && !errors.Is(l.err, errNoFile) {
		r.reportFile(t, folder, l.err)
	}
	begin := parts[0][:strings.IndexAny(parts[0], wildcards)]
	end := parts[0][strings.LastIndexAny(parts[0], "*?]")+1:]
	var files []string
	for _, e := range l.entries {
		if !strings.HasPrefix(e.Name(), begin) || !strings.HasSuffix(e.Name(), end) {
			continue // most of thousands, for thousands of patterns
		}
		if ok, _ := path.Match(parts[0], e.Name()); ok {
			files = append(files, r.globEntry(t, path.Join(folder, e.Name()), e, parts[1:])...)
		}
	}
	return files
}

// globNamed lists what the rest of a pattern stands for behind a name that it
// gives.
func (r *includer) globNamed(t text, name string, rest []string) []string {
	if len(rest) == 0 && errors.Is(r.regular(name), fs.ErrNotExist) {
		return nil
	}
	return r.glob(t, name, rest)
}

// globEntry lists what the rest of a pattern stands for behind an entry of a
// folder that matches. What can't be told is reported, since it may be a folder
// that has files.
func (r *includer) globEntry(t text, name string, e fs.DirEntry, rest []string) []string {
	if len(rest) > 0 && !e.IsDir() {
		switch err := r.regular(name); {
		case err == nil, errors.Is(err, errNoFile), errors.Is(err, fs.ErrNotExist):
			return nil
		case !errors.Is(err, errFolder):
			r.reportFile(t, name, err)
			return nil
		}
	}
	return r.glob(t, name, rest)
}

// searched lists the folders that patterns were looked for in, sorted, as
// positions name files.
func (r *includer) searched() []string {
	var names []string
	for name, l := range r.folders {
		if l.err == nil {
			names = append(names, filepath.Join(filepath.Dir(r.name), filepath.FromSlash(name)))
		}
	}
	slices.Sort(names)
	return names
}
