package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
)

// stuck is a writer that can't write, as a full disk or a closed pipe.
type stuck struct{}

func (stuck) Write([]byte) (int, error) { return 0, errors.New("stuck") }

func TestStandardOutputFails(t *testing.T) {
	var stderr bytes.Buffer
	code := run([]string{"help"}, &console{stdout: stuck{}, stderr: &stderr, getenv: os.Getenv})
	if code != exitFailed || stderr.String() != "errgen: cannot write to standard output: stuck\n" {
		t.Errorf("exit code %d, says %q", code, &stderr)
	}
}

func TestHelpFits(t *testing.T) {
	texts := []string{overview()}
	for _, cmd := range commands() {
		texts = append(texts, cmd.help())
	}
	for _, line := range strings.Split(strings.Join(texts, "\n"), "\n") {
		if len(line) > helpWidth {
			t.Errorf("a line of %d columns: %s", len(line), line)
		}
	}
}

func TestVersionLine(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.24.0", Main: debug.Module{Version: "v1.2.0"}}
	if got, want := versionLine(info), "errgen v1.2.0 go1.24.0\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	info.Settings = []debug.BuildSetting{
		{Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: "1a2b3c"},
		{Key: "vcs.time", Value: "2025-01-02T03:04:05Z"}, {Key: "vcs.modified", Value: "true"},
	}
	if got, want := versionLine(info), "errgen v1.2.0 (revision 1a2b3c, 2025-01-02T03:04:05Z, modified) go1.24.0\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestColor(t *testing.T) {
	// Like a terminal, the null device is a character device.
	device, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer device.Close()
	file, err := os.Create(filepath.Join(t.TempDir(), "file"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	tests := []struct {
		stderr *os.File
		env    map[string]string
		choice colorChoice
		want   bool
	}{
		{device, nil, "auto", true},
		{device, map[string]string{"NO_COLOR": "1"}, "auto", false},
		{device, map[string]string{"TERM": "dumb"}, "auto", false},
		{device, map[string]string{"NO_COLOR": "1"}, "always", true},
		{device, nil, "never", false},
		{file, nil, "auto", false},
		{file, nil, "always", true},
	}
	for _, tt := range tests {
		c := &console{getenv: func(name string) string { return tt.env[name] }}
		if got := c.color(tt.choice, tt.stderr); got != tt.want {
			t.Errorf("color %s with %v on %s: %v, want %v", tt.choice, tt.env, tt.stderr.Name(), got, tt.want)
		}
	}
}

func TestProgress(t *testing.T) {
	var b bytes.Buffer
	p := startProgress(&b, false)
	p.step("reading")
	p.clear()
	if b.Len() > 0 {
		t.Errorf("shows %q before its time", &b)
	}
	p.show() // as the timer does
	p.step("generating")
	p.clear()
	p.done()
	const erase = "\x1b[K"
	want := "\rreading…" + erase + "\rgenerating…" + strings.Repeat(erase+"\r", 2) + erase
	if got := b.String(); got != want {
		t.Errorf("shows %q, want %q", got, want)
	}
	b.Reset()
	p.show()
	p.step("more")
	if b.Len() > 0 {
		t.Errorf("shows %q after it was done", &b)
	}
}

func TestToPackageName(t *testing.T) {
	tests := []struct{ in, want string }{
		{"orders", "orders"},
		{"Order-Errors", "ordererrors"},
		{"go.errors", "goerrors"},
		{"9lives", "lives"},
		{"2024", ""},
		{"func", ""},
		{"", ""},
		{"_", ""},
		{"größe", "größe"},
	}
	for _, tt := range tests {
		if got := toPackageName(tt.in); got != tt.want {
			t.Errorf("toPackageName(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// A path on the command line may hold anything; a terminal must not obey it.
func TestControlCharacters(t *testing.T) {
	for _, args := range [][]string{
		{"generate", "\x1b[31mx.yaml"}, {"generate", "--\x1b[31m"}, {"generate", "--json", "a\nb.json"},
	} {
		var stdout, stderr strings.Builder
		c := &console{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr, getenv: func(string) string { return "" }}
		if code := run(args, c); code != 2 || strings.Contains(stderr.String(), "\x1b") || stderr.Len() == 0 {
			t.Errorf("%q: exit code %d, %q", args, code, &stderr)
		}
	}
}
