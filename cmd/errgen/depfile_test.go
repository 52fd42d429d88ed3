package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/output"
)

func TestDepfile(t *testing.T) {
	tests := []struct {
		name            string
		inputs, folders []string
		want            string
	}{
		{"a file", []string{"e.yaml"}, nil, "o\\ ut docs/p: e.yaml\n\ne.yaml:\n"},
		{
			"odd names", []string{"a b", "a#b", "$a", "a:b", `a\b`, "größe"}, nil,
			"o\\ ut docs/p: a\\ b a\\#b $$a a\\:b a\\b größe\n\na\\ b:\n\na\\#b:\n\n$$a:\n\na\\:b:\n\na\\b:\n\ngröße:\n",
		},
		{"what is no target", []string{"e.yaml", "100%", "a=b"}, nil, "o\\ ut docs/p: e.yaml 100% a=b\n\ne.yaml:\n"},
		{"folders, but for those of outputs", []string{"e.yaml"}, []string{".", "docs", "deps", "more"}, "o\\ ut docs/p: e.yaml more\n\ne.yaml:\n\nmore:\n"},
	}
	here, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	tests[len(tests)-1].folders = append(tests[len(tests)-1].folders, here, filepath.Join(here, "docs"))
	for _, tt := range tests {
		f, err := depfile("deps/x.d", []output.File{{Path: "o ut"}, {Path: "docs/p"}}, tt.inputs, tt.folders)
		if diff := cmp.Diff(tt.want, string(f.Data)); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", tt.name, err, diff)
		}
		if !isDepfile(f.Data) {
			t.Errorf("%q is not known as a depfile", f.Data)
		}
	}
	for _, text := range []string{
		"all: a\n", "all: a\n\n\ttouch all\n", "all: a\n\nb:\n", "all: ab\n\nb:\n", "all\n\nall:\n", "by hand", "\n\n:\n", "<!-- -->\n\nx:\n",
	} {
		if isDepfile([]byte(text)) {
			t.Errorf("%q counts as a depfile", text)
		}
	}
}

func TestDepfileRefuses(t *testing.T) {
	tests := []struct{ output, input, included, want string }{
		{"o", "e.yaml", "a\nb.yaml", `--depfile: a Makefile can't name "a\nb.yaml", which has a line break or another control character; rename it, or leave out --depfile`},
		{"o", "e.yaml", "a\tb.yaml", "a line break or another control character"},
		{"o", "e.yaml", "a;b.yaml", "a ; or |"},
		{"o", "e.yaml", "a|b.yaml", "a ; or |"},
		{"o", "e.yaml", `a\ b.yaml`, `a \ before a blank, #, :, $ or \, or at its end`},
		{"o", "e.yaml", `a\`, `a \ before a blank, #, :, $ or \, or at its end`},
		{"o", "e.yaml", "a:", "a : at its end"},
		{"o", "e.yaml", "a(b)", "parentheses at its end"},
		{"o", "e%.yaml", "a.yaml", "a % or ="},
		{"o", "e=.yaml", "a.yaml", "a % or ="},
		{"100%.md", "e.yaml", "a.yaml", "a % or ="},
	}
	for _, tt := range tests {
		_, err := depfile("x.d", []output.File{{Path: tt.output}}, []string{tt.input, tt.included}, nil)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: %q %q: %v, want %q", tt.output, tt.input, tt.included, err, tt.want)
		}
	}
}

// make and ninja read a depfile of any names that it takes: an output is made again
// once a file has changed, and not before.
func TestDepfileIsRead(t *testing.T) {
	for _, tool := range []struct {
		name    string
		isStale func(*testing.T, string) bool
	}{{"make", staleToMake}, {"ninja", staleToNinja}} {
		t.Run(tool.name, func(t *testing.T) {
			if _, err := exec.LookPath(tool.name); err != nil {
				t.Skipf("no %s", tool.name)
			}
			for _, name := range []string{
				"a b", "a#b", "$a", "a:b", `a\b`, "a%b", "a=b", "größe", "a&b", "a'b", "~a", "a[b]", "a(b).c", "-a", "include x", "a b#c$d:e",
			} {
				if strings.ContainsAny(name, "&'") && tool.name == "ninja" {
					continue // which has no way to write these
				}
				checkRead(t, "out", []string{"spec", name}, tool.isStale)
				if !strings.ContainsAny(name, "%=") {
					checkRead(t, name, []string{"spec"}, tool.isStale)
					checkRead(t, "out", []string{name, "more"}, tool.isStale)
				}
			}
		})
	}
}

// checkRead checks that a tool takes an output to be stale when an input is newer,
// and only then.
func checkRead(t *testing.T, out string, inputs []string, isStale func(*testing.T, string) bool) {
	t.Helper()
	t.Chdir(t.TempDir())
	rule, err := depfile("deps.d", []output.File{{Path: out}}, inputs, nil)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	for i, path := range append([]string{"deps.d", out}, inputs...) {
		if err := os.WriteFile(path, rule.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		touch(t, path, now.Add(-time.Duration(i)*time.Hour))
	}
	if isStale(t, out) {
		t.Errorf("%q of %q is made though no file has changed", out, inputs)
	}
	for _, input := range inputs {
		touch(t, input, now.Add(time.Hour))
		if !isStale(t, out) {
			t.Errorf("%q of %q is not made though %q has changed", out, inputs, input)
		}
		touch(t, input, now.Add(-24*time.Hour))
	}
}

func touch(t *testing.T, path string, at time.Time) {
	t.Helper()
	if err := os.Chtimes(path, at, at); err != nil {
		t.Fatal(err)
	}
}

func staleToMake(t *testing.T, out string) bool {
	t.Helper()
	write(t, "Makefile", "all:\n-include deps.d\n%: ; @echo made anew\n")
	return strings.Contains(tool(t, "make", "-r", "--", out), "made anew")
}

// staleToNinja has ninja read the depfile on a first run.
func staleToNinja(t *testing.T, out string) bool {
	t.Helper()
	if _, err := os.Stat(".ninja_log"); err != nil {
		escaped := strings.NewReplacer("$", "$$", " ", "$ ", ":", "$:").Replace(out)
		write(t, "build.ninja", "rule make\n  command = cp deps.d read.d\n  depfile = read.d\nbuild "+escaped+": make\n")
		tool(t, "ninja")
	}
	return !strings.Contains(tool(t, "ninja", "-n"), "no work to do")
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Clean(path), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}
