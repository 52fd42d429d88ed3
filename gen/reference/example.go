package reference

// The response that a page shows for an error: one that a client finds that very
// error in.

import (
	"cmp"
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
	skeletons map[string]catalog.Value // of bodies, by the domain
	read      map[family]bool          // whether codes are read as they are written, and no others
	rivals    *rivals                  // nil if all examples are surely true
}

// A family is of errors whose examples differ in texts alone, conditions and what is
// their own aside.
type family struct {
	domain              string
	coded, status, body bool // what they have
}

func familyOf(e *catalog.Error) family {
	return family{e.Domain, len(e.Codes) > 0, e.Status() != 0, hasBody(e.Status())}
}

// NewExamples prepares a catalog.
func NewExamples(c *catalog.Catalog) *Examples {
	x := &Examples{Catalog: c, skeletons: make(map[string]catalog.Value), read: make(map[family]bool)}
	sure := true
	for i := range c.Errors {
		e := &c.Errors[i]
		if _, known := x.skeletons[e.Domain]; !known {
			x.skeletons[e.Domain] = c.Response.SkeletonIn(e.Domain)
		}
		if _, known := x.read[familyOf(e)]; !known {
			x.read[familyOf(e)] = x.isRead(e)
		}
		sure = sure && x.read[familyOf(e)] && !isDoubtful(e) && !hasOwn(e)
	}
	if !sure {
		x.rivals = newRivals(c.Errors)
	}
	return x
}

// isRead reports whether an error of a family is read as it is written, by no codes
// but its own. Shapes may read another in other ways.
func (x *Examples) isRead(e *catalog.Error) bool {
	whenever := *e
	whenever.When, whenever.Example, whenever.ExampleHeaders = nil, nil, nil
	r := x.at(&whenever, e.Status()).response(cmp.Or(e.Status(), catalog.MinError))
	codes := match.Codes(x.Catalog, r)
	isOwn := len(codes) == 1 && slices.Contains(e.Codes, codes[0]) || len(codes)+len(e.Codes) == 0
	found := match.Find(x.only(whenever), r)
	return isOwn && len(x.Response.Shapes) == 0 && found.Error != nil && found.Domain == e.Domain
}

// hasOwn reports whether an error's example has more than others of its family.
func hasOwn(e *catalog.Error) bool { return len(e.Example)+len(e.ExampleHeaders) > 0 }

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
	if x.rivals == nil || x.read[familyOf(e)] && !hasOwn(e) && !x.rivals.isDoubtful(e) {
		return x.at(e, e.Status())
	}
	status := x.rivals.freeStatus(e)
	example := x.at(e, status)
	example.Partial = !x.isTrue(&example, e, example.response(status))
	return example
}

// isTrue reports whether a response that is an example is its error. One that is
// not even found alone need not be looked for among thousands, nor those without
// a code where a code decides.
func (x *Examples) isTrue(example *Example, e *catalog.Error, r match.Response) bool {
	if !finds(x.only(*e), r, e) {
		return false
	}
	texts := example.texts()
	places := x.rivals.coded(match.Codes(x.Catalog, r), texts)
	if found := match.Find(x.in(places), r); found.Error != nil && found.Error.Name == e.Name && found.Domain == e.Domain {
		return true
	}
	return finds(x.in(append(places, x.rivals.uncoded(texts)...)), r, e)
}

// finds reports whether to those who know a catalog a response is that error.
func finds(c *catalog.Catalog, r match.Response, e *catalog.Error) bool {
	found := match.Find(c, r)
	return found.Error != nil && found.Error.Name == e.Name && match.IsError(c, r)
}

// in is the catalog with the errors in some places alone.
func (x *Examples) in(places []int) *catalog.Catalog {
	var some []catalog.Error
	for _, i := range slices.Compact(slices.Sorted(slices.Values(places))) {
		some = append(some, x.Errors[i])
	}
	return x.only(some...)
}

func (x *Examples) only(some ...catalog.Error) *catalog.Catalog {
	return &catalog.Catalog{Response: x.Response, Errors: some}
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
func (x Example) HasBody() bool { return hasBody(x.Status) }

func hasBody(status int) bool {
	return status != http.StatusNoContent && status != http.StatusNotModified
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
