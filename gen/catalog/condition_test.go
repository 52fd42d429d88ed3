package catalog_test

import (
	"testing"

	"github.com/errgen/errgen/gen/catalog"
)

func TestSameTests(t *testing.T) {
	tests := func(p string, t catalog.Test) []catalog.BodyTest {
		return []catalog.BodyTest{{Pointer: pointer(p), Test: t}}
	}
	one := tests("a", catalog.Test{Any: []string{"x"}})
	if !catalog.SameTests(one, tests("a", catalog.Test{Any: []string{"x"}})) {
		t.Error("equal tests differ")
	}
	for _, other := range [][]catalog.BodyTest{
		nil, append(one, one...), tests("b", one[0].Test), tests("a", catalog.Test{Any: []string{"y"}}), tests("a", catalog.Test{Not: []string{"x"}}),
		tests("a", catalog.Test{Pattern: "x"}), tests("a", catalog.Test{Exists: catalog.Present}),
	} {
		if catalog.SameTests(one, other) {
			t.Errorf("%v is the same as %v", one, other)
		}
	}
}

func TestClean(t *testing.T) {
	for _, tt := range []struct {
		locator  catalog.Locator
		in, want string
	}{
		{catalog.Locator{}, "a:b", "a:b"},
		{catalog.Locator{StripPrefix: "urn:x:"}, "urn:x:urn:x:a", "urn:x:a"},
		{catalog.Locator{StripPrefix: "urn:x:"}, "other", "other"},
		{catalog.Locator{Before: ":"}, "a:b:c", "a"},
		{catalog.Locator{Before: ":"}, "a", "a"},
		{catalog.Locator{After: "#"}, "a#b#c", "c"},
		{catalog.Locator{After: "#"}, "a#", ""},
		{catalog.Locator{StripPrefix: "x:", Before: ":", After: "#"}, "x:a#b:c#d", "b"},
	} {
		if got := tt.locator.Clean(tt.in); got != tt.want {
			t.Errorf("%+v makes %q of %q, want %q", tt.locator, got, tt.in, tt.want)
		}
	}
}
