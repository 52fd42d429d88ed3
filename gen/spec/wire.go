package spec

// How errors look on the wire: the response, its shapes, and the conditions and
// locators in them, as they are written.

import "gopkg.in/yaml.v3"

type response struct {
	mediaType text
	fields    []field
	constants spot
	status    text
	locators
	errorWhen []condition
	shapes    []shape
}

var responseKeys = append([]key[response]{
	optional("media_type", readText, func(r *response) *text { return &r.mediaType }),
	optional("fields", listOf(mappingOf("a field", fieldKeys)), func(r *response) *[]field { return &r.fields }),
	optional("constants", readSpot, func(r *response) *spot { return &r.constants }),
	optional("status", readText, func(r *response) *text { return &r.status }),
	optional("error_when", oneOrMore(readCondition), func(r *response) *[]condition { return &r.errorWhen }),
	optional("shapes", listOf(readShape), func(r *response) *[]shape { return &r.shapes }),
}, locatorsKeys(func(r *response) *locators { return &r.locators })...)

// readSpot leaves a JSON value for the check phase, which knows what its
// members are documented as.
func readSpot(s *source, n *yaml.Node) spot { return spot{s, n} }

type field struct{ name, typ, description text }

var fieldKeys = []key[field]{
	required("name", readText, func(f *field) *text { return &f.name }),
	optional("type", readText, func(f *field) *text { return &f.typ }),
	optional("description", readText, func(f *field) *text { return &f.description }),
}

type locators struct {
	code, domain, message, requestID, details, retryAfter, shouldRetry []locator
}

// locatorsKeys are the keys that a response and its shapes have in common.
func locatorsKeys[T any](of func(*T) *locators) []key[T] {
	list := func(name string, field func(*locators) *[]locator) key[T] {
		return optional(name, oneOrMore(readLocator), func(v *T) *[]locator { return field(of(v)) })
	}
	return []key[T]{
		list("code", func(l *locators) *[]locator { return &l.code }),
		list("domain", func(l *locators) *[]locator { return &l.domain }),
		list("message", func(l *locators) *[]locator { return &l.message }),
		list("request_id", func(l *locators) *[]locator { return &l.requestID }),
		list("details", func(l *locators) *[]locator { return &l.details }),
		list("retry_after", func(l *locators) *[]locator { return &l.retryAfter }),
		list("should_retry", func(l *locators) *[]locator { return &l.shouldRetry }),
	}
}

type shape struct {
	spot
	when []condition
	locators
}

var shapeKeys = append([]key[shape]{
	required("when", oneOrMore(readCondition), func(s *shape) *[]condition { return &s.when }),
}, locatorsKeys(func(s *shape) *locators { return &s.locators })...)

func readShape(s *source, n *yaml.Node) shape {
	v := readMapping(s, n, "a shape", shapeKeys)
	v.spot = spot{s, s.target(n)}
	return v
}

// A locator is a short text, or a mapping that has it as `at`.
type locator struct {
	at, key, stripPrefix, before, after, unit, domain text
	where                                             []named[test]
}

var locatorKeys = []key[locator]{
	required("at", readText, func(l *locator) *text { return &l.at }),
	optional("where", mapOf(readTest), func(l *locator) *[]named[test] { return &l.where }),
	optional("key", readWord, func(l *locator) *text { return &l.key }),
	optional("strip_prefix", readText, func(l *locator) *text { return &l.stripPrefix }),
	optional("before", readText, func(l *locator) *text { return &l.before }),
	optional("after", readText, func(l *locator) *text { return &l.after }),
	optional("unit", readWord, func(l *locator) *text { return &l.unit }),
	optional("domain", readText, func(l *locator) *text { return &l.domain }),
}

func readLocator(s *source, n *yaml.Node) locator {
	if t := s.target(n); t.Kind == yaml.MappingNode {
		if key, name := member(t, "header"); key != nil && !hasKey(t, "at") && isToken(name.Value) {
			s.report(s.place(key), "unknown-key", `a locator has no key "header"`, "write "+headerMark+name.Value+", without braces")
			return locator{}
		}
		return readMapping(s, n, "a locator", locatorKeys)
	}
	return locator{at: readText(s, n)}
}

// A condition is what `when` and `error_when` have. Its spot is the mapping.
type condition struct {
	spot
	status []text
	header []named[test]
	body   []named[test]
}

var conditionKeys = []key[condition]{
	optional("status", oneOrMore(readWord), func(c *condition) *[]text { return &c.status }),
	optional("header", mapOf(readTest), func(c *condition) *[]named[test] { return &c.header }),
	optional("body", mapOf(readTest), func(c *condition) *[]named[test] { return &c.body }),
}

func readCondition(s *source, n *yaml.Node) condition {
	c := readMapping(s, n, "a condition", conditionKeys)
	c.spot = spot{s, s.target(n)}
	return c
}

// A test is a text, a list of texts, or a mapping that says more.
type test struct {
	spot
	any, not        []text
	pattern, exists text
}

var testKeys = []key[test]{
	optional("not", oneOrMore(readText), func(t *test) *[]text { return &t.not }),
	optional("pattern", readText, func(t *test) *text { return &t.pattern }),
	optional("exists", readWord, func(t *test) *text { return &t.exists }),
}

func readTest(s *source, n *yaml.Node) test {
	at := spot{s, s.target(n)}
	switch {
	case at.node.Kind == yaml.MappingNode:
		t := readMapping(s, n, "a test", testKeys)
		t.spot = at
		return t
	case at.node.Kind == yaml.ScalarNode && at.node.Style == 0 && isNull(at.node.Value):
		s.report(at.place(), "null", at.node.Value+" is no text", `write {exists: false} for a value that is null or absent, or "`+at.node.Value+`" for that text`)
		return test{spot: at}
	}
	return test{spot: at, any: oneOrMore(readText)(s, n)}
}
