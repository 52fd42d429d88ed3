package main

// Generating, as whole processes: errgen beside go/format and other generators.

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"time"

	"github.com/errgen/errgen/gen/bench/internal/synthetic"
)

// sizes are those of the catalogs that are generated, and how often: rounds for
// each of an effort's.
var sizes = []struct{ errors, rounds int }{{10, 9}, {100, 5}, {1_000, 3}, {10_000, 1}, {largest, 0}}

// At the largest size a round of all processes takes a minute: there are
// effort.largest of them.
const largest = 100_000

// The processes that are compared.
const (
	errgen  = "errgen generate"
	check   = "errgen generate --check"
	gofmt   = "go/format of that Go"
	rescode = "rescode, Go alone"
	errorz  = "errorz"
)

// generate compares errgen, from the start of the process to the Go and the
// Markdown on disk, with a process that reads the Go that errgen made, formats
// and writes it, and with other generators.
func generate(w *workshop, e effort) (*table, error) {
	t := &table{
		title:   "Generating Go and Markdown, whole processes, beside go/format alone of that Go",
		groups:  []string{""},
		columns: usageColumns,
	}
	bySize := make(map[int]runs)
	for _, size := range sizes {
		processes, err := w.generators(size.errors)
		if err != nil {
			return nil, err
		}
		rounds := size.rounds * e.processes
		if size.errors == largest {
			rounds = e.largest
		}
		took, err := inTurn(rounds, processes)
		if err != nil {
			return nil, err
		}
		bySize[size.errors] = took
		t.rows = append(t.rows, usageRows(countOf(size.errors), processes, took, gofmt)...)
	}
	touched, err := w.touchedByCheck()
	if err != nil {
		return nil, err
	}
	t.goals = append(generateGoals(bySize), goal{"errgen generate --check: files touched", float64(touched), 0})
	return t, nil
}

// generators are the processes for a catalog of n errors, in the order in which
// they run: some need what an earlier one wrote.
func (w *workshop) generators(n int) ([]*process, error) {
	errors := synthetic.Errors(n)
	for _, f := range synthetic.Spec(errors) {
		if err := w.write("spec/"+f.Name, f.Data); err != nil {
			return nil, err
		}
	}
	made := w.path("made")
	args := []string{"generate", "-q", w.path("spec/errors.yaml"), "--go", made, "--markdown", filepath.Join(made, "errors.md")}
	ours, err := w.process(errgen, errgenCommand, made, args...)
	if err != nil {
		return nil, err
	}
	checking, err := w.process(check, errgenCommand, "", append(args, "--check")...)
	if err != nil {
		return nil, err
	}
	formatted := w.path("formatted")
	formatting, err := w.process(gofmt, "./internal/gofmt", formatted, formatted, made)
	if err != nil {
		return nil, err
	}
	peers, err := w.peers(errors)
	return append([]*process{ours, checking, formatting}, peers...), err
}

const errgenCommand = "github.com/errgen/errgen/cmd/errgen"

// generateGoals are the goals of what took so long, by size.
func generateGoals(took map[int]runs) []goal {
	small, large, huge := took[10], took[10_000], took[largest]
	goals := []goal{
		{"errgen generate, 10 errors: ms of CPU time", median(cpus(small[errgen])), 10},
		{"errgen generate, 10000 errors: of the time of go/format", ratio(walls(large[errgen]), walls(large[gofmt])), 0.8},
		{"errgen generate --check, 10000 errors: of the time of generating", ratio(walls(large[check]), walls(large[errgen])), 1},
		{"errgen generate, 100000 errors: of ten times the time of 10000", median(walls(huge[errgen])) / (10 * median(walls(large[errgen]))), 1.2},
		{"errgen generate, 100000 errors: GiB at the peak", median(peaks(huge[errgen])) / 1024, 1.5},
	}
	for _, peer := range []string{rescode, errorz} {
		for _, size := range sizes {
			if theirs := took[size.errors][peer]; theirs != nil {
				what := fmt.Sprintf("errgen generate, %s: of the time of %s", countOf(size.errors), peer)
				goals = append(goals, goal{what, ratio(walls(took[size.errors][errgen]), walls(theirs)), 1})
			}
		}
	}
	return goals
}

// touchedByCheck is how many files and folders of what errgen made change, come
// or go while it checks them.
func (w *workshop) touchedByCheck() (int, error) {
	processes, err := w.generators(10)
	if err != nil {
		return 0, err
	}
	if _, err := inTurn(1, processes[:1]); err != nil {
		return 0, err
	}
	before, err := modified(w.path("made"))
	if err != nil {
		return 0, err
	}
	if _, err := inTurn(1, processes[1:2]); err != nil {
		return 0, err
	}
	after, err := modified(w.path("made"))
	touched := 0
	for file, when := range after {
		if before[file] != when {
			touched++
		}
		delete(before, file)
	}
	return touched + len(before), err
}

// modified is when the files and folders in dir were changed last, and it
// itself.
func modified(dir string) (map[string]time.Time, error) {
	when := make(map[string]time.Time)
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil {
			when[file] = info.ModTime()
		}
		return err
	})
	return when, err
}

func countOf(n int) string { return strconv.Itoa(n) + " errors" }
