package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func place(line, col, width int, text string) Place {
	return Place{Pos: Pos{"errors.yaml", line, col}, Width: width, Line: text}
}

func printed(l List) string {
	var b strings.Builder
	l.Print(&b, false)
	return b.String()
}

func TestPrint(t *testing.T) {
	l := List{{
		Place: place(42, 12, 9, "    class: transiant"), Rule: "unknown-class",
		Message: `class "transiant" is not declared`, Hint: `did you mean "transient"?`,
	}, {
		Place: place(123456, 3, 1, "  x"), Rule: "name-clash", Message: "the name X is taken",
		Related: []Related{{place(7, 1, 2, "xy"), "by this one"}},
	}, {
		Place: Place{Pos: Pos{File: "errors.yaml"}}, Rule: "too-large", Message: "the file has more than 64 MiB", Severity: Warning,
	}}
	want := `errors.yaml:42:12: error: class "transiant" is not declared (unknown-class)
   42 |     class: transiant
      |            ^^^^^^^^^
      = did you mean "transient"?
errors.yaml:123456:3: error: the name X is taken (name-clash)
123456 |   x
      |   ^
errors.yaml:7:1: note: by this one
    7 | xy
      | ^^
errors.yaml: warning: the file has more than 64 MiB (too-large)
`
	if diff := cmp.Diff(want, printed(l)); diff != "" {
		t.Error(diff)
	}
}

func TestPrintColor(t *testing.T) {
	var b strings.Builder
	List{{Place: place(1, 2, 1, "ab"), Rule: "r", Message: "m", Hint: "h"}}.Print(&b, true)
	want := "\x1b[1merrors.yaml:1:2:\x1b[0m \x1b[1;31merror:\x1b[0m m (r)\n" +
		"\x1b[2m    1 |\x1b[0m ab\n" +
		"\x1b[2m      |\x1b[0m  \x1b[1;31m^\x1b[0m\n" +
		"\x1b[2m      =\x1b[0m h\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestPrintsAHundred(t *testing.T) {
	got := printed(make(List, 1000))
	if n := strings.Count(got, "error:"); n != 100 || !strings.HasSuffix(got, "… and 900 more\n") {
		t.Errorf("of 1000, %d printed, ending in %q", n, got[len(got)-20:])
	}
	if got := printed(make(List, 100)); strings.Contains(got, "more") {
		t.Error("of 100, some are left out")
	}
}

// The carets stand under the place, whatever stands before it.
func TestExcerpt(t *testing.T) {
	long := strings.Repeat("abcdefghij", 30)
	tests := []struct {
		name       string
		at         Place
		text, mark string
	}{
		{"plain", place(1, 4, 2, "abcdef"), "abcdef", "   ^^"},
		{"no width", place(1, 1, 0, "abc"), "abc", "^"},
		{"past the end", place(1, 4, 5, "abc"), "abc", "   ^"},
		{"far past the end", place(1, 40, 5, "abc"), "abc", "   ^"},
		{"wider than the line", place(1, 2, 50, "abc"), "abc", " ^^"},
		{"empty line", place(1, 1, 1, ""), "", "^"},
		{"tab", place(1, 3, 1, "\ta b"), "    a b", "     ^"},
		{"wide", place(1, 5, 2, "注文: エラ"), "注文: エラ", "      ^^^^"},
		{"combining", place(1, 4, 1, "e\u0301 x"), "e\u0301 x", "  ^"},
		{"emoji", place(1, 3, 1, "💥 x"), "💥 x", "   ^"},
		{"escape sequence", place(1, 6, 1, "\x1b[31mx"), "␛[31mx", "     ^"},
		{"bidi", place(1, 2, 1, "\u202ex"), "<U+202E>x", "        ^"},
		{"not UTF-8", place(1, 2, 1, "\xffx"), `\xFFx`, "    ^"},
		{"long, at the start", place(1, 1, 3, long), long[:100] + "…", "^^^"},
		{"long, in the middle", place(1, 151, 3, long), "…" + long[110:209] + "…", strings.Repeat(" ", 41) + "^^^"},
		{"long, at the end", place(1, 300, 1, long), "…" + long[259:], strings.Repeat(" ", 41) + "^"},
		{"long scalar", place(1, 2, 299, long), long[:100] + "…", " " + strings.Repeat("^", 99)},
		{"long and wide", place(1, 101, 1, strings.Repeat("注", 200)),
			"…" + strings.Repeat("注", 49) + "…", strings.Repeat(" ", 41) + "^^"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := excerptOf(tt.at)
			mark := strings.Repeat(" ", e.indent) + strings.Repeat("^", e.carets)
			if e.text != tt.text || mark != tt.mark {
				t.Errorf("got\n%s\n%s\nwant\n%s\n%s", e.text, mark, tt.text, tt.mark)
			}
		})
	}
}

func TestNothingReachesTheTerminal(t *testing.T) {
	evil := "\x1b]0;x\x07\u202e\r\u009b"
	got := printed(List{{
		Place: Place{Pos{evil, 1, 1}, 1, evil}, Rule: "r", Message: evil, Hint: evil,
		Related: []Related{{Place{Pos{evil, 1, 1}, 1, evil}, evil}},
	}})
	if strings.ContainsAny(got, evil[:1]+"\x07\u202e\r\u009b") {
		t.Errorf("printed %q", got)
	}
}

func TestSort(t *testing.T) {
	l := List{
		{Place: place(2, 1, 1, ""), Rule: "a"}, {Place: place(1, 2, 1, ""), Rule: "b"}, {Place: place(1, 2, 1, ""), Rule: "a"},
		{Place: place(1, 1, 1, ""), Rule: "z"}, {Place: place(1, 2, 1, ""), Rule: "b"}, {Place: Place{Pos: Pos{"a.yaml", 9, 9}}, Rule: "c"},
	}
	l.Sort()
	var got []string
	for _, d := range l {
		got = append(got, d.Pos.String()+" "+d.Rule)
	}
	want := []string{"a.yaml:9:9 c", "errors.yaml:1:1 z", "errors.yaml:1:2 a", "errors.yaml:1:2 b", "errors.yaml:2:1 a"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestErr(t *testing.T) {
	warning := Diagnostic{Place: place(1, 1, 1, ""), Severity: Warning, Rule: "w", Message: "hm"}
	wrong := Diagnostic{Place: place(2, 3, 1, ""), Rule: "e", Message: "no"}
	tests := []struct {
		list List
		want string
	}{
		{nil, ""}, {List{warning}, ""},
		{List{warning, wrong}, "errors.yaml:2:3: error: no (e)"},
		{List{wrong, warning, wrong}, "errors.yaml:2:3: error: no (e), and 1 more"},
	}
	for _, tt := range tests {
		got := ""
		if err := tt.list.Err(); err != nil {
			got = err.Error()
		}
		if got != tt.want || tt.list.HasErrors() != (tt.want != "") {
			t.Errorf("Err of %d is %q, want %q; HasErrors %t", len(tt.list), got, tt.want, tt.list.HasErrors())
		}
	}
}

// Of many diagnostics only those that are shown are asked for a suggestion.
func TestSuggest(t *testing.T) {
	asked := 0
	list := make(List, 10*maxPrinted)
	for i := range list {
		list[i] = Diagnostic{Place: place(1, 1, 1, "x"), Message: "no", Suggest: func() string {
			asked++
			return "did you mean y?"
		}}
	}
	if got := printed(list); strings.Count(got, "did you mean y?") != maxPrinted || asked != maxPrinted {
		t.Errorf("%d suggestions were asked for", asked)
	}
}
