// Random responses, on which packages and the plain rules of matching agree.

package catalogs_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"net/http"
	"slices"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
)

const (
	seed         = 7
	randomOfEach = 150
)

// randomQuestions are about responses that have something to do with a catalog:
// made up of what it looks for, and mixed from the bodies of its errors.
func randomQuestions(t *testing.T, name string, c *catalog.Catalog) (questions []question) {
	t.Helper()
	for _, s := range gentest.Samples(c, seed, randomOfEach) {
		questions = append(questions, question{name, s.Status, s.Header, []byte(s.Body)})
	}
	m := mixer{rand.New(rand.NewPCG(seed, 0))}
	for range randomOfEach {
		a, b := &c.Errors[m.IntN(len(c.Errors))], &c.Errors[m.IntN(len(c.Errors))]
		body, err := json.Marshal(m.damage(m.mix(bodyOf(t, c, a), bodyOf(t, c, b))))
		if err != nil {
			t.Fatal(err)
		}
		status := []int{a.Status(), b.Status(), http.StatusBadRequest, http.StatusBadGateway}[m.IntN(4)]
		questions = append(questions, question{name, max(status, http.StatusOK), http.Header{}, body})
	}
	return questions
}

// bodyOf is the body of an error, as encoding/json has it.
func bodyOf(t *testing.T, c *catalog.Catalog, e *catalog.Error) (body any) {
	t.Helper()
	if err := json.Unmarshal([]byte(c.ExampleBody(e).Indented()), &body); err != nil {
		t.Fatal(err)
	}
	return body
}

// A mixer makes bodies from others.
type mixer struct{ *rand.Rand }

// mix is of both: objects with the members of either, lists with the elements of
// either, in any order.
func (m mixer) mix(a, b any) any {
	switch x := a.(type) {
	case map[string]any:
		if y, ok := b.(map[string]any); ok {
			return m.mixObjects(x, y)
		}
	case []any:
		if y, ok := b.([]any); ok {
			x = append(x, y...)
			m.Shuffle(len(x), func(i, j int) { x[i], x[j] = x[j], x[i] })
			return x
		}
	}
	return []any{a, b}[m.IntN(2)]
}

func (m mixer) mixObjects(x, y map[string]any) map[string]any {
	for _, name := range slices.Sorted(maps.Keys(y)) {
		if old, ok := x[name]; ok {
			x[name] = m.mix(old, y[name])
		} else {
			x[name] = y[name]
		}
	}
	return x
}

// damage puts something else in place of a value here and there.
func (m mixer) damage(v any) any {
	if m.IntN(8) == 0 {
		return []any{nil, "", "other", 7, true, []any{}, map[string]any{}}[m.IntN(7)]
	}
	switch x := v.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(x)) {
			x[name] = m.damage(x[name])
		}
	case []any:
		for i := range x {
			x[i] = m.damage(x[i])
		}
	}
	return v
}
