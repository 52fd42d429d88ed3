package commonmark

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	goldmarkhtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/templates/markdown"
)

// hostile are texts that mean something to some renderer where they stand.
var hostile = []string{
	"*a* **b** _c_ __d__ ~e~ ~~f~~ `g` ``h``", "snake_case _x_ a_b_ _ __ a__b", "a*b*c",
	"# heading", "#", "####", "C# is #1 ##", "- item", "-", "+ item", "* item", "---", "- - -", "***", "===", "--check", "a -- b --- c",
	"1. item", "1) item", "1.", "123456789. x", "> quote", ">", ">>> x", "    indented", "\tindented", "~~~", "```", "```json", "a ``` b",
	"a | b", "|", `\|`, `\\|`, "|---|", ":--", ": definition", "a\n---", "a\n===", "a\n:-:\n", "a\n| - |", "`a|b`",
	"[link](https://example.com)", "[ref]", "[ref]: https://example.com", "[x] task", "[ ] task", "![image](x.png)", "[^1]", "[^1]: note", "]", "[", "](javascript:alert(1))",
	"<b>bold</b>", "<script>alert(1)</script>", "<!-- comment -->", "-->", "<!--", "<https://example.com>", "<a@example.com>", "a < b > c", "<", "<?php ?>", "<![CDATA[x]]>", "</a>", "<img src=x onerror=alert(1)>",
	"&amp; &lt; &#42; &#x2A; AT&T &copy &copy; &", `\`, `\\`, `a\`, `\*`, `C:\dir\*.txt`, `ends with \`, "\\\n", `\<b>`, `\&amp;`,
	"{{.}}", "{{#include /etc/passwd}}", "{{ #include x }}", "{% raw %}", "{#id .class}", "x {#id}", "x {.class}", "{", "}", "{{", "}}", "{{{{#x",
	"$x$ $$y$$", "%s %d %!v(MISSING) %%", ":smile:", "@user #12", "==mark==", "^sup^", "H~2~O",
	"https://example.com/a_b_c?x=1&y=2", "(see https://example.com/a.)", "https://example.com/*x*", "https://example.com/?a&copy;b", "http://a|b", "https://example.com/~x", "https://", "https://[::1]/", "www.example.com", "WWW.example.com_x_", "ftp://example.com", "mailto:a@example.com", "a.b+c@example.com", "a@b", "a@example.com,b@example.com", "javascript:alert(1)", `"https://example.com"`,
	"*/ // /*", "//line x.go:1", "//go:embed x", "go:embed", "a `b` c", "''", "“quotes” ‘x’", "'x' \"y\"",
	"line\nbreak", "carriage\r\nreturn\rthere", "tab\tthere", "trailing  \nspaces  ", "  leading", "u+2028\u2028there\u2029and\u0085there", "no\u00a0break", "\u00a0", "wide\u3000space",
	"ünïcödé", "日本語 *強調*", "日本語_強調_", "e\u0301 combining _e\u0301_", "*\u0301", "\u202eright to left", "\\\u202e &\u202e", "\ufeffmark", "👩‍👩‍👧",
	strings.Repeat("long", 2000), strings.Repeat("*", 500), strings.Repeat("[", 500), strings.Repeat("> ", 100),
	"a\n\tb", "1\n2. x", "- a\n- b", "<div\nonclick=x>", "`a\nb`",
}

// neutral stands where a hostile text will: it has no meaning anywhere.
const neutral = "Zq7"

// fields puts a text in one field of a catalog each.
var fields = map[string]func(*catalog.Catalog, string){
	"api.name":             func(c *catalog.Catalog, s string) { c.API.Name = s },
	"api.summary":          func(c *catalog.Catalog, s string) { c.API.Summary = s },
	"api.support":          func(c *catalog.Catalog, s string) { c.API.Support = s },
	"link.title":           func(c *catalog.Catalog, s string) { c.API.Links[0].Title = s + " guide" }, // goldmark alone takes [x](…) for a task
	"link.description":     func(c *catalog.Catalog, s string) { c.API.Links[0].Description = s },
	"guide.title":          func(c *catalog.Catalog, s string) { c.API.Links[1].Title = s },
	"response.media_type":  func(c *catalog.Catalog, s string) { c.Response.MediaType = s },
	"field.name":           func(c *catalog.Catalog, s string) { c.Response.Fields[0].Name = s },
	"field.type":           func(c *catalog.Catalog, s string) { c.Response.Fields[0].Type = s },
	"field.description":    func(c *catalog.Catalog, s string) { c.Response.Fields[0].Description = s },
	"response.request_id":  func(c *catalog.Catalog, s string) { c.Response.RequestID[0].Pointer[0] = "x" + oneLine(s) },
	"response.retry_after": func(c *catalog.Catalog, s string) { c.Response.RetryAfter[0].Header = oneLine(s) },
	"class.title":          func(c *catalog.Catalog, s string) { c.Classes[0].Title = s },
	"action.title":         func(c *catalog.Catalog, s string) { c.Actions[0].Title = s },
	"error.title":          func(c *catalog.Catalog, s string) { c.Errors[0].Title = s },
	"error.code":           func(c *catalog.Catalog, s string) { c.Errors[0].Codes[0] = s },
	"error.qualifier":      func(c *catalog.Catalog, s string) { c.Errors[0].Qualifier = s },
	"error.message":        func(c *catalog.Catalog, s string) { c.Errors[0].Message = s },
	"error.description":    func(c *catalog.Catalog, s string) { c.Errors[0].Description = s },
	"error.cause":          func(c *catalog.Catalog, s string) { c.Errors[0].Causes[0] = s },
	"error.fix":            func(c *catalog.Catalog, s string) { c.Errors[0].Fix = s },
	"header.name":          func(c *catalog.Catalog, s string) { c.Errors[0].ExampleHeaders[0].Name = oneLine(s) },
	"header.value":         func(c *catalog.Catalog, s string) { c.Errors[0].ExampleHeaders[0].Value = s },
	"shared.title":         func(c *catalog.Catalog, s string) { c.Errors[1].Title = s },
	"error.domain":         func(c *catalog.Catalog, s string) { c.Errors[0].Domain = oneLine(s) },
	"error.severity":       func(c *catalog.Catalog, s string) { c.Errors[0].Severity = s },
	"error.deprecated":     func(c *catalog.Catalog, s string) { c.Errors[0].Deprecated = s },
	"error.pattern": func(c *catalog.Catalog, s string) {
		c.Errors[0].When, c.Response.Shapes = nil, nil // the pattern is tried where they are
		c.Errors[1].Pattern = s
	},
	"error.when":          func(c *catalog.Catalog, s string) { c.Errors[0].When.Body[0].Not[0] = oneLine(s) },
	"param.example":       func(c *catalog.Catalog, s string) { c.Errors[0].Params[0].Example = s },
	"error_when":          func(c *catalog.Catalog, s string) { c.Response.ErrorWhen[0].Body[0].Any[0] = oneLine(s) },
	"shape.when":          func(c *catalog.Catalog, s string) { c.Response.Shapes[0].When[0].Headers[0].Pattern = s },
	"locator.before":      func(c *catalog.Catalog, s string) { c.Response.Code[0].Before = oneLine(s) },
	"locator.domain":      func(c *catalog.Catalog, s string) { c.Response.Code[0].Domain = s },
	"retired.domain":      func(c *catalog.Catalog, s string) { c.Retired[0].Domain = s },
	"retired.code":        func(c *catalog.Catalog, s string) { c.Retired[0].Codes[0] = s },
	"retired.description": func(c *catalog.Catalog, s string) { c.Retired[0].Description = s },
}

// sample is a catalog in which every field shows.
func sample() *catalog.Catalog {
	locators := catalog.Locators{
		Code:       []catalog.Locator{{Pointer: catalog.Pointer{"code"}, Before: ":", Domain: "mms"}},
		Domain:     []catalog.Locator{{Header: "X-Domain"}},
		Message:    []catalog.Locator{{Pointer: catalog.Pointer{"message"}}},
		RequestID:  []catalog.Locator{{Pointer: catalog.Pointer{"id"}}},
		RetryAfter: []catalog.Locator{{Header: "X-Delay"}},
	}
	return &catalog.Catalog{
		API: catalog.API{
			Name: "Orders API", Summary: "All errors.", Support: "the desk",
			Links: []catalog.Link{
				{Title: "Guide", URL: "https://docs.example.com/a", Description: "How to"},
				{Title: "Other guide"},
			},
		},
		Response: catalog.Response{
			MediaType: "application/json",
			Fields:    []catalog.Field{{Name: "message", Type: "string", Description: "In words"}},
			Locators:  locators,
			ErrorWhen: []catalog.Condition{{Body: []catalog.BodyTest{{Pointer: catalog.Pointer{"ok"}, Test: catalog.Test{Any: []string{"no"}}}}}},
			Shapes: []catalog.Shape{{
				When:     []catalog.Condition{{Headers: []catalog.HeaderTest{{Name: "X-Other", Test: catalog.Test{Pattern: "y.*"}}}}},
				Locators: catalog.Locators{Code: []catalog.Locator{{Header: "X-Code"}}, Message: locators.Message},
			}},
		},
		Classes: []catalog.Class{{Key: "client", Title: "Client error"}},
		Actions: []catalog.Action{{Key: "wait", Title: "Wait", Mode: catalog.Wait}},
		Policy:  catalog.RetryPolicy{MaxAttempts: 4, BaseDelay: 1e9, Factor: 2, MaxDelay: 30e9, Jitter: 5e8, MaxRetryAfter: 60e9},
		Errors: []catalog.Error{
			{
				Name: "First", Codes: []string{"first"}, Title: "First", Section: "shared", Description: "It is.", Causes: []string{"One"},
				Fix: "Do.", Qualifier: "odd", ExampleHeaders: []catalog.Header{{Name: "X-Delay", Value: "47"}},
				Domain: "sms", Severity: "grave", Deprecated: "use Second", Message: "No {id}", Params: []catalog.Param{{Name: "id", Example: "7"}},
				When: &catalog.Condition{Body: []catalog.BodyTest{{Pointer: catalog.Pointer{"why"}, Test: catalog.Test{Not: []string{"x"}}}}},
			},
			{
				Name: "Second", Codes: []string{"second"}, Title: "Second", Section: "shared", Description: "It is not.", Causes: []string{"Two"},
				Fix: "Don't.", Pattern: "second_.*",
			},
		},
		Retired: []catalog.Retired{{Domain: "sms", Codes: []string{"E9"}, Name: "Gone", Description: "It was."}},
	}
}

// TestText puts each text in each field: beside that text, the page must be as
// it is with a neutral word there.
func TestText(t *testing.T) {
	for name, put := range fields {
		t.Run(name, func(t *testing.T) {
			want := read(render(put, neutral))
			for _, text := range hostile {
				if problem := compare(want, put, text); problem != "" {
					t.Errorf("%q: %s", text, problem)
				}
			}
		})
	}
}

func FuzzText(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsFunc(text, isControl) || strings.Trim(text, blanks) == "" {
			t.Skip("a spec can't hold it")
		}
		for name, put := range fields {
			if problem := compare(read(render(put, neutral)), put, text); problem != "" {
				t.Errorf("%s %q: %s", name, text, problem)
			}
		}
	})
}

func isControl(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune(blanks, r) }

// compare tells how the page with the text differs from what it should be, which
// is that with the neutral word.
func compare(want reading, put func(*catalog.Catalog, string), text string) string {
	got := read(render(put, text))
	shown := strings.ReplaceAll(want.text, neutral, oneLine(text))
	switch {
	case got.text != shown:
		return fmt.Sprintf("text\n got %q\nwant %q", around(got.text, shown), around(shown, got.text))
	case !maps.Equal(got.elements, want.elements):
		return fmt.Sprintf("elements %v, want %v", got.elements, want.elements)
	case len(got.odd) > 0:
		return fmt.Sprintf("unexpected %q", got.odd)
	}
	for i, body := range want.bodies {
		if got, want := decoded(got.bodies[i]), replaced(decoded(body), text); got != want {
			return fmt.Sprintf("example %s, want %s", got, want)
		}
	}
	return ""
}

// decoded is a JSON text in one spelling.
func decoded(body string) string {
	var v any
	if err := json.Unmarshal([]byte(body), &v); err != nil {
		return err.Error()
	}
	spelled, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(spelled)
}

// replaced has the text for the neutral word in a JSON text.
func replaced(body, text string) string {
	quoted, err := json.Marshal(text)
	if err != nil {
		return err.Error()
	}
	return decoded(strings.ReplaceAll(body, neutral, string(quoted[1:len(quoted)-1])))
}

// around is the part of a from a little before its first difference from b.
func around(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return a[max(0, i-30):min(len(a), i+60)]
}

// github is CommonMark with GitHub's extensions, and mdBook's attributes of
// headings.
var github = goldmark.New(
	goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
	goldmark.WithParserOptions(parser.WithAttribute()),
	goldmark.WithRendererOptions(goldmarkhtml.WithUnsafe()),
)

func render(put func(*catalog.Catalog, string), text string) *html.Node {
	c := sample()
	put(c, text)
	files, err := markdown.Backend{}.Generate(c)
	if err != nil {
		panic(err)
	}
	var page bytes.Buffer
	if err := github.Convert(files[0].Data, &page); err != nil {
		panic(err)
	}
	doc, err := html.Parse(&page)
	if err != nil {
		panic(err)
	}
	return doc
}

// A reading is what a reader gets of a page.
type reading struct {
	text     string         // without bodies, white space collapsed
	bodies   []string       // the code blocks of JSON
	elements map[string]int // how many there are, without links and code spans
	odd      []string       // what no page should have
}

func read(doc *html.Node) reading {
	r := reading{elements: map[string]int{}}
	var text strings.Builder
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.TextNode && within(n, "pre") && strings.HasPrefix(n.Data, "{"):
			r.bodies = append(r.bodies, n.Data)
		case n.Type == html.TextNode:
			text.WriteString(n.Data)
		case n.Type == html.CommentNode && n.Data == " Code generated by errgen; DO NOT EDIT. ":
		case n.Type != html.ElementNode || !isExpected(n):
			r.odd = append(r.odd, n.Data)
		case n.Data != "a" && n.Data != "code":
			r.elements[n.Data]++
			text.WriteByte('\n')
		}
	}
	r.text = oneLine(text.String())
	return r
}

func within(n *html.Node, element string) bool {
	for a := range n.Ancestors() {
		if a.Data == element {
			return true
		}
	}
	return false
}

// isExpected reports an element that pages have, with no other attributes than
// they have: anchors, links to sections, guides and addresses.
func isExpected(n *html.Node) bool {
	if !strings.Contains(" html head body h1 h2 h3 p ul li table thead tbody tr th td pre code strong a ", " "+n.Data+" ") {
		return false
	}
	for _, a := range n.Attr {
		switch n.Data + " " + a.Key {
		case "a id":
		case "a href":
			if a.Val != "https://docs.example.com/a" && !strings.HasPrefix(a.Val, "#") && !isAddress(n, a.Val) {
				return false
			}
		case "code class":
			return a.Val == "language-json" || a.Val == "language-go"
		default:
			return false
		}
	}
	return true
}

// isAddress reports a web or mail address that links to itself.
func isAddress(n *html.Node, href string) bool {
	shown := n.FirstChild.Data
	web := strings.HasPrefix(shown, "http://") || strings.HasPrefix(shown, "https://")
	return web && href == shown || href == "mailto:"+shown
}

// blanks is what counts as white space in a text of a catalog.
const blanks = " \t\n\v\f\r\u0085\u2028\u2029"

func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(blanks, r) }), " ")
}
