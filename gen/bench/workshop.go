package main

// Where programs are built that are then measured.

import (
	"bytes"
	"encoding/json"
	"errors"
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

// write writes a file of the workshop, and the folders that it is in.
func (w *workshop) write(name string, data []byte) error {
	file := w.path(filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// build makes a program, once, and returns its path; args are flags of go build,
// then the package.
func (w *workshop) build(name string, args ...string) (string, error) {
	return w.buildIn("", name, args...)
}

// buildIn is build for a package of the module in dir.
func (w *workshop) buildIn(dir, name string, args ...string) (string, error) {
	program := w.path(name)
	if w.built[name] {
		return program, nil
	}
	if _, err := command(dir, "go", append([]string{"build", "-o", program}, args...)...); err != nil {
		return "", err
	}
	w.built[name] = true
	return program, nil
}

// command runs a program in dir, and returns what it prints.
func command(dir, program string, args ...string) ([]byte, error) {
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	printed, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%v: %w\n%s%s", cmd, err, printed, &complaints)
	}
	return printed, nil
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
	name    string
	timed   string // the path of internal/timed
	dir     string // that it runs in, if not the current one
	command []string
	out     string // the folder; "" if it writes to none
	err     error  // the first failure of run
}

// process is a command of the package, built, that writes to out.
func (w *workshop) process(name, pkg, out string, args ...string) (*process, error) {
	program, err := w.build(path.Base(pkg), pkg)
	if err != nil {
		return nil, err
	}
	return w.processOf(name, out, program, args...)
}

// processOf is a command of a program that is there.
func (w *workshop) processOf(name, out, program string, args ...string) (*process, error) {
	timed, err := w.build("timed", "./internal/timed")
	if err != nil {
		return nil, err
	}
	return &process{name: name, timed: timed, command: append([]string{program}, args...), out: out}, nil
}

// runs are what runs of processes took, by process.
type runs map[string][]usage

// inTurn runs processes in turn, as often as rounds says.
func inTurn(rounds int, processes []*process) (runs, error) {
	var fs []func() usage
	for _, p := range processes {
		fs = append(fs, p.run)
	}
	took := make(runs)
	var failed []error
	for i, usages := range interleave(rounds, fs) {
		took[processes[i].name] = usages
		failed = append(failed, processes[i].err)
	}
	return took, errors.Join(failed...)
}

func (p *process) run() usage {
	var u usage
	if p.err == nil {
		p.err = p.try(&u)
	}
	return u
}

func (p *process) try(u *usage) error {
	if p.out != "" {
		if err := os.RemoveAll(p.out); err != nil {
			return err
		}
		if err := os.MkdirAll(p.out, 0o755); err != nil {
			return err
		}
	}
	return output(u, p.dir, p.timed, p.command...)
}

// output runs a program in dir and decodes the JSON that it prints.
func output(v any, dir, program string, args ...string) error {
	printed, err := command(dir, program, args...)
	if err != nil {
		return err
	}
	return json.Unmarshal(printed, v)
}
