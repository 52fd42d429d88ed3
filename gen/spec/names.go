package spec

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
	"github.com/errgen/errgen/gen/ident"
)

// functionsNamed are the functions of every generated package whose names an
// error's could take, by that error's name.
var functionsNamed = map[string]string{"Error": "AsError", "Retryable": "IsRetryable"}

// maxName bounds the length of a name, in characters.
const maxName = 100

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
		err.Title = c.titleOf(e, err)
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
const otherAlias = "write another alias, or leave it out"

// aliases checks the further names of an error.
func (c *checker) aliases(e *entry, err *catalog.Error) {
	for _, t := range e.aliases {
		if !t.ok() {
			continue
		}
		name := c.given(t)
		if name == "" {
			c.reportText(t, "no-name", fmt.Sprintf("no name follows from the alias %q", t.value), "write an identifier such as OldName")
		} else if c.usableName(name, t, otherAlias) && c.unique(name, t, func() string { return otherAlias }) {
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

// titleOf is an entry's title: its `title`, else without a code its status's
// phrase, else its name in words.
func (c *checker) titleOf(e *entry, err *catalog.Error) string {
	if title := prose(e.title); title != "" {
		return title
	}
	if p := phrase(err); p != "" && len(err.Codes) == 0 {
		return p
	}
	return c.spelling.Title(err.Name)
}

// usable reports whether a name can be that of an error.
func (c *checker) usable(e *entry, err *catalog.Error, from text) bool {
	if e.name.given() && !e.name.ok() {
		return false // that was reported
	}
	if err.Name == "" {
		c.reportText(from, "no-name", "no name follows from this", "add name: …, such as name: "+c.suggestedName(err))
		return false
	}
	hint := "add name: …, beginning with a letter"
	if ident.IsExported(err.Name) {
		hint = "add another name: name: " + c.suggestedName(err)
	}
	return c.usableName(err.Name, from, hint)
}

// usableName reports whether Go can have the identifiers that follow from a
// name.
func (c *checker) usableName(name string, from text, hint string) bool {
	function, isFunction := functionsNamed[name]
	class, isHelper := c.isHelpers["Is"+name]
	switch {
	case !ident.IsExported(name):
		c.reportText(from, "name-digit", fmt.Sprintf("the name %s begins with a digit", name), hint)
	case utf8.RuneCountInString(name) > maxName:
		c.reportText(from, "name-long", fmt.Sprintf("the name that follows from this has %d characters", utf8.RuneCountInString(name)),
			fmt.Sprintf("add name: …, with at most %d", maxName))
	case isFunction:
		c.reportText(from, "name-clash", fmt.Sprintf("the name %s would give a second function %s", name, function), hint)
	case isHelper:
		c.report(from.place(), "name-clash", fmt.Sprintf("the error %s and the class %q both get the function Is%s", name, class.value, name),
			hint+", or rename the class", diag.Related{Place: class.place(), Message: "the class"})
	default:
		return true
	}
	return false
}

// unique notes a name; one that is taken is reported.
func (c *checker) unique(name string, from text, hint func() string) bool {
	anchor := ident.Kebab(name)
	first, clash := c.taken[anchor]
	if clash {
		taker := "is taken"
		if from.value == first.value {
			taker = fmt.Sprintf("is taken: two errors get theirs from %q", from.value)
		}
		c.report(from.place(), "name-clash", fmt.Sprintf("the name %s %s", name, taker), hint(),
			diag.Related{Place: first.place(), Message: "by this error"})
		return false
	}
	c.taken[anchor] = from
	return true
}

// suggestedName is a name for an error that is not taken: with its status in
// words, else with a number.
func (c *checker) suggestedName(err *catalog.Error) string {
	if err.Name == "" {
		return "Status" + strings.ToLower(err.Value())
	}
	if name := ident.Suffixed(err.Name, c.spelling.Exported(phrase(err))); name != err.Name && !c.isTaken(name) {
		return name
	}
	for n := 2; ; n++ {
		if name := err.Name + strconv.Itoa(n); !c.isTaken(name) {
			return name
		}
	}
}

func (c *checker) isTaken(name string) bool {
	_, ok := c.taken[ident.Kebab(name)]
	return ok
}
