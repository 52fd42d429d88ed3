package golang

// Which features a catalog uses. A package has no more of runtime than those need.

import (
	"slices"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// A feature is something that a catalog may use. What is in runtime for the
// sake of one is in no other package. Its name is what //errgen:if asks for.
type feature struct {
	name string
	used func(*target) bool
}

var features = []feature{
	{"aliases", func(t *target) bool { return t.anyError(func(e *catalog.Error) bool { return len(e.Aliases) > 0 }) }},
	{"arrays", func(t *target) bool { return slices.ContainsFunc(t.skeletons, hasList) }},
	{"asked", func(t *target) bool {
		return t.writes(func(v *catalog.Value) bool { return len(v.Asked) > 0 })
	}},
	{"asked_alone", func(t *target) bool {
		return t.writes(func(v *catalog.Value) bool { return v.Slot == catalog.SlotAsked })
	}},
	{"asked_instead", func(t *target) bool {
		return t.writes(func(v *catalog.Value) bool { return len(v.Asked) > 0 && v.Slot != catalog.SlotAsked })
	}},
	{"choices", func(t *target) bool { return t.choices }},
	{"cleanup", func(t *target) bool { return t.anyLocator(isCleaned) }},
	{"condition_headers", func(t *target) bool {
		asks := func(h catalog.HeaderTest) bool { return len(h.Any) > 0 }
		return t.anyError(func(e *catalog.Error) bool { return e.When != nil && slices.ContainsFunc(e.When.Headers, asks) })
	}},
	{"conditions", func(t *target) bool { return t.anyError(func(e *catalog.Error) bool { return e.When != nil }) }},
	{"domains", (*target).domains},
	{"error_when", func(t *target) bool { return len(t.Response.ErrorWhen) > 0 }},
	{"helpers", func(t *target) bool { return t.helpers == AllHelpers }},
	{"keys", func(t *target) bool { return t.anyLocator(func(l *catalog.Locator) bool { return l.Key }) }},
	{"marks", func(t *target) bool {
		return t.writes(func(v *catalog.Value) bool { return v.Slot == catalog.SlotMark })
	}},
	{"pattern_delays", func(t *target) bool { return t.anyError(givesDelay) }},
	{"patterns", func(t *target) bool { return t.anyError(hasPattern) }},
	{"prefixes", (*target).writesPrefix},
	{"response_conditions", func(t *target) bool { return len(t.Response.ErrorWhen)+len(t.Response.Shapes) > 0 }},
	{"rivals", func(t *target) bool { return t.choices && slices.ContainsFunc(t.wire, wireCode.contested) }},
	{"shapes", func(t *target) bool { return len(t.Response.Shapes) > 0 }},
	{"should_retry", func(t *target) bool {
		return t.anyLocators(func(l *catalog.Locators) bool { return len(l.ShouldRetry) > 0 })
	}},
	{"status_conditions", func(t *target) bool {
		return t.anyError(func(e *catalog.Error) bool { return !isCoded(e) && e.When != nil })
	}},
	{"test_patterns", func(t *target) bool {
		return slices.ContainsFunc(t.tests(), func(t catalog.Test) bool { return t.Pattern != "" })
	}},
	{"tests", func(t *target) bool {
		return len(t.tests()) > 0 || len(t.Response.ErrorWhen)+len(t.Response.Shapes) > 0
	}},
	{"where", func(t *target) bool { return t.anyLocator(func(l *catalog.Locator) bool { return len(l.Where) > 0 }) }},
	{"whole_conditions", func(t *target) bool { return len(t.conditions()) > 0 }},
	{"wildcards", func(t *target) bool { return len(t.places.wild) > 0 }},
	{"wire_domain", func(t *target) bool { return len(t.codeDomains()) > 0 || len(t.Response.Domain) > 0 }},
}

// findFeatures notes which parts are made, and which features the catalog uses.
func (t *target) findFeatures() {
	t.choices = t.sharedCodes() > mostInSwitch ||
		t.anyError(func(e *catalog.Error) bool { return e.Domain != "" || hasPattern(e) || isCoded(e) && e.When != nil })
	if t.hashed() {
		t.hash = newHashTable(t)
	}
	t.uses = make(map[string]bool, len(parts)+len(features))
	for i, p := range parts {
		t.uses[p.name] = t.parts.has(i)
	}
	for _, f := range features {
		t.uses[f.name] = f.used(t)
	}
}

// holds reports whether all of some parts and features are there, by their names.
func (t *target) holds(names string) bool {
	for _, name := range strings.Fields(names) {
		if !t.uses[name] {
			return false
		}
	}
	return true
}

func isCoded(e *catalog.Error) bool    { return len(e.Codes) > 0 || e.Pattern != "" }
func hasPattern(e *catalog.Error) bool { return e.Pattern != "" }
func givesDelay(e *catalog.Error) bool { return strings.Contains(e.Pattern, "<retry_after") }

func isCleaned(l *catalog.Locator) bool {
	return l.StripPrefix != "" || l.Before != "" || l.After != ""
}

// domains reports whether errors, or codes in responses, have domains.
func (t *target) domains() bool {
	return t.anyError(func(e *catalog.Error) bool { return e.Domain != "" }) ||
		t.anyLocators(func(l *catalog.Locators) bool { return len(l.Domain) > 0 }) ||
		t.anyLocator(func(l *catalog.Locator) bool { return l.Domain != "" })
}

func (t *target) anyError(is func(*catalog.Error) bool) bool {
	for i := range t.Errors {
		if is(&t.Errors[i]) {
			return true
		}
	}
	return false
}

// locators lists those beside the shapes, then those of each shape.
func (t *target) locators() []*catalog.Locators {
	all := []*catalog.Locators{&t.Response.Locators}
	for i := range t.Response.Shapes {
		all = append(all, &t.Response.Shapes[i].Locators)
	}
	return all
}

func (t *target) anyLocators(is func(*catalog.Locators) bool) bool {
	return slices.ContainsFunc(t.locators(), is)
}

// lists are the lists of locators, by what they locate.
func lists(l *catalog.Locators) [][]catalog.Locator {
	return [][]catalog.Locator{l.Code, l.Message, l.RequestID, l.Details, l.RetryAfter, l.Domain, l.ShouldRetry}
}

// eachLocator lists the locators of all lists, in the order in which values are
// asked for.
func (t *target) eachLocator() []*catalog.Locator {
	var all []*catalog.Locator
	for _, locators := range t.locators() {
		for _, list := range lists(locators) {
			for i := range list {
				all = append(all, &list[i])
			}
		}
	}
	return all
}

func (t *target) anyLocator(is func(*catalog.Locator) bool) bool {
	return slices.ContainsFunc(t.eachLocator(), is)
}

// conditions lists all conditions: those of responses below 300, of shapes and
// of errors.
func (t *target) conditions() []*catalog.Condition {
	var all []*catalog.Condition
	add := func(list []catalog.Condition) {
		for i := range list {
			all = append(all, &list[i])
		}
	}
	add(t.Response.ErrorWhen)
	for _, s := range t.Response.Shapes {
		add(s.When)
	}
	for i := range t.Errors {
		if when := t.Errors[i].When; when != nil {
			all = append(all, when)
		}
	}
	return all
}

// tests lists all tests, those of elements included.
func (t *target) tests() []catalog.Test {
	var all []catalog.Test
	for _, c := range t.conditions() {
		for _, h := range c.Headers {
			all = append(all, h.Test)
		}
		for _, b := range c.Body {
			all = append(all, b.Test)
		}
	}
	for _, l := range t.eachLocator() {
		for _, b := range l.Where {
			all = append(all, b.Test)
		}
	}
	return all
}
