// Package catalog is the model of an API's errors: what errors.yaml means once
// it has been read and checked. It is all that a back end sees. It knows
// nothing of YAML, of any output, or of the disk.
//
// Whatever has an order that readers see is a slice in the order of the spec;
// errors refer to their class and action by index into those slices.
package catalog

import (
	"slices"
	"time"

	"github.com/errgen/errgen/gen/diag"
)

// A Catalog is everything that a spec says. Every reference in it is resolved,
// every name is set, and no two errors share a name.
type Catalog struct {
	API      API
	Response Response
	Classes  []Class
	Actions  []Action // the declared ones, then the modes that are used undeclared
	Policy   RetryPolicy
	Defaults []Default
	Errors   []Error
	Retired  []Retired
}

// API describes the API as a whole.
type API struct {
	Name    string // for people: "Monogoto API"
	Package string // the default Go package name, and the prefix of error texts
	Summary string // one line
	Support string // an address to quote a request id to
	DocsURL string // an error's page; {code}, {name} and {status} stand for the error's
	Links   []Link
}

// A Link is a related guide.
type Link struct {
	Title, URL, Description string
}

// A Class is a kind of error.
type Class struct {
	Key   string // as in the spec: "business_rule"
	Name  string // an exported identifier: "BusinessRule"
	Title string // "Business rule violation"
}

// An Action is what a caller does about an error: words for people, a mode for
// clients.
type Action struct {
	Key     string // as in the spec: "fix_input"
	Name    string // an exported identifier: "FixInput"
	Title   string // "Fix the input; do not retry"
	Mode    Mode
	Methods Methods
}

// A Mode is how a client retries. The set is closed: every client knows all.
type Mode uint8

// The modes, from the most final to the least.
const (
	Never   Mode = iota // not at all
	Refresh             // renew the credentials, then retry once
	Resolve             // re-read the state, adjust, then retry
	Wait                // retry after the server's delay, else as Backoff
	Backoff             // retry with exponential backoff
)

// Modes lists all modes by the name that a spec gives them.
var Modes = [...]string{Never: "never", Refresh: "refresh", Resolve: "resolve", Wait: "wait", Backoff: "backoff"}

func (m Mode) String() string { return Modes[m] }

// Retryable reports whether the same request may succeed later, unchanged.
func (m Mode) Retryable() bool { return m == Wait || m == Backoff }

// Methods says which requests an action may repeat.
type Methods uint8

const (
	// Idempotent are GET, HEAD, OPTIONS, TRACE, PUT and DELETE (RFC 9110
	// §9.2.2), and any request with an Idempotency-Key.
	Idempotent Methods = iota
	// AnyMethod is every request.
	AnyMethod
)

// A RetryPolicy bounds the retries of one call.
type RetryPolicy struct {
	MaxAttempts   int           // with the first; at least 1
	BaseDelay     time.Duration // the first backoff
	Factor        float64       // each backoff is this many times the one before
	MaxDelay      time.Duration // bounds the backoff, before jitter
	Jitter        time.Duration // up to this much is added to every delay
	MaxRetryAfter time.Duration // a longer delay from the server is not waited for
}

// A Default gives class and action to the responses of a status that the
// catalog does not list.
type Default struct {
	Statuses StatusRange // all of 100–599 for the key `default`
	Class    int         // index in Catalog.Classes
	Action   int         // index in Catalog.Actions
}

// An Error is one entry of the catalog.
type Error struct {
	Pos     diag.Pos
	Name    string   // unique, an exported identifier: "TooManyRequests"
	Aliases []string // further such names, which are deprecated

	// What a response shows of the error; see also Value.
	Statuses []StatusRange // in the order given; none where the code alone identifies the error
	Domain   string        // the namespace of the codes, or ""
	Codes    []string      // wire codes; none where the status alone identifies the error
	Pattern  string        // a Go regexp for further codes, which it matches as a whole; or ""
	When     *Condition    // of headers and body, or nil

	Title       string
	Class       int    // index in Catalog.Classes
	Qualifier   string // of the class, for this error: "rate limited"
	Action      int    // index in Catalog.Actions
	Severity    string // as the API calls it, or ""
	Deprecated  string // what to use instead, or ""
	Message     string // what the server says, with {params}; "" means the title; see ExampleMessage
	Params      []Param
	Description string
	Causes      []string
	Fix         string
	Section     string // errors that share it are documented under one heading
	URL         string // the error's page, or ""

	Example        []Member // further members of the example body, merged deeply
	ExampleHeaders []Header
}

// A Retired error is one that the catalog had: its codes and its name are never
// used again.
type Retired struct {
	Domain      string
	Codes       []string
	Name        string
	Description string
}

// A Header is one field of an HTTP response.
type Header struct {
	Name, Value string
}

// Status is the first status given, a range counting as its lowest; 0 if none.
func (e *Error) Status() int {
	if len(e.Statuses) == 0 {
		return 0
	}
	return e.Statuses[0].Lo
}

// Value is the first wire code; where the status alone identifies the error,
// it is the status as the spec writes it: "429", or "5XX".
func (e *Error) Value() string {
	switch {
	case len(e.Codes) > 0:
		return e.Codes[0]
	case len(e.Statuses) > 0:
		return e.Statuses[0].String()
	}
	return ""
}

// Lists reports whether an error has a status, be it by a range.
func (c *Catalog) Lists(status int) bool {
	return slices.ContainsFunc(c.Errors, func(e Error) bool {
		return slices.ContainsFunc(e.Statuses, func(r StatusRange) bool { return r.Contains(status) })
	})
}

// ClassTitle is the title of an error's class, with the error's qualifier:
// "Transient — rate limited".
func (c *Catalog) ClassTitle(e *Error) string {
	title := c.Classes[e.Class].Title
	if e.Qualifier == "" {
		return title
	}
	return title + " — " + e.Qualifier
}

// DefaultFor is the default of a status: that of the status itself, else of its
// range, else the one for all; nil if there is none.
func (c *Catalog) DefaultFor(status int) *Default {
	var best *Default
	for i := range c.Defaults {
		d := &c.Defaults[i]
		if d.Statuses.Contains(status) && (best == nil || d.Statuses.width() < best.Statuses.width()) {
			best = d
		}
	}
	return best
}
