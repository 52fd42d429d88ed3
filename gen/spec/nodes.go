package spec

// What of YAML is not read, and why: found in the nodes before anything is read of
// them.

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/diag"
)

// broken is the kind of a node about which something was reported, so that it
// is reported once: readers pass over such a key, and take such a value as
// given but unknown.
const broken yaml.Kind = 0

// checkNodes finds the parts of YAML that errgen does not read, because people
// and tools disagree about what they mean, or because they lose text silently.
func (s *source) checkNodes(root *yaml.Node) {
	c := nodeChecker{source: s, used: make(map[*yaml.Node]bool), separators: s.hasSeparators()}
	c.node(root)
	for _, n := range c.anchored {
		if !c.used[n] {
			c.report(c.anchorPlace(n), "unused-anchor", "nothing refers to the anchor &"+n.Anchor,
				"quote the text if it begins with &, else leave the anchor out")
		}
	}
}

type nodeChecker struct {
	*source
	separators bool                // separators were hidden from the parser
	open       []*yaml.Node        // the anchored collections around the node
	anchored   []*yaml.Node        // plain scalars with an anchor
	used       map[*yaml.Node]bool // the nodes that aliases refer to
	within     string              // the key whose value the node is, or is an item of
}

func (c *nodeChecker) node(n *yaml.Node) {
	c.tag(n)
	switch n.Kind {
	case yaml.ScalarNode:
		c.scalar(n)
	case yaml.AliasNode:
		c.alias(n)
	case yaml.MappingNode:
		c.collection(n, c.mapping)
	case yaml.SequenceNode:
		c.collection(n, c.sequence)
	}
}

// tag rejects tags, also the lone ! that yaml.v3 drops.
func (c *nodeChecker) tag(n *yaml.Node) {
	start := c.start(n)
	if n.Style&yaml.TaggedStyle == 0 && (start >= len(c.text) || c.text[start] != '!') {
		return
	}
	word := c.text[start:]
	if i := strings.IndexAny(word, " \t\r\n,]}"); i >= 0 {
		word = word[:i]
	}
	c.report(c.between(start, start+len(word)), "tag", "YAML tags such as "+word+" are not read: scalars are text as they stand",
		"quote the text if it begins with !, else leave the tag out")
	n.Style &^= yaml.TaggedStyle
	if n.Kind == yaml.ScalarNode {
		n.Kind = broken
	}
}

func (c *nodeChecker) scalar(n *yaml.Node) {
	if c.separators {
		n.Value = showSeparators.Replace(n.Value)
	}
	if n.Anchor != "" && n.Style == 0 {
		c.anchored = append(c.anchored, n)
	}
	if n.Style&yaml.DoubleQuotedStyle == 0 {
		return // it has no escapes, and the source was checked
	}
	for _, r := range n.Value {
		if what := forbidden(r); what != "" {
			c.report(c.place(n), "control-character", fmt.Sprintf("%U is %s", r, what), "leave it out")
			n.Kind = broken
			return
		}
	}
}

// alias marks what an alias refers to, and breaks cycles.
func (c *nodeChecker) alias(n *yaml.Node) {
	c.used[n.Alias] = true
	for _, around := range c.open {
		if around == n.Alias {
			c.report(c.place(n), "alias-cycle", "the alias *"+n.Value+" stands inside its own anchor", "write out what it is to stand for")
			n.Kind = broken
			return
		}
	}
}

func (c *nodeChecker) collection(n *yaml.Node, check func(*yaml.Node)) {
	if n.Anchor == "" {
		check(n)
		return
	}
	c.open = append(c.open, n)
	check(n)
	c.open = c.open[:len(c.open)-1]
}

func (c *nodeChecker) sequence(n *yaml.Node) {
	for _, item := range n.Content {
		c.node(item)
	}
}

