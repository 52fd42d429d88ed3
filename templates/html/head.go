package html

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"strings"

	"github.com/errgen/errgen/gen"
)

//go:embed assets
var assets embed.FS

// What pages are made of beside their text.
var (
	style        = tight.Replace(compact("style.css")) + "\n"
	themeScript  = compact("theme.js")
	pageScript   = compact("page.js")
	finderScript = compact("finder.js")
)

// tight drops the spaces and line breaks that a style sheet does not need.
var tight = strings.NewReplacer(
	" {\n", "{", " {", "{", "{ ", "{", ": ", ":", " > ", ">",
	";\n}\n", "}", ";\n", ";", "; }\n", "}", "}\n", "}", "; ", ";", ",\n", ",", ", ", ",",
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

// inlined is the head of a page that is one file: only the style and scripts
// with these very bytes count, wherever the page is put.
func inlined(title, description, canonical string) Head {
	return Head{
		Header: comment, Title: title, Description: description, Canonical: canonical,
		Policy: closed + "style-src " + hash(style) +
			"; script-src " + hash(themeScript) + " " + hash(pageScript) + " " + hash(finderScript),
		Style: template.CSS(style),
		Theme: template.JS(themeScript), Page: template.JS(pageScript), Finder: template.JS(finderScript),
	}
}

// linked is the head of a page of a site, which shares style and scripts.
func linked(title, description, canonical string) Head {
	return Head{
		Header: comment, Title: title, Description: description, Canonical: canonical,
		Policy: closed + "style-src 'self'; script-src 'self'",
		Linked: true,
	}
}

// hash is a source expression for an inline element (CSP level 3, §2.3.1).
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// assetFiles are what the pages of a site share.
func assetFiles() []gen.File {
	mark := "/* " + header + " */\n"
	return []gen.File{
		{Path: "style.css", Data: []byte(mark + style)},
		{Path: "theme.js", Data: []byte(mark + themeScript)},
		{Path: "page.js", Data: []byte(mark + pageScript)},
		{Path: "finder.js", Data: []byte(mark + finderScript)},
	}
}
