package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/errgen/errgen/gen/gentest"
)

// Everything under generated/ that bears errgen's header is what one of the
// catalogs says, by the words that errgen is called with for it.
func TestGenerated(t *testing.T) {
	root, err := filepath.Abs(moduleRoot)
	if err != nil {
		t.Fatal(err)
	}
	var made []string
	for _, c := range calls(t, root) {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(c.dir)
			c.run(t, "--check")
			for _, path := range strings.Fields(c.run(t, "--list")) {
				made = append(made, filepath.Join(c.dir, path))
			}
		})
	}
	if marked := withHeader(t, filepath.Join(root, "generated")); !slices.Equal(sorted(made), sorted(marked)) {
		t.Errorf("the catalogs give %q, and there are %q", made, marked)
	}
}

// A call is one of errgen, in a folder.
type call struct {
	name string
	dir  string
	args []string
}

// run makes the call with a flag more, and returns what it prints.
func (c call) run(t *testing.T, flag string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	args := append(slices.Clone(c.args), flag)
	getenv := func(string) string { return "" }
	if code := run(args, &console{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr, getenv: getenv}); code != exitClean {
		t.Errorf("errgen %s in %s: exit code %d\n%s%s", strings.Join(args, " "), c.dir, code, &stdout, &stderr)
	}
	return stdout.String()
}

// calls are those that make what is under generated/: one for each catalog, as
// the line for go generate beside it says, else with the outputs in it.
func calls(t *testing.T, root string) []call {
	t.Helper()
	specs, err := filepath.Glob(filepath.Join(root, "generated", "examples", "*", defaultSpec))
	if err != nil || len(specs) == 0 {
		t.Fatalf("there are no examples: %v", err)
	}
	all := []call{{"the main one", root, []string{"generate"}}}
	for _, spec := range specs {
		dir := filepath.Dir(spec)
		c := call{filepath.Base(dir), dir, []string{"generate"}}
		if src, err := os.ReadFile(filepath.Join(dir, "doc.go")); err == nil {
			c.args = generateWords(t, src)
		}
		all = append(all, c)
	}
	return all
}

var goGenerate = regexp.MustCompile(`(?m)^//go:generate go run ` + modulePath + `/cmd/errgen (.+)$`)

// generateWords are those of the line for go generate in a Go file.
func generateWords(t *testing.T, src []byte) []string {
	t.Helper()
	line := goGenerate.FindSubmatch(src)
	if line == nil {
		t.Fatalf("there is no line for go generate in\n%s", src)
	}
	return strings.Fields(string(line[1]))
}

// withHeader lists the files in a folder that errgen has written.
func withHeader(t *testing.T, dir string) []string {
	t.Helper()
	var paths []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		if bytes.Contains(data[:min(len(data), 1024)], []byte(gentest.Marker)) {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func sorted(paths []string) []string { return slices.Sorted(slices.Values(paths)) }