func (c *nodeChecker) mapping(n *yaml.Node) {
	first, within := firstKeys(len(n.Content)/2), c.within
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		c.node(key)
		c.within = key.Value
		c.node(value)
		c.within = within
		if !c.key(n, i) {
			continue
		}
		if twin := first.add(key); twin != nil {
			c.report(c.place(key), "duplicate-key", fmt.Sprintf("the key %q is here twice", key.Value), "leave one of them out",
				diag.Related{Place: c.place(twin), Message: "it stands here first"})
			key.Kind = broken
		}
	}
}

// key reports whether the i-th node of a mapping is a key that can be read.
func (c *nodeChecker) key(mapping *yaml.Node, i int) bool {
	key, value := mapping.Content[i], mapping.Content[i+1]
	switch {
	case key.Kind == broken:
	case key.Kind != yaml.ScalarNode:
		c.report(c.place(key), "wrong-type", "a key is a text, not "+kindOf(key), "write a text before the colon, and this behind it")
	case isEmpty(key):
		c.report(c.place(key), "missing-value", "there is no key before this colon", `write "" if the key is empty`)
	case key.Value == "<<" && key.Style == 0:
		c.report(c.place(key), "merge-key", "merge keys are not read", "write out the keys that are merged; keys that errors share go into a group")
	default:
		if mapping.Style&yaml.FlowStyle != 0 && isEmpty(value) {
			c.report(c.place(key), "missing-value", fmt.Sprintf("%q is a key without a value", key.Value), c.flowHint(mapping, i))
			value.Kind = broken
		}
		return true
	}
	key.Kind = broken
	return false
}

// flowHint guesses how a key in braces came to have no value.
func (c *nodeChecker) flowHint(mapping *yaml.Node, i int) string {
	key := mapping.Content[i]
	if name, value, ok := strings.Cut(key.Value, ":"); ok && value != "" {
		return "write a blank after the colon: {" + name + ": " + value + "}"
	}
	rest := strings.TrimLeft(c.text[c.end(key, c.start(key)):], " \t\r\n")
	if i >= 2 && !strings.HasPrefix(rest, ":") {
		if last := mapping.Content[i-1]; last.Kind == yaml.ScalarNode && last.Style == 0 && last.Value != "" {
			return "if the comma belongs to the text before it, " + quoteHint(last.Value+", "+key.Value)
		}
	}
	switch c.within {
	case "params":
		return "write " + key.Value + ": string, or another type"
	case "header", "body", "where":
		return "write the text that it is to be, or " + key.Value + ": {exists: true}"
	}
	return valueHint
}

// valueHint is the advice for a key without a value.
const valueHint = `write a value, leave the key out, or write "" for the empty text`

// anchorPlace is where a node's anchor stands.
func (c *nodeChecker) anchorPlace(n *yaml.Node) diag.Place {
	at := c.offset(n.Line, n.Column)
	return c.between(at, at+1+len(n.Anchor))
}

// manyKeys is from where on keys are looked up in a map.
const manyKeys = 16

// keySet finds keys of equal text in a mapping.
type keySet struct {
	few  []*yaml.Node
	many map[string]*yaml.Node
}

func firstKeys(n int) *keySet {
	if n <= manyKeys {
		return &keySet{few: make([]*yaml.Node, 0, n)}
	}
	return &keySet{many: make(map[string]*yaml.Node, n)}
}

// add adds a key, or returns the one of that text that is there already.
func (s *keySet) add(key *yaml.Node) *yaml.Node {
	if s.many != nil {
		if twin := s.many[key.Value]; twin != nil {
			return twin
		}
		s.many[key.Value] = key
		return nil
	}
	for _, twin := range s.few {
		if twin.Value == key.Value {
			return twin
		}
	}
	s.few = append(s.few, key)
	return nil
}

// isEmpty reports whether a node is a value that is not there.
func isEmpty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Value == ""
}

// kindOf says in words what a node is.
func kindOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "an alias"
	}
	return "a text"
}
