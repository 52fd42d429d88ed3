package spec

// Entries that no response tells apart, or that another one hides.

import (
	"strconv"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
)

// An identity is what a response shows of an error: a code in a domain or none,
// and a status, a range or none.
type identity struct {
	domain, code string
	status       catalog.StatusRange
}

// identities are every code with every status, of an error or what else has some.
type identities struct {
	domain   string
	codes    []string
	statuses []catalog.StatusRange
}

// count is how many they are.
func (ids *identities) count() int { return max(len(ids.codes), 1) * max(len(ids.statuses), 1) }

// identities reports entries that no response can tell apart, or that come after
// one which takes all their responses.
func (c *checker) identities() {
	c.twins = make(map[int]bool)
	var plain, conditional []contender
	for i := range c.cat.Errors {
		e, err := &c.doc.errors[i], &c.cat.Errors[i]
		ids := identities{err.Domain, err.Codes, err.Statuses}
		switch {
		case len(err.Codes) < len(e.code) || len(err.Statuses) < len(e.status) || e.when.node != nil && err.When == nil:
			// what tells the entry apart may be what was wrong
		case len(err.Codes) == 0 && len(err.Statuses) == 0: // that was reported
		case err.When != nil:
			conditional = append(conditional, contender{i, ids, c.demandOf(err.When)})
		default:
			plain = append(plain, contender{n: i, ids: ids})
		}
	}
	for _, s := range scopesOf(plain) {
		for _, i := range s.members[1:] {
			if n := plain[i].n; !c.twins[n] {
				c.reportTwins(n, plain[s.members[0]].n, s.id)
			}
		}
	}
	for _, l := range findLate(conditional) {
		c.reportLate(&l)
	}
}

func (c *checker) reportTwins(i, first int, id identity) {
	c.twins[i] = true
	e, other := &c.doc.errors[i], &c.doc.errors[first]
	c.report(firstWith(e, id).place(), "duplicate-error", "two errors have "+id.words()+": no response tells them apart", "merge them, or give one another code, status or when",
		diag.Related{Place: firstWith(other, id).place(), Message: "the other one"})
}

// reportLate reports an entry whose condition comes too late: that of another
// asks for the same, or no response is left.
func (c *checker) reportLate(l *late) {
	e, other := &c.doc.errors[l.n], &c.doc.errors[l.by.n]
	switch {
	case l.equal:
		c.twins[l.n] = true
		c.report(e.when.place(), "duplicate-error", "two errors have "+l.id.words()+", and conditions that ask for the same", "merge them, or give one another condition",
			diag.Related{Place: other.when.place(), Message: "the other one"})
	case l.everywhere:
		responses := "no response"
		if l.ids.count() == 1 {
			responses += " with " + l.id.words()
		}
		c.reportHidden(e.when.spot, other.when.spot, responses+" reaches this error: whenever its condition holds, that of an earlier one does")
	}
}

// reportHidden reports what is tried too late.
func (c *checker) reportHidden(at, first spot, message string) {
	c.report(at.place(), "unreachable", message, "write the narrower one first, or tell them apart in another way",
		diag.Related{Place: first.place(), Message: "this one is tried first"})
}

// words says what an identity is.
func (id identity) words() string {
	what := "the code " + strconv.Quote(id.code)
	switch {
	case id.code == "":
		return "the status " + id.status.String() + " and no code"
	case id.status.Lo > 0:
		what += " and the status " + id.status.String()
	}
	if id.domain != "" {
		what += " in the domain " + strconv.Quote(id.domain)
	}
	return what
}

// firstWith is where an entry has what an identity comes from.
func firstWith(e *entry, id identity) spot {
	for _, t := range e.code {
		if t.value == id.code {
			return e.own(t)
		}
	}
	for _, t := range e.status {
		if t.value == id.status.String() {
			return e.own(t)
		}
	}
	return e.spot
}
