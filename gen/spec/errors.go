package spec

// Entries one by one. What they are to each other is in identity.go, patterns.go,
// reach.go, names.go and retired.go.

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
)

// errors checks the entries one by one, then what they are to each other, and
// gives them names.
func (c *checker) errors() {
	c.cat.Errors = make([]catalog.Error, len(c.doc.errors))
	for i := range c.doc.errors {
		if c.doc.errors[i].node.Kind == yaml.MappingNode {
			c.error(&c.doc.errors[i], &c.cat.Errors[i])
		}
	}
	c.needLocators()
	c.identities()
	c.latePatterns()
	c.names()
	c.retired()
}

func (c *checker) error(e *entry, err *catalog.Error) {
	*err = catalog.Error{
		Pos:         e.pos(),
		Statuses:    c.statuses(e),
		Domain:      c.domain(e),
		Codes:       c.codes(e),
		Pattern:     c.codePattern(e),
		When:        c.when(e),
		Qualifier:   prose(e.qualifier),
		Severity:    c.word(e.severity, "severity"),
		Deprecated:  c.deprecated(e.deprecated),
		Message:     prose(e.message),
		Params:      c.params(e),
		Description: prose(e.description),
		Causes:      values(e.causes),
		Fix:         prose(e.fix),
		Section:     prose(e.section),
		Example:     c.members(e.example),
	}
	if e.status == nil && e.code == nil {
		c.report(e.place(), "missing-key", "an error has neither status nor code", "add status: … or code: …")
	}
	c.numbers(e, err)
	err.ExampleHeaders = c.headers(e.exampleHeaders)
	ch := c.choose(e, err.Statuses)
	err.Class, err.Action = ch.class, ch.action
}

// word is a text that is not empty.
func (c *checker) word(t text, key string) string {
	if t.ok() && strings.TrimSpace(t.value) == "" {
		c.reportText(t, "missing-value", key+" is empty", "leave it out")
	}
	return prose(t)
}

// deprecated is what to use instead of an error.
func (c *checker) deprecated(t text) string {
	if t.ok() && (t.value == "true" || t.value == "false") {
		c.reportText(t, "deprecated", "deprecated says what to use instead, not "+t.value, "write a text such as use order_gone, or leave it out")
	}
	return c.word(t, "deprecated")
}

// domain is the namespace of an entry's codes.
func (c *checker) domain(e *entry) string {
	if e.domain.ok() && e.code == nil {
		c.report(e.own(e.domain).place(), "domain-without-code", fmt.Sprintf("the error has a domain, %q, but no code", e.domain.value),
			"a domain tells equal codes apart; leave it out, or add code: …")
	}
	return c.word(e.domain, "domain")
}

// when is the condition of an entry, which is about headers and the body.
func (c *checker) when(e *entry) *catalog.Condition {
	if e.when.node == nil {
		return nil
	}
	for _, t := range e.when.status {
		c.reportText(t, "condition", "the condition of an error is about headers and the body", "write status: … beside when")
		return nil
	}
	if c.whens[e.when.node] == nil {
		cond := c.condition(&e.when)
		c.whens[e.when.node] = &cond
	}
	return c.whens[e.when.node]
}

func (c *checker) statuses(e *entry) []catalog.StatusRange {
	var statuses []catalog.StatusRange
	first := make(map[string]text, len(e.status))
	for _, t := range e.status {
		if !t.ok() {
			continue
		}
		if r, ok := c.errorStatus(t, ""); ok && c.once(first, t, "status") {
			statuses = append(statuses, r)
		}
	}
	return statuses
}

func (c *checker) codes(e *entry) []string {
	var codes []string
	first := make(map[string]text, len(e.code))
	for _, t := range e.code {
		switch {
		case !t.ok():
		case t.value == "":
			c.reportText(t, "empty-code", "the code is empty", "leave the key out if the status alone identifies the error")
		case strings.ContainsAny(t.value, "\t\r\n"):
			c.reportText(t, "control-character", "the code has a tab or a line break in it", "write it without: "+quoteShort(strings.Join(strings.Fields(t.value), " ")))
		case c.once(first, t, "code"):
			codes = append(codes, t.value)
		}
	}
	return codes
}

// once reports a text if an equal one stands before it.
func (c *checker) once(first map[string]text, t text, what string) bool {
	twin, taken := first[t.value]
	if taken {
		c.report(t.place(), "duplicate-"+what, fmt.Sprintf("the %s %q is listed twice", what, t.value), "leave one of them out",
			diag.Related{Place: twin.place(), Message: "it stands here first"})
		return false
	}
	first[t.value] = t
	return true
}

func (c *checker) headers(list []named[text]) []catalog.Header {
	var headers []catalog.Header
	first := make(map[string]text, len(list))
	for _, h := range list {
		switch {
		case !c.headerName(first, h.key):
		case h.value.ok() && strings.ContainsAny(h.value.value, "\r\n"):
			c.reportText(h.value, "header", "the value of a header has no line breaks", "write it in one line")
		default:
			headers = append(headers, catalog.Header{Name: h.key.value, Value: prose(h.value)})
		}
	}
	return headers
}

// choose finds the class and action of an entry: its own, else what `defaults`
// has for its first status, else its class's action.
func (c *checker) choose(e *entry, statuses []catalog.StatusRange) choice {
	ch := choice{class: c.class(e.class), action: c.action(e.action)}
	ch.reported = e.class.given() && ch.class == none || e.action.given() && ch.action == none
	if !e.class.given() {
		c.chooseDefault(e, &ch, statuses)
	}
	if ch.class != none && ch.action == none && !ch.reported {
		at := e.class
		if !at.ok() {
			at = text{spot: e.spot}
		}
		c.classDefault(&ch, at)
	}
	return ch
}

// chooseDefault fills in what `defaults` has for an entry without a class.
func (c *checker) chooseDefault(e *entry, ch *choice, statuses []catalog.StatusRange) {
	d, ok := c.defaultFor(statuses)
	ch.class = d.class
	if ch.action == none {
		ch.action = d.action
	}
	ch.reported = ch.reported || d.reported
	if ok || len(statuses) == 0 && (e.status != nil || e.code == nil) { // else its status is wrong, and its default unknown
		return
	}
	ch.class, ch.action, ch.reported = none, none, true
	if c.badDefault {
		return
	}
	hint := "add class: … here, or a default to defaults"
	if len(statuses) > 0 {
		hint = "add class: … here, or " + catalog.Hundred(statuses[0].Lo/100).String() + ": {class: …} to defaults"
	}
	c.report(e.place(), "no-class", "the error has no class, and defaults has none for it", hint)
}
