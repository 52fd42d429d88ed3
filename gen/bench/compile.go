package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/errgen/errgen/gen/bench/internal/synthetic"
)

// compiledSizes are those of the catalogs whose packages are compiled.
var compiledSizes = []int{100, 1_000, 10_000}

// The packages that are compared: the generated ones, and what people write by
// hand where they have no generator.
const (
	withHelpers    = "errgen, with helpers for each error"
	withoutHelpers = "errgen, without them"
	errorsPart     = "errgen, without them, errors alone"
	variables      = "var ErrX = errors.New(…)"
)

// pkg is what the generated package costs those who use it: compiling it, and
// what the goals are about.
func pkg(w *workshop, e effort) (*table, error) {
	t := &table{
		title:   "Compiling the generated package, beside a package of as many errors.New",
		groups:  []string{""},
		columns: usageColumns,
	}
	for _, n := range compiledSizes {
		compilers, err := w.compilers(n)
		if err != nil {
			return nil, err
		}
		took, err := inTurn(e.processes, compilers)
		if err != nil {
			return nil, err
		}
		t.rows = append(t.rows, usageRows(countOf(n), compilers, took, variables)...)
		if n == consumed {
			t.goals = compileGoals(took)
		}
	}
	more, err := w.consumerGoals(e)
	t.goals = append(t.goals, more...)
	return t, err
}

func compileGoals(took runs) []goal {
	ofVariables := func(name string) float64 { return ratio(walls(took[name]), walls(took[variables])) }
	what := "compiling " + countOf(consumed) + ", "
	return []goal{
		{what + errorsPart + ": of the time of errors.New", ofVariables(errorsPart), 1},
		{what + withoutHelpers + ": of the time of errors.New", ofVariables(withoutHelpers), 1},
		{what + withHelpers + ": of the time of errors.New", ofVariables(withHelpers), 4},
	}
}

// compilers are runs of the compiler for packages of n errors.
func (w *workshop) compilers(n int) ([]*process, error) {
	errors := synthetic.Errors(n)
	module := fmt.Sprintf("compile%d", n)
	if err := w.write(module+"/go.mod", []byte(consumerModule)); err != nil {
		return nil, err
	}
	if err := w.write(module+"/variables/errors.go", variablesOf(errors)); err != nil {
		return nil, err
	}
	var compilers []*process
	for _, p := range []struct {
		name, dir string
		flags     []string // of errgen
	}{
		{errorsPart, "part", []string{"--go-helpers=none", "--go-parts=errors"}},
		{withoutHelpers, "none", []string{"--go-helpers=none"}},
		{withHelpers, "all", []string{"--go-helpers=all"}},
		{variables, "variables", nil},
	} {
		if p.flags != nil {
			if err := w.generatePackage(errors, module+"/"+p.dir, p.flags...); err != nil {
				return nil, err
			}
		}
		compiler, err := w.compiler(p.name, module, p.dir)
		if err != nil {
			return nil, err
		}
		compilers = append(compilers, compiler)
	}
	return compilers, nil
}

// generatePackage has errgen write the package catalog into a folder of the
// workshop.
func (w *workshop) generatePackage(errors []synthetic.Error, dir string, flags ...string) error {
	for _, f := range synthetic.Spec(errors) {
		if err := w.write(dir+"/spec/"+f.Name, f.Data); err != nil {
			return err
		}
	}
	program, err := w.build(filepath.Base(errgenCommand), errgenCommand)
	if err != nil {
		return err
	}
	args := append([]string{"generate", "-q", "spec/errors.yaml", "--go", ".", "--package", "catalog"}, flags...)
	_, err = command(w.path(dir), program, args...)
	return err
}

// variablesOf is a package that has the same errors as variables.
func variablesOf(errors []synthetic.Error) []byte {
	var b strings.Builder
	b.WriteString("package variables\n\nimport \"errors\"\n\n")
	for i := range errors {
		fmt.Fprintf(&b, "var Err%s = errors.New(%q)\n", errors[i].Name(), "synthetic: "+errors[i].Message)
	}
	return []byte(b.String())
}

// compiler is a run of the compiler alone, as the go command starts it, for a
// package in a module.
func (w *workshop) compiler(name, module, dir string) (*process, error) {
	exports, err := command(w.path(module), "go", "list", "-export", "-deps",
		"-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}", "./"+dir)
	if err != nil {
		return nil, err
	}
	if err := w.write(module+"/"+dir+".importcfg", exports); err != nil {
		return nil, err
	}
	tools, err := command("", "go", "env", "GOTOOLDIR")
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(w.path(module + "/" + dir + "/*.go"))
	if err != nil {
		return nil, err
	}
	args := []string{"-p", "consumer/" + dir, "-importcfg", w.path(module + "/" + dir + ".importcfg"), "-pack",
		"-c", fmt.Sprint(min(runtime.NumCPU(), 4)), "-o", w.path(module + "/" + dir + ".a")}
	return w.processOf(name, "", filepath.Join(strings.TrimSpace(string(tools)), "compile"), append(args, files...)...)
}
