package gentest

// Catalogs whose prose tries to be code or markup.

import (
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// HostileTexts are texts that mean something in one of the languages that they
// are printed in, or that break its layout.
var HostileTexts = []string{
	"two\nlines", "a\n\nparagraph\n", "\n", " leading and trailing ", "tab\there", "\tindented\n\tcode",
	"cr\rhere\r\nand crlf", "nul\x00bell\x07", "a */ b", "/* c", "// d", "//go:embed x", "go:embed x",
	"//go:linkname x y", "//go:build ignore", "//line x.go:1", "//export X", "//extern x",
	"+build ignore", "-build", "//nolint:all", "package x", "import \"os\"", "}", "}\nfunc init() { panic(1) }",
	"`one`", "``two''", "```three```", "````", "`````", "````````", "'''", "'", "''", `"`, `\`, `\n \x00 \u2028`, `%s %d %!v(MISSING) %`,
	"{{.}}", "{{", "}}", "{code}", "${x}", "$(id)", "<script>alert(1)</script>", "<b>", "&amp;", "&", "-->", "<!-- x",
	"]]>", "[link](http://x)", "[x]: https://example.com/x", "[math.Sin]", "![i](x)", "# heading", "## heading", "Heading",
	"- item", "* item\n* item", "+ item", "1. item\n2. item", "1) item", "• item", "> quote", "| a | b |", "---", "===",
	"***bold***", "_under_score_", "~~strike~~", "***", "    code", "\\", "Deprecated: no", "TODO(x): y", "BUG(x): y",
	"https://example.com/a''b?c=``", strings.Repeat("long", 100), strings.Repeat("many words ", 60),
	strings.Repeat("- ", 100), strings.Repeat("1. a ", 60), strings.Repeat("[x]: https://x.example/ ", 12),
	"grüße 日本語 🙂 ⚠️", "e\u0301 \u0301", "\u2028\u2029\u0085\u00a0\u3000", "\ufeffbom", "zero\u200bwidth\u200d",
	"\u202eright to left\u202c", "\u2066isolate\u2069", "\ufffd", "\U000e0041tag", "\u00ad",
}

// Hostile is a catalog with every hostile text in every text field: one error a
// text.
func Hostile() *catalog.Catalog {
	c := HostileWith(HostileTexts[0])
	for _, s := range HostileTexts[1:] {
		e := HostileWith(s).Errors[0]
		e.Name += strings.Repeat("X", len(c.Errors))
		e.Codes = []string{e.Codes[0] + strings.Repeat("x", len(c.Errors)), s + "#"}
		c.Errors = append(c.Errors, e)
	}
	return c
}

// HostileWith is a catalog of one error with s in every text field.
func HostileWith(s string) *catalog.Catalog {
	c := Minimal()
	c.API = catalog.API{
		Name: s, Package: "hostile", Summary: s, Support: s, DocsURL: s,
		Links: []catalog.Link{{Title: s, URL: s, Description: s}},
	}
	c.Response.MediaType = s
	c.Response.Fields = []catalog.Field{{Name: "message", Type: s, Description: s}}
	c.Response.Constants = []catalog.Member{{Name: s, Value: catalog.Text(s)}}
	c.Classes = []catalog.Class{{Key: "first", Name: "First", Title: s}, {Key: "second", Name: "Second", Title: s}}
	c.Actions = []catalog.Action{{Key: "act", Name: "Act", Title: s}}
	c.Defaults = nil
	c.Errors = []catalog.Error{{
		Name: "Hostile", Statuses: []catalog.StatusRange{catalog.One(400)}, Codes: []string{s},
		Severity: s, Deprecated: s,
		Params: []catalog.Param{{Name: "value", Ident: "value", Example: s}, {Name: "count", Ident: "count", Type: catalog.IntParam, Example: s}},
		Title:  s, Qualifier: s, Message: s + "{value}" + s + "{count}", Description: s, Causes: []string{s, s}, Fix: s, Section: s, URL: s,
		Example:        []catalog.Member{{Name: s, Value: catalog.Text(s)}},
		ExampleHeaders: []catalog.Header{{Name: "X-Example", Value: s}},
	}}
	return c
}
