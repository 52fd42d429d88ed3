//go:build unix

package spec

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/errgen/errgen/gen/diag"
)

// What is on a disk beside regular files: folders, pipes, and links that lead
// nowhere, in circles or out of the spec's folder. None of them is opened.
func TestIncludeFromDisk(t *testing.T) {
	outside, folder := t.TempDir(), t.TempDir()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	in := func(name string) string { return filepath.Join(folder, filepath.FromSlash(name)) }
	for _, name := range []string{"ok", "pipes", "links", "circles", "both/a"} {
		must(os.MkdirAll(in(name), 0o777))
	}
	must(os.WriteFile(filepath.Join(outside, "secret.yaml"), []byte("errors: [{code: secret}]"), 0o666))
	must(os.WriteFile(in("ok/a.yaml"), []byte("errors: [{status: 404, code: a}]"), 0o666))
	must(os.WriteFile(in("both/a/b.yaml"), []byte("errors: [{status: 404, code: b}]"), 0o666))
	must(syscall.Mkfifo(in("pipes/p.yaml"), 0o666))
	must(os.Symlink(outside, in("links/folder")))
	must(os.Symlink(filepath.Join(outside, "secret.yaml"), in("links/file.yaml")))
	must(os.Symlink("nothing", in("links/broken.yaml")))
	must(os.Symlink("circle.yaml", in("circles/circle.yaml")))
	must(os.Symlink("../ok/a.yaml", in("ok/again.yaml")))
	must(os.Symlink(outside, in("both/out")))

	for _, tt := range []struct{ include, want string }{
		{"ok/again.yaml", ""},
		{"ok", "ok is a folder (include)"},
		{"pipes/p.yaml", "pipes/p.yaml is no regular file (include)"},
		{"pipes/*.yaml", "pipes/p.yaml is no regular file (include)"},
		{"pipes/p.yaml/*.yaml", `no file matches "pipes/p.yaml/*.yaml" (include-missing)`},
		{"pipes/*/*.yaml", `no file matches "pipes/*/*.yaml" (include-missing)`},
		{"links/file.yaml", "links/file.yaml leads out of the spec's folder (include-outside)"},
		{"links/folder/secret.yaml", "links/folder/secret.yaml leads out of the spec's folder (include-outside)"},
		{"links/folder/*.yaml", "links/folder leads out of the spec's folder (include-outside)"},
		{"links/f*.yaml", "links/file.yaml leads out of the spec's folder (include-outside)"},
		{"links/broken.yaml", "there is no file links/broken.yaml (include-missing)"},
		{"links/b*.yaml", "there is no file links/broken.yaml (include-missing)"},
		{"links/*/*.yaml", "links/file.yaml leads out of the spec's folder (include-outside)|links/folder leads out of the spec's folder (include-outside)"},
		{"circles/*.yaml", "circles/circle.yaml can't be read: too many levels of symbolic links (include)"},
		{"both/*/*.yaml", "both/out leads out of the spec's folder (include-outside)"},
	} {
		root, err := os.OpenRoot(folder)
		must(err)
		list := readSoon(t, least+"include: "+tt.include+"\n", root.FS())
		if got := messages(list); got != tt.want {
			t.Errorf("include: %s: %s, want %s", tt.include, got, tt.want)
		}
		must(root.Close())
	}
}

// readSoon reads a spec, which must not wait for anything.
func readSoon(t *testing.T, src string, files fs.FS) diag.List {
	t.Helper()
	done := make(chan diag.List, 1)
	go func() {
		_, list := Read("errors.yaml", []byte(src), files)
		done <- list
	}()
	select {
	case list := <-done:
		return list
	case <-time.After(time.Minute):
		t.Fatal("Read waits")
		return nil
	}
}

// messages are what diagnostics say, without their places.
func messages(list diag.List) string {
	var texts []string
	for i := range list {
		_, text, _ := strings.Cut(list[i].String(), "error: ")
		texts = append(texts, text)
	}
	return strings.Join(texts, "|")
}

// locked is a file system with a folder that can't be listed.
type locked struct {
	fstest.MapFS
	folder string
}

func (l locked) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == l.folder {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.ReadDir(name)
}

// A folder that can't be listed may have files that a pattern means.
func TestIncludeFromLockedFolder(t *testing.T) {
	files := locked{fstest.MapFS{"a/x.yaml": {Data: []byte("errors: [{status: 404, code: a}]")}, "b/x.yaml": {}}, "b"}
	list := readSoon(t, least+"include: '*/*.yaml'\n", files)
	if want := "b can't be read: permission denied (include)"; messages(list) != want {
		t.Errorf("%s, want %s", messages(list), want)
	}
}
