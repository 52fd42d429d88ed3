package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
)

// A workshop is a temporary folder with the programs that are measured.
type workshop struct {
	dir   string
	built map[string]bool // by name
}

func newWorkshop() (*workshop, error) {
	dir, err := os.MkdirTemp("", "errgen-bench-")
	return &workshop{dir: dir, built: make(map[string]bool)}, err
}

func (w *workshop) close() { _ = os.RemoveAll(w.dir) }

func (w *workshop) path(name string) string { return filepath.Join(w.dir, name) }

// build makes a program, once, and returns its path; args are flags of go build,
// then the package.
func (w *workshop) build(name string, args ...string) (string, error) {
	program := w.path(name)
	if w.built[name] {
		return program, nil
	}
	cmd := exec.Command("go", append([]string{"build", "-o", program}, args...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%v: %w\n%s", cmd, err, out)
	}
	w.built[name] = true
	return program, nil
}

// A usage is what one run of a process took.
type usage struct {
	Wall float64 `json:"wall_ms"`
	CPU  float64 `json:"cpu_ms"`
	Peak float64 `json:"peak_mb"`
}

// A process is a command that writes to a folder, which is empty whenever it
// starts.
type process struct {
	timed   string // the path of internal/timed
	command []string
	out     string
	err     error // the first failure of run
}

// process is a command of the package, built, that writes to out.
func (w *workshop) process(pkg, out string, args ...string) (*process, error) {
	timed, err := w.build("timed", "./internal/timed")
	if err != nil {
		return nil, err
	}
	program, err := w.build(path.Base(pkg), pkg)
	if err != nil {
		return nil, err
	}
	return &process{timed: timed, command: append([]string{program}, args...), out: out}, nil
}

func (p *process) run() usage {
	var u usage
	if p.err == nil {
		p.err = p.try(&u)
	}
	return u
}

func (p *process) try(u *usage) error {
	if err := os.RemoveAll(p.out); err != nil {
		return err
	}
	if err := os.Mkdir(p.out, 0o755); err != nil {
		return err
	}
	return output(u, p.timed, p.command...)
}

// output runs a program and decodes the JSON that it prints.
func output(v any, program string, args ...string) error {
	cmd := exec.Command(program, args...)
	cmd.Stderr = os.Stderr
	printed, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("%v: %w", cmd, err)
	}
	return json.Unmarshal(printed, v)
}
