// What the packages are tried on: responses, and what each has to be.

package catalogs_test

import (
	"cmp"
	"net/http"
	"path/filepath"
	"slices"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
)

// A trial is a response, and what the package has to say of it.
type trial struct {
	question
	of        *result
	source    string // where it was found
	isFixture bool
	want      answer
}

// trialsOf are the fixtures, and the body that each catalog gives as an example.
func trialsOf(t *testing.T, dir string, results []*result) (trials []trial, questions []question) {
	t.Helper()
	var fixtures []fixture
	readJSON(t, filepath.Join(dir, "fixtures.json"), &fixtures)
	for i := range fixtures {
		f := &fixtures[i]
		of := slices.IndexFunc(results, func(r *result) bool { return r.catalog == f.Catalog })
		if of < 0 {
			t.Fatalf("a fixture is of %q, which no mapping is for", f.Catalog)
		}
		trials = append(trials, f.trial(results[of]))
	}
	for _, r := range results {
		if r.example.name != "" {
			trials = append(trials, exampleTrial(t, r))
		}
	}
	for i := range trials {
		questions = append(questions, trials[i].question)
	}
	return trials, questions
}

// trial is one of all that a fixture tells. Where it has no status it gets that
// of its error, where it has no message the error's title stands for one.
func (f *fixture) trial(r *result) trial {
	e := r.withCode(f.Expect.Code)
	header := http.Header{}
	for name, value := range f.Headers {
		header.Set(name, value)
	}
	status := cmp.Or(f.Status, e.Status(), http.StatusInternalServerError)
	return trial{
		question: question{f.Catalog, status, header, f.Body}, of: r, source: f.Source, isFixture: true,
		want: answer{
			IsError: true, Name: e.Name, Value: f.Expect.Code,
			Message: cmp.Or(f.Expect.Message, e.Title), RequestID: f.Expect.RequestID,
		},
	}
}

// withCode is the error with a code; an empty one if there is none.
func (c *conversion) withCode(code string) catalog.Error {
	for _, e := range c.read.Errors {
		if slices.Contains(e.Codes, code) {
			return e
		}
	}
	return catalog.Error{}
}

// exampleTrial is one of the body that a catalog gives as an example, of whose
// texts most are dots.
func exampleTrial(t *testing.T, r *result) trial {
	t.Helper()
	i := slices.IndexFunc(r.read.Errors, func(e catalog.Error) bool { return e.Name == r.example.name })
	if i < 0 {
		t.Fatalf("%s has no error %s", r.catalog, r.example.name)
	}
	status := cmp.Or(r.read.Errors[i].Status(), http.StatusBadRequest)
	return trial{
		question: question{r.catalog, status, http.Header{}, r.BodyExample}, of: r, source: "body_example",
		want: answer{IsError: true, Name: r.example.name, Delay: r.example.delay},
	}
}

// right reports whether an answer has all that the trial tells of.
func (tr *trial) right(got answer) bool {
	w := &tr.want
	if !tr.isFixture {
		return got.IsError && got.Name == w.Name && got.Delay == w.Delay
	}
	return got.IsError && got.Name == w.Name && got.Value == w.Value && got.Message == w.Message && got.RequestID == w.RequestID
}
