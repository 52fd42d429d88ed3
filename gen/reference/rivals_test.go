package reference_test

import (
	"fmt"
	"math/rand/v2"
	"net/textproto"
	"slices"
	"testing"
	"time"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/match"
	"github.com/errgen/errgen/gen/reference"
)

// Whether an example is partial is what all errors of the catalog make of it, though
// few of them are asked.
func TestRivalsAreEnough(t *testing.T) {
	partial, whole := 0, 0
	for seed := range uint64(1500) {
		c := twisted(seed)
		examples := reference.NewExamples(c)
		for i := range c.Errors {
			e := &c.Errors[i]
			x := examples.Of(e)
			is := slices.ContainsFunc(possible(x.Status), func(status int) bool { return isRead(c, e, x, status) })
			switch {
			case x.Partial && is && x.Status != 0, !x.Partial && !is:
				t.Errorf("seed %d: the example of %s is it: %v, partial: %v: %d %v %s", seed, e.Name, is, x.Partial, x.Status, x.Headers, x.Body.Indented())
			case x.Partial:
				partial++
			default:
				whole++
			}
		}
	}
	if partial < 1000 || whole < 1000 {
		t.Errorf("%d examples are partial and %d whole: too few to tell", partial, whole)
	}
}

// isRead reports whether an example is read as its error by all of a catalog.
func isRead(c *catalog.Catalog, e *catalog.Error, x reference.Example, status int) bool {
	r := match.Response{Status: status, Header: textproto.MIMEHeader{}, Body: []byte(x.Body.Indented())}
	for _, h := range x.Headers {
		r.Header.Add(h.Name, h.Value)
	}
	found := match.Find(c, r).Error
	return found != nil && found.Name == e.Name && match.IsError(c, r)
}

// twisted is a random catalog with what makes an example be read as another: texts
// and headers of its own, statuses without a body, patterns, domains that nothing
// writes, shapes.
func twisted(seed uint64) *catalog.Catalog {
	c := gentest.Random(seed)
	r := rand.New(rand.NewPCG(seed, 1))
	pick := func(texts ...string) string { return texts[r.IntN(len(texts))] }
	for i := range c.Response.Fields {
		c.Response.Fields[i].Type = "" // specs have no codes but numbers where a number is documented
	}
	if r.IntN(3) == 0 {
		c.Response.Code = c.Response.Code[:1]
	}
	if r.IntN(4) == 0 {
		c.Response.Domain = []catalog.Locator{{
			Pointer: catalog.Pointer{"a", catalog.Any, "d"},
			Where:   []catalog.BodyTest{{Pointer: catalog.Pointer{"t"}, Test: catalog.Test{Pattern: ".*x"}}},
		}}
	}
	if r.IntN(4) == 0 {
		c.Errors = append(c.Errors, catalog.Error{Name: "Flood", Title: "Flood", Codes: []string{"FLOOD"}, Pattern: "FLOOD_[0-9]+", Statuses: []catalog.StatusRange{catalog.One(420)}})
	}
	if r.IntN(6) == 0 {
		when := catalog.Condition{Body: []catalog.BodyTest{{Pointer: catalog.Pointer{"b"}, Test: catalog.Test{Exists: catalog.Present}}}}
		c.Response.Shapes = []catalog.Shape{{When: []catalog.Condition{when}, Locators: catalog.Locators{Code: []catalog.Locator{{Pointer: catalog.Pointer{"b"}}}}}}
	}
	for i := range c.Errors {
		e := &c.Errors[i]
		code := pick("order_not_found", "no", "7", "FLOOD_17", "x")
		switch r.IntN(12) {
		case 0:
			e.Example = member(pick("a", "b", "c"), code)
		case 1:
			e.ExampleHeaders = []catalog.Header{{Name: pick("X-A", "X-B", "X-C"), Value: code}}
		case 2:
			e.Statuses = []catalog.StatusRange{catalog.One([]int{204, 304}[r.IntN(2)])}
		case 3:
			e.Statuses = []catalog.StatusRange{catalog.Hundred(4)}
		case 4:
			e.Statuses = nil
		}
	}
	r.Shuffle(len(c.Errors), func(i, j int) { c.Errors[i], c.Errors[j] = c.Errors[j], c.Errors[i] })
	return c
}

// Errors that what they ask for tells apart are told in time that grows with them.
func TestRivalsCost(t *testing.T) {
	for _, test := range []struct {
		name    string
		partial bool
		add     func(e *catalog.Error, i int)
	}{
		{"a text in the body", false, func(e *catalog.Error, i int) { e.When = asks(fmt.Sprint("k", i)) }},
		{"a text beside a code", false, func(e *catalog.Error, i int) { e.Codes, e.When = []string{"same"}, asks(fmt.Sprint("k", i)) }},
		{"a range beside a text", false, func(e *catalog.Error, i int) {
			e.Statuses, e.When = []catalog.StatusRange{{Lo: 400, Hi: 499}}, asks(fmt.Sprint("k", i))
		}},
		{"a value of any text", true, func(e *catalog.Error, i int) {
			e.When = &catalog.Condition{Body: []catalog.BodyTest{{Pointer: catalog.Pointer{fmt.Sprint("k", i)}, Test: catalog.Test{Exists: catalog.Present}}}}
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			gentest.TestProportional(t, 100, func(size int) time.Duration {
				c := &catalog.Catalog{Response: catalog.Response{Locators: catalog.Locators{Code: []catalog.Locator{{Pointer: catalog.Pointer{"code"}}}}}}
				for i := range size {
					e := catalog.Error{Name: fmt.Sprint("E", i), Statuses: []catalog.StatusRange{catalog.One(400)}}
					test.add(&e, i)
					c.Errors = append(c.Errors, e)
				}
				start := time.Now()
				examples := reference.NewExamples(c)
				for i := range c.Errors {
					if x := examples.Of(&c.Errors[i]); x.Partial != test.partial {
						t.Fatalf("the example of %s is not as expected: %s", c.Errors[i].Name, x.Body.Indented())
					}
				}
				return time.Since(start)
			})
		})
	}
}

func asks(text string) *catalog.Condition {
	return &catalog.Condition{Body: []catalog.BodyTest{{Pointer: catalog.Pointer{"kind"}, Test: catalog.Test{Any: []string{text}}}}}
}
