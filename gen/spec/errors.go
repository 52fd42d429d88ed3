package spec

import (
	"fmt"
	"net/textproto"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
)

// errors checks the entries one by one, then gives them names.
func (c *checker) errors() {
	c.cat.Errors = make([]catalog.Error, len(c.doc.errors))
	for i := range c.doc.errors {
		if c.doc.errors[i].node.Kind == yaml.MappingNode {
			c.error(&c.doc.errors[i], &c.cat.Errors[i])
		}
	}
	c.codeLocator()
	c.identities()
	c.names()
}

func (c *checker) error(e *entry, err *catalog.Error) {
	*err = catalog.Error{
		Pos:         c.pos(e.node),
		Statuses:    c.statuses(e),
		Codes:       c.codes(e),
		Qualifier:   prose(e.qualifier),
		Message:     prose(e.message),
		Description: prose(e.description),
		Fix:         prose(e.fix),
		Section:     prose(e.section),
		Example:     c.members(e.example),
	}
	if e.status == nil && e.code == nil {
		c.report(c.place(e.node), "missing-key", "an error has neither status nor code", "add status: … or code: …")
	}
	for _, cause := range e.causes {
		if cause.ok() {
			err.Causes = append(err.Causes, cause.value)
		}
	}
	err.ExampleHeaders = c.headers(e.exampleHeaders)
	ch := c.choose(e, err.Statuses)
	err.Class, err.Action = ch.class, ch.action
}

func (c *checker) statuses(e *entry) []catalog.StatusRange {
	var statuses []catalog.StatusRange
	first := make(map[string]text, len(e.status))
	for _, t := range e.status {
		if !t.ok() {
			continue
		}
		if r, ok := c.status(t, ""); ok && c.once(first, t, "status") {
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
			c.reportText(t, "control-character", "the code has a tab or a line break in it", "")
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
		c.report(c.place(t.node), "duplicate-"+what, fmt.Sprintf("the %s %q is listed twice", what, t.value), "leave one of them out",
			diag.Related{Place: c.place(twin.node), Message: "it stands here first"})
		return false
	}
	first[t.value] = t
	return true
}

func (c *checker) headers(list []named[text]) []catalog.Header {
	var headers []catalog.Header
	first := make(map[string]text, len(list))
	for _, h := range list {
		name := textproto.CanonicalMIMEHeaderKey(h.key.value)
		twin, taken := first[name]
		first[name] = h.key
		switch {
		case !isToken(h.key.value):
			c.reportText(h.key, "header", fmt.Sprintf("%q is no name of a header", h.key.value), "")
		case taken:
			c.report(c.place(h.key.node), "duplicate-key", "the header "+name+" is here twice", "leave one of them out",
				diag.Related{Place: c.place(twin.node), Message: "it stands here first"})
		case h.value.ok() && strings.ContainsAny(h.value.value, "\r\n"):
			c.reportText(h.value, "header", "the value of a header has no line breaks", "")
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
			at = text{node: e.node}
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
	hint := "add class: … here, or a default to defaults"
	if len(statuses) > 0 {
		hint = "add class: … here, or " + catalog.Hundred(statuses[0].Lo/100).String() + ": {class: …} to defaults"
	}
	c.report(c.place(e.node), "no-class", "the error has no class, and defaults has none for it", hint)
}

// codeLocator reports the first code if nothing says where codes are.
func (c *checker) codeLocator() {
	if c.doc.response.code != nil {
		return
	}
	for i := range c.doc.errors {
		for _, t := range c.doc.errors[i].code {
			if t.ok() {
				c.reportText(t, "no-code-locator", "there are codes, but response.code does not say where in a response they are",
					"add code: /… to response")
				return
			}
		}
	}
}
