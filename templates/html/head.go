package html

// The head of a page, and the policy that lets it run its own scripts alone.

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
)

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

// hash is a source expression for an inline element (CSP level 3, §2.3.1).
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
