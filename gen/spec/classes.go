package spec

// Classes and actions: what they are called, and how they are referred to.

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
	"github.com/errgen/errgen/gen/ident"
)

// stockTitles are those of the modes as actions.
var stockTitles = [len(catalog.Modes)]string{
	catalog.Never:   "Do not retry",
	catalog.Refresh: "Renew the credentials, then retry once",
	catalog.Resolve: "Re-read the state, adjust, then retry",
	catalog.Wait:    "Wait as long as the server asks, then retry",
	catalog.Backoff: "Retry with exponential backoff",
}

// usualMethods is which requests an action repeats that does not say.
func usualMethods(m catalog.Mode) catalog.Methods {
	if m == catalog.Backoff || m == catalog.Never {
		return catalog.Idempotent
	}
	return catalog.AnyMethod
}

// modeNamed finds a mode by the name that a spec gives it.
func modeNamed(name string) (catalog.Mode, bool) {
	for m, n := range catalog.Modes {
		if n == name {
			return catalog.Mode(m), true
		}
	}
	return catalog.Never, false
}

func (c *checker) declareActions() {
	c.actions = make(map[string]int)
	names := make(map[string]text)
	for _, a := range c.doc.actions {
		c.keyName(a.key, "action", names)
		mode := c.mode(a.key, &a.value)
		title := c.spelling.Sentence(a.key.value)
		if _, isMode := modeNamed(a.key.value); isMode {
			title = stockTitles[mode]
		}
		if t := prose(a.value.title); t != "" {
			title = t
		}
		c.actions[a.key.value] = len(c.cat.Actions)
		c.cat.Actions = append(c.cat.Actions, catalog.Action{
			Key: a.key.value, Name: c.spelling.Exported(a.key.value), Title: title, Mode: mode, Methods: c.methods(a.value.methods, mode),
		})
	}
}

// mode is what an action's key says, or its `retry`.
func (c *checker) mode(key text, a *action) catalog.Mode {
	mode, isMode := modeNamed(key.value)
	switch {
	case !a.retry.given() && !isMode:
		c.reportText(key, "missing-key", fmt.Sprintf("the action %q has no retry", key.value), "add retry: "+modes())
	case !a.retry.ok():
	case isMode && a.retry.value != key.value:
		c.reportText(a.retry, "retry-mode", fmt.Sprintf("an action named %s has that mode", key.value), "leave retry out, or rename the action")
	case isMode:
	default:
		mode, isMode = modeNamed(a.retry.value)
		if !isMode {
			c.reportText(a.retry, "retry-mode", fmt.Sprintf("%q is no mode of retrying", a.retry.value), c.meantMode(a.retry.value))
		}
	}
	return mode
}

func (c *checker) meantMode(word string) string {
	if meant, ok := ident.Closest(word, catalog.Modes[:]); ok {
		return fmt.Sprintf("did you mean %q?", meant)
	}
	return "write " + modes()
}

// modes lists the modes for a hint.
func modes() string { return ident.Or(catalog.Modes[:]) }

func (c *checker) methods(t text, mode catalog.Mode) catalog.Methods {
	switch {
	case !t.ok():
		return usualMethods(mode)
	case t.value == "idempotent":
		return catalog.Idempotent
	case t.value != "any":
		c.reportText(t, "methods", fmt.Sprintf("%q does not say which methods are retried", t.value), "write idempotent or any")
	}
	return catalog.AnyMethod
}

func (c *checker) declareClasses() {
	c.classes = make(map[string]int)
	c.isHelpers = make(map[string]text)
	names := make(map[string]text)
	for _, cl := range c.doc.classes {
		if c.keyName(cl.key, "class", names) {
			c.isHelper(cl.key)
		}
		title := prose(cl.value.title)
		if title == "" {
			title = c.spelling.Sentence(cl.key.value)
		}
		c.classes[cl.key.value] = len(c.cat.Classes)
		c.cat.Classes = append(c.cat.Classes, catalog.Class{Key: cl.key.value, Name: c.spelling.Exported(cl.key.value), Title: title})
		c.classAction = append(c.classAction, c.action(cl.value.action))
	}
}

// keyName checks the key of a class or action, of which Go gets a constant.
func (c *checker) keyName(key text, kind string, names map[string]text) bool {
	name := c.spelling.Exported(key.value)
	if !isKey(key.value) || !ident.IsExported(name) {
		c.reportText(key, "key", fmt.Sprintf("%q can't be the key of a%s", key.value, article(kind)),
			"write a letter, followed by letters, digits, _, - or .")
		return false
	}
	if function, taken := ident.ReservedFor(name, ident.Exported(kind)); taken {
		c.reportText(key, "name-clash", fmt.Sprintf("the constant of the %s %q has the name of a function, %s", kind, key.value, function), "rename the "+kind)
		return false
	}
	if twin, taken := names[ident.Kebab(name)]; taken {
		c.reportClash(key, twin, fmt.Sprintf("the %s %q gets the same identifier as %q, %s%s", kind, key.value, twin.value, ident.Exported(kind), name), "rename one of them")
		return false
	}
	names[ident.Kebab(name)] = key
	return true
}

func article(kind string) string {
	if strings.IndexByte("aeiou", kind[0]) >= 0 {
		return "n " + kind
	}
	return " " + kind
}

func isKey(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return r != '_' && r != '-' && r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// isHelper notes the Is function of a class.
func (c *checker) isHelper(key text) {
	helper := "Is" + ident.Suffixed(c.spelling.Exported(key.value), "Error")
	if twin, taken := c.isHelpers[helper]; taken {
		c.reportClash(key, twin, fmt.Sprintf("the classes %q and %q both get the function %s", twin.value, key.value, helper), "rename one of them")
		return
	}
	c.isHelpers[helper] = key
}

// reportClash reports two texts that come to the same.
func (c *checker) reportClash(t, first text, message, hint string) {
	c.report(t.place(), "name-clash", message, hint, diag.Related{Place: first.place(), Message: "the other one"})
}

// action finds the action that a text refers to; none if it gives none, or a
// wrong one. A mode is declared where it is first used.
func (c *checker) action(t text) int {
	if !t.ok() {
		return none
	}
	if i, ok := c.actions[t.value]; ok {
		return i
	}
	mode, ok := modeNamed(t.value)
	if !ok {
		c.reportUnknown(t, "action", c.actionKeys)
		return none
	}
	i := len(c.cat.Actions)
	c.actions[t.value] = i
	c.cat.Actions = append(c.cat.Actions, catalog.Action{
		Key: t.value, Name: c.spelling.Exported(t.value), Title: stockTitles[mode], Mode: mode, Methods: usualMethods(mode),
	})
	return i
}

// actionKeys are the actions that can be referred to.
func (c *checker) actionKeys() []string {
	var keys []string
	for _, a := range c.doc.actions {
		if _, isMode := modeNamed(a.key.value); !isMode {
			keys = append(keys, a.key.value)
		}
	}
	return append(keys, catalog.Modes[:]...)
}

// class finds the class that a text refers to; none if it gives none, or a
// wrong one.
func (c *checker) class(t text) int {
	if !t.ok() {
		return none
	}
	if i, ok := c.classes[t.value]; ok {
		return i
	}
	if len(c.cat.Classes) > 0 { // else that was reported
		c.reportUnknown(t, "class", c.classKeys)
	}
	return none
}

func (c *checker) classKeys() []string {
	keys := make([]string, len(c.cat.Classes))
	for i := range c.cat.Classes {
		keys[i] = c.cat.Classes[i].Key
	}
	return keys
}
