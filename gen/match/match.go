// Package match says which of a catalog's errors a response is. It is the rules
// that every generated package follows, in their plainest form: each step reads
// as the documentation says it, and JSON is left to encoding/json. It is held
// against the generated code in a test, and serves where no code is generated.
package match

import (
	"encoding/json"
	"net/textproto"
	"slices"
	"time"

	"github.com/errgen/errgen/gen/catalog"
)

// A Response is what the server sent.
type Response struct {
	Status   int // 0 if it is not known
	Header   textproto.MIMEHeader
	Body     []byte
	Received time.Time // where the header has no Date, times are reckoned from here
}

// A Match is what the catalog says of a response.
type Match struct {
	Error     *catalog.Error // nil if the catalog does not know it
	Value     string         // the wire code that decided, else the first; "" if there is none
	Message   string         // "" if there is none, as for the next two
	RequestID string
	Details   json.RawMessage
	Delay     time.Duration // how long the server asks to wait
	HasDelay  bool          // whether it does; it may ask for no time at all
}

// IsError reports whether a response with that status is an error: from 300 on
// it is, but 304 Not Modified only where the catalog lists it.
func IsError(c *catalog.Catalog, status int) bool {
	const notModified = 304
	return status >= 300 && (status != notModified || slices.ContainsFunc(c.Errors, func(e catalog.Error) bool {
		return agreement(&e, notModified) > anyStatus
	}))
}

// Find reads a response that is an error.
func Find(c *catalog.Catalog, r Response) Match {
	read := newReader(r)
	m := Match{
		Message:   first(read.texts(c.Response.Message, stringsOnly)),
		RequestID: first(read.texts(c.Response.RequestID, numbersToo)),
		Details:   read.details(c.Response.Details),
	}
	m.Error, m.Value = identify(c, r.Status, read.codes(c.Response.Code))
	m.Delay, m.HasDelay = read.delay(c.Response.RetryAfter)
	return m
}

// Possible lists the errors that a response may be whose status is not known:
// those with the first of its codes that any has, else those with its message.
func Possible(c *catalog.Catalog, r Response) []*catalog.Error {
	read := newReader(r)
	for _, value := range read.codes(c.Response.Code) {
		if errs := withCode(c, value); len(errs) > 0 {
			return errs
		}
	}
	message := first(read.texts(c.Response.Message, stringsOnly))
	return errorsThat(c, func(e *catalog.Error) bool { return message != "" && message == e.Message })
}

// RepeatedStatus is the status that a body repeats, 0 if it does not. It is for
// bodies that come without their response: HTTP's status always wins.
func RepeatedStatus(c *catalog.Catalog, r Response) int {
	if len(c.Response.Status) == 0 {
		return 0
	}
	texts := newReader(r).textsAt(catalog.Locator{Pointer: c.Response.Status}, numbersToo)
	status, ok := ParseStatus(first(texts))
	if !ok || !status.Exact() {
		return 0
	}
	return status.Lo
}

// identify finds the error, and the wire code that it has or would have.
func identify(c *catalog.Catalog, status int, codes []string) (*catalog.Error, string) {
	// The first code that an error has for this status decides.
	for _, value := range codes {
		if e := closest(withCode(c, value), status); e != nil {
			return e, value
		}
	}
	// Else the status alone.
	if e := closest(withoutCode(c), status); e != nil {
		return e, first(codes)
	}
	// Else the first code that one error alone has: its status is the usual one,
	// not the only one.
	for _, value := range codes {
		if errs := withCode(c, value); len(errs) == 1 {
			return errs[0], value
		}
	}
	return nil, first(codes)
}

// closest is the error that agrees best with a status, nil if none does; of
// equals it is the first.
func closest(errs []*catalog.Error, status int) *catalog.Error {
	var best *catalog.Error
	most := none
	for _, e := range errs {
		if a := agreement(e, status); a > most {
			best, most = e, a
		}
	}
	return best
}

// How well an error agrees with a status, from not at all to best.
const (
	none        = iota
	anyStatus   // it lists no status
	rangeOfMany // it lists a range such as 5XX
	thisStatus
)

func agreement(e *catalog.Error, status int) int {
	best := none
	if len(e.Statuses) == 0 {
		best = anyStatus
	}
	for _, r := range e.Statuses {
		switch {
		case r.Contains(status) && r.Exact():
			return thisStatus
		case r.Contains(status):
			best = rangeOfMany
		}
	}
	return best
}

// withCode lists the errors that have a wire code.
func withCode(c *catalog.Catalog, value string) []*catalog.Error {
	return errorsThat(c, func(e *catalog.Error) bool { return slices.Contains(e.Codes, value) })
}

// withoutCode lists the errors that the status alone identifies.
func withoutCode(c *catalog.Catalog) []*catalog.Error {
	return errorsThat(c, func(e *catalog.Error) bool { return len(e.Codes) == 0 })
}

func errorsThat(c *catalog.Catalog, holds func(*catalog.Error) bool) []*catalog.Error {
	var errs []*catalog.Error
	for i := range c.Errors {
		if e := &c.Errors[i]; holds(e) {
			errs = append(errs, e)
		}
	}
	return errs
}

// first is the first text that is not empty.
func first(texts []string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
