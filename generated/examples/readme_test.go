package examples_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What the pages link to is there.
func TestLinks(t *testing.T) {
	for _, page := range []string{"README.md", "../../README.md"} {
		links := link.FindAllStringSubmatch(code.ReplaceAllString(read(t, page), ""), -1)
		if len(links) == 0 {
			t.Errorf("%s has no links", page)
		}
		for _, l := range links {
			path, _, _ := strings.Cut(l[1], "#")
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), path)); path != "" && !strings.Contains(path, "://") && err != nil {
				t.Errorf("%s links to %s: %v", page, path, err)
			}
		}
	}
}

var (
	link = regexp.MustCompile(`\]\(([^)]+)\)`)
	code = regexp.MustCompile("(?ms)^ *```.*?^ *```$")
)

// Both pages list all examples.
func TestAllAreListed(t *testing.T) {
	specs, err := filepath.Glob("*/errors.yaml")
	if err != nil || len(specs) == 0 {
		t.Fatalf("there are no examples: %v", err)
	}
	own, root := read(t, "README.md"), read(t, "../../README.md")
	for _, spec := range specs {
		dir := filepath.Dir(spec)
		for _, file := range []string{spec, dir + "/errors.md", dir + "/example_test.go"} {
			if !strings.Contains(own, "]("+file+")") {
				t.Errorf("README.md does not link to %s", file)
			}
		}
		if !strings.Contains(root, "](generated/examples/"+spec+")") {
			t.Errorf("the README in the root does not link to %s", spec)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
