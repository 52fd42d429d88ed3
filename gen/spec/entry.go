package spec

// What `errors` has, as it is written: entries, and groups of them.

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// An entry is one of `errors`. Its spot is the mapping.
type entry struct {
	spot
	status, code, causes, aliases              []text
	domain, pattern                            text
	when                                       condition
	name, title, class, qualifier, action      text
	severity, deprecated                       text
	message, description, fix, section, docURL text
	params                                     []named[param]
	example                                    spot
	exampleHeaders                             []named[text]
	nodes                                      map[*yaml.Node]bool // see own
}

var entryKeys = []key[entry]{
	optional("status", oneOrMore(readWord), func(e *entry) *[]text { return &e.status }),
	optional("domain", readText, func(e *entry) *text { return &e.domain }),
	optional("code", oneOrMore(readText), func(e *entry) *[]text { return &e.code }),
	optional("pattern", readText, func(e *entry) *text { return &e.pattern }),
	optional("when", readCondition, func(e *entry) *condition { return &e.when }),
	optional("name", readText, func(e *entry) *text { return &e.name }),
	optional("aliases", oneOrMore(readText), func(e *entry) *[]text { return &e.aliases }),
	optional("title", readText, func(e *entry) *text { return &e.title }),
	optional("class", readWord, func(e *entry) *text { return &e.class }),
	optional("qualifier", readText, func(e *entry) *text { return &e.qualifier }),
	optional("action", readWord, func(e *entry) *text { return &e.action }),
	optional("severity", readText, func(e *entry) *text { return &e.severity }),
	optional("deprecated", readText, func(e *entry) *text { return &e.deprecated }),
	optional("message", readText, func(e *entry) *text { return &e.message }),
	optional("params", readParams, func(e *entry) *[]named[param] { return &e.params }),
	optional("description", readText, func(e *entry) *text { return &e.description }),
	optional("causes", listOf(readText), func(e *entry) *[]text { return &e.causes }),
	optional("fix", readText, func(e *entry) *text { return &e.fix }),
	optional("example", readSpot, func(e *entry) *spot { return &e.example }),
	optional("example_headers", mapOf(readText), func(e *entry) *[]named[text] { return &e.exampleHeaders }),
	optional("section", readText, func(e *entry) *text { return &e.section }),
	optional("url", readText, func(e *entry) *text { return &e.docURL }),
}

// own is where a text stands if the entry itself has it, else the entry: a text
// that it has of its group is right for others.
func (e *entry) own(t text) spot {
	if e.nodes == nil {
		e.nodes = make(map[*yaml.Node]bool)
		for i := 0; i+1 < len(e.node.Content); i += 2 {
			value := e.node.Content[i+1]
			if value.Kind == yaml.AliasNode {
				value = value.Alias
			}
			e.nodes[value] = true
			for _, item := range value.Content {
				e.nodes[item] = true
			}
		}
	}
	if e.nodes[t.node] {
		return t.spot
	}
	return e.spot
}

// A param is a type, or a mapping with more about it.
type param struct{ typ, example text }

var paramKeys = []key[param]{
	optional("type", readWord, func(p *param) *text { return &p.typ }),
	optional("example", readText, func(p *param) *text { return &p.example }),
}

func readParam(s *source, n *yaml.Node) param {
	if s.target(n).Kind == yaml.MappingNode {
		return readMapping(s, n, "a param", paramKeys)
	}
	return param{typ: readWord(s, n)}
}

// readParams reads the params of a message. Whoever lists their names means
// strings.
func readParams(s *source, n *yaml.Node) []named[param] {
	t := s.target(n)
	if t.Kind != yaml.SequenceNode || slices.ContainsFunc(t.Content, func(name *yaml.Node) bool { return name.Kind != yaml.ScalarNode }) {
		return mapOf(readParam)(s, n)
	}
	var names []string
	for _, name := range t.Content {
		names = append(names, name.Value+": string")
	}
	s.report(s.place(t), "wrong-type", "this is a list, not a mapping", "write params: {"+list(names)+"}")
	return nil
}

// readErrors reads a list of entries and groups: all entries, in order.
func readErrors(s *source, n *yaml.Node) []entry {
	n = s.target(n)
	if n.Kind != yaml.SequenceNode {
		if n.Kind != broken {
			s.wrongType(n, "a list")
		}
		return nil
	}
	entries := make([]entry, 0, len(n.Content))
	for _, item := range n.Content {
		if t := s.target(item); hasKey(t, "group") || hasKey(t, "errors") {
			entries = append(entries, readGroup(s, t)...)
		} else {
			entries = append(entries, readEntry(s, item, entry{}))
		}
	}
	return entries
}

// readEntry reads an entry over what its group has.
func readEntry(s *source, n *yaml.Node, shared entry) entry {
	readInto(s, n, "an error", entryKeys, &shared)
	shared.spot = spot{s, s.target(n)}
	return shared
}

// A group has entries, and the keys that they share.
type group struct {
	shared entry
	errors spot
}

var groupKeys = []key[group]{
	required("group", mappingOf("a group", sharedKeys), func(g *group) *entry { return &g.shared }),
	required("errors", readSpot, func(g *group) *spot { return &g.errors }),
}

// sharedKeys are those that several entries can have the same of.
var sharedKeys = slices.DeleteFunc(slices.Clone(entryKeys), func(k key[entry]) bool {
	return k.name == "name" || k.name == "aliases"
})

func readGroup(s *source, n *yaml.Node) []entry {
	g := readMapping(s, n, "a group of errors", groupKeys)
	if g.errors.node == nil {
		return nil
	}
	return notNone("errors", listOf(func(s *source, n *yaml.Node) entry { return readEntry(s, n, g.shared) }))(s, g.errors.node)
}

// hasKey reports whether a mapping has a key.
func hasKey(n *yaml.Node, name string) bool {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name && n.Content[i].Kind == yaml.ScalarNode {
			return true
		}
	}
	return false
}
