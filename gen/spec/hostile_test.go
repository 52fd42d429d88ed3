package spec

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/errgen/errgen/gen/diag"
)

// head is what every spec needs, up to its errors.
const head = `version: 1
api: {name: Orders API}
response: {code: /code, message: /message}
classes: {request: {title: Bad request, action: never}, server: {title: Server trouble, action: backoff}}
defaults: {4XX: {class: request}, 5XX: {class: server}}
errors:
`

// least is a spec that is right.
const least = head + "  - {status: 404, code: order_not_found}\n"

// TestHostile reads what a text archive can't hold well; want is what the first
// diagnostic says, "" if the spec is right.
func TestHostile(t *testing.T) {
	crlf := strings.ReplaceAll(least, "\n", "\r\n")
	tests := []struct{ name, src, want string }{
		{"nothing", "", "errors.yaml:1:1: error: the spec is empty (empty)"},
		{"blank lines", "\n\n  \n", "errors.yaml:1:1: error: the spec is empty (empty)"},
		{"only comments", "# nothing\n# yet", "errors.yaml:1:1: error: the spec is empty (empty)"},
		{"only a marker", "---\n", "errors.yaml:1:1: error: the spec is empty (empty)"},
		{"null", "~", "errors.yaml:1:1: error: the spec is a text, not a mapping (wrong-type)"},
		{"byte-order mark", "\ufeff" + least, ""},
		{"byte-order mark inside", least + "\ufeff", "errors.yaml:8:1: error: U+FEFF is a byte-order mark inside the text (control-character)"},
		{"CRLF", crlf, ""},
		{"CR", strings.ReplaceAll(least, "\n", "\r"), ""},
		{"mistake after CRLF", crlf + "  - {status: 5}\r\n", `errors.yaml:8:14: error: "5" is no status (status)`},
		{"mistake after CR", strings.ReplaceAll(least+"  - {status: 5}\n", "\n", "\r"), `errors.yaml:8:14: error: "5" is no status (status)`},
		{"mistake after wide text", head + "  - {message: 注文エラー 💥, status: 5}", `errors.yaml:7:32: error: "5" is no status (status)`},
		{"UTF-16", "\xff\xfev\x00e\x00r\x00", "errors.yaml: error: the spec is in UTF-16 (not-utf-8)"},
		{"UTF-16 big-endian", "\xfe\xff\x00v\x00e", "errors.yaml: error: the spec is in UTF-16 (not-utf-8)"},
		{"Latin-1", head + "  - {message: f\xfcr}", "errors.yaml:7:16: error: byte 0xFC is not UTF-8 (not-utf-8)"},
		{"overlong UTF-8", head + "  - {message: \xc0\xaf}", "errors.yaml:7:15: error: byte 0xC0 is not UTF-8 (not-utf-8)"},
		{"surrogate", head + "  - {message: \xed\xa0\x80}", "errors.yaml:7:15: error: byte 0xED is not UTF-8 (not-utf-8)"},
		{"NUL", head + "  - {message: \x00}", "errors.yaml:7:15: error: U+0000 is a control character (control-character)"},
		{"escape sequence", "# \x1b[2J\n" + least, "errors.yaml:1:3: error: U+001B is a control character (control-character)"},
		{"next line", head + "  - {message: a\u0085b}", "errors.yaml:7:16: error: U+0085 is a control character (control-character)"},
		{"bidi", head + "  - {message: a\u202eb}",
			"errors.yaml:7:16: error: U+202E is a bidirectional override: the text would show in another order than it has (control-character)"},
		{"isolate", head + "  - {message: a\u2066b}",
			"errors.yaml:7:16: error: U+2066 is a bidirectional override: the text would show in another order than it has (control-character)"},
		{"noncharacter", head + "  - {message: a\ufdd0b}", "errors.yaml:7:16: error: U+FDD0 is no character (control-character)"},
		{"XML", "<?xml version=\"1.0\"?>\n<errors/>", "errors.yaml:1:1: error: the spec is XML or HTML, not YAML (not-yaml)"},
		{"HTML", "\n<html>", "errors.yaml:1:1: error: the spec is XML or HTML, not YAML (not-yaml)"},
		{"merge key", "<<: {}", "errors.yaml:1:1: error: merge keys are not read (merge-key)"},
		{"too large", strings.Repeat("#", maxFile+1), "errors.yaml: error: the spec has more than the 64 MiB that are read of a file (too-large)"},
		{"separators", head + "  - {message: a\u2028b\u2029c, status: 5}", `errors.yaml:7:30: error: "5" is no status (status)`},
		{"control in a comment only", least + "# \a", "errors.yaml:8:3: error: U+0007 is a control character (control-character)"},
		{"deep lists", strings.Repeat("[", 5000), "errors.yaml:1:4997: error: this is not YAML: did not find expected node content (syntax)"},
		{"too deep", strings.Repeat("[", 20000), "errors.yaml:1:10001: error: this is not YAML: exceeded max depth of 10000 (syntax)"},
		{"deep mappings", strings.Repeat("{a: ", 9000) + strings.Repeat("}", 9000), "errors.yaml:1:1: error: the spec has no api (missing-key)"},
		{"deep example", head + "  - {status: 404, example: {a: " + strings.Repeat("[", 65) + strings.Repeat("]", 65) + "}}",
			"errors.yaml:7:96: error: values are nested deeper than 64 levels (nesting)"},
		{"alias to the parent", head + "  - {status: 404, example: &a {b: *a}}", "errors.yaml:7:35: error: the alias *a stands inside its own anchor (alias-cycle)"},
		{"unknown alias", "version: *v", "errors.yaml:1:10: error: there is no anchor &v before this alias (syntax)"},
		{"long line", head + "  - {status: 404, message: " + strings.Repeat("long ", 200000) + ", status: 5}",
			`errors.yaml:7:1000030: error: the key "status" is here twice (duplicate-key)`},
		{"unclosed before CRLF", "\"\r\r\r\r\n", "errors.yaml:4:1: error: this is not YAML: found unexpected end of stream (syntax)"},
		{"tab before a value", head + "  - {status: 404,\tcode:\tx, status: 5}", `errors.yaml:7:28: error: the key "status" is here twice (duplicate-key)`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Read("errors.yaml", []byte(tt.src), nil)
			got := ""
			if len(list) > 0 {
				got = list[0].String()
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// Separators that YAML 1.1 takes for line breaks are characters of the text.
func TestSeparators(t *testing.T) {
	doc, list := Read("errors.yaml", []byte(head+"  - {status: 404, message: a\u2028b, fix: 'c\u2029d'}\n"), nil)
	if len(list) > 0 || doc.Catalog.Errors[0].Message != "a\u2028b" || doc.Catalog.Errors[0].Fix != "c\u2029d" {
		t.Errorf("read %+v\n%s", doc.Catalog, printed(list))
	}
}

// Everything is reported in one run, in order.
func TestThousandMistakes(t *testing.T) {
	var b strings.Builder
	b.WriteString(head)
	for i := range 1000 {
		fmt.Fprintf(&b, "  - {status: 404, code: c%d, class: klass%d}\n", i, i)
	}
	_, list := Read("errors.yaml", []byte(b.String()), nil)
	if len(list) != 1000 {
		t.Fatalf("%d diagnostics", len(list))
	}
	for i, d := range list {
		if d.Pos.Line != i+7 || d.Rule != "unknown-class" {
			t.Fatalf("diagnostic %d is %s", i, &d)
		}
	}
	if out := printed(list); strings.Count(out, "error:") != 100 || !strings.HasSuffix(out, "… and 900 more\n") {
		t.Errorf("printed %d, ending in %q", strings.Count(out, "error:"), out[len(out)-30:])
	}
}

// A spec may be a single line, as minified JSON is: finding a position does not
// read the line from its start each time. This took over a minute when it did.
func TestOneLine(t *testing.T) {
	entry := `{"status": "404", "clas": "` + strings.Repeat("x", 60) + `", "code": "ü"}`
	src := `{"errors": [` + strings.Repeat(entry+", ", 20_000) + entry + `]}`
	start := time.Now()
	_, list := Read("errors.yaml", []byte(src), nil)
	if took := time.Since(start); len(list) < 20_000 || took > 20*time.Second {
		t.Errorf("%d diagnostics in %s", len(list), took)
	}
}

// All that is read counts, not each file alone.
func TestLargeInclude(t *testing.T) {
	full := append([]byte("<a>"), bytes.Repeat([]byte("#"), maxFile-len("<a>"))...) // which is not parsed
	files := fstest.MapFS{"a.yaml": {Data: full}, "b.yaml": {Data: full}, "c.yaml": {Data: full}, "d.yaml": {Data: full}, "e.yaml": {Data: append(full, '#')}}
	_, list := Read("errors.yaml", []byte("include: [e.yaml, a.yaml, b.yaml, c.yaml, d.yaml]"), files)
	for file, want := range map[string]string{
		"e.yaml": "e.yaml: error: the included file has more than the 64 MiB that are read of a file (too-large)",
		"d.yaml": "d.yaml: error: with this file, the spec has more than the 256 MiB that are read (too-large)",
	} {
		if i := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.File == file }); i < 0 || list[i].String() != want {
			t.Errorf("want %s, got\n%s", want, printed(list))
		}
	}
}

// A spec that was read without its folder can't include.
func TestIncludeFromNowhere(t *testing.T) {
	_, list := Read("errors.yaml", []byte(least+"include: a.yaml\n"), nil)
	if len(list) != 1 || list[0].String() != "errors.yaml:8:10: error: there is no folder to include from (include)" {
		t.Errorf("got %s", printed(list))
	}
}

// Anchors that stand for each other many times over end in a diagnostic, soon.
func TestAnchorBombs(t *testing.T) {
	list := "[x, x, x, x, x, x, x, x, x, x]"
	var lists, texts strings.Builder
	lists.WriteString(head + "  - {status: 400, example: {a0: &a0 " + list)
	for i := range 9 {
		fmt.Fprintf(&lists, ", a%d: &a%d [%s]", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 10), ", "))
	}
	lists.WriteString("}}\n")
	texts.WriteString(head + "  - {status: 400, message: &m " + strings.Repeat("long ", 1000) + "}\n")
	for i := range 1000 {
		fmt.Fprintf(&texts, "  - {status: 400, code: c%d, message: *m, causes: [*m, *m, *m]}\n", i)
	}
	for name, src := range map[string]string{"lists": lists.String(), "texts": texts.String()} {
		start := time.Now()
		doc, found := Read("errors.yaml", []byte(src), nil)
		if doc.Catalog != nil || len(found) != 1 || found[0].Rule != "alias-expansion" {
			t.Errorf("%s: catalog %t\n%s", name, doc.Catalog != nil, printed(found))
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: took %s", name, took)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(least))
	for _, src := range []string{
		"", "a: *b", "&a [*a]", "{a: b} c", "a: 'b", "a: \"\\ud800\"", "? [a]\n: b", "- - -", "a: |\n\tb", "%YAML 9.9\n---\n",
		"--- a\n... b", "a: &b !!c d", "a: b #c", "a:\n  b\n  #c", "\ufeff{", "a\rb: c\r", "\u2028: \u2029", "#\n#\n---\n---",
	} {
		f.Add([]byte(src))
		f.Add([]byte(head + src))
		f.Add([]byte(head + "  - {status: 404, example: {" + src + "}}"))
	}
	for _, file := range []string{"everything", "domains-first", "twins-in-domains", "reject-locator-keys", "reject-condition", "reject-patterns", "reject-groups", "reject-params", "params"} {
		archive, err := txtar.ParseFile("testdata/" + file + ".txtar")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, list := Read("errors.yaml", src, nil)
		checkPlaces(t, src, list)
		if (doc.Catalog == nil) != list.HasErrors() {
			t.Fatalf("catalog %t, errors %t", doc.Catalog != nil, list.HasErrors())
		}
		if doc.Catalog != nil {
			checkCatalog(t, doc)
		}
		printed(list)
	})
}

// checkPlaces checks that diagnostics are sorted and stand inside the spec.
func checkPlaces(t *testing.T, src []byte, list diag.List) {
	s := newSource(theSpec, "errors.yaml", src, new(findings))
	for i, d := range list {
		if d.Rule == "" || d.Message == "" || !utf8.ValidString(d.Message) && utf8.Valid(src) {
			t.Errorf("diagnostic %+v", d)
		}
		if d.Pos.Line == 0 {
			continue // about the whole file
		}
		if d.Pos.Line > len(s.lines) || s.line(d.Pos.Line) != d.Line || d.Col < 1 || d.Col+d.Width > utf8.RuneCountInString(d.Line)+2 {
			t.Errorf("%s (width %d) is outside of %q", &d, d.Width, d.Line)
		}
		if i > 0 && list[i-1].Pos.Line > d.Pos.Line {
			t.Errorf("%s comes after %s", &d, &list[i-1])
		}
	}
}

// checkCatalog checks what back ends rely on.
func checkCatalog(t *testing.T, doc *Document) {
	c := doc.Catalog
	names := make(map[string]bool)
	for i := range c.Errors {
		e := &c.Errors[i]
		if names[e.Name] || e.Name == "" || e.Title == "" || e.Value() == "" {
			t.Errorf("error %d is %+v", i, e)
		}
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			names[name] = true
		}
		if e.Class < 0 || e.Class >= len(c.Classes) || e.Action < 0 || e.Action >= len(c.Actions) {
			t.Errorf("error %d has class %d and action %d", i, e.Class, e.Action)
		}
		c.ExampleBody(e).Indented()
	}
	for _, d := range c.Defaults {
		if d.Class < 0 || d.Class >= len(c.Classes) || d.Action < 0 || d.Action >= len(c.Actions) {
			t.Errorf("default %s has class %d and action %d", d.Statuses, d.Class, d.Action)
		}
	}
	if len(c.Errors) == 0 || c.API.Name == "" {
		t.Errorf("catalog of %q with %d errors", c.API.Name, len(c.Errors))
	}
	if name := cmp.Or(c.API.Package, packageFrom(c.API.Name)); c.API.Package != "" != (noPackage(name) == "") {
		t.Errorf("catalog of %q, package %q", c.API.Name, c.API.Package)
	}
}
