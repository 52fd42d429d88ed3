package reference_test

import (
	"fmt"
	"net/textproto"
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
	for seed := range uint64(400) {
		c := gentest.Random(seed)
		examples := reference.NewExamples(c)
		for i := range c.Errors {
			e := &c.Errors[i]
			x := examples.Of(e)
			r := match.Response{Status: x.Status, Header: textproto.MIMEHeader{}, Body: []byte(x.Body.Indented())}
			for _, h := range x.Headers {
				r.Header.Add(h.Name, h.Value)
			}
			if r.Status == 0 {
				continue // it may have any
			}
			found := match.Find(c, r).Error
			if is := found != nil && found.Name == e.Name && match.IsError(c, r); is == x.Partial {
				t.Errorf("seed %d: the example of %s is it: %v, partial: %v: %d %v %s", seed, e.Name, is, x.Partial, r.Status, r.Header, r.Body)
			}
			if x.Partial {
				partial++
			} else {
				whole++
			}
		}
	}
	if partial < 100 || whole < 100 {
		t.Errorf("%d examples are partial and %d whole: too few to tell", partial, whole)
	}
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
