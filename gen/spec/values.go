package spec

import (
	"encoding/json"
	"fmt"
	"strconv"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/catalog"
)

// maxDepth bounds how deep example bodies are nested; aliases could nest them
// without end.
const maxDepth = 64

// members reads the members of a JSON object: `constants`, or an `example`.
func (c *checker) members(n *yaml.Node) []catalog.Member {
	if n == nil {
		return nil
	}
	if n = c.target(n); n.Kind != yaml.MappingNode {
		if n.Kind != broken {
			c.wrongType(n, "a mapping")
		}
		return nil
	}
	return c.object(n, nil)
}

// object reads a mapping as the members of a JSON object that stands at path.
func (c *checker) object(n *yaml.Node, path catalog.Pointer) []catalog.Member {
	var members []catalog.Member
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != broken {
			c.needValue(key, value)
			members = append(members, catalog.Member{Name: key.Value, Value: c.value(value, append(path[:len(path):len(path)], key.Value))})
		}
	}
	return members
}

// value reads a node as the JSON value that stands at path.
func (c *checker) value(n *yaml.Node, path catalog.Pointer) catalog.Value {
	n = c.target(n)
	if len(path) > maxDepth {
		c.report(c.place(n), "nesting", fmt.Sprintf("values are nested deeper than %d levels", maxDepth), "")
		return catalog.Value{}
	}
	switch n.Kind {
	case yaml.MappingNode:
		return catalog.Value{Kind: catalog.Object, Members: c.object(n, path)}
	case yaml.SequenceNode:
		v := catalog.Value{Kind: catalog.Array}
		for i, item := range n.Content {
			v.Elements = append(v.Elements, c.value(item, append(path[:len(path):len(path)], strconv.Itoa(i))))
		}
		return v
	case yaml.ScalarNode:
		return c.scalarValue(n, path)
	}
	return catalog.Value{}
}

// scalarValue is a scalar as JSON: what its text says without quotes, unless
// its member is documented as a string.
func (c *checker) scalarValue(n *yaml.Node, path catalog.Pointer) catalog.Value {
	if n.Style != 0 {
		return catalog.Text(n.Value)
	}
	switch kind := jsonKind(n.Value); {
	case kind == catalog.String || c.fieldTypes[path.String()] == "string":
		c.isCut(n)
		return catalog.Text(n.Value)
	case kind == catalog.Null:
		return catalog.Value{}
	default:
		return catalog.Value{Kind: kind, Text: n.Value}
	}
}

// jsonKind is the kind of JSON value that a text is, String if it is none.
func jsonKind(s string) catalog.Kind {
	switch {
	case s == "null":
		return catalog.Null
	case s == "true" || s == "false":
		return catalog.Bool
	case s != "" && (s[0] == '-' || '0' <= s[0] && s[0] <= '9') && json.Valid([]byte(s)):
		return catalog.Number
	}
	return catalog.String
}
