package spec

// Errors that are gone, whose codes and names are not used again.

import (
	"fmt"
	"strconv"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
	"github.com/errgen/errgen/gen/ident"
)

// retired reads the errors that are gone, and reports those that use a code or
// name of one.
func (c *checker) retired() {
	codes := make(map[identity]spot)
	names := make(map[string]spot)
	for i := range c.doc.retired {
		r := &c.doc.retired[i]
		if r.code == nil && !r.name.given() && r.node.Kind != broken {
			c.report(r.place(), "missing-key", "a retired error has neither code nor name", "add the ones that it had")
		}
		gone := catalog.Retired{Domain: c.word(r.domain, "domain"), Codes: values(r.code), Description: prose(r.description)}
		for _, t := range r.code {
			if t.ok() {
				c.retire(codes, identity{domain: gone.Domain, code: t.value}, t)
			}
		}
		if r.name.ok() {
			gone.Name = c.given(r.name)
			c.retiredName(names, gone.Name, r.name)
		}
		c.cat.Retired = append(c.cat.Retired, gone)
	}
	if len(codes) > 0 {
		c.reusedCodes(codes)
	}
}

// retire notes a code that is gone.
func (c *checker) retire(codes map[identity]spot, id identity, t text) {
	if first, taken := codes[id]; taken {
		c.report(t.place(), "duplicate-code", fmt.Sprintf("the code %q is retired twice", t.value), "leave one of them out",
			diag.Related{Place: first.place(), Message: "it stands here first"})
		return
	}
	codes[id] = t.spot
}

// retiredName reports the error that has a name which is gone.
func (c *checker) retiredName(names map[string]spot, name string, t text) {
	anchor := ident.Kebab(name)
	if first, taken := names[anchor]; taken {
		c.report(t.place(), "duplicate-name", fmt.Sprintf("the name %s is retired twice", name), "leave one of them out",
			diag.Related{Place: first.place(), Message: "it stands here first"})
		return
	}
	names[anchor] = t.spot
	if user, used := c.taken[anchor]; used {
		c.report(user.place(), "retired", fmt.Sprintf("the name %s is retired", name), "add another name: …; what was written for the old error would be wrong for this one",
			diag.Related{Place: t.place(), Message: "here"})
	}
}

// reusedCodes reports the errors that have a code which is gone.
func (c *checker) reusedCodes(codes map[identity]spot) {
	for i := range c.doc.errors {
		e := &c.doc.errors[i]
		for _, t := range e.code {
			id := identity{domain: prose(e.domain), code: t.value}
			if gone, ok := codes[id]; ok && t.ok() {
				c.report(e.own(t).place(), "retired", "the code "+strconv.Quote(t.value)+" is retired", "give the error another code; clients know the old one as something else",
					diag.Related{Place: gone.place(), Message: "here"})
			}
		}
	}
}
