package spec

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"unicode"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
	"github.com/errgen/errgen/gen/ident"
)

// functionsNamed are the functions of every generated package whose names an
// error's could take, by that error's name.
var functionsNamed = map[string]string{"Error": "AsError", "Retryable": "IsRetryable"}

// names gives each error its name, and what follows from that: its title, and
// its page.
func (c *checker) names() {
	taken := make(map[string]int, len(c.doc.errors)) // by anchor: names that differ in no word can't be told apart
	for i := range c.doc.errors {
		e, err := &c.doc.errors[i], &c.cat.Errors[i]
		if len(err.Statuses) == 0 && len(err.Codes) == 0 && !e.name.ok() {
			continue // that was reported
		}
		name, from := nameOf(e, err)
		err.Name = name
		if c.usable(e, err, from) {
			c.unique(taken, i)
		}
		err.Title = titleOf(e, err)
		err.URL = c.pageOf(e, err)
	}
}

// nameOf is an entry's name and the text that it comes from: its `name`, else
// its code if that has a letter, else its title, else its status's phrase.
func nameOf(e *entry, err *catalog.Error) (string, text) {
	if e.name.ok() {
		if ident.IsExported(e.name.value) {
			return e.name.value, e.name
		}
		return ident.Exported(e.name.value), e.name
	}
	for _, code := range e.code {
		if code.ok() && strings.ContainsFunc(code.value, unicode.IsLetter) {
			return ident.Exported(code.value), code
		}
	}
	if name := ident.Exported(prose(e.title)); name != "" {
		return name, e.title
	}
	return ident.Exported(phrase(err)), firstOf(e)
}

// firstOf is the text that tells an entry from others.
func firstOf(e *entry) text {
	for _, t := range append(e.code[:len(e.code):len(e.code)], e.status...) {
		if t.ok() {
			return t
		}
	}
	return text{node: e.node}
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
func titleOf(e *entry, err *catalog.Error) string {
	if title := prose(e.title); title != "" {
		return title
	}
	if p := phrase(err); p != "" && len(err.Codes) == 0 {
		return p
	}
	return ident.Title(err.Name)
}

// usable reports whether a name can be that of an error.
func (c *checker) usable(e *entry, err *catalog.Error, from text) bool {
	if e.name.given() && !e.name.ok() {
		return false // that was reported
	}
	if err.Name == "" {
		c.reportText(from, "no-name", "no name follows from this", "add name: …, such as name: "+suggestedName(err, nil))
		return false
	}
	if !ident.IsExported(err.Name) {
		c.reportText(from, "name-digit", fmt.Sprintf("the name %s begins with a digit", err.Name), "add name: …, beginning with a letter")
		return false
	}
	if function, ok := functionsNamed[err.Name]; ok {
		c.reportText(from, "name-clash", fmt.Sprintf("the name %s would give a second function %s", err.Name, function),
			"add a longer name: name: "+suggestedName(err, nil))
		return false
	}
	if class, ok := c.isHelpers["Is"+err.Name]; ok {
		c.report(c.place(from.node), "name-clash", fmt.Sprintf("the error %s and the class %q both get the function Is%s", err.Name, class.value, err.Name),
			"add another name, or rename the class", diag.Related{Place: c.place(class.node), Message: "the class"})
		return false
	}
	return true
}

// unique reports the i-th name if it is taken.
func (c *checker) unique(taken map[string]int, i int) {
	err := &c.cat.Errors[i]
	anchor := ident.Kebab(err.Name)
	first, clash := taken[anchor]
	if !clash {
		taken[anchor] = i
		return
	}
	if c.twins[i] {
		return // the other clash explains this one
	}
	_, from := nameOf(&c.doc.errors[i], err)
	_, other := nameOf(&c.doc.errors[first], &c.cat.Errors[first])
	taker := "is taken"
	if from.value == other.value {
		taker = fmt.Sprintf("is taken: two errors get theirs from %q", from.value)
	}
	c.report(c.place(from.node), "name-clash", fmt.Sprintf("the name %s %s", err.Name, taker),
		"give one of them a name of its own: name: "+suggestedName(err, taken),
		diag.Related{Place: c.place(other.node), Message: "by this error"})
}

// suggestedName is a name for an error that is not taken: with its status in
// words, else with a number.
func suggestedName(err *catalog.Error, taken map[string]int) string {
	if err.Name == "" {
		return "Status" + strings.ToLower(err.Value())
	}
	if name := ident.Suffixed(err.Name, ident.Exported(phrase(err))); name != err.Name && !has(taken, name) {
		return name
	}
	for n := 2; ; n++ {
		if name := err.Name + strconv.Itoa(n); !has(taken, name) {
			return name
		}
	}
}

func has(taken map[string]int, name string) bool {
	_, ok := taken[ident.Kebab(name)]
	return ok
}
