package gentest

// Catalogs whose responses are put together at random, of everything that a locator
// may be.

import (
	"math/rand/v2"
	"slices"

	"github.com/errgen/errgen/gen/catalog"
)

// Random is a catalog with a random response. What it asks for may contradict
// itself, as what a spec says may.
func Random(seed uint64) *catalog.Catalog {
	r := randomizer{rand.New(rand.NewPCG(seed, 0))}
	c := Minimal()
	l := &c.Response.Locators
	l.Code, l.Message = r.locators(1+r.IntN(2)), r.locators(1+r.IntN(2))
	l.Domain, l.RequestID, l.Details, l.RetryAfter = r.locators(r.IntN(3)), r.locators(r.IntN(2)), r.locators(r.IntN(2)), r.locators(r.IntN(2))
	for i := range l.Details {
		l.Details[i].Key, l.Details[i].StripPrefix = false, ""
	}
	if r.often(30) {
		l.Code[0].Domain = "d"
	}
	if r.often(30) {
		c.Response.Status = r.pointer()
	}
	if r.often(30) {
		c.Response.Constants = []catalog.Member{{Name: r.pick("a", "b", "k"), Value: catalog.Value{Kind: catalog.Bool, Text: "false"}}}
	}
	if r.often(50) {
		c.Response.Fields = []catalog.Field{{Name: l.Message[0].Pointer.String()}, {Name: l.Code[0].Pointer.String(), Type: r.pick("", "integer")}}
	}
	c.Errors = append(c.Errors, coded("Numbered", "", "7"), coded("InDomain", "d", "no"), coded("Elsewhere", "e", "no"),
		catalog.Error{Name: "Conflict", Title: "Conflict", Statuses: []catalog.StatusRange{catalog.One(409)}, Message: `It is "locked"`})
	addAsking(c, r)
	return c
}

// addAsking adds errors whose conditions ask something of the body: without a
// code and with one, and one that goes before another.
func addAsking(c *catalog.Catalog, r randomizer) {
	asking := []catalog.Error{
		{Name: "Limited", Title: "Limited", Statuses: []catalog.StatusRange{catalog.One(403)}},
		{Name: "Teapot", Title: "Teapot", Statuses: []catalog.StatusRange{catalog.One(418)}},
		coded("Asking", "", "ask"),
		coded("NumberedToo", "", "7"),
	}
	for _, e := range asking {
		e.When = &catalog.Condition{}
		for range 1 + r.IntN(2) {
			texts := []string{r.pick("x", "0", "true", "null", "1 ", "-1.5"), "y"}
			e.When.Body = append(e.When.Body, catalog.BodyTest{Pointer: r.beside(c), Test: catalog.Test{Any: texts}})
		}
		c.Errors = append(c.Errors, e)
	}
}

// A randomizer makes parts of catalogs.
type randomizer struct{ *rand.Rand }

func (r randomizer) often(percent int) bool { return r.IntN(100) < percent }

func (r randomizer) pick(texts ...string) string { return texts[r.IntN(len(texts))] }

// pointer is one of few, so that pointers meet.
func (r randomizer) pointer() catalog.Pointer {
	var p catalog.Pointer
	for range 1 + r.IntN(4) {
		p = append(p, r.pick("a", "b", "c", "0", catalog.Any, catalog.Any))
	}
	return p
}

// beside is a pointer, mostly to something beside the code or the message.
func (r randomizer) beside(c *catalog.Catalog) catalog.Pointer {
	p := [...]catalog.Pointer{c.Response.Code[0].Pointer, c.Response.Message[0].Pointer}[r.IntN(2)]
	if len(p) == 0 || r.often(30) {
		return r.pointer()
	}
	return append(slices.Clone(p[:len(p)-1]), r.pick("a", "k", "k", "0", catalog.Any))
}

func (r randomizer) locators(n int) (list []catalog.Locator) {
	for range n {
		list = append(list, r.locator())
	}
	return list
}

func (r randomizer) locator() catalog.Locator {
	if r.often(10) {
		return catalog.Locator{Header: r.pick("X-A", "X-B", "X-C")}
	}
	l := catalog.Locator{Pointer: r.pointer()}
	if l.Pointer.Wild() >= 0 {
		l.Key = r.often(40)
		if r.often(40) {
			for _, at := range []string{"/t", "/m/n", "/m/*/o", "/a", "/b/c"}[r.IntN(5):] {
				l.Where = append(l.Where, bodyTests(at, catalog.Test{Any: []string{r.pick("x", "0")}})...)
			}
			l.Where = slices.Clip(l.Where[:1+r.IntN(len(l.Where))])
		}
	}
	if r.often(20) {
		l.StripPrefix = "urn:"
	}
	return l
}
