// Package reference is what a reference of errors says, whatever it is written
// in: which errors are documented together, their anchors and captions, and the
// words on retrying. A back end adds its markup; nothing here is escaped.
package reference

import (
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// Sections lists the errors that are documented together, in the catalog's
// order: a shared section stands where its first error does.
func Sections(c *catalog.Catalog) [][]*catalog.Error {
	var sections [][]*catalog.Error
	places := map[string]int{}
	for i := range c.Errors {
		e := &c.Errors[i]
		place, found := places[e.Section]
		if !found || e.Section == "" {
			place = len(sections)
			places[e.Section] = place
			sections = append(sections, nil)
		}
		sections[place] = append(sections[place], e)
	}
	return sections
}

// A Part is what some errors of a section share.
type Part struct {
	Errors []*catalog.Error
	All    bool // these are all errors of the section
}

// First is an error that stands for the part.
func (p Part) First() *catalog.Error { return p.Errors[0] }

// Of names the errors of the part, "" if those are all of the section.
func (p Part) Of() string {
	if p.All {
		return ""
	}
	captions := make([]string, len(p.Errors))
	for i, e := range p.Errors {
		captions[i] = Caption(e)
	}
	return strings.Join(captions, ", ")
}

// Parts groups the errors of a section by a text of theirs, in the order in
// which texts first appear. Errors without the text are in none.
func Parts(section []*catalog.Error, text func(*catalog.Error) string) []Part {
	var parts []Part
	places := map[string]int{}
	for _, e := range section {
		t := text(e)
		if t == "" {
			continue
		}
		place, found := places[t]
		if !found {
			place = len(parts)
			parts = append(parts, Part{})
			places[t] = place
		}
		parts[place].Errors = append(parts[place].Errors, e)
	}
	for i := range parts {
		parts[i].All = len(parts[i].Errors) == len(section)
	}
	return parts
}
