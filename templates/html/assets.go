package html

// The style and the scripts of the pages: which of them a catalog needs, made
// small, and as files where pages share them.

import (
	"embed"
	"slices"
	"strings"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/catalog"
)

//go:embed assets
var assets embed.FS

// Each is made when a page is, so that a run without one does not wait for it.

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

// readerScript is the rules of matching, as far as the catalog needs them.
func readerScript(c *catalog.Catalog) string {
	if statusAlone(c) {
		return scripts("json.js", "plain.js")
	}
	if usesPatterns(c) {
		return scripts("json.js", "delay.js", "pattern.js", "match.js")
	}
	return scripts("json.js", "delay.js", "match.js")
}

// statusAlone reports whether a response's status is all that tells its error, so
// that the pages need no rules but that.
func statusAlone(c *catalog.Catalog) bool {
	r := &c.Response
	places := len(r.Code) + len(r.Domain) + len(r.RetryAfter) + len(r.ShouldRetry)
	return places+len(r.ErrorWhen)+len(r.Shapes) == 0 &&
		!slices.ContainsFunc(slices.Concat(r.Message, r.RequestID), hasRules) &&
		!slices.ContainsFunc(c.Errors, func(e catalog.Error) bool {
			return len(e.Codes) > 0 || e.Pattern != "" || e.When != nil || len(e.Statuses) == 0 || len(e.Params) > 0
		})
}

// hasRules reports whether a locator is more than a place.
func hasRules(l catalog.Locator) bool {
	return l.Pointer.Wild() >= 0 || l.Key || l.StripPrefix+l.Before+l.After != ""
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
