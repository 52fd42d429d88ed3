package output

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestApply(t *testing.T) {
	dir := t.TempDir()
	same := put(t, dir, "same_gen.go", ours+"same")
	changed := put(t, dir, "changed_gen.go", ours+"old")
	orphan := put(t, dir, "orphan_gen.go", ours)
	created := filepath.Join(dir, "new", "folder", "new.md")
	if err := os.Chmod(changed, 0o640); err != nil {
		t.Fatal(err)
	}
	then := time.Now().Add(-time.Hour).Truncate(time.Second)
	if err := os.Chtimes(same, then, then); err != nil {
		t.Fatal(err)
	}
	apply(t, false, []File{
		{Path: same, Data: []byte(ours + "same")},
		{Path: changed, Data: []byte(ours + "new")},
		{Path: created, Data: []byte(ours + "created")},
	}, Dir{dir, "*_gen.go"})

	if got := get(t, changed); got != ours+"new" {
		t.Errorf("changed file holds %q", got)
	}
	if got := get(t, created); got != ours+"created" {
		t.Errorf("new file holds %q", got)
	}
	if info := stat(t, same); !info.ModTime().Equal(then) {
		t.Errorf("unchanged file has a new time: %v, was %v", info.ModTime(), then)
	}
	if info := stat(t, changed); info.Mode().Perm() != 0o640 {
		t.Errorf("changed file has permissions %v, had 0640", info.Mode())
	}
	if info := stat(t, created); info.Mode().Perm()&^0o644 != 0 {
		t.Errorf("new file has permissions %v", info.Mode())
	}
	if _, err := os.Stat(orphan); !os.IsNotExist(err) {
		t.Errorf("orphan is still there: %v", err)
	}
	wantNoTemps(t, dir)
}

func TestApplyForeign(t *testing.T) {
	dir := t.TempDir()
	foreign := put(t, dir, "foreign.md", "by hand\n")
	old := put(t, dir, "old.md", ours+"old")
	files := []File{{Path: old, Data: []byte(ours + "new")}, {Path: foreign, Data: []byte(ours)}}

	err := mustCompare(t, files).Apply(context.Background(), false)
	if err == nil || !strings.Contains(err.Error(), "--force") || !strings.Contains(err.Error(), foreign) {
		t.Errorf("error %v, want one that names the file and --force", err)
	}
	if get(t, foreign) != "by hand\n" || get(t, old) != ours+"old" {
		t.Error("a file was changed all the same")
	}
	apply(t, true, files)
	if got := get(t, foreign); got != ours {
		t.Errorf("forced file holds %q", got)
	}
}

func TestApplyThroughLink(t *testing.T) {
	dir := t.TempDir()
	behind := put(t, dir, "real/page.md", ours+"old")
	link(t, filepath.Join("real", "page.md"), dir, "link.md")
	path := filepath.Join(dir, "link.md")
	apply(t, false, []File{{Path: path, Data: []byte(ours + "new")}})
	if got := get(t, behind); got != ours+"new" {
		t.Errorf("the file behind the link holds %q", got)
	}
	if info, err := os.Lstat(path); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info.Mode(), err)
	}
}

func TestApplyInterrupted(t *testing.T) {
	dir := t.TempDir()
	path := put(t, dir, "page.md", ours+"old")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err := mustCompare(t, []File{{Path: path, Data: []byte(ours)}}).Apply(ctx, false)
	if err == nil || !strings.Contains(err.Error(), "interrupted; no file was changed") {
		t.Errorf("error %v", err)
	}
	if got := get(t, path); got != ours+"old" {
		t.Errorf("file holds %q", got)
	}
}

// A failure at the last file leaves all the others as they were too.
func TestApplyFailsAtLast(t *testing.T) {
	dir := t.TempDir()
	first := put(t, dir, "first.md", ours+"old")
	last := filepath.Join(dir, "sub", "last.md")
	plan := mustCompare(t, []File{{Path: first, Data: []byte(ours + "new")}, {Path: last, Data: []byte(ours)}})
	put(t, dir, "sub", "a file where the folder is to be")
	err := plan.Apply(context.Background(), false)
	if err == nil || !strings.Contains(err.Error(), "cannot write "+last) {
		t.Errorf("error %v", err)
	}
	if got := get(t, first); got != ours+"old" {
		t.Errorf("first file holds %q", got)
	}
	wantNoTemps(t, dir)
}

func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	leftover := put(t, dir, ".errgen-killed.tmp", "half")
	other := put(t, dir, ".errgen-notes", "not ours")
	path := put(t, dir, "page.md", ours)
	then := time.Now().Add(-2 * staleAfter) // old enough where folders can't be locked
	if err := os.Chtimes(leftover, then, then); err != nil {
		t.Fatal(err)
	}
	apply(t, false, []File{{Path: path, Data: []byte(ours)}})
	if _, err := os.Stat(leftover); !os.IsNotExist(err) {
		t.Errorf("leftover is still there: %v", err)
	}
	get(t, other)
}

// While a run has temporary files in a folder, others leave them alone.
func TestLeftoversOfTheLiving(t *testing.T) {
	dir := t.TempDir()
	live := folders{}
	if err := live.hold(dir); err != nil {
		t.Fatal(err)
	}
	temp := put(t, dir, ".errgen-live.tmp", "half")
	removeLeftovers(dir)
	get(t, temp)

	live.close()
	old := time.Now().Add(-2 * staleAfter)
	if err := os.Chtimes(temp, old, old); err != nil {
		t.Fatal(err)
	}
	removeLeftovers(dir)
	wantNoTemps(t, dir)
}

func TestConcurrentRuns(t *testing.T) {
	dir := t.TempDir()
	paths := []string{filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")}
	var wg sync.WaitGroup
	for run := range 8 {
		data := []byte(ours + strings.Repeat(string(rune('a'+run)), 1<<16))
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 20 {
				plan, err := Compare([]File{{Path: paths[0], Data: data}, {Path: paths[1], Data: data}}, nil, nil)
				if err == nil {
					err = plan.Apply(context.Background(), false)
				}
				if err != nil {
					t.Error(err)
				}
			}
		}()
	}
	wg.Wait()
	for _, path := range paths {
		wantWhole(t, path)
	}
	wantNoTemps(t, dir)
}

func apply(t *testing.T, force bool, files []File, owned ...Dir) {
	t.Helper()
	if err := mustCompare(t, files, owned...).Apply(context.Background(), force); err != nil {
		t.Fatal(err)
	}
}

func stat(t *testing.T, path string) os.FileInfo {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// wantWhole checks that a file is the header and one letter, 1<<16 times.
func wantWhole(t *testing.T, path string) {
	t.Helper()
	got := get(t, path)
	body, ok := strings.CutPrefix(got, ours)
	if !ok || len(body) != 1<<16 || strings.Trim(body, body[:1]) != "" {
		t.Errorf("%s is not whole: %d bytes, beginning %.60q", path, len(got), got)
	}
}

func wantNoTemps(t *testing.T, dir string) {
	t.Helper()
	if temps, _ := filepath.Glob(filepath.Join(dir, tempPrefix+"*")); len(temps) > 0 {
		t.Errorf("temporary files are left: %q", temps)
	}
}
