package spec

// JSON values in a spec: `constants` and `example`.

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/catalog"
)

// maxDepth bounds how deep example bodies are nested; aliases could nest them
// without end.
const maxDepth = 64

// A valueReader reads JSON values in a file.
type valueReader struct {
	*source
	types map[string]string // of the documented members, by JSON pointer
}

// members reads the members of a JSON object: `constants`, or an `example`.
func (c *checker) members(at spot) []catalog.Member {
	if at.node == nil {
		return nil
	}
	n := at.in.target(at.node)
	if n.Kind != yaml.MappingNode {
		if n.Kind != broken {
			at.in.wrongType(n, "a mapping")
		}
		return nil
	}
	return valueReader{at.in, c.fieldTypes}.object(n, nil)
}

// object reads a mapping as the members of a JSON object that stands at path.
func (r valueReader) object(n *yaml.Node, path catalog.Pointer) []catalog.Member {
	var members []catalog.Member
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != broken {
			r.needValue(key, value)
			members = append(members, catalog.Member{Name: key.Value, Value: r.value(value, append(path[:len(path):len(path)], key.Value))})
		}
	}
	return members
}

// value reads a node as the JSON value that stands at path.
func (r valueReader) value(n *yaml.Node, path catalog.Pointer) catalog.Value {
	n = r.target(n)
	if len(path) > maxDepth {
		r.report(r.place(n), "nesting", fmt.Sprintf("values are nested deeper than %d levels", maxDepth), "leave out what is nested more deeply")
		return catalog.Value{}
	}
	switch n.Kind {
	case yaml.MappingNode:
		return catalog.Value{Kind: catalog.Object, Members: r.object(n, path)}
	case yaml.SequenceNode:
		v := catalog.Value{Kind: catalog.Array}
		for i, item := range n.Content {
			v.Elements = append(v.Elements, r.value(item, append(path[:len(path):len(path)], strconv.Itoa(i))))
		}
		return v
	case yaml.ScalarNode:
		return r.scalar(n, path)
	}
	return catalog.Value{}
}

// scalar is a scalar as JSON: what its text says without quotes, unless its
// member is documented as a string.
func (r valueReader) scalar(n *yaml.Node, path catalog.Pointer) catalog.Value {
	if n.Style != 0 {
		return catalog.Text(n.Value)
	}
	v := catalog.Scalar(n.Value)
	if v.Kind == catalog.String || r.types[everyElement(path)] == "string" {
		r.isCut(n)
		return catalog.Text(n.Value)
	}
	return v
}

// everyElement is a pointer as response.fields has it, with * for the index of
// an element.
func everyElement(p catalog.Pointer) string {
	every := slices.Clone(p)
	for i, token := range every {
		if isIndex(token) {
			every[i] = catalog.Any
		}
	}
	return every.String()
}

// isIndex reports whether a token can be that of an element (RFC 6901 §4).
func isIndex(token string) bool {
	return token != "" && strings.Trim(token, "0123456789") == "" && (token[0] != '0' || token == "0")
}
