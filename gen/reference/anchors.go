package reference

// Where an error is documented: anchors that stay, also under names that were.

import (
	"strconv"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

// Anchors gives every error a permanent anchor, by the error's index: its name
// in kebab-case, as in the URL that follows from api.docs_url. Names that differ
// in case alone, which a checked catalog does not have, get a number.
func Anchors(c *catalog.Catalog) []string {
	used := make(map[string]bool, len(c.Errors))
	anchors := make([]string, len(c.Errors))
	for i := range c.Errors {
		base := ident.Kebab(c.Errors[i].Name)
		anchor := base
		for n := 2; used[anchor]; n++ {
			anchor = base + "-" + strconv.Itoa(n)
		}
		used[anchor] = true
		anchors[i] = anchor
	}
	return anchors
}

// A Former is the anchors of names that were, by the name.
type Former map[string]string

// FormerAnchors gives those of aliases and of retired errors: links to them still
// lead somewhere. A name whose anchor is in use has none.
func FormerAnchors(c *catalog.Catalog, inUse []string) Former {
	used := make(map[string]bool, len(inUse))
	for _, anchor := range inUse {
		used[anchor] = true
	}
	former := make(Former)
	add := func(name string) {
		if anchor := ident.Kebab(name); anchor != "" && !used[anchor] {
			used[anchor] = true
			former[name] = anchor
		}
	}
	for i := range c.Errors {
		for _, alias := range c.Errors[i].Aliases {
			add(alias)
		}
	}
	for _, r := range c.Retired {
		add(r.Name)
	}
	return former
}

// Of lists the anchors that an error had.
func (f Former) Of(e *catalog.Error) []string {
	var anchors []string
	for _, alias := range e.Aliases {
		if anchor := f[alias]; anchor != "" {
			anchors = append(anchors, anchor)
		}
	}
	return anchors
}
