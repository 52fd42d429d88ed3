package spec

import "gopkg.in/yaml.v3"

// The document is the spec as it is written: every text with its place, nothing
// looked up, nothing made of it. Each mapping is a type and the table of its
// keys.

type document struct {
	version  text
	api      api
	response response
	classes  []named[class]
	actions  []named[action]
	policy   policy
	outputs  []named[text]
	defaults []named[fallback]
	errors   []entry
}

var documentKeys = []key[document]{
	required("version", readWord, func(d *document) *text { return &d.version }),
	required("api", mappingOf("api", apiKeys), func(d *document) *api { return &d.api }),
	optional("response", mappingOf("response", responseKeys), func(d *document) *response { return &d.response }),
	required("classes", notNone("classes", mapOf(mappingOf("a class", classKeys))), func(d *document) *[]named[class] { return &d.classes }),
	optional("actions", mapOf(mappingOf("an action", actionKeys)), func(d *document) *[]named[action] { return &d.actions }),
	optional("retry_policy", mappingOf("retry_policy", policyKeys), func(d *document) *policy { return &d.policy }),
	optional("outputs", mapOf(readText), func(d *document) *[]named[text] { return &d.outputs }),
	optional("defaults", mapOf(mappingOf("a default", fallbackKeys)), func(d *document) *[]named[fallback] { return &d.defaults }),
	required("errors", notNone("errors", listOf(readEntry)), func(d *document) *[]entry { return &d.errors }),
}

// notNone reads what must not be empty.
func notNone[V any](what string, read func(*source, *yaml.Node) []V) func(*source, *yaml.Node) []V {
	return func(s *source, n *yaml.Node) []V {
		if t := s.target(n); t.Kind != yaml.ScalarNode && t.Kind != broken && len(t.Content) == 0 {
			s.report(s.place(t), "missing-value", what+" is empty", "a catalog has at least one of them")
		}
		return read(s, n)
	}
}

type api struct {
	name, pkg, summary, support, docsURL text
	links                                []link
}

var apiKeys = []key[api]{
	required("name", readText, func(a *api) *text { return &a.name }),
	optional("package", readText, func(a *api) *text { return &a.pkg }),
	optional("summary", readText, func(a *api) *text { return &a.summary }),
	optional("support", readText, func(a *api) *text { return &a.support }),
	optional("docs_url", readText, func(a *api) *text { return &a.docsURL }),
	optional("links", listOf(mappingOf("a link", linkKeys)), func(a *api) *[]link { return &a.links }),
}

type link struct{ title, url, description text }

var linkKeys = []key[link]{
	required("title", readText, func(l *link) *text { return &l.title }),
	optional("url", readText, func(l *link) *text { return &l.url }),
	optional("description", readText, func(l *link) *text { return &l.description }),
}

type response struct {
	mediaType  text
	fields     []field
	constants  *yaml.Node
	status     text
	code       []text
	message    []text
	requestID  []text
	details    []text
	retryAfter []text
}

var responseKeys = []key[response]{
	optional("media_type", readText, func(r *response) *text { return &r.mediaType }),
	optional("fields", listOf(mappingOf("a field", fieldKeys)), func(r *response) *[]field { return &r.fields }),
	optional("constants", readNode, func(r *response) **yaml.Node { return &r.constants }),
	optional("status", readText, func(r *response) *text { return &r.status }),
	optional("code", oneOrMore(readText), func(r *response) *[]text { return &r.code }),
	optional("message", oneOrMore(readText), func(r *response) *[]text { return &r.message }),
	optional("request_id", oneOrMore(readText), func(r *response) *[]text { return &r.requestID }),
	optional("details", oneOrMore(readText), func(r *response) *[]text { return &r.details }),
	optional("retry_after", oneOrMore(readText), func(r *response) *[]text { return &r.retryAfter }),
}

// readNode leaves a JSON value for the check phase, which knows what its
// members are documented as.
func readNode(_ *source, n *yaml.Node) *yaml.Node { return n }

type field struct{ name, typ, description text }

var fieldKeys = []key[field]{
	required("name", readText, func(f *field) *text { return &f.name }),
	optional("type", readText, func(f *field) *text { return &f.typ }),
	optional("description", readText, func(f *field) *text { return &f.description }),
}

type class struct{ title, action text }

var classKeys = []key[class]{
	optional("title", readText, func(c *class) *text { return &c.title }),
	optional("action", readWord, func(c *class) *text { return &c.action }),
}

type action struct{ title, retry, methods text }

var actionKeys = []key[action]{
	optional("title", readText, func(a *action) *text { return &a.title }),
	optional("retry", readWord, func(a *action) *text { return &a.retry }),
	optional("methods", readWord, func(a *action) *text { return &a.methods }),
}

type policy struct{ maxAttempts, baseDelay, factor, maxDelay, jitter, maxRetryAfter text }

var policyKeys = []key[policy]{
	optional("max_attempts", readWord, func(p *policy) *text { return &p.maxAttempts }),
	optional("base_delay", readWord, func(p *policy) *text { return &p.baseDelay }),
	optional("factor", readWord, func(p *policy) *text { return &p.factor }),
	optional("max_delay", readWord, func(p *policy) *text { return &p.maxDelay }),
	optional("jitter", readWord, func(p *policy) *text { return &p.jitter }),
	optional("max_retry_after", readWord, func(p *policy) *text { return &p.maxRetryAfter }),
}

// A fallback is what `defaults` has for a status.
type fallback struct{ class, action text }

var fallbackKeys = []key[fallback]{
	required("class", readWord, func(f *fallback) *text { return &f.class }),
	optional("action", readWord, func(f *fallback) *text { return &f.action }),
}

// An entry is one of `errors`.
type entry struct {
	node                                       *yaml.Node
	status, code, causes                       []text
	name, title, class, qualifier, action      text
	message, description, fix, section, docURL text
	example                                    *yaml.Node
	exampleHeaders                             []named[text]
}

var entryKeys = []key[entry]{
	optional("status", oneOrMore(readWord), func(e *entry) *[]text { return &e.status }),
	optional("code", oneOrMore(readText), func(e *entry) *[]text { return &e.code }),
	optional("name", readText, func(e *entry) *text { return &e.name }),
	optional("title", readText, func(e *entry) *text { return &e.title }),
	optional("class", readWord, func(e *entry) *text { return &e.class }),
	optional("qualifier", readText, func(e *entry) *text { return &e.qualifier }),
	optional("action", readWord, func(e *entry) *text { return &e.action }),
	optional("message", readText, func(e *entry) *text { return &e.message }),
	optional("description", readText, func(e *entry) *text { return &e.description }),
	optional("causes", listOf(readText), func(e *entry) *[]text { return &e.causes }),
	optional("fix", readText, func(e *entry) *text { return &e.fix }),
	optional("example", readNode, func(e *entry) **yaml.Node { return &e.example }),
	optional("example_headers", mapOf(readText), func(e *entry) *[]named[text] { return &e.exampleHeaders }),
	optional("section", readText, func(e *entry) *text { return &e.section }),
	optional("url", readText, func(e *entry) *text { return &e.docURL }),
}

func readEntry(s *source, n *yaml.Node) entry {
	e := readMapping(s, n, "an error", entryKeys)
	e.node = s.target(n)
	return e
}
