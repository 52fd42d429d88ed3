package html

// The builder of views, and where each page stands.

import (
	"encoding/xml"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// A builder makes views of a catalog.
type builder struct {
	*catalog.Catalog
	split     bool
	goPackage reference.GoPackage
	examples  *reference.Examples
	anchors   []string // by the error's index
	former    reference.Former
	files     []string // the names of the errors' own pages, by the error's index
	names     fileNames
	places    map[*catalog.Error]int
}

func (of Backend) builder(c *catalog.Catalog) *builder {
	anchors := reference.Anchors(c)
	b := &builder{
		Catalog: c, split: of.Split, goPackage: of.Go, examples: reference.NewExamples(c),
		anchors: anchors,
		former:  reference.FormerAnchors(c, anchors),
		names:   fileNames{"index": true},
		places:  make(map[*catalog.Error]int, len(c.Errors)),
	}
	for _, anchor := range anchors {
		b.files = append(b.files, b.names.forAnchor(anchor))
	}
	for i := range c.Errors {
		b.places[&c.Errors[i]] = i
	}
	return b
}

// anchor is the error's permanent one.
func (b *builder) anchor(e *catalog.Error) string { return b.anchors[b.places[e]] }

// href leads to where the error is documented.
func (b *builder) href(e *catalog.Error) string {
	if b.split {
		return b.files[b.places[e]]
	}
	return "#" + b.anchor(e)
}

// canonicalIndex is where the reference stands; "" if that is unknown. A
// docs_url with placeholders tells it of the errors' pages only.
func (b *builder) canonicalIndex() string {
	url := newLink("", b.API.DocsURL).URL
	if url == "" || strings.Contains(url, "{") {
		return ""
	}
	if b.split {
		return strings.TrimSuffix(url, "/") + "/"
	}
	return url
}

// canonical is where the page of the error with that index stands.
func (b *builder) canonical(i int) string {
	if strings.Contains(b.API.DocsURL, "{") {
		return newLink("", b.Errors[i].URL).URL
	}
	if base := b.canonicalIndex(); base != "" {
		return base + b.files[i]
	}
	return ""
}

// canonicals lists all pages of a split reference whose place is known.
func (b *builder) canonicals() []string {
	var urls []string
	if url := b.canonicalIndex(); url != "" {
		urls = append(urls, url)
	}
	for i := range b.Errors {
		if url := b.canonical(i); url != "" {
			urls = append(urls, url)
		}
	}
	return urls
}

// sitemap lists pages for search engines (sitemaps.org, version 0.9).
func sitemap(urls []string) []byte {
	var s strings.Builder
	s.WriteString(xml.Header + string(comment) + "\n" + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, url := range urls {
		s.WriteString("<url><loc>")
		_ = xml.EscapeText(&s, []byte(url)) // a strings.Builder takes all
		s.WriteString("</loc></url>\n")
	}
	s.WriteString("</urlset>\n")
	return []byte(s.String())
}
