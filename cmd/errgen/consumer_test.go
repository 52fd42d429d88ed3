package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"go/version"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	modulePath    = "github.com/errgen/errgen"
	moduleVersion = "v0.1.0" // as a release might be called; it exists in the test's proxy alone
	moduleRoot    = "../.."
)

// The module's dependencies outside of tests: all that a consumer's go.mod may
// gain beside the module itself.
var dependencies = []string{"github.com/dave/jennifer", "github.com/spf13/pflag", "gopkg.in/yaml.v3"}

// A fresh module in another repository gets errgen as a tool from a module
// proxy, has go generate write its package, and uses that.
func TestConsumer(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds errgen from its module zip, which takes a while")
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/consumer")); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(dir, "go.mod"), []byte("module example.com/shop\n\ngo 1.22\n"))
	env := consumerEnv(t, makeProxy(t))
	for _, args := range [][]string{
		{"get", "-tool", modulePath + "/cmd/errgen@" + moduleVersion},
		{"generate", "./..."},
		{"build", "./..."},
		{"vet", "./..."},
		{"test", "./..."},
		{"tool", "errgen", "generate", "--check", "errors.yaml", "--go", "internal/shoperr", "--markdown", "docs/errors.md"},
	} {
		goCommand(t, dir, env, args...)
	}
	checkGoMod(t, readGoMod(t, dir, env), readGoMod(t, moduleRoot, env))
}

// consumerEnv is the environment of a machine that has an empty module cache.
// Modules other than errgen come from this machine's cache as far as it has
// them, and there is no checksum database to ask about a version that was never
// released.
func consumerEnv(t *testing.T, proxy string) []string {
	t.Helper()
	cache := filepath.Join(goEnv(t, "GOMODCACHE"), "cache", "download")
	return append(os.Environ(),
		"GOPROXY="+fileURL(proxy)+","+fileURL(cache)+","+goEnv(t, "GOPROXY"),
		"GOMODCACHE="+t.TempDir(),
		"GOFLAGS=-modcacherw", // so that the test can remove its cache
		"GOSUMDB=off",
		"GOWORK=off",
		"GOTOOLCHAIN=local",
	)
}

func fileURL(dir string) string {
	return "file://" + path.Join("/", filepath.ToSlash(dir))
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	return strings.TrimSpace(goCommand(t, ".", os.Environ(), "env", name))
}

func goCommand(t *testing.T, dir string, env []string, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Env = dir, env
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s%s", strings.Join(args, " "), err, out, &stderr)
	}
	return string(out)
}

// makeProxy makes a module proxy (go.dev/ref/mod#goproxy-protocol) that serves
// this checkout as a release.
func makeProxy(t *testing.T) string {
	t.Helper()
	proxy := t.TempDir()
	base := filepath.Join(proxy, filepath.FromSlash(modulePath), "@v")
	if err := os.MkdirAll(base, 0o755); err != nil {
		t.Fatal(err)
	}
	goMod, err := os.ReadFile(filepath.Join(moduleRoot, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	release := filepath.Join(base, moduleVersion)
	writeFile(t, filepath.Join(base, "list"), []byte(moduleVersion+"\n"))
	writeFile(t, release+".info", []byte(`{"Version":"`+moduleVersion+`"}`))
	writeFile(t, release+".mod", goMod)
	writeFile(t, release+".zip", moduleZip(t))
	return proxy
}

// moduleZip is the module's zip (go.dev/ref/mod#zip-files): what a commit of
// the checkout as it is would hold, less the modules in it.
func moduleZip(t *testing.T) []byte {
	t.Helper()
	names := checkedOut(t)
	var nested []string
	for _, name := range names {
		if dir, ok := strings.CutSuffix(name, "/go.mod"); ok {
			nested = append(nested, dir+"/")
		}
	}
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, name := range names {
		if !slices.ContainsFunc(nested, func(dir string) bool { return strings.HasPrefix(name, dir) }) {
			addToZip(t, archive, name)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func addToZip(t *testing.T, archive *zip.Writer, name string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(moduleRoot, filepath.FromSlash(name)))
	if os.IsNotExist(err) {
		return // removed, and not committed yet
	}
	if err != nil {
		t.Fatal(err)
	}
	w, err := archive.Create(modulePath + "@" + moduleVersion + "/" + name)
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// checkedOut lists the files that git tracks, or would if they were added.
func checkedOut(t *testing.T) []string {
	t.Helper()
	cmd := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir = moduleRoot
	out, err := cmd.Output()
	if err != nil {
		t.Skipf("this is no git checkout: %v", err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
}

// A goMod is what is of interest in a go.mod.
type goMod struct {
	Go      string
	Require []struct{ Path string }
}

func readGoMod(t *testing.T, dir string, env []string) goMod {
	t.Helper()
	var mod goMod
	if err := json.Unmarshal([]byte(goCommand(t, dir, env, "mod", "edit", "-json")), &mod); err != nil {
		t.Fatal(err)
	}
	return mod
}

func checkGoMod(t *testing.T, consumer, own goMod) {
	t.Helper()
	if version.Compare("go"+consumer.Go, "go"+own.Go) > 0 {
		t.Errorf("the consumer's go directive was raised to %s, above %s", consumer.Go, own.Go)
	}
	if len(consumer.Require) == 0 {
		t.Error("the consumer requires nothing: the test shows nothing")
	}
	for _, r := range consumer.Require {
		if r.Path != modulePath && !slices.Contains(dependencies, r.Path) {
			t.Errorf("the consumer's go.mod has gained %s", r.Path)
		}
	}
}

func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
