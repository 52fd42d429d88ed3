package spec

// Entries that no response tells apart, or that another one hides.

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
)

// An identity is what a response shows of an error: a code in a domain or none,
// and a status, a range or none.
type identity struct {
	domain, code string
	status       catalog.StatusRange
}

// A conditional is an identity with a condition, by the first of its tests.
type conditional struct {
	identity
	test string
}

// identities reports entries that no response can tell apart, or that come after
// one which takes all their responses.
func (c *checker) identities() {
	c.twins = make(map[int]bool)
	first := make(map[identity]int, len(c.cat.Errors))
	tested := make(map[conditional][]int)
	for i := range c.cat.Errors {
		e, err := &c.doc.errors[i], &c.cat.Errors[i]
		if len(err.Codes) < len(e.code) || len(err.Statuses) < len(e.status) || e.when.node != nil && err.When == nil {
			continue // what tells the entry apart may be what was wrong
		}
		for _, id := range identitiesOf(err) {
			if err.When != nil {
				if c.conditional(tested, id, i) {
					break
				}
				continue
			}
			twin, taken := first[id]
			if !taken {
				first[id] = i
			} else if twin != i {
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
			ids = append(ids, identity{err.Domain, code, status})
		}
	}
	return ids
}

// conditional reports an entry with a condition if that of an earlier one of the
// same identity holds whenever it does.
func (c *checker) conditional(tested map[conditional][]int, id identity, i int) bool {
	tests := testsOf(c.cat.Errors[i].When)
	for test := range tests {
		for _, earlier := range tested[conditional{id, test}] {
			if asks(c.cat.Errors[earlier].When, tests) {
				c.reportCovered(i, earlier, id, len(testsOf(c.cat.Errors[earlier].When)) == len(tests))
				return true
			}
		}
	}
	for _, test := range testList(c.cat.Errors[i].When)[:min(1, len(tests))] {
		key := conditional{id, test}
		tested[key] = append(tested[key], i)
	}
	return false
}

// asks reports whether a condition asks for no more than the given tests.
func asks(cond *catalog.Condition, tests map[string]bool) bool {
	for _, test := range testList(cond) {
		if !tests[test] {
			return false
		}
	}
	return true
}

// covers reports whether entry a, which comes first, takes every response that b
// would, as far as code and pattern agree.
func covers(a, b *catalog.Error) bool {
	if a.Domain != b.Domain || (a.When == nil) != (b.When == nil) || a.When != nil && !asks(a.When, testsOf(b.When)) {
		return false
	}
	if len(a.Statuses) == 0 || len(b.Statuses) == 0 {
		return len(a.Statuses) == len(b.Statuses)
	}
	for _, status := range b.Statuses {
		if !slices.Contains(a.Statuses, status) {
			return false
		}
	}
	return true
}

func testsOf(cond *catalog.Condition) map[string]bool {
	tests := make(map[string]bool)
	for _, test := range testList(cond) {
		tests[test] = true
	}
	return tests
}

// testList is each test of a condition as a text that differs from all others.
func testList(cond *catalog.Condition) []string {
	var tests []string
	if len(cond.Statuses) > 0 {
		tests = append(tests, fmt.Sprint("status ", cond.Statuses))
	}
	for _, h := range cond.Headers {
		tests = append(tests, "header "+strings.ToLower(h.Name)+testText(h.Test))
	}
	for _, b := range cond.Body {
		tests = append(tests, "body "+strconv.Quote(b.Pointer.String())+testText(b.Test))
	}
	return tests
}

func testText(t catalog.Test) string {
	return fmt.Sprintf(" %q %q %q %d", t.Any, t.Not, t.Pattern, t.Exists)
}

func (c *checker) reportTwins(i, first int, id identity) {
	c.twins[i] = true
	e, other := &c.doc.errors[i], &c.doc.errors[first]
	c.report(firstWith(e, id).place(), "duplicate-error", "two errors have "+id.words()+": no response tells them apart", "merge them, or give one another code, status or when",
		diag.Related{Place: firstWith(other, id).place(), Message: "the other one"})
}

// reportCovered reports an entry whose condition comes too late.
func (c *checker) reportCovered(i, first int, id identity, same bool) {
	e, other := &c.doc.errors[i], &c.doc.errors[first]
	if same {
		c.twins[i] = true
		c.report(e.when.place(), "duplicate-error", "two errors have "+id.words()+", and the same condition", "merge them, or give one another condition",
			diag.Related{Place: other.when.place(), Message: "the other one"})
		return
	}
	c.reportHidden(e.when.spot, other.when.spot, "no response reaches this error: it has "+id.words()+", and whenever its condition holds, that of an earlier one does")
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
