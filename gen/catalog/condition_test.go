package catalog_test

import (
	"testing"

	"github.com/errgen/errgen/gen/catalog"
)

func TestConditionString(t *testing.T) {
	is := func(texts ...string) catalog.Test { return catalog.Test{Any: texts} }
	body := func(t catalog.Test, tokens ...string) catalog.Condition {
		return catalog.Condition{Body: []catalog.BodyTest{{Pointer: tokens, Test: t}}}
	}
	for want, c := range map[string]catalog.Condition{
		"the status is 2XX and /ok is false": {
			Statuses: []catalog.StatusRange{catalog.Hundred(2)},
			Body:     []catalog.BodyTest{{Pointer: pointer("ok"), Test: is("false")}},
		},
		"the status is 200, 202 or 4XX": {Statuses: []catalog.StatusRange{catalog.One(200), catalog.One(202), catalog.Hundred(4)}},
		"the header X-Left is 0 and the header X-Kind is present": {
			Headers: []catalog.HeaderTest{{Name: "X-Left", Test: is("0")}, {Name: "X-Kind", Test: catalog.Test{Exists: catalog.Present}}},
		},
		`/a~1b/*/c is "", x or "y, z"`: body(is("", "x", "y, z"), "a/b", "*", "c"),
		"/a is not 0 or 1":             body(catalog.Test{Not: []string{"0", "1"}}, "a"),
		`/a matches .*\d`:              body(catalog.Test{Pattern: `.*\d`}, "a"),
		"/a is absent":                 body(catalog.Test{Exists: catalog.Absent}, "a"),
	} {
		if got := c.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

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
