package spec

// Conditions: `when`, `error_when`, and the tests in them.

import (
	"fmt"
	"net/textproto"
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
)

// errorWhen checks which responses below 300 are errors.
func (c *checker) errorWhen(list []condition) []catalog.Condition {
	conditions := c.conditions(list)
	c.failing = failing(conditions)
	for i := range list {
		for _, t := range list[i].status {
			if r, ok := catalog.ParseStatus(t.value); ok && t.ok() && r.Lo >= catalog.MinError {
				c.reportText(t, "unreachable", "error_when is about responses below 300, and "+t.value+" is an error anyway", "leave it out")
			}
		}
	}
	return conditions
}

func (c *checker) conditions(list []condition) []catalog.Condition {
	conditions := make([]catalog.Condition, len(list))
	for i := range list {
		conditions[i] = c.condition(&list[i])
	}
	return conditions
}

func (c *checker) condition(from *condition) (cond catalog.Condition) {
	for _, t := range from.status {
		var r catalog.StatusRange // none, if the text is wrong
		if t.ok() {
			r, _ = c.status(t, "")
		}
		cond.Statuses = append(cond.Statuses, r)
	}
	first := make(map[string]text, len(from.header))
	for i := range from.header {
		h := &from.header[i]
		test := catalog.HeaderTest{Name: h.key.value}
		if c.headerName(first, h.key) {
			test.Test = c.test(&h.value)
		}
		cond.Headers = append(cond.Headers, test)
	}
	for i := range from.body {
		b := &from.body[i]
		pointer := c.pointer(b.key, b.key.value, "")
		c.countWild(b.key, pointer)
		cond.Body = append(cond.Body, catalog.BodyTest{Pointer: pointer, Test: c.test(&b.value)})
	}
	if from.status == nil && len(from.header) == 0 && len(from.body) == 0 && testsNothing(from.node) {
		c.report(from.place(), "missing-value", "the condition tests nothing", "write status, header or body with what it is to be")
	}
	return cond
}

// testsNothing reports whether a condition has no test: neither one that was read
// nor one that was reported.
func testsNothing(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode {
		return false
	}
	for i := 1; i < len(n.Content); i += 2 {
		if part := n.Content[i]; part.Kind != yaml.MappingNode || len(part.Content) > 0 {
			return false
		}
	}
	return true
}

// headerName checks the name of a header in a mapping that names each once.
func (c *checker) headerName(first map[string]text, key text) bool {
	name := textproto.CanonicalMIMEHeaderKey(key.value)
	twin, taken := first[name]
	first[name] = key
	switch {
	case !isToken(key.value):
		c.reportText(key, "header", fmt.Sprintf("%q is no name of a header", key.value), "write letters, digits and dashes, such as X-Request-Id")
	case taken:
		c.report(key.place(), "duplicate-key", "the header "+name+" is here twice", "leave one of them out",
			diag.Related{Place: twin.place(), Message: "it stands here first"})
	default:
		return true
	}
	return false
}

// test checks a test, of which one thing is asked. What is wrong is left out.
func (c *checker) test(from *test) (t catalog.Test) {
	asked := 0
	for _, given := range []bool{from.any != nil, from.not != nil, from.pattern.given(), from.exists.given()} {
		if given {
			asked++
		}
	}
	if asked > 1 || asked == 0 && from.node.Kind == yaml.MappingNode && len(from.node.Content) == 0 {
		c.report(from.place(), "test", "a test has one of not, pattern and exists", "write a text, a list of texts, {not: …}, {pattern: …} or {exists: true}")
		return t
	}
	if from.pattern.ok() {
		t.Pattern = from.pattern.value
		c.testPattern(from.pattern)
	}
	if c.isTrue(from.exists) {
		t.Exists = catalog.Present
	} else if from.exists.ok() && from.exists.value == "false" {
		t.Exists = catalog.Absent
	}
	if !slices.ContainsFunc(slices.Concat(from.any, from.not), func(t text) bool { return !t.ok() }) {
		t.Any, t.Not = values(from.any), values(from.not)
	}
	return t
}
