package spec

// The document is the spec as it is written: every text with its place, nothing
// looked up, nothing made of it. Each mapping is a type and the table of its
// keys.

import "gopkg.in/yaml.v3"

type document struct {
	version     text
	api         api
	response    response
	nameAffixes []text
	initialisms []text
	include     []text
	retired     []retired
	classes     []named[class]
	actions     []named[action]
	policy      policy
	outputs     []named[text]
	defaults    []named[fallback]
	errors      []entry // with those of the included files
}

var documentKeys = []key[document]{
	required("version", readWord, func(d *document) *text { return &d.version }),
	required("api", mappingOf("api", apiKeys), func(d *document) *api { return &d.api }),
	optional("response", mappingOf("response", responseKeys), func(d *document) *response { return &d.response }),
	optional("name_affixes", oneOrMore(readText), func(d *document) *[]text { return &d.nameAffixes }),
	optional("initialisms", oneOrMore(readText), func(d *document) *[]text { return &d.initialisms }),
	optional("include", oneOrMore(readText), func(d *document) *[]text { return &d.include }),
	optional("retired", listOf(readRetired), func(d *document) *[]retired { return &d.retired }),
	required("classes", notNone("classes", mapOf(mappingOf("a class", classKeys))), func(d *document) *[]named[class] { return &d.classes }),
	optional("actions", mapOf(mappingOf("an action", actionKeys)), func(d *document) *[]named[action] { return &d.actions }),
	optional("retry_policy", mappingOf("retry_policy", policyKeys), func(d *document) *policy { return &d.policy }),
	optional("outputs", mapOf(readText), func(d *document) *[]named[text] { return &d.outputs }),
	optional("defaults", mapOf(mappingOf("a default", fallbackKeys)), func(d *document) *[]named[fallback] { return &d.defaults }),
	optional("errors", notNone("errors", readErrors), func(d *document) *[]entry { return &d.errors }),
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

// A retired error is one that the catalog had.
type retired struct {
	spot
	domain, name, description text
	code                      []text
}

var retiredKeys = []key[retired]{
	optional("domain", readText, func(r *retired) *text { return &r.domain }),
	optional("code", oneOrMore(readText), func(r *retired) *[]text { return &r.code }),
	optional("name", readText, func(r *retired) *text { return &r.name }),
	optional("description", readText, func(r *retired) *text { return &r.description }),
}

func readRetired(s *source, n *yaml.Node) retired {
	r := readMapping(s, n, "a retired error", retiredKeys)
	r.spot = spot{s, s.target(n)}
	return r
}
