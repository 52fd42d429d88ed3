package golang

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/gentest"
)

func TestHelpersValue(t *testing.T) {
	var h Helpers
	if h.String() != "all" || h.Set("none") != nil || h != NoHelpers || h.String() != "none" || h.Set("all") != nil || h != AllHelpers {
		t.Errorf("%v", h)
	}
	if err := h.Set("some"); err == nil || err.Error() != `"some" does not say which helpers to make; write all or none` {
		t.Error(err)
	}
}

// TestNoHelpers checks what the package has less without helpers: them, what is
// there for them alone, and every word of them.
func TestNoHelpers(t *testing.T) {
	c := gentest.Everything()
	less := []string{"is", "as"}
	for i := range c.Errors {
		for _, name := range append([]string{c.Errors[i].Name}, c.Errors[i].Aliases...) {
			less = append(less, "Is"+name, "As"+name)
		}
	}
	with, err := Backend{}.Generate(c)
	if err != nil {
		t.Fatal(err)
	}
	without, err := Backend{Helpers: NoHelpers}.Generate(c)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range without {
		checkFormatted(t, f)
		want := slices.DeleteFunc(declared(t, with[i].Data), func(id string) bool { return slices.Contains(less, id) })
		if diff := cmp.Diff(want, declared(t, f.Data)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Path, diff)
		}
		for _, helper := range less[2:] {
			if strings.Contains(string(f.Data), helper+"(") {
				t.Errorf("%s says %s", f.Path, helper)
			}
		}
	}
}

// TestGenericHelpers checks from how many errors on the helpers are generic, which
// TestOutputBuilds calls, and that the package says so then alone.
func TestGenericHelpers(t *testing.T) {
	for _, test := range []struct {
		errors  int
		helpers Helpers
		want    string
		said    bool
	}{
		{mostPlain, AllHelpers, "(err error)", false},
		{mostPlain + 1, AllHelpers, "[E error](err E)", true},
		{mostPlain + 1, NoHelpers, "", false},
	} {
		c := gentest.Synthetic(test.errors)
		files, err := Backend{Helpers: test.helpers}.Generate(c)
		if err != nil {
			t.Fatal(err)
		}
		checkFormatted(t, files[0])
		src := string(files[0].Data)
		last := c.Errors[test.errors-1].Name
		for _, head := range []string{"\nfunc Is" + last + test.want + " bool {", "\nfunc As" + last + test.want + " (*Error, bool) {"} {
			if strings.Contains(src, head) != (test.want != "") {
				t.Errorf("%d errors, helpers %v: not as expected: %q", test.errors, test.helpers, head)
			}
		}
		if strings.Contains(src, "are generic") != test.said {
			t.Errorf("%d errors, helpers %v: the package says otherwise", test.errors, test.helpers)
		}
	}
}
