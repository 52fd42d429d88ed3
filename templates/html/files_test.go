package html_test

import (
	"io/fs"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/templates/html"
)

// The pages of a split reference have names that every file system takes, also
// one that ignores case, whatever errors are called.
func TestFileNames(t *testing.T) {
	names := []string{
		"Con", "CON", "Aux", "Nul", "COM1", "Lpt9", "Index", "Style", "Größe", "GRÖSSE", "Grösse", "GrÖße", "K\u212a", "Kk", "Straſe", "Strase", "STRASE",
		"../../Etc", `..\Up`, "/Root", "C:Drive", "A/B", "Dot.", "Space ", "Star*", "Q?", "日本語", "Über" + strings.Repeat("Lang", 100), strings.Repeat("Lang", 100),
		strings.Repeat("Lang", 101), strings.Repeat("日本", 100),
	}
	c := gentest.Minimal()
	for i, name := range names {
		e := c.Errors[0]
		e.Name, e.Codes = name, []string{strings.Repeat("x", i+1)}
		e.Aliases = []string{"Old" + name, name + "Old"}
		c.Errors = append(c.Errors, e)
	}
	folded := map[string]string{}
	plain := regexp.MustCompile(`^[\pL\pN_-]+\.[a-z]+$`)
	device := regexp.MustCompile(`(?i)^(con|prn|aux|nul|com\d|lpt\d)\.`)
	pages := 0
	for _, f := range generate(t, html.Backend{File: "site", Split: true}, c) {
		name := path.Base(f.Path)
		if path.Dir(f.Path) != "site" || !fs.ValidPath(f.Path) || !plain.MatchString(name) || device.MatchString(name) || len(name) > 255 || !utf8.ValidString(name) {
			t.Errorf("a page is in %q", f.Path)
		}
		key := strings.ToLower(strings.ToUpper(name))
		if other, taken := folded[key]; taken {
			t.Errorf("%q and %q are one where case is ignored", name, other)
		}
		folded[key] = name
		if strings.HasSuffix(name, ".html") {
			pages++
		}
	}
	if least := 1 + 2*len(names); pages < least {
		t.Errorf("%d pages, want at least %d", pages, least)
	}
	checkLinks(t, c)
}

// checkLinks checks that the links between pages lead to pages.
func checkLinks(t *testing.T, c *catalog.Catalog) {
	t.Helper()
	files := generate(t, html.Backend{File: "site", Split: true}, c)
	there := map[string]bool{}
	for _, f := range files {
		there[path.Base(f.Path)] = true
	}
	for _, f := range files {
		for _, m := range regexp.MustCompile(`href="([^":#]+\.html)`).FindAllSubmatch(f.Data, -1) {
			if name, err := url.PathUnescape(string(m[1])); err != nil || !there[name] {
				t.Errorf("%s has a link to %s, which is nowhere", f.Path, m[1])
			}
		}
	}
}

// A name that an error had has a page that sends readers on, which search engines
// leave out.
func TestMoved(t *testing.T) {
	c := published()
	c.Errors[0].Aliases = []string{"OrderMissing", "OrderNOTFound", "Index"}
	c.Retired = []catalog.Retired{{Name: "OrderParked", Description: "Orders are not parked any more."}, {Codes: []string{"E9"}}}
	files := map[string]string{}
	for _, f := range generate(t, html.Backend{File: "site", Split: true}, c) {
		files[path.Base(f.Path)] = string(f.Data)
	}
	for file, wants := range map[string][]string{
		"order-missing.html": {
			`<meta name="robots" content="noindex">`, `<meta http-equiv="refresh" content="0; url=order-not-found.html">`,
			`<link rel="canonical" href="https://docs.example.com/errors/order-not-found.html">`, `<a href="order-not-found.html">404 Order Not Found</a>`,
		},
		"order-parked.html": {
			`content="0; url=index.html#order-parked"`, `<link rel="canonical" href="https://docs.example.com/errors/">`,
		},
		"index.html": {`<a class="former" id="order-missing">`, `<a class="former" id="order-parked">`},
	} {
		for _, want := range wants {
			if !strings.Contains(files[file], want) {
				t.Errorf("%s lacks %s:\n%.900s", file, want, files[file])
			}
		}
	}
	if pages := slices.Sorted(maps.Keys(files)); !slices.Equal(pages, []string{
		"finder.js", "index.html", "index_1bc04b52.html", "order-missing.html", "order-not-found.html", "order-parked.html", "page.js", "reader.js", "sitemap.xml", "style.css", "theme.js",
	}) {
		t.Errorf("the files are %q", pages)
	}
	if strings.Contains(files["sitemap.xml"], "missing") || strings.Contains(files["sitemap.xml"], "parked") {
		t.Errorf("the sitemap lists pages that have moved:\n%s", files["sitemap.xml"])
	}
	if strings.Contains(files["order-not-found.html"], "noindex") {
		t.Error("the error's own page is left out by search engines")
	}
}
