// The test of a generated package from within: it gives back every text and
// fact of its catalog, and finds every error. catalog.json is what the catalog
// says.

package consumer

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"testing"
)

type wantError struct {
	Name, Value, Title, Message, Description, Fix, URL string
	Causes                                             []string
	Status                                             int
	Class, ClassTitle, Action, ActionTitle             string
	Retryable                                          bool
}

type wantCode struct {
	Status int
	Value  string
	Name   string // of the error, or ""
}

func want(t *testing.T) (all struct {
	Errors []wantError
	Codes  []wantCode
}) {
	t.Helper()
	data, err := os.ReadFile("catalog.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAccessors(t *testing.T) {
	errs := want(t).Errors
	if len(Codes()) != len(errs) {
		t.Fatalf("%d codes, want %d", len(Codes()), len(errs))
	}
	for i, c := range Codes() {
		got := wantError{
			c.Name(), c.Value(), c.Title(), c.Message(), c.Description(), c.Fix(), c.URL(),
			c.Causes(), c.Status(),
			c.Class().String(), c.Class().Title(), c.Action().String(), c.Action().Title(),
			c.Retryable(),
		}
		if !reflect.DeepEqual(got, errs[i]) {
			t.Errorf("error %d:\n got %#v\nwant %#v", i, got, errs[i])
		}
	}
}

func TestNoError(t *testing.T) {
	beyond := Code(lastCode)
	beyond++
	for _, c := range []Code{0, beyond} {
		if slices.Contains(Codes(), c) {
			continue
		}
		got := c.Name() + c.Value() + c.Title() + c.Message() + c.Description() + c.Fix() + c.URL() + c.Class().String() + c.Action().Title()
		if got != "" || c.Status() != 0 || c.Causes() != nil {
			t.Errorf("Code %d has texts", c)
		}
	}
}

func TestCausesAreCopies(t *testing.T) {
	for _, c := range Codes() {
		for i := range c.Causes() {
			before := c.Causes()[i]
			c.Causes()[i] = "changed"
			if c.Causes()[i] != before {
				t.Fatalf("the causes of %s can be changed", c.Name())
			}
		}
	}
}

func TestCodeFor(t *testing.T) {
	for _, w := range want(t).Codes {
		if got := CodeFor(w.Status, w.Value).Name(); got != w.Name {
			t.Errorf("CodeFor(%d, %q) is %q, want %q", w.Status, w.Value, got, w.Name)
		}
	}
}

func TestCodeForAllocatesNothing(t *testing.T) {
	last := Codes()[len(Codes())-1]
	if n := testing.AllocsPerRun(100, func() { CodeFor(last.Status(), last.Value()) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestWrapped(t *testing.T) {
	for _, c := range Codes() {
		err := fmt.Errorf("doing it: %w", New(c, "no"))
		if CodeOf(err) != c || !errors.Is(err, c) || errors.Is(err, c%lastCode+1) != (lastCode == 1) {
			t.Errorf("%s is not found when wrapped", c.Name())
		}
	}
}
