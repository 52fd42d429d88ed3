package spec

// What is written: bodies are made from the first locator of each list, and from
// constants. Whatever could not be read back from them is reported.

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
)

// A writtenSlot is where a body has one of an error's values, as the spec says.
type writtenSlot struct {
	slot    catalog.SlotKind
	name    string
	text    text
	locator catalog.Locator
}

// written lists what bodies are made from, details aside, which give way to all
// else.
func (c *checker) written() []writtenSlot {
	from, r := &c.doc.response, &c.cat.Response
	slots := []writtenSlot{{catalog.SlotStatus, "the status", from.status, catalog.Locator{Pointer: r.Status}}}
	for _, l := range []struct {
		slot    catalog.SlotKind
		name    string
		from    []locator
		written []catalog.Locator // from the one that is written on
	}{
		{catalog.SlotCode, "the code", from.code, r.CodesIn("")},
		{catalog.SlotDomain, "the domain", from.domain, r.Domain},
		{catalog.SlotMessage, "the message", from.message, r.Message},
		{catalog.SlotRequestID, "the request id", from.requestID, r.RequestID},
		{catalog.SlotRetryAfter, "the time to wait", from.retryAfter, r.RetryAfter},
	} {
		readable := slices.DeleteFunc(slices.Clone(l.from), func(l locator) bool { return !l.at.ok() })
		if len(l.written) > 0 {
			slots = append(slots, writtenSlot{l.slot, l.name, readable[len(readable)-len(l.written)].at, l.written[0]})
		}
	}
	return slices.DeleteFunc(slots, func(s writtenSlot) bool { return len(s.locator.Pointer) == 0 })
}

// bodies checks that the values of an error have places in one body. Where they
// have not, the catalog still tells errors that others write.
func (c *checker) bodies() {
	slots := c.written()
	of := func(kind catalog.SlotKind) *writtenSlot {
		return &slots[slices.IndexFunc(slots, func(s writtenSlot) bool { return s.slot == kind })]
	}
	for _, pair := range c.cat.Response.Contradictions() {
		lost, by := of(pair.Lost), of(pair.Written)
		c.warn(lost.text.place(), "locator", fmt.Sprintf("no body has both %s at %s and %s at %s: what is written lacks %s", by.name, by.locator.Pointer, lost.name, lost.locator.Pointer, lost.name),
			"bodies are written by the first locator of each list: put another one first, or move it into shapes",
			diag.Related{Place: by.text.place(), Message: by.name})
	}
	for i := range slots {
		c.constantAt(&slots[i])
		c.unwrittenWhere(&slots[i], slots)
	}
}

// unwrittenWhere reports a value that is written into an element which asks a
// pattern of another member: a pattern names no text to write, and without one the
// value is not read back.
func (c *checker) unwrittenWhere(s *writtenSlot, slots []writtenSlot) {
	for _, t := range s.locator.Where {
		member := slices.Concat(s.locator.Pointer[:s.locator.Pointer.Wild()+1], t.Pointer)
		isThere := func(other writtenSlot) bool { return slices.Equal(other.locator.Pointer, member) }
		if t.Pattern == "" || slices.ContainsFunc(slots, isThere) || c.constant(member) != nil {
			continue
		}
		c.warn(s.text.place(), "locator", fmt.Sprintf("%s is written at %s, but nothing at %s: where has only a pattern for that, so it is not read back", s.name, s.locator.Pointer, member),
			"write the text in where, or a list of those that there are: the first is written")
	}
}

// constantAt reports a constant where an error's own value is written.
func (c *checker) constantAt(s *writtenSlot) {
	if key := c.constant(s.locator.Pointer); key != nil {
		c.report(c.doc.response.constants.in.place(key), "constant", fmt.Sprintf("%s is written at %s, and no constant can be there", s.name, s.locator.Pointer),
			"leave it out of constants", diag.Related{Place: s.text.place(), Message: s.name})
	}
}

// constant is the key of the constant that a pointer leads to, or that is in its
// way; nil if there is none.
func (c *checker) constant(p catalog.Pointer) (key *yaml.Node) {
	constants := c.doc.response.constants
	if constants.node == nil {
		return nil
	}
	if first := p[0]; first == catalog.Any || first == "0" {
		p = p[1:] // the body is a list, and its element has the constants
	}
	return constants.in.memberAt(constants.node, p)
}

// memberAt is the key of the member that a pointer leads to, or that is in its
// way; nil if there is none.
func (s *source) memberAt(n *yaml.Node, p catalog.Pointer) (key *yaml.Node) {
	for _, token := range p {
		switch n = s.target(n); n.Kind {
		case yaml.MappingNode:
			if key, n = member(n, token); key == nil {
				return nil
			}
		case yaml.SequenceNode:
			if token != catalog.Any && token != "0" || len(n.Content) == 0 {
				return key
			}
			n = n.Content[0]
		default:
			return key
		}
	}
	return key
}

// member is a member of a mapping: its key and its value; nil if there is none.
func member(n *yaml.Node, name string) (key, value *yaml.Node) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if key = n.Content[i]; key.Value == name && key.Kind == yaml.ScalarNode {
			return key, n.Content[i+1]
		}
	}
	return nil, nil
}

// numbers reports codes that are no numbers where only numbers are documented.
func (c *checker) numbers(e *entry, err *catalog.Error) {
	documented := c.documentedNumber(err.Domain)
	if documented == nil {
		return
	}
	for _, t := range e.code {
		if t.ok() && t.value != "" && !isNumber(t.value, documented.typ.value) {
			c.report(e.own(t).place(), "code-type", fmt.Sprintf("the code %q is no %s, and response.fields documents %q as one", t.value, documented.typ.value, documented.name.value),
				"write type: string there, or correct the code", diag.Related{Place: documented.typ.place(), Message: "here"})
		}
	}
}

// documentedNumber is the field that the codes of a domain are written at, if
// wherever they are looked for a number is documented; else nil.
func (c *checker) documentedNumber(domain string) *field {
	if c.numberFields == nil {
		c.numberFields = c.numberFieldsOf(c.cat.Response.Code)
	}
	forAll, some := c.numberFields[""]
	if own, ok := c.numberFields[domain]; ok && (forAll != nil || !some) {
		return own
	}
	return forAll
}

// numberFieldsOf is the field that the first of the locators for each domain leads
// to, or nil if one of them leads to none that is documented as a number.
func (c *checker) numberFieldsOf(codes []catalog.Locator) map[string]*field {
	at := make(map[string]*field)
	for i, f := range c.cat.Response.Fields {
		if catalog.IsNumeric(f.Type) {
			at["/"+strings.TrimPrefix(f.Name, "/")] = &c.doc.response.fields[i]
		}
	}
	byDomain := make(map[string]*field)
	for i := range codes {
		l := &codes[i]
		f := at[l.Pointer.String()]
		if l.Key || l.IsPart() {
			f = nil // what is there is not the code, or not all of it
		}
		if first, known := byDomain[l.Domain]; !known || first != nil && f == nil {
			byDomain[l.Domain] = f
		}
	}
	return byDomain
}

// isNumber reports whether a text is a JSON number that readers can hold; an
// integer is one without a fraction, as in 1.0 (JSON Schema, §6.1.1).
func isNumber(text, typ string) bool {
	f, err := strconv.ParseFloat(text, 64)
	return err == nil && catalog.Scalar(text).Kind == catalog.Number && (typ != "integer" || f == math.Trunc(f))
}
