package match

// JSON as the rules see it: values that are walked by pointers, with the way to each.

import (
	"bytes"
	"encoding/json"
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
	raw   string // a part of the body, not a copy
	inner []step // in the order of the document, the last of equal names
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

// at is the value that a step leads to; nil before the first.
func (w way) at(step int) *node {
	if step < 0 {
		return nil
	}
	return w[step].node
}

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
	p := parser{json.NewDecoder(bytes.NewReader(body)), string(body)}
	p.UseNumber()
	return p.value()
}

// A parser reads a body that is valid.
type parser struct {
	*json.Decoder
	body string
}

func (p *parser) token() json.Token {
	token, err := p.Token()
	if err != nil {
		panic(err) // it is valid
	}
	return token
}

func (p *parser) value() *node {
	n := &node{}
	start := p.InputOffset()
	switch x := p.token().(type) {
	case nil:
		n.kind = isNull
	case bool:
		n.kind, n.text = isFlag, strconv.FormatBool(x)
	case json.Number:
		n.kind, n.text = isNumber, x.String()
	case string:
		n.kind, n.text = isText, x
	case json.Delim:
		n.inner = p.inner(x == '{')
	}
	n.raw = strings.TrimLeft(p.body[start:p.InputOffset()], " \t\r\n,:")
	return n
}

// inner reads members or elements, and the bracket that ends them.
func (p *parser) inner(named bool) (all []step) {
	for i := 0; p.More(); i++ {
		name := strconv.Itoa(i)
		if named {
			name = p.token().(string)
		}
		all = append(all, step{name, named, p.value()})
	}
	p.token()
	if named {
		return lastOfEach(all)
	}
	return all
}

// lastOfEach leaves of members with equal names the last.
func lastOfEach(members []step) []step {
	last := make(map[string]int, len(members))
	for i, m := range members {
		last[m.name] = i
	}
	kept := members[:0]
	for i, m := range members {
		if last[m.name] == i {
			kept = append(kept, m)
		}
	}
	return kept
}
