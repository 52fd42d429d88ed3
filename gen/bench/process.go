package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// A usage is what one run of a process took.
type usage struct {
	Wall float64 `json:"wall_ms"`
	CPU  float64 `json:"cpu_ms"`
	Peak float64 `json:"peak_mb"`
}

// A workshop is a temporary folder with the programs that are measured.
type workshop struct{ dir string }

// newWorkshop builds the packages, each a command, into a temporary folder.
func newWorkshop(packages ...string) (*workshop, error) {
	dir, err := os.MkdirTemp("", "errgen-bench-")
	if err != nil {
		return nil, err
	}
	w := &workshop{dir}
	build := exec.Command("go", append([]string{"build", "-o", dir + "/"}, packages...)...)
	if out, err := build.CombinedOutput(); err != nil {
		w.close()
		return nil, fmt.Errorf("%v: %w\n%s", build, err, out)
	}
	return w, nil
}

func (w *workshop) close() { _ = os.RemoveAll(w.dir) }

func (w *workshop) path(name string) string { return filepath.Join(w.dir, name) }

// A process is a command that writes to a folder, which is empty whenever it
// starts.
type process struct {
	workshop *workshop
	out      string
	args     []string
	err      error // the first failure of run
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
	cmd := exec.Command(p.workshop.path("timed"), p.args...)
	cmd.Stderr = os.Stderr
	printed, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("%v: %w", cmd, err)
	}
	return json.Unmarshal(printed, u)
}
