package reference

// What is documented together, and who of it shares what: a reference says once
// what several errors have in common.

import (
	"fmt"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// A Section is an error, or several that are documented together. Its methods
// part it by what the errors share; those without that are in no part.
type Section []*catalog.Error

// Sections lists those of a catalog, in its order: a shared one stands where its
// first error does.
func Sections(c *catalog.Catalog) []Section {
	var sections []Section
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

// Deprecations are the parts with a Text on what to use instead.
func (s Section) Deprecations() []Part {
	return s.Parts(func(e *catalog.Error) string { return e.Deprecated })
}

// Descriptions are the parts with a Text on what the errors mean.
func (s Section) Descriptions() []Part {
	return s.Parts(func(e *catalog.Error) string { return e.Description })
}

// Fixes are the parts with a Text on what to do.
func (s Section) Fixes() []Part {
	return s.Parts(func(e *catalog.Error) string { return e.Fix })
}

// Pages are the parts whose Text is the URL of a page of their own.
func (s Section) Pages(c *catalog.Catalog) []Part {
	return s.Parts(func(e *catalog.Error) string { return URL(c, e) })
}

// Causes are the parts with equal causes.
func (s Section) Causes() []Part {
	return s.Parts(func(e *catalog.Error) string { return strings.Join(e.Causes, "\x00") })
}

// Messages are the parts with equal messages that have params.
func (s Section) Messages() []Part {
	return s.Parts(func(e *catalog.Error) string {
		if len(e.Params) == 0 {
			return ""
		}
		return fmt.Sprintf("%q %q", Message(e), e.Params)
	})
}

// Actions are the parts that ask for the same action.
func (s Section) Actions() []Part {
	return s.alike(func(e *catalog.Error) string { return fmt.Sprint(e.Action) })
}

// Kinds are the parts that are classified alike.
func (s Section) Kinds() []Part { return s.alike(kind) }

// Decisions are the parts that are told from other errors, and classified, alike.
func (s Section) Decisions() []Part {
	return s.alike(func(e *catalog.Error) string {
		return fmt.Sprintf("%s %q %q %q %q %q %q", kind(e), e.Codes, e.Pattern, e.Domain, e.Severity, e.Aliases, When(e))
	})
}

func kind(e *catalog.Error) string { return fmt.Sprintf("%d %d %q", e.Class, e.Action, e.Qualifier) }

// alike is Parts by a text that every error has, and that is for comparing alone: a
// section of one, as nearly all are, does without.
func (s Section) alike(text func(*catalog.Error) string) []Part {
	if len(s) == 1 {
		return []Part{{Errors: s, All: true}}
	}
	return s.Parts(text)
}

// Parts groups the errors by a text of theirs, in the order in which texts first
// appear. Most sections are of one error, which needs no grouping.
func (s Section) Parts(text func(*catalog.Error) string) []Part {
	if len(s) == 1 {
		if t := text(s[0]); t != "" {
			return []Part{{Errors: s, All: true, Text: t}}
		}
		return nil
	}
	var parts []Part
	places := map[string]int{}
	for _, e := range s {
		t := text(e)
		if t == "" {
			continue
		}
		place, found := places[t]
		if !found {
			place = len(parts)
			parts = append(parts, Part{Text: t})
			places[t] = place
		}
		parts[place].Errors = append(parts[place].Errors, e)
	}
	for i := range parts {
		parts[i].All = len(parts[i].Errors) == len(s)
	}
	return parts
}

// A Part is some errors of a section, and what they share.
type Part struct {
	Errors []*catalog.Error
	All    bool   // these are all errors of the section
	Text   string // by which they were grouped
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
