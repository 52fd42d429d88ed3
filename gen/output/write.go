package output

// Writing: files are staged beside their targets, then renamed.

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

// Temporary files are named so that Go and people overlook them, and that a
// later run knows those that a killed one left.
const (
	tempPrefix = ".errgen-"
	tempSuffix = ".tmp"
)

// Apply makes the disk as planned. It works in two steps: first every new file
// is written in full beside its target, then each takes its target's place by
// a rename, and orphans are removed. A failure in the first step, which is
// where disks are full and limits hit, therefore changes nothing at all; so
// does ctx ending before the second. A file that does not change is not
// touched. Foreign files are overwritten only if force is set.
//
// Runs may overlap: a target is then what the last of them renamed.
func (p *Plan) Apply(ctx context.Context, force bool) error {
	if err := p.checkForeign(force); err != nil {
		return err
	}
	folders := make(folders)
	defer folders.close()
	p.removeLeftovers()

	staged, err := p.stage(ctx, folders)
	defer discard(staged)
	if err != nil {
		return fmt.Errorf("%w; no file was changed", err)
	}
	if err := commit(staged); err != nil {
		return err
	}
	if err := p.removeOrphans(); err != nil {
		return err
	}
	return folders.sync()
}

func (p *Plan) checkForeign(force bool) error {
	var foreign []string
	advice := "move it away, name another output, "
	for _, e := range p.Entries {
		if e.State == Foreign {
			foreign = append(foreign, e.Path)
			if e.block {
				advice = "move it away, name another output, mark a place in it by the lines " + beginMarker + " and " + endMarker + ", "
			}
		}
	}
	if force || len(foreign) == 0 {
		return nil
	}
	verb := "was"
	if len(foreign) > 1 {
		verb = "were"
	}
	return fmt.Errorf("%s %s not written by errgen (no line %q at the top), so nothing was changed: "+
		"%sor overwrite it with --force", strings.Join(foreign, ", "), verb, Header, advice)
}

// A stagedFile is a new file, complete and on disk under a temporary name.
type stagedFile struct {
	entry Entry
	temp  string // "" once renamed
}

// stage writes every new file under a temporary name. What it returns along
// with an error is to be discarded.
func (p *Plan) stage(ctx context.Context, folders folders) ([]stagedFile, error) {
	var staged []stagedFile
	for _, e := range p.Entries {
		if e.State == Same || e.State == Orphan {
			continue
		}
		if err := folders.hold(filepath.Dir(e.target)); err != nil {
			return nil, explain(e.Path, err)
		}
		staged = append(staged, stagedFile{entry: e})
	}
	return staged, writeAll(ctx, staged)
}

// writers is how many files are written at a time: a writer waits for the disk
// more than it works.
const writers = 4

// writeAll writes files side by side. Where one fails, no further ones are begun.
func writeAll(ctx context.Context, staged []stagedFile) error {
	going, stop := context.WithCancel(ctx)
	defer stop()
	failed := make([]error, len(staged))
	var next atomic.Int64
	var writing sync.WaitGroup
	for range min(writers, len(staged)) {
		writing.Add(1)
		go func() {
			defer writing.Done()
			for i := next.Add(1) - 1; int(i) < len(staged) && going.Err() == nil; i = next.Add(1) - 1 {
				if failed[i] = staged[i].write(); failed[i] != nil {
					stop()
				}
			}
		}()
	}
	writing.Wait()
	for _, err := range failed {
		if err != nil {
			return err
		}
	}
	if ctx.Err() != nil {
		return errors.New("interrupted")
	}
	return nil
}

// write writes the file under its temporary name.
func (s *stagedFile) write() (err error) {
	if s.temp, err = writeTemp(s.entry); err != nil {
		return explain(s.entry.Path, err)
	}
	return nil
}

// writeTemp writes an entry's data beside its target, down to the disk, and
// gives it the permissions of the file that it is to replace.
func writeTemp(e Entry) (string, error) {
	f, err := createTemp(filepath.Dir(e.target))
	if err != nil {
		return "", err
	}
	if err := errors.Join(fill(f, e), f.Close()); err != nil {
		_ = os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

func fill(f *os.File, e Entry) error {
	if _, err := f.Write(e.Data); err != nil {
		return err
	}
	if e.State != New {
		if err := f.Chmod(e.perm); err != nil {
			return err
		}
	}
	return f.Sync()
}

// createTemp is os.CreateTemp with the permissions of an ordinary new file.
func createTemp(dir string) (*os.File, error) {
	for {
		name := tempPrefix + strconv.FormatUint(rand.Uint64(), 36) + tempSuffix
		f, err := os.OpenFile(filepath.Join(dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// commit renames the staged files to their targets.
func commit(staged []stagedFile) error {
	for i := range staged {
		s := &staged[i]
		if err := os.Rename(s.temp, s.entry.target); err != nil {
			return explain(s.entry.Path, err)
		}
		s.temp = ""
	}
	return nil
}

// discard removes the staged files that were not renamed. If it can't, the
// next run does.
func discard(staged []stagedFile) {
	for _, s := range staged {
		if s.temp != "" {
			_ = os.Remove(s.temp)
		}
	}
}

func (p *Plan) removeOrphans() error {
	for _, e := range p.Entries {
		if e.State != Orphan {
			continue
		}
		if err := os.Remove(e.target); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("cannot remove %s, which is no longer generated: %w", e.Path, cause(err))
		}
	}
	return nil
}
