package markdown

import (
	"math/rand/v2"
	"net/url"
	"regexp"
	"testing"
)

// That what these make shows as the text it was made from is tested with a
// parser, in commonmark. Here it is that ordinary prose stays as it is, and how
// the rest is written.

func TestInline(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Retry with backoff (1s, 2s, 4s); it's fine.", "Retry with backoff (1s, 2s, 4s); it's fine."},
		{"Give the request_id, not 'active' or C#.", "Give the request_id, not 'active' or C#."},
		{"GET /v1/things/{iccid} of AT&T, a < b > c", "GET /v1/things/{iccid} of AT&T, a < b > c"},
		{"2 * 3 * 4, a_ _b_, ~x~, $5", `2 \* 3 \* 4, a\_ \_b\_, \~x\~, \$5`},
		{"[a](b) `c` <d> &lt; \\*", `\[a\](b) \` + "`c\\`" + ` \<d> \&lt; \\\*`},
		{`C:\dir\ `, `C:\dir\\`},
		{"# a # b", `\# a \# b`},
		{"- a - b", `\- a - b`},
		{"---", `\-\-\-`},
		{"1. a 1. b", `1\. a 1. b`},
		{"> a > b", `\> a > b`},
		{": a", `\: a`},
		{"a\n  b\t\r\nc\u2028d ", "a b c d"},
		{"\u00a0a\u00a0b", "&#160;a\u00a0b"},
		{"a\ufeff\u202eb", "a&#65279;&#8238;b"},
		{"{{#include x}} {%", `{\{#include x}} {\%`},
		{"See https://example.com/a_b?c=d.", "See <https://example.com/a_b?c=d>."},
		{"(support@monogoto.io)", "(<support@monogoto.io>)"},
		{"https://a|b www.x.com ftp://y", `https\://a|b www\.x.com ftp\://y`},
	} {
		if got := inline(c.text); string(got) != c.want {
			t.Errorf("inline(%q) = %s, want %s", c.text, got, c.want)
		}
	}
}

// Texts that are taken for plain are those that escaping does not change.
func TestPlain(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"a", "w", "www", "Z", "1", " ", "  ", ".", ",", ";", "'", "-", "_", "*", ")", "\n", "\t", "ü", "…", "{{", "@", "://"}
	plain := 0
	for range 100_000 {
		text := ""
		for range random.IntN(6) {
			text += pieces[random.IntN(len(pieces))]
		}
		if isPlain(text) {
			plain++
			if got := escapeWords(text, linkOrText); got != MD(text) {
				t.Fatalf("%q is not plain: it becomes %q", text, got)
			}
		}
		if isPlainWord(text) && !isCodeSpan(text) {
			t.Fatalf("%q is no plain word", text)
		}
	}
	if plain < 1000 {
		t.Errorf("only %d texts are plain", plain)
	}
}

// What is tested by hand, because patterns take long to compile, is as they say.
func TestByHand(t *testing.T) {
	span := regexp.MustCompile("^[^`|\\p{C}\\p{Z}]+( [^`|\\p{C}\\p{Z}]+)*$")
	foreign := regexp.MustCompile(`[^A-Za-z0-9\-._~:/?#@!$'*+,;=%\[\]]`)
	random := rand.New(rand.NewPCG(3, 4))
	pieces := []string{"a", "Z", "9", " ", "`", "|", "&", "(", "<", "%", "#", "[", "\u00a0", "\u200b", "\ufeff", "\x7f", "\xff", "ü", "…", "\n"}
	for range 100_000 {
		text := ""
		for range random.IntN(5) {
			text += pieces[random.IntN(len(pieces))]
		}
		if got, want := isCodeSpan(text), span.MatchString(text); got != want {
			t.Fatalf("isCodeSpan(%q) = %t", text, got)
		}
		want := foreign.ReplaceAllStringFunc(text, func(s string) string {
			if s == "&" {
				return "&amp;"
			}
			return url.PathEscape(s)
		})
		if got := destination(text); got != want {
			t.Fatalf("destination(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	got := paragraphs("one\nline\r\n \r\n\n# two\n\n \n")
	if len(got) != 2 || got[0] != "one line" || got[1] != `\# two` {
		t.Errorf("got %q", got)
	}
}

func TestHeading(t *testing.T) {
	if got, want := heading("Order {id}"), MD("Order {id&#125;"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestCode(t *testing.T) {
	for text, want := range map[string]MD{
		"order_not_found": "`order_not_found`",
		"Retry-After: 47": "`Retry-After: 47`",
		"a`b":             "a\\`b",
		"a  b":            "a b",
		"{{x}}":           `{\{x}}`,
		"":                "",
	} {
		if got := code(text); got != want {
			t.Errorf("code(%q) = %s, want %s", text, got, want)
		}
	}
	if got, want := cell(code("a|b")), MD("a&#124;b"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestFence(t *testing.T) {
	if got, want := fence("json", "a ```` b"), MD("`````json\na ```` b\n`````"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestLink(t *testing.T) {
	for _, c := range []struct{ title, address, want string }{
		{"Rate Limits", "https://example.com/limits", "[Rate Limits](https://example.com/limits)"},
		{"Rate Limits", "../limits.md#top", "[Rate Limits](../limits.md#top)"},
		{"Rate Limits", "", "Rate Limits"},
		{"a](b", "https://example.com/(x) <y>?a&lt;", `[a\](b](https://example.com/%28x%29%20%3Cy%3E?a&amp;lt;)`},
		{"https://other.example.com", "https://example.com", `[https\://other.example.com](https://example.com)`},
		{"x", "javascript:alert(1)", "x (javascript:alert(1))"},
		{"x", "java\nscript:alert(1)", "x (java script:alert(1))"},
		{"x", "data:text/html,<b>", `x (data:text/html,\<b>)`},
	} {
		if got := link(c.title, c.address); string(got) != c.want {
			t.Errorf("link(%q, %q) = %s, want %s", c.title, c.address, got, c.want)
		}
	}
}
