package html

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"strings"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
)

//go:embed assets
var assets embed.FS

// What pages are made of beside their text: made when a page is, so that a run
// without one does not wait for it.

func style() string        { return tightStyle.Replace(compact("style.css")) + "\n" }
func themeScript() string  { return scripts("theme.js") }
func pageScript() string   { return scripts("page.js") }
func finderScript() string { return scripts("finder.js", "paste.js") }

// scripts is some of the scripts as one.
func scripts(names ...string) string {
	var b strings.Builder
	for _, name := range names {
		b.WriteString(tightScript.Replace(compact(name)))
	}
	return b.String() + "\n"
}

// The spaces and line breaks that a style sheet or a script does not need. No text
// in the scripts has these, and each of their statements ends in a semicolon.
var (
	tightStyle = strings.NewReplacer(
		" {\n", "{", " {", "{", "{ ", "{", ": ", ":", " > ", ">",
		";\n}\n", "}", ";\n", ";", "; }\n", "}", "}\n", "}", "; ", ";", ",\n", ",", ", ", ",",
	)
	tightScript = strings.NewReplacer(
		" => ", "=>", " = ", "=", " === ", "===", " !== ", "!==", " && ", "&&", " || ", "||", " ?? ", "??", " ? ", "?", " : ", ":",
		" + ", "+", " - ", "-", " / ", "/", " < ", "<", " > ", ">", ") {", "){", "{ ", "{", " }", "}", "{\n", "{", "}\n", "}", ";\n", ";", ",\n", ",", "(\n", "(",
		"\n.", ".", "\n?", "?", "\n:", ":", "\n&&", "&&", "\n||", "||", ", {", ",{", ", [", ",[", "if (", "if(", "for (", "for(",
	)
)

// compact is an asset without indentation and without the comments that have
// lines to themselves, which is what the style sheet and the scripts keep to.
func compact(name string) string {
	text, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic(err) // it is embedded
	}
	var b strings.Builder
	comment := false
	for line := range strings.Lines(string(text)) {
		line = strings.TrimLeft(line, " ")
		comment = comment || strings.HasPrefix(line, "/*")
		if !comment && !strings.HasPrefix(line, "//") && line != "\n" {
			b.WriteString(line)
		}
		comment = comment && !strings.HasSuffix(line, "*/\n")
	}
	return b.String()
}

// comment is the header as each kind of file has it.
const comment = template.HTML("<!-- " + header + " -->")

// closed lets nothing in; what a page itself has is added to it.
const closed = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "

// head is what a page begins with. One that is a file of its own has style and
// scripts in it, of which only these very bytes count, wherever the page is put;
// the pages of a site share them.
func (b *builder) head(title, description, canonical string) Head {
	h := Head{Header: comment, Title: title, Description: description, Canonical: canonical, Linked: b.split}
	if b.split {
		h.Policy = closed + "style-src 'self'; script-src 'self'"
		return h
	}
	style, theme := style(), themeScript()
	script := pageScript() + readerScript(b.Catalog) + finderScript()
	h.Policy = closed + "style-src " + hash(style) + "; script-src " + hash(theme) + " " + hash(script)
	h.Style, h.Theme, h.Script = template.CSS(style), template.JS(theme), template.JS(script)
	return h
}

// readerScript is the rules of matching, as far as the catalog needs them.
func readerScript(c *catalog.Catalog) string {
	if statusAlone(c) {
		return scripts("json.js", "plain.js")
	}
	return scripts("json.js", "delay.js", "match.js")
}

// hash is a source expression for an inline element (CSP level 3, §2.3.1).
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// assetFiles are what the pages of a site share.
func assetFiles(c *catalog.Catalog) []gen.File {
	mark := "/* " + header + " */\n"
	return []gen.File{
		{Path: "style.css", Data: []byte(mark + style())},
		{Path: "theme.js", Data: []byte(mark + themeScript())},
		{Path: "page.js", Data: []byte(mark + pageScript())},
		{Path: "reader.js", Data: []byte(mark + readerScript(c))},
		{Path: "finder.js", Data: []byte(mark + finderScript())},
	}
}
