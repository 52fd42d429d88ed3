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
	places    map[string]int           // of the errors, by their names; nil if none is doubtful
	rivals    map[string]*rivals       // by the code, which is "" if there is none
	mixed     bool                     // the body of an error may have other codes than its own, or lack that
}

// NewExamples prepares a catalog.
func NewExamples(c *catalog.Catalog) *Examples {
	x := &Examples{Catalog: c, mixed: mixesCodes(&c.Response), skeletons: make(map[string]catalog.Value)}
	doubtful := false
	for i := range c.Errors {
		e := &c.Errors[i]
		if _, known := x.skeletons[e.Domain]; !known {
			x.skeletons[e.Domain] = c.Response.SkeletonIn(e.Domain)
			x.mixed = x.mixed || !x.isWritten(e) // for all of its domain
		}
		doubtful = doubtful || isDoubtful(e)
	}
	if doubtful || x.mixed {
		x.findRivals()
	}
	return x
}

// isWritten reports whether an error's code and domain are found where they are
// written, whatever its condition.
func (x *Examples) isWritten(e *catalog.Error) bool {
	status, whenever := cmp.Or(e.Status(), catalog.MinError), *e
	whenever.When = nil
	return finds(x.only(whenever), x.at(e, status).response(status), e)
}

// mixesCodes reports whether bodies may have several codes, or none where a server
// writes one: there are several locators, or one asks for what no text says.
func mixesCodes(r *catalog.Response) bool {
	return len(r.Shapes) > 0 || len(r.Code) > 1 || slices.ContainsFunc(r.Code, func(l catalog.Locator) bool {
		return slices.ContainsFunc(l.Where, func(t catalog.BodyTest) bool { return len(t.Any) == 0 })
	})
}

func (x *Examples) findRivals() {
	x.places, x.rivals = make(map[string]int, len(x.Errors)), make(map[string]*rivals)
	for i := range x.Errors {
		e := &x.Errors[i]
		x.places[e.Name] = i
		for _, code := range codesOrNone(e) {
			if x.rivals[code] == nil {
				x.rivals[code] = newRivals()
			}
			x.rivals[code].add(i, e)
		}
	}
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
	own := x.rivals[codesOrNone(e)[0]]
	if own == nil || !own.doubtful && !x.mixed {
		return x.at(e, e.Status())
	}
	status := own.freeStatus(x.places[e.Name], e)
	example := x.at(e, status)
	response := example.response(status)
	// One that is not even found alone need not be looked for among thousands.
	example.Partial = !finds(x.only(*e), response, e) || !finds(x.met(own, &example, response), response, e)
	return example
}

// finds reports whether to those who know a catalog a response is that error.
func finds(c *catalog.Catalog, r match.Response, e *catalog.Error) bool {
	found := match.Find(c, r).Error
	return found != nil && found.Name == e.Name && match.IsError(c, r)
}

// only is the catalog with some errors alone.
func (x *Examples) only(some ...catalog.Error) *catalog.Catalog {
	return &catalog.Catalog{Response: x.Response, Errors: some}
}

// met is the catalog with the errors alone that an example may be taken for.
func (x *Examples) met(own *rivals, example *Example, response match.Response) *catalog.Catalog {
	texts := example.texts()
	places := own.met(texts)
	if x.mixed {
		for _, code := range append(match.Codes(x.Catalog, response), "") {
			if others := x.rivals[code]; others != nil {
				places = append(places, others.met(texts)...)
			}
		}
	}
	var some []catalog.Error
	for _, i := range slices.Compact(slices.Sorted(slices.Values(places))) {
		some = append(some, x.Errors[i])
	}
	return x.only(some...)
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
