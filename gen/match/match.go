// Package match says which of a catalog's errors a response is. It is the rules
// that every generated package follows ("Matching a response"), in their plainest
// form: each step reads as the documentation says it, and JSON is left to
// encoding/json. Generated code is held against it in tests, and it serves where
// no code is generated.
package match

import (
	"encoding/json"
	"net/http"
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
	Error       *catalog.Error // nil if the catalog does not know it
	Value       string         // the wire code that decided, else the first; "" if there is none
	Domain      string         // of that code
	Message     string         // "" if there is none, as for the next two
	RequestID   string
	Details     json.RawMessage
	Delay       time.Duration // how long the server asks to wait
	HasDelay    bool          // whether it does; it may ask for no time at all
	ShouldRetry string        // the server's word: "true", "false" or ""
}

// IsError reports whether a response is an error (rule 1): from status 300 on it
// is, but 304 Not Modified only where the catalog lists it; below, where
// error_when holds.
func IsError(c *catalog.Catalog, r Response) bool {
	switch {
	case r.Status < catalog.MinError:
		return newReader(r).anyHolds(c.Response.ErrorWhen)
	case r.Status == http.StatusNotModified:
		return c.Lists(r.Status)
	}
	return true
}

// Find reads a response that is an error.
func Find(c *catalog.Catalog, r Response) Match {
	read := newReader(r)
	in := read.locators(&c.Response)
	found, chosen := identify(c.Errors, r.Status, distinct(read.candidates(in)), read.holds)
	m := Match{
		Error:     found,
		Value:     chosen.value,
		Domain:    chosen.domain,
		Message:   read.beside(in.Message, chosen, stringsOnly),
		RequestID: first(read.texts(in.RequestID, numbersToo)),
		Details:   read.details(in.Details),
	}
	m.Delay, m.HasDelay = read.delay(in.Delays(), found, chosen.value)
	isWord := func(text string) bool { return text == "true" || text == "false" }
	if words := read.texts(in.ShouldRetry, flagsToo); slices.ContainsFunc(words, isWord) {
		m.ShouldRetry = words[slices.IndexFunc(words, isWord)]
	}
	return m
}

// Codes lists the wire codes of a response, in the order in which they are tried.
func Codes(c *catalog.Catalog, r Response) (codes []string) {
	read := newReader(r)
	for _, found := range distinct(read.candidates(read.locators(&c.Response))) {
		codes = append(codes, found.value)
	}
	return codes
}

// FindCode finds the error for a wire code and a status, nil if there is none.
// Nothing else is known of the response: no condition holds.
func FindCode(c *catalog.Catalog, domain string, status int, value string) *catalog.Error {
	var candidates []candidate
	if value != "" { // which is no code
		candidates = []candidate{{value: value, domain: domain}}
	}
	found, _ := identify(c.Errors, status, candidates, nothingHolds)
	return found
}

// Possible lists the errors that a response may be whose status is not known:
// those with the first of its codes that any has, else those with its message.
func Possible(c *catalog.Catalog, r Response) []*catalog.Error {
	read := newReader(r)
	in := read.locators(&c.Response)
	codes := distinct(read.candidates(in))
	index := newIndex(c.Errors, codes)
	for _, code := range codes {
		for _, errs := range index.known(code, read.holds) {
			if len(errs) > 0 {
				return errs
			}
		}
	}
	message := first(read.texts(in.Message, stringsOnly))
	return errorsThat(c.Errors, func(e *catalog.Error) bool { return message != "" && says(e, message) })
}

// says reports whether a message is that of an error, whatever its params are.
func says(e *catalog.Error, message string) bool {
	if len(e.Params) == 0 {
		return message == e.ExampleMessage()
	}
	return whole(e.MessagePattern()).MatchString(message)
}

// RepeatedStatus is the status that a body repeats, 0 if it does not. It is for
// bodies that come without their response: HTTP's status always wins.
func RepeatedStatus(c *catalog.Catalog, r Response) int {
	if len(c.Response.Status) == 0 {
		return 0
	}
	texts := newReader(r).texts([]catalog.Locator{{Pointer: c.Response.Status}}, numbersToo)
	status, ok := ParseStatus(first(texts))
	if !ok || !status.Exact() {
		return 0
	}
	return status.Lo
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
