package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/errgen/errgen/gen/bench/internal/synthetic"
)

// sizes are those of the catalogs that are generated.
var sizes = []struct{ errors, rounds int }{{10, 5}, {1_000, 3}, {10_000, 1}}

// generate compares errgen, from the start of the process to the files on disk,
// with a process that reads the Go that errgen made, formats and writes it.
func generate(w *workshop, e effort) (*table, error) {
	t := &table{
		title:   "Generating, whole processes, beside go/format alone of the Go that is generated",
		columns: []string{"ms", "ratio", "CPU ms", "ratio", "peak MB"},
		rows:    []row{{name: "errgen generate --go"}, {name: "go/format"}},
	}
	for _, size := range sizes {
		ours, theirs, err := w.generate(size.errors, size.rounds*e.processes)
		if err != nil {
			return nil, err
		}
		t.groups = append(t.groups, fmt.Sprintf("%d errors", size.errors))
		t.rows[0].groups = append(t.rows[0].groups, usageCells(ours, theirs))
		t.rows[1].groups = append(t.rows[1].groups, usageCells(theirs, theirs))
		if size.errors == 10_000 {
			t.goals = append(t.goals, goal{
				what:  "errgen generate, 10000 errors: of the time of go/format",
				got:   ratio(walls(ours), walls(theirs)),
				limit: 0.8,
			})
		}
	}
	return t, nil
}

// generate runs errgen and go/format in turn for a catalog of n errors.
func (w *workshop) generate(n, rounds int) (ours, theirs []usage, err error) {
	spec, made, formatted := w.path("errors.yaml"), w.path("made"), w.path("formatted")
	if err := os.WriteFile(spec, synthetic.Spec(n), 0o644); err != nil {
		return nil, nil, err
	}
	errgen, err := w.process("github.com/errgen/errgen/cmd/errgen", made, "generate", "-q", spec, "--go", made)
	if err != nil {
		return nil, nil, err
	}
	if errgen.run(); errgen.err != nil {
		return nil, nil, errgen.err
	}
	files, err := filepath.Glob(filepath.Join(made, "*.go"))
	if err != nil {
		return nil, nil, err
	}
	gofmt, err := w.process("./internal/gofmt", formatted, append([]string{formatted}, files...)...)
	if err != nil {
		return nil, nil, err
	}
	runs := interleave(rounds, []func() usage{errgen.run, gofmt.run})
	return runs[0], runs[1], errors.Join(errgen.err, gofmt.err)
}

func usageCells(of, base []usage) []string {
	return []string{
		fmt.Sprintf("%.0f", median(walls(of))),
		fmt.Sprintf("%.2f", ratio(walls(of), walls(base))),
		fmt.Sprintf("%.0f", median(cpus(of))),
		fmt.Sprintf("%.2f", ratio(cpus(of), cpus(base))),
		fmt.Sprintf("%.0f", median(peaks(of))),
	}
}

func walls(us []usage) []float64 { return each(us, func(u usage) float64 { return u.Wall }) }
func cpus(us []usage) []float64  { return each(us, func(u usage) float64 { return u.CPU }) }
func peaks(us []usage) []float64 { return each(us, func(u usage) float64 { return u.Peak }) }

func each(us []usage, figure func(usage) float64) []float64 {
	figures := make([]float64, len(us))
	for i, u := range us {
		figures[i] = figure(u)
	}
	return figures
}
