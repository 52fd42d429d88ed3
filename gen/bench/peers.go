package main

import (
	"flag"
	"os"
	"path/filepath"

	"github.com/errgen/errgen/gen/bench/internal/synthetic"
)

// errorzSource is where errorz is: no proxy of modules has it, so it can't be a
// dependency.
var errorzSource = flag.String("errorz", "", "measure errorz too: a `checkout` of github.com/unlimited-budget-ecommerce/errorz")

// peers are other generators, for the same catalog.
func (w *workshop) peers(errors []synthetic.Error) ([]*process, error) {
	first, err := w.rescode(errors)
	if err != nil || *errorzSource == "" {
		return []*process{first}, err
	}
	second, err := w.errorz(errors, *errorzSource)
	return []*process{first, second}, err
}

func (w *workshop) rescode(errors []synthetic.Error) (*process, error) {
	if err := w.write("rescode.yaml", synthetic.Rescode(errors)); err != nil {
		return nil, err
	}
	out := w.path("rescode")
	return w.process(rescode, "github.com/restayway/rescode/cmd/rescodegen", out,
		"--input", w.path("rescode.yaml"), "--output", filepath.Join(out, "rescode_gen.go"), "--package", "synthetic")
}

// errorz finds all that it reads and writes beside the go.mod of the module that
// it runs in.
func (w *workshop) errorz(errors []synthetic.Error, checkout string) (*process, error) {
	program, err := w.buildIn(checkout, "gen_errors", "./cmd/gen_errors")
	if err != nil {
		return nil, err
	}
	const schema = "schema/error_schema.json"
	rules, err := os.ReadFile(filepath.Join(checkout, schema))
	if err != nil {
		return nil, err
	}
	definitions, err := synthetic.Errorz(errors)
	if err != nil {
		return nil, err
	}
	for name, data := range map[string][]byte{"go.mod": []byte("module synthetic\n"), schema: rules, "definitions/synthetic.json": definitions} {
		if err := w.write("errorz/"+name, data); err != nil {
			return nil, err
		}
	}
	p, err := w.processOf(errorz, w.path("errorz/docs"), program)
	if err == nil {
		p.dir = w.path("errorz")
	}
	return p, err
}
