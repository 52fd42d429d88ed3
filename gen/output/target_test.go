package output

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/errgen/errgen/gen/gentest"
)

// TestUnfold compares it with strings.EqualFold for each character, the next, and
// the next that differs in case alone.
func TestUnfold(t *testing.T) {
	for r := rune(0); r < unicode.MaxRune; r++ {
		for _, other := range []rune{unicode.SimpleFold(r), r + 1} {
			if !utf8.ValidRune(r) || !utf8.ValidRune(other) {
				continue
			}
			if same := unfold(r) == unfold(other); same != strings.EqualFold(string(r), string(other)) {
				t.Errorf("%q and %q: the same is %v", r, other, same)
			}
		}
	}
}

// TestCompareCost checks that a plan takes as long as it has files and inputs.
func TestCompareCost(t *testing.T) {
	dir := t.TempDir()
	gentest.TestProportional(t, 500, func(size int) time.Duration {
		var files []File
		var inputs []string
		for i := range size {
			files = append(files, File{Path: filepath.Join(dir, fmt.Sprintf("page%d.html", i))})
			inputs = append(inputs, filepath.Join(dir, fmt.Sprintf("part%d.yaml", i)))
		}
		start := time.Now()
		if _, err := Compare(files, nil, inputs); err != nil {
			t.Fatal(err)
		}
		return time.Since(start)
	})
}

// TestResolveFromLink resolves a link beside a folder that is a link, from within:
// ".." is then above the folder that it leads to.
func TestResolveFromLink(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	for _, err := range []error{
		os.MkdirAll("a/b", 0o777), os.Mkdir("l", 0o777), os.WriteFile("a/real.md", nil, 0o666),
		os.Symlink("../a/b", "l/link"), os.Symlink("real.md", "a/out.md"),
	} {
		if err != nil {
			t.Skip(err) // Windows lets few make links
		}
	}
	t.Chdir("l/link")
	got, err := make(resolver).resolve("../out.md")
	if want := filepath.Join(dir, "a", "real.md"); err != nil || got != want {
		t.Errorf("resolved %q (%v), want %q", got, err, want)
	}
}

func TestResolveRemembers(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "new")
	r := make(resolver)
	first, err := r.resolve(filepath.Join(folder, "file"))
	if err != nil || r[folder] != filepath.Dir(first) {
		t.Fatalf("resolved %q (%v), with %v", first, err, r)
	}
	r[folder] = "elsewhere"
	if got, err := r.resolve(filepath.Join(folder, "file")); got != filepath.Join("elsewhere", "file") || err != nil {
		t.Errorf("resolved %q (%v)", got, err)
	}
}
