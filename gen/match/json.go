package match

// JSON as the rules see it: values that are walked by pointers, with the way to each.

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// A kind is that of a JSON value, in the order of what it counts for.
type kind int

const (
	isOther kind = iota
	isNull
	isFlag
	isNumber
	isText

	flagsToo    = isFlag
	numbersToo  = isNumber
	stringsOnly = isText
)

// A node is a JSON value.
type node struct {
	kind  kind
	text  string
	raw   string
	inner []step // in the order of the document
}

// A step goes to a member or an element.
type step struct {
	name  string // or index
	named bool   // it is a member
	node  *node
}

// A way is the steps to a value.
type way []step

func (w way) last() *node { return w[len(w)-1].node }

// walk lists the ways that a pointer leads.
func (n *node) walk(p catalog.Pointer) (ways []way) {
	if n == nil || len(p) == 0 {
		return nil
	}
	for _, s := range n.inner {
		if p[0] != catalog.Any && p[0] != s.name {
			continue
		}
		if len(p) == 1 {
			ways = append(ways, way{s})
			continue
		}
		for _, w := range s.node.walk(p[1:]) {
			ways = append(ways, append(way{s}, w...))
		}
	}
	return ways
}

// parse reads a body; nil if it is not JSON.
func parse(body []byte) *node {
	body = bytes.TrimPrefix(body, []byte("\uFEFF"))
	if !json.Valid(body) {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	return parseValue(dec, body)
}

func parseValue(dec *json.Decoder, body []byte) *node {
	start := dec.InputOffset()
	token, err := dec.Token()
	if err != nil {
		panic(err) // it is valid
	}
	n := &node{}
	switch x := token.(type) {
	case nil:
		n.kind = isNull
	case bool:
		n.kind, n.text = isFlag, strconv.FormatBool(x)
	case json.Number:
		n.kind, n.text = isNumber, x.String()
	case string:
		n.kind, n.text = isText, x
	case json.Delim:
		for i := 0; dec.More(); i++ {
			s := step{name: strconv.Itoa(i)}
			if x == '{' {
				name, err := dec.Token()
				if err != nil {
					panic(err)
				}
				s.name, s.named = name.(string), true
				n.inner = slices.DeleteFunc(n.inner, func(o step) bool { return o.name == s.name })
			}
			s.node = parseValue(dec, body)
			n.inner = append(n.inner, s)
		}
		if _, err := dec.Token(); err != nil {
			panic(err)
		}
	}
	n.raw = strings.TrimLeft(string(body[start:dec.InputOffset()]), " \t\r\n,:")
	return n
}
