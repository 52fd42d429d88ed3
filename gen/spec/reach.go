package spec

// What a response has to say so that an entry is found: a code that no locator
// finds, or a domain that it can't have, is a mistake.

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/errgen/errgen/gen/catalog"
)

// A reach is what the locators of a response and its shapes can find.
type reach struct {
	codes      []catalog.Locator // one for each way of cutting something off
	domains    []string          // that codes can have, each once
	known      map[string]bool   // the same
	anyDomain  bool              // codes can have any
	noneNeeded bool              // codes may have none, and are those of any domain then (rule 7)
}

func (c *checker) reach() reach {
	r := reach{known: make(map[string]bool)}
	cuts := make(map[[3]string]bool)
	all := []catalog.Locators{c.cat.Response.Locators}
	for _, s := range c.cat.Response.Shapes {
		all = append(all, s.Locators)
	}
	for _, locators := range all {
		for _, l := range locators.Code {
			if cut := [3]string{l.StripPrefix, l.Before, l.After}; !cuts[cut] {
				cuts[cut] = true
				r.codes = append(r.codes, l)
			}
			r.addDomain(l.Domain, len(locators.Domain) > 0)
		}
	}
	return r
}

// addDomain adds the domain that a locator gives its codes, else what stands for
// one.
func (r *reach) addDomain(domain string, located bool) {
	switch {
	case domain == "" && located:
		r.anyDomain = true
	case domain == "":
		r.noneNeeded = true
	case !r.known[domain]:
		r.known[domain] = true
		r.domains = append(r.domains, domain)
	}
}

// needLocators reports codes and domains that are not found.
func (c *checker) needLocators() {
	r := c.reach()
	if c.hasCodeLocators() {
		for i := range c.doc.errors {
			c.findable(&r, &c.doc.errors[i])
		}
	} else if t, ok := c.firstText(func(e *entry) []text { return e.code }); ok {
		c.reportText(t, "no-code-locator", "there are codes, but response.code does not say where in a response they are",
			"add code: /… to response")
	}
	if r.anyDomain || len(r.codes) == 0 {
		return
	}
	if len(r.domains) == 0 {
		if t, ok := c.firstText(func(e *entry) []text { return []text{e.domain} }); ok {
			c.reportText(t, "no-domain-locator", "there are domains, but response.domain does not say where in a response they are",
				"add domain: /… to response, or to the locator of the codes")
		}
		return
	}
	for i := range c.doc.errors {
		if !r.noneNeeded {
			c.knownDomain(&r, &c.doc.errors[i])
		}
	}
}

// hasCodeLocators reports whether the spec says where codes are, be it right or
// wrong.
func (c *checker) hasCodeLocators() bool {
	return c.doc.response.code != nil || slices.ContainsFunc(c.doc.response.shapes, func(s shape) bool { return s.code != nil })
}

// firstText is the first text of its kind that an entry has.
func (c *checker) firstText(of func(*entry) []text) (text, bool) {
	for i := range c.doc.errors {
		for _, t := range of(&c.doc.errors[i]) {
			if t.ok() {
				return t, true
			}
		}
	}
	return text{}, false
}

// knownDomain reports a domain that no locator of codes has.
func (c *checker) knownDomain(r *reach, e *entry) {
	if !e.domain.ok() || e.domain.value == "" || e.code == nil || r.known[e.domain.value] {
		return
	}
	c.suggest(e.domain, "unreachable", fmt.Sprintf("no code is in the domain %q: all locators of codes have another one", e.domain.value), func() string {
		return didYouMean(e.domain.value, r.domains, "their domains: ")
	})
}

// findable reports codes that no locator can find.
func (c *checker) findable(r *reach, e *entry) {
	for _, t := range e.code {
		switch {
		case !t.ok() || t.value == "":
		case t.value == aboutBlank:
			c.reportText(t, "unreachable", aboutBlank+" is no code: it says that there is only the status (RFC 9457 §4.2.1)", "leave code out")
		default:
			c.survives(r, t)
		}
	}
}

// aboutBlank is a problem type that says nothing.
const aboutBlank = "about:blank"

// survives reports a code of which every locator cuts something off. A prefix is
// cut off once, so that one which begins with it may be left of a longer one.
func (c *checker) survives(r *reach, t text) {
	left, longer := "", ""
	for i := range r.codes {
		l := &r.codes[i]
		cut := l.Clean(t.value)
		switch {
		case cut == t.value, l.Clean(l.StripPrefix+t.value) == t.value && !endsInMark(l.StripPrefix):
			return
		case l.Clean(l.StripPrefix+t.value) == t.value:
			longer = l.StripPrefix + t.value
		}
		left = cut
	}
	hint := "write what is left: " + quote(left)
	switch {
	case longer != "":
		c.warn(t.place(), "unreachable", fmt.Sprintf("response.code finds the code %q in %q alone: it cuts the first part off", t.value, longer), hint)
	case len(r.codes) > 0:
		c.reportText(t, "unreachable", fmt.Sprintf("no code is %q: response.code cuts a part of it off", t.value), hint)
	}
}

// endsInMark reports whether a prefix ends in other than a letter or digit, as
// those do that no code has twice.
func endsInMark(prefix string) bool {
	last, _ := utf8.DecodeLastRuneInString(prefix)
	return !unicode.IsLetter(last) && !unicode.IsDigit(last)
}
