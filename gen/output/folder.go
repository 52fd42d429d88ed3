package output

// A run that is killed leaves its temporary files, and another run that is
// alive has some too. A lock on the folder tells them apart, since it ends
// with its process: while a run has temporary files in a folder it holds a
// shared lock on it, and one that gets the lock alone may remove all that it
// finds. So runs never wait for one another to write.

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// staleAfter is the age from which a temporary file counts as left behind
// where folders can't be locked. A live one is seconds old.
const staleAfter = time.Hour

// removeLeftovers removes what killed runs left in the plan's folders. Failing
// is no reason to stop: leftovers are in nobody's way.
func (p *Plan) removeLeftovers() {
	seen := make(map[string]bool)
	for _, e := range p.Entries {
		if dir := filepath.Dir(e.target); !seen[dir] {
			seen[dir] = true
			removeLeftovers(dir)
		}
	}
}

func removeLeftovers(dir string) {
	handle, err := os.Open(dir)
	if err != nil {
		return
	}
	defer func() { _ = handle.Close() }() // and with it the lock
	alone := tryLockAlone(handle)
	names, err := handle.ReadDir(-1)
	if err != nil {
		return
	}
	for _, name := range names {
		if isTemp(name) && (alone || isStale(name)) {
			_ = os.Remove(filepath.Join(dir, name.Name()))
		}
	}
}

func isTemp(name os.DirEntry) bool {
	return name.Type().IsRegular() &&
		strings.HasPrefix(name.Name(), tempPrefix) && strings.HasSuffix(name.Name(), tempSuffix)
}

func isStale(name os.DirEntry) bool {
	info, err := name.Info()
	return err == nil && time.Since(info.ModTime()) > staleAfter
}

// folders are those that files are being written to, open and locked.
type folders map[string]*os.File

// hold makes sure that a folder is there and that its temporary files are left
// alone until close.
func (f folders) hold(dir string) error {
	if f[dir] != nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	handle, err := os.Open(dir)
	if err != nil {
		return err
	}
	lockShared(handle)
	f[dir] = handle
	return nil
}

// sync brings the renames down to the disk.
func (f folders) sync() error {
	var errs []error
	for dir, handle := range f {
		if err := syncFolder(handle); err != nil {
			errs = append(errs, explain(dir, err))
		}
	}
	return errors.Join(errs...)
}

func (f folders) close() {
	for _, handle := range f {
		_ = handle.Close()
	}
}
