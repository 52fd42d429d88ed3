package main

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/match"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one two three", 8, []string{"one two", "three"}},
		{"a verylongwordindeed b", 6, []string{"a", "verylongwordindeed", "b"}},
		{"größe größe", 11, []string{"größe größe"}},
		{"日本 日本", 8, []string{"日本", "日本"}},
		{"  spaces \t are  one ", 80, []string{"spaces are one"}},
	}
	for _, tt := range tests {
		if got := wrap(tt.text, tt.width); !slices.Equal(got, tt.want) {
			t.Errorf("wrap(%q, %d) = %q, want %q", tt.text, tt.width, got, tt.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	want := []string{"a b", "c"}
	if diff := cmp.Diff(want, paragraphs("\na\n  b\n \n\nc\n")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Whatever a catalog or a response says, no character of it reaches the terminal
// that would do more than show.
func TestNothingMovesTheCursor(t *testing.T) {
	texts := append(slices.Clone(gentest.HostileTexts), "\x1b[2J", "\u009b31m", "\x07", "\x7f", "\u202e", "a\rb", "\x1b]0;title\x07", "\x80")
	for _, text := range texts {
		c := gentest.HostileWith(text)
		e := &c.Errors[0]
		e.Domain, e.Severity, e.Deprecated, e.Message = text, text, text, text+"{p}"
		e.Params = []catalog.Param{{Name: "p", Example: text}}
		e.When = &catalog.Condition{Body: []catalog.BodyTest{{Pointer: catalog.Pointer{text}, Test: catalog.Test{Any: []string{text}}}}}
		c.Retired = []catalog.Retired{{Domain: text, Codes: []string{text}, Name: text, Description: text}}
		a := &answer{screen: &screen{width: plainWidth}, catalog: c}
		a.received(text, match.Match{Value: text, Message: text, RequestID: text, Details: []byte(`"` + strings.Trim(text, "\x07\x1b\"\\") + `"`)})
		a.error(e)
		a.oneOf(text, []*catalog.Error{e, e})
		a.retired([]*catalog.Retired{&c.Retired[0]})
		a.remark("%s", text)
		for _, r := range a.b.String() {
			if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%q lets %q through", text, r)
			}
		}
	}
}

// Details that are deep stay as they came: indented they would take megabytes.
func TestDeepDetails(t *testing.T) {
	a := &answer{screen: &screen{width: 40}}
	nested := func(depth int) []byte { return []byte(strings.Repeat("[", depth) + strings.Repeat("]", depth)) }
	for depth, indented := range map[int]bool{2: true, 20: true, 21: false, 9_000: false} {
		shown := a.laidOut(nested(depth))
		if strings.Contains(shown, "\n") != indented {
			t.Errorf("%d deep it takes %d bytes; indented should be %t", depth, len(shown), indented)
		}
	}
}
