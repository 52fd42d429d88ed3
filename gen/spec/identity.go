package spec

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
)

// An identity is what a response shows of an error: a code or none, and a
// status, a range or none.
type identity struct {
	code   string
	status catalog.StatusRange
}

// identities reports entries that no response could tell apart: they share a
// code and a status, or have none.
func (c *checker) identities() {
	c.twins = make(map[int]bool)
	first := make(map[identity]int, len(c.cat.Errors))
	for i := range c.cat.Errors {
		e, err := &c.doc.errors[i], &c.cat.Errors[i]
		if len(err.Codes) < len(e.code) || len(err.Statuses) < len(e.status) {
			continue // what tells the entry apart may be what was wrong
		}
		for _, id := range identitiesOf(err) {
			twin, taken := first[id]
			if !taken {
				first[id] = i
			} else if twin != i {
				c.twins[i] = true
				c.reportTwins(i, twin, id)
				break
			}
		}
	}
}

// identitiesOf lists every code with every status.
func identitiesOf(err *catalog.Error) []identity {
	codes, statuses := err.Codes, err.Statuses
	if len(codes) == 0 && len(statuses) == 0 {
		return nil // that was reported
	}
	if len(codes) == 0 {
		codes = []string{""}
	}
	if len(statuses) == 0 {
		statuses = []catalog.StatusRange{{}}
	}
	ids := make([]identity, 0, len(codes)*len(statuses))
	for _, code := range codes {
		for _, status := range statuses {
			ids = append(ids, identity{code, status})
		}
	}
	return ids
}

func (c *checker) reportTwins(i, first int, id identity) {
	e, other := &c.doc.errors[i], &c.doc.errors[first]
	what := fmt.Sprintf("the code %q", id.code)
	switch {
	case id.code == "":
		what = "the status " + id.status.String() + " and no code"
	case id.status.Lo > 0:
		what += " and the status " + id.status.String()
	}
	c.report(c.place(firstWith(e, id)), "duplicate-error", "two errors have "+what+": no response tells them apart", "merge them, or give one another code or status",
		diag.Related{Place: c.place(firstWith(other, id)), Message: "the other one"})
}

// firstWith is the node of an entry that an identity comes from.
func firstWith(e *entry, id identity) *yaml.Node {
	for _, t := range e.code {
		if t.value == id.code {
			return t.node
		}
	}
	for _, t := range e.status {
		if t.value == id.status.String() {
			return t.node
		}
	}
	return e.node
}
