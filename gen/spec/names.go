package spec

// The name of each error, and the title and aliases that go with it.

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"unicode"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

// names gives each error its name, and what follows from that: its title, and
// its page.
func (c *checker) names() {
	froms := make([]text, len(c.doc.errors))
	for i := range c.doc.errors {
		err := &c.cat.Errors[i]
		err.Name, froms[i] = c.nameOf(&c.doc.errors[i], err)
	}
	c.domainsFirst()
	c.taken = make(map[string]text, len(c.doc.errors))
	for i := range c.doc.errors {
		e, err := &c.doc.errors[i], &c.cat.Errors[i]
		if len(err.Statuses) == 0 && len(err.Codes) == 0 && !e.name.ok() {
			continue // that was reported
		}
		if c.usable(e, err, froms[i]) && !c.twins[i] { // the clash of twins explains that of their names
			c.unique(err.Name, froms[i], func() string { return "give one of them a name of its own: name: " + c.suggestedName(err) })
		}
		err.Title = c.titleOf(e, err, froms[i])
		err.URL = c.pageOf(e, err)
	}
	for i := range c.doc.errors {
		c.aliases(&c.doc.errors[i], &c.cat.Errors[i])
	}
}

// nameOf is an entry's name and the text that it comes from: its `name`, else
// its code if that has a letter, else its title, else its status's phrase.
func (c *checker) nameOf(e *entry, err *catalog.Error) (string, text) {
	if e.name.ok() {
		return c.given(e.name), e.name
	}
	for _, code := range e.code {
		if code.ok() && strings.ContainsFunc(code.value, unicode.IsLetter) {
			return c.spelling.Exported(c.withoutAffixes(code.value)), code
		}
	}
	if name := c.spelling.Exported(prose(e.title)); name != "" {
		return name, e.title
	}
	return c.spelling.Exported(phrase(err)), firstOf(e)
}

// given is a name that the spec gives: as it is, if an identifier can be.
func (c *checker) given(t text) string {
	if ident.IsExported(t.value) {
		return t.value
	}
	return c.spelling.Exported(t.value)
}

// domainsFirst puts the domain before the names of errors that would clash with
// one of another domain, but for those that the spec gives.
func (c *checker) domainsFirst() {
	if !slices.ContainsFunc(c.cat.Errors, func(e catalog.Error) bool { return e.Domain != "" }) {
		return
	}
	first := make(map[string]int, len(c.cat.Errors))
	clash := make(map[string]bool)
	for i := range c.cat.Errors {
		anchor := ident.Kebab(c.cat.Errors[i].Name)
		if twin, taken := first[anchor]; !taken {
			first[anchor] = i
		} else if c.cat.Errors[twin].Domain != c.cat.Errors[i].Domain {
			clash[anchor] = true
		}
	}
	for i := range c.cat.Errors {
		err := &c.cat.Errors[i]
		if err.Domain != "" && !c.doc.errors[i].name.given() && clash[ident.Kebab(err.Name)] {
			err.Name = c.spelling.Exported(err.Domain) + err.Name
		}
	}
}

// otherAlias is the advice for an alias that can't be.
func otherAlias() string { return "write another alias, or leave it out" }

// aliases checks the further names of an error.
func (c *checker) aliases(e *entry, err *catalog.Error) {
	first := make(map[string]text, len(e.aliases))
	for _, t := range e.aliases {
		if !t.ok() || !c.once(first, t, "alias") {
			continue
		}
		switch name := c.given(t); {
		case name == "":
			c.reportText(t, "no-name", fmt.Sprintf("no name follows from the alias %q", t.value), "write an identifier such as OldName")
		case ident.Kebab(name) == ident.Kebab(err.Name):
			c.reportText(t, "name-clash", fmt.Sprintf("the error is called %s already", err.Name), otherAlias())
		case c.usableName(name, t, otherAlias) && c.unique(name, t, otherAlias):
			err.Aliases = append(err.Aliases, name)
		}
	}
}

// firstOf is the text that tells an entry from others.
func firstOf(e *entry) text {
	for _, t := range append(e.code[:len(e.code):len(e.code)], e.status...) {
		if t.ok() {
			return t
		}
	}
	return text{spot: e.spot}
}

// phrase is what HTTP calls an error's first status; "" for a range.
func phrase(err *catalog.Error) string {
	if len(err.Statuses) == 0 || !err.Statuses[0].Exact() {
		return ""
	}
	return http.StatusText(err.Statuses[0].Lo)
}

// titleOf is an entry's title: its `title`, else its status's phrase where the
// status alone identifies it, else its name in words, without the X that stands
// before a letter that has no upper case.
func (c *checker) titleOf(e *entry, err *catalog.Error, from text) string {
	if title := prose(e.title); title != "" {
		return title
	}
	if p := phrase(err); p != "" && len(err.Codes) == 0 && err.When == nil {
		return p
	}
	name := err.Name
	if !strings.ContainsAny(from.value, "xX") {
		name = strings.TrimPrefix(name, "X")
	}
	return c.spelling.Title(name)
}
