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
	byCode    map[string][]*catalog.Error // the errors of a code, which is "" if they have none; nil if none is doubtful
	skeletons map[string]catalog.Value    // of bodies, by the domain
}

// NewExamples prepares a catalog.
func NewExamples(c *catalog.Catalog) *Examples {
	x := &Examples{Catalog: c, skeletons: make(map[string]catalog.Value)}
	for i := range c.Errors {
		domain := c.Errors[i].Domain
		if _, known := x.skeletons[domain]; !known {
			x.skeletons[domain] = c.Response.SkeletonIn(domain)
		}
	}
	if len(c.Response.Shapes) == 0 && !slices.ContainsFunc(c.Errors, func(e catalog.Error) bool { return isDoubtful(&e) }) {
		return x
	}
	x.byCode = make(map[string][]*catalog.Error, len(c.Errors))
	for i := range c.Errors {
		e := &c.Errors[i]
		for _, code := range codesOrNone(e) {
			x.byCode[code] = append(x.byCode[code], e)
		}
	}
	return x
}

// isDoubtful reports whether status and code may not be all that tells an error
// from others of that code: there is a condition, or the range of another.
func isDoubtful(e *catalog.Error) bool {
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
	rivals := x.byCode[codesOrNone(e)[0]]
	if len(x.Response.Shapes) == 0 && !slices.ContainsFunc(rivals, isDoubtful) {
		return x.at(e, e.Status())
	}
	status := freeStatus(e, rivals)
	example := x.at(e, status)
	some := catalog.Catalog{Response: x.Response}
	for _, r := range rivals {
		some.Errors = append(some.Errors, *r)
	}
	example.Partial = !example.tells(&some, e, status)
	return example
}

// freeStatus is a status that an error is met with: of a range the lowest that is
// not a rival's own, and if it has none, one that no rival has.
func freeStatus(e *catalog.Error, rivals []*catalog.Error) int {
	within := catalog.StatusRange{Lo: catalog.MinError, Hi: catalog.MaxStatus}
	if len(e.Statuses) > 0 {
		within = e.Statuses[0]
	}
	for status := within.Lo; status <= within.Hi && !within.Exact(); status++ {
		if !slices.ContainsFunc(rivals, func(r *catalog.Error) bool { return r != e && takes(r, status, len(e.Statuses) == 0) }) {
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

// tells reports whether the example is an error to those who know some errors.
func (x Example) tells(some *catalog.Catalog, e *catalog.Error, status int) bool {
	r := match.Response{Status: status, Header: textproto.MIMEHeader{}, Body: []byte(x.Body.Indented())}
	for _, h := range x.Headers {
		r.Header.Add(h.Name, h.Value)
	}
	found := match.Find(some, r).Error
	return match.IsError(some, r) && found != nil && found.Name == e.Name
}
