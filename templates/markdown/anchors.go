package markdown

// Anchors of errors are permanent, and so they are written out. Renderers derive
// further ones from headings, and where two are the same, a link leads to the
// first. So no heading may have the anchor of an error elsewhere on the page: in
// kebab-case, that begins with a letter and has no two dashes in a row.

import (
	"strings"
	"unicode"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// sectionHeading is an error's: its anchor begins with the digit of a status, or
// has two dashes in a row, where the one here is left out.
func sectionHeading(e *catalog.Error) string {
	if len(e.Statuses) == 0 {
		return reference.Caption(e) + " — any status"
	}
	return reference.Caption(e)
}

// ownHeading is a heading of the page's own, with something behind it where its
// anchor would be an error's.
func ownHeading(text string, anchors map[string]bool) MD {
	if anchors[derivedAnchor(text)] {
		text += " — overview"
	}
	return heading(text)
}

// derivedAnchor is what GitHub and mdBook make of a heading.
func derivedAnchor(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}

func (b *builder) allAnchors() map[string]bool {
	all := make(map[string]bool, len(b.anchors)+len(b.former))
	for _, anchor := range b.anchors {
		all[anchor] = true
	}
	for _, anchor := range b.former {
		all[anchor] = true
	}
	return all
}
