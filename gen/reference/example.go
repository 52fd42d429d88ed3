package reference

// The response that a page shows for an error: one that a client finds that very
// error in.

import (
	"net/http"
	"net/textproto"
	"slices"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/match"
)

// An Example is the response that an error is met in.
type Example struct {
	Status  int // 0 for an error that has none
	Headers []catalog.Header
	Body    catalog.Value // an object or an array; an object without members where nothing of the body is known
	Partial bool          // the catalog does not tell all that makes a response this error
}

// Examples makes the examples of a catalog's errors. They are true: a client that
// meets one finds its error, unless it is partial.
type Examples struct {
	*catalog.Catalog
	byCode    map[string][]int         // the places of the errors of a code, which is "" if they have none; nil if none is doubtful
	mixed     bool                     // the body of an error may have other codes than its own
	skeletons map[string]catalog.Value // of bodies, by the domain
}

// NewExamples prepares a catalog.
func NewExamples(c *catalog.Catalog) *Examples {
	x := &Examples{Catalog: c, mixed: mixesCodes(c.Response.Code), skeletons: make(map[string]catalog.Value)}
	for i := range c.Errors {
		domain := c.Errors[i].Domain
		if _, known := x.skeletons[domain]; !known {
			x.skeletons[domain] = c.Response.SkeletonIn(domain)
		}
	}
	if !x.mixed && len(c.Response.Shapes) == 0 && !slices.ContainsFunc(c.Errors, isDoubtful) {
		return x
	}
	x.byCode = make(map[string][]int, len(c.Errors))
	for i := range c.Errors {
		for _, code := range codesOrNone(&c.Errors[i]) {
			x.byCode[code] = append(x.byCode[code], i)
		}
	}
	return x
}

// mixesCodes reports whether bodies may have several codes, or none where a server
// writes one: there are several locators, or one asks for what no text says.
func mixesCodes(codes []catalog.Locator) bool {
	return len(codes) > 1 || slices.ContainsFunc(codes, func(l catalog.Locator) bool {
		return slices.ContainsFunc(l.Where, func(t catalog.BodyTest) bool { return len(t.Any) == 0 })
	})
}

// isDoubtful reports whether status and code may not be all that tells an error
// from others of that code: there is a condition, or the range of another.
func isDoubtful(e catalog.Error) bool {
	return e.When != nil || len(e.Statuses) > 0 && (!e.Statuses[0].Exact() || e.Statuses[0].Lo < catalog.MinError)
}

func codesOrNone(e *catalog.Error) []string {
	if len(e.Codes) == 0 {
		return []string{""}
	}
	return e.Codes
}

// Typical is the example that shows most of what bodies have: of the first error
// with a code and a body, else of the first with a body; none if no error has one.
func (x *Examples) Typical() (example Example, ok bool) {
	for i := range x.Errors {
		e := &x.Errors[i]
		shown := x.Of(e)
		switch {
		case !shown.HasBody():
		case len(e.Codes) > 0:
			return shown, true
		case !ok:
			example, ok = shown, true
		}
	}
	return example, ok
}

// Of is the example of an error.
func (x *Examples) Of(e *catalog.Error) Example {
	if x.byCode == nil {
		return x.at(e, e.Status())
	}
	places := x.byCode[codesOrNone(e)[0]]
	rivals := x.rivals(places)
	if !x.mixed && len(x.Response.Shapes) == 0 && !slices.ContainsFunc(rivals.Errors, isDoubtful) {
		return x.at(e, e.Status())
	}
	status := freeStatus(e, rivals.Errors)
	example := x.at(e, status)
	response := example.response(status)
	if x.mixed {
		for _, code := range append(match.Codes(x.Catalog, response), "") {
			places = append(slices.Clip(places), x.byCode[code]...)
		}
		rivals = x.rivals(places)
	}
	found := match.Find(rivals, response).Error
	example.Partial = found == nil || found.Name != e.Name || !match.IsError(rivals, response)
	return example
}

// rivals is the catalog with the errors in some places alone, among which one is
// to be told.
func (x *Examples) rivals(places []int) *catalog.Catalog {
	some := &catalog.Catalog{Response: x.Response}
	for _, i := range slices.Compact(slices.Sorted(slices.Values(places))) {
		some.Errors = append(some.Errors, x.Errors[i])
	}
	return some
}

// freeStatus is a status that an error is met with: of a range the lowest that is
// not a rival's own, and if it has none, one that no rival has.
func freeStatus(e *catalog.Error, rivals []catalog.Error) int {
	within := catalog.StatusRange{Lo: catalog.MinError, Hi: catalog.MaxStatus}
	if len(e.Statuses) > 0 {
		within = e.Statuses[0]
	}
	for status := within.Lo; status <= within.Hi && !within.Exact(); status++ {
		if !slices.ContainsFunc(rivals, func(r catalog.Error) bool { return r.Name != e.Name && takes(&r, status, len(e.Statuses) == 0) }) {
			return status
		}
	}
	return within.Lo
}

// takes reports whether a status is one of an error's own, or of its ranges too.
func takes(e *catalog.Error, status int, ranges bool) bool {
	return slices.ContainsFunc(e.Statuses, func(s catalog.StatusRange) bool { return s.Contains(status) && (ranges || s.Exact()) })
}

// at is the example with one of the error's statuses.
func (x *Examples) at(e *catalog.Error, status int) Example {
	shown := *e
	if len(e.Statuses) > 0 {
		shown.Statuses = []catalog.StatusRange{catalog.One(status)}
	}
	example := Example{Status: shown.Status(), Headers: x.ExampleHeaders(&shown), Body: catalog.Value{Kind: catalog.Object}}
	if example.HasBody() {
		example.Body = x.ExampleIn(x.skeletons[e.Domain], &shown)
	}
	return example
}

// HasBody reports whether responses of the status have a body (RFC 9110 §6.4.1).
func (x Example) HasBody() bool {
	return x.Status != http.StatusNoContent && x.Status != http.StatusNotModified
}

// ShowsBody reports whether something of the body is known.
func (x Example) ShowsBody() bool { return len(x.Body.Members)+len(x.Body.Elements) > 0 }

// response is the example as it is received.
func (x Example) response(status int) match.Response {
	r := match.Response{Status: status, Header: textproto.MIMEHeader{}, Body: []byte(x.Body.Indented())}
	for _, h := range x.Headers {
		r.Header.Add(h.Name, h.Value)
	}
	return r
}
