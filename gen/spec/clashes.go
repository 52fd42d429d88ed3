package spec

// Which names can stand beside each other, and what to write instead of those
// that can't.

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
	"github.com/errgen/errgen/gen/ident"
)

// maxName bounds the length of a name, in characters.
const maxName = 100

// usable reports whether a name can be that of an error.
func (c *checker) usable(e *entry, err *catalog.Error, from text) bool {
	if e.name.given() && !e.name.ok() {
		return false // that was reported
	}
	if err.Name == "" {
		c.reportText(from, "no-name", "no name follows from this", "add name: …, such as name: "+c.suggestedName(err))
		return false
	}
	return c.usableName(err.Name, from, func() string { return c.anotherName(err) })
}

// anotherName says what to write instead of a name that can't be.
func (c *checker) anotherName(err *catalog.Error) string {
	switch {
	case tooLong(err.Name):
		return fmt.Sprintf("add name: …, with at most %d characters", maxName)
	case !ident.IsExported(err.Name):
		return "add name: …, beginning with a letter, such as name: " + c.suggestedName(err)
	}
	return "add another name: name: " + c.suggestedName(err)
}

func tooLong(name string) bool { return utf8.RuneCountInString(name) > maxName }

// usableName reports whether Go can have the identifiers that follow from a
// name.
func (c *checker) usableName(name string, from text, hint func() string) bool {
	function, isReserved := ident.ReservedFor(name, ident.ErrorPrefixes...)
	class, isHelper := c.isHelpers["Is"+name]
	switch {
	case !ident.IsExported(name):
		c.reportText(from, "name-digit", fmt.Sprintf("the name %s begins with a digit", name), hint())
	case tooLong(name):
		c.reportText(from, "name-long", fmt.Sprintf("the name that follows from this has %d characters", utf8.RuneCountInString(name)), hint())
	case isReserved:
		c.reportText(from, "name-clash", fmt.Sprintf("the name %s would give a second function %s", name, function), hint())
	case isHelper:
		c.report(from.place(), "name-clash", fmt.Sprintf("the error %s and the class %q both get the function Is%s", name, class.value, name),
			hint()+", or rename the class", diag.Related{Place: class.place(), Message: "the class"})
	default:
		return true
	}
	return false
}

// canName reports whether usableName would let a name pass.
func (c *checker) canName(name string) bool {
	_, isReserved := ident.ReservedFor(name, ident.ErrorPrefixes...)
	_, isHelper := c.isHelpers["Is"+name]
	return ident.IsExported(name) && !tooLong(name) && !isReserved && !isHelper
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

// suggestedName is a name for an error that no other has: made of its code and
// status in words, else with a number. It is suggested once.
func (c *checker) suggestedName(err *catalog.Error) string {
	base := err.Name
	if !ident.IsExported(base) {
		base = c.numberName(err)
	}
	base = shortened(base)
	name := base
	if name == err.Name {
		name = ident.Suffixed(base, c.spelling.Exported(phrase(err)))
	}
	for !c.canName(name) || c.isWanted(name) {
		c.tried[base]++ // not from the start each time: thousands may clash
		name = numbered(base, c.tried[base]+1)
	}
	c.wanted[ident.Kebab(name)] = true
	return name
}

// numberName is a name for an error that words don't give one, or one that begins
// with a digit: Code2fa, CodeMinus1, Status5xx.
func (c *checker) numberName(err *catalog.Error) string {
	number := err.Name
	if number == "" && len(err.Codes) > 0 {
		number = c.spelling.Exported(err.Codes[0])
	}
	switch {
	case number == "" && len(err.Statuses) > 0:
		return "Status" + strings.ToLower(err.Statuses[0].String())
	case len(err.Codes) > 0 && strings.HasPrefix(err.Codes[0], "-"):
		return "CodeMinus" + number
	}
	return "Code" + number
}

// numbered is a name with a number behind it that is none of its own: the second
// Code1 is Code1No2.
func numbered(name string, n int) string {
	if last := name[len(name)-1]; '0' <= last && last <= '9' {
		name += "No"
	}
	return name + strconv.Itoa(n)
}

// shortened is a name that a number can be put behind.
func shortened(name string) string {
	const room = 10
	letters := []rune(name)
	return string(letters[:min(len(letters), maxName-room)])
}

// isWanted reports whether an error has a name, or was told to take it.
func (c *checker) isWanted(name string) bool {
	if c.wanted == nil {
		c.wanted = make(map[string]bool, len(c.cat.Errors))
		for i := range c.cat.Errors {
			c.wanted[ident.Kebab(c.cat.Errors[i].Name)] = true
		}
	}
	anchor := ident.Kebab(name)
	_, taken := c.taken[anchor]
	return taken || c.wanted[anchor]
}
