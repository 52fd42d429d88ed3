package gentest

// Catalogs of what is common: from the least that a spec can say to one with hundreds
// of errors.

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/errgen/errgen/gen/catalog"
)

// Minimal is about the least that a spec can say.
func Minimal() *catalog.Catalog {
	return &catalog.Catalog{
		API: catalog.API{Name: "Minimal API", Package: "minimal"},
		Response: catalog.Response{
			MediaType: "application/json",
			Locators:  catalog.Locators{Code: at("/code"), Message: at("/message")},
		},
		Classes:  []catalog.Class{{Key: "request", Name: "Request", Title: "Bad request"}},
		Actions:  []catalog.Action{{Key: "never", Name: "Never", Title: "Do not retry"}},
		Policy:   policy(),
		Defaults: []catalog.Default{{Statuses: catalog.Hundred(4)}},
		Errors: []catalog.Error{
			{Name: "OrderNotFound", Statuses: []catalog.StatusRange{catalog.One(404)}, Codes: []string{"order_not_found"}, Title: "Order Not Found"},
		},
	}
}

// Bare is a catalog whose errors have nothing that is optional, and no wire
// codes.
func Bare() *catalog.Catalog {
	c := Minimal()
	c.API = catalog.API{Name: "Bare API", Package: "bare"}
	c.Response = catalog.Response{MediaType: "application/json"}
	c.Defaults = nil
	c.Errors = []catalog.Error{
		{Name: "BadRequest", Statuses: []catalog.StatusRange{catalog.One(400)}, Title: "Bad Request"},
		{Name: "ServerTrouble", Statuses: []catalog.StatusRange{catalog.Hundred(5)}, Title: "Server Trouble"},
	}
	return c
}

// Unusual is a catalog as few APIs have it: no error has a status, values are in
// headers, numbers and nested members of the body, one default is for all.
func Unusual() *catalog.Catalog {
	c := Minimal()
	c.API = catalog.API{Name: "Unusual API", Package: "unusual"}
	c.Response = catalog.Response{
		MediaType: "application/problem+json",
		Fields: []catalog.Field{
			{Name: "meta/status", Type: "string"}, {Name: "meta/id", Type: "integer"}, {Name: "meta/a~1b", Type: "number"},
		},
		Constants: []catalog.Member{
			{Name: "empty", Value: catalog.Value{Kind: catalog.Object}},
			{Name: "meta", Value: catalog.Value{Kind: catalog.Object, Members: []catalog.Member{
				{Name: "list", Value: catalog.Value{Kind: catalog.Array, Elements: []catalog.Value{catalog.Text(`"quoted"`), {Kind: catalog.Null}}}},
			}}},
		},
		Status: catalog.Pointer{"meta", "status"},
		Locators: catalog.Locators{
			Code:       append([]catalog.Locator{{Header: "x-error-code"}}, at("/code", "/meta/code")...),
			Message:    []catalog.Locator{{Header: "X-Message"}, {Pointer: catalog.Pointer{"meta"}}},
			RequestID:  at("/meta/id"),
			Details:    []catalog.Locator{{Header: "X-Details"}},
			RetryAfter: []catalog.Locator{{Pointer: catalog.Pointer{"meta", "a/b"}, Unit: catalog.Milliseconds}, {Header: "retry-after"}},
		},
	}
	c.Defaults = []catalog.Default{{Statuses: catalog.AllStatuses()}, {Statuses: catalog.Hundred(5)}}
	c.Errors = []catalog.Error{
		{Name: "First", Codes: []string{"first"}, Title: "First"},
		{Name: "Second", Codes: []string{"second", "zweiter"}, Title: "Second"},
	}
	return c
}

// Orders is a catalog with one of everything: what the spec in
// gen/golang/runtime/testdata says.
func Orders() *catalog.Catalog { //nolint:funlen // it is a table
	const (
		request = iota
		auth
		conflict
		server
	)
	const (
		fixInput = iota
		backoff
		retrySafely
		never
		refresh
		resolve
		wait
	)
	status := func(codes ...int) (ranges []catalog.StatusRange) {
		for _, n := range codes {
			ranges = append(ranges, catalog.One(n))
		}
		return ranges
	}
	c := &catalog.Catalog{
		API: catalog.API{Name: "Orders API", Package: "orders", DocsURL: "https://docs.example.com/errors"},
		Response: catalog.Response{
			MediaType: "application/json",
			Fields: []catalog.Field{
				{Name: "status", Type: "integer", Description: "Repeats the HTTP status"},
				{Name: "error", Type: "object", Description: "What went wrong"},
			},
			Constants: []catalog.Member{{Name: "ok", Value: catalog.Value{Kind: catalog.Bool, Text: "false"}}},
			Status:    catalog.Pointer{"status"},
			Locators: catalog.Locators{
				Code:      append(at("/error/decline_code", "/error/code"), catalog.Locator{Header: "X-Error-Code"}),
				Message:   at("/error/message", "/message"),
				RequestID: append(at("/request_id"), catalog.Locator{Header: "X-Request-Id"}),
				Details:   at("/error/details"),
				RetryAfter: append([]catalog.Locator{{Header: "Retry-After-Ms", Unit: catalog.Milliseconds}},
					at("/error/retry_after")...),
			},
		},
		Classes: []catalog.Class{
			{Key: "request", Name: "Request", Title: "Bad request"}, {Key: "auth", Name: "Auth", Title: "Auth error"},
			{Key: "conflict", Name: "Conflict", Title: "State conflict"}, {Key: "server", Name: "Server", Title: "Server trouble"},
		},
		Actions: []catalog.Action{
			{Key: "fix_input", Name: "FixInput", Title: "Fix the input; do not retry"},
			{Key: "backoff", Name: "Backoff", Title: "Retry with exponential backoff", Mode: catalog.Backoff, Methods: catalog.AnyMethod},
			{Key: "retry_safely", Name: "RetrySafely", Title: "Retry if that is safe", Mode: catalog.Backoff},
			{Key: "never", Name: "Never", Title: "Do not retry"},
			{Key: "refresh", Name: "Refresh", Title: "Renew the credentials, then retry once", Mode: catalog.Refresh, Methods: catalog.AnyMethod},
			{Key: "resolve", Name: "Resolve", Title: "Re-read the state, adjust, then retry", Mode: catalog.Resolve, Methods: catalog.AnyMethod},
			{Key: "wait", Name: "Wait", Title: "Wait as long as the server asks, then retry", Mode: catalog.Wait, Methods: catalog.AnyMethod},
		},
		Policy: policy(),
		Defaults: []catalog.Default{
			{Statuses: catalog.Hundred(4), Class: request, Action: never},
			{Statuses: catalog.Hundred(5), Class: server, Action: backoff},
			{Statuses: catalog.One(501), Class: server, Action: never},
		},
		Errors: []catalog.Error{
			{
				Name: "BadRequest", Statuses: status(400), Title: "Bad Request", Class: request, Action: fixInput,
				Message: "The body is malformed", Causes: []string{"A field is missing", "A field has the wrong type"},
				Fix: "Compare the body with the schema.",
			},
			{Name: "Unauthorized", Statuses: status(401), Title: "Unauthorized", Class: auth, Action: refresh},
			{Name: "NotFound", Statuses: status(404), Title: "Not Found", Class: request, Action: never, Description: "Nothing is at that path."},
			{Name: "Conflict", Statuses: status(409), Title: "Conflict", Class: conflict, Action: resolve},
			{
				Name: "TooManyRequests", Statuses: status(429), Title: "Too Many Requests", Class: server, Action: wait, Message: "Slow down",
				ExampleHeaders: []catalog.Header{{Name: "Retry-After", Value: "47"}},
			},
			{Name: "InternalServerError", Statuses: status(500), Title: "Internal Server Error", Class: server, Action: backoff},
			{Name: "ServiceUnavailable", Statuses: status(503), Title: "Service Unavailable", Class: server, Action: backoff},
			{Name: "ServerTrouble", Statuses: []catalog.StatusRange{catalog.Hundred(5)}, Title: "Server Trouble", Class: server, Action: backoff},
			{
				Name: "OrderNotFound", Statuses: status(404), Codes: []string{"order_not_found"}, Title: "Order Not Found",
				Class: request, Action: never, Message: "No such order",
			},
			{
				Name: "CardDeclined", Codes: []string{"card_declined", "do_not_honor"}, Title: "Card Declined",
				Class: request, Action: never, URL: "https://docs.example.com/cards",
			},
			{Name: "Overloaded", Statuses: status(503, 529), Codes: []string{"overloaded"}, Title: "Overloaded", Class: server, Action: wait},
			{Name: "LockedForbidden", Statuses: status(403), Codes: []string{"locked"}, Title: "Locked Forbidden", Class: request, Action: never},
			{Name: "LockedState", Statuses: status(423), Codes: []string{"locked"}, Title: "Locked State", Class: conflict, Action: resolve},
		},
	}
	addURLs(c)
	return c
}

// addURLs gives each error without a page of its own the one that follows from
// api.docs_url.
func addURLs(c *catalog.Catalog) {
	for i := range c.Errors {
		e := &c.Errors[i]
		e.URL = cmp.Or(e.URL, c.API.DocsURL+"#"+strings.ToLower(strings.ReplaceAll(e.Title, " ", "-")))
	}
}

// Synthetic is a catalog of n errors with names of very different lengths,
// and every way that an error can be identified.
func Synthetic(n int) *catalog.Catalog {
	c := Orders()
	c.API = catalog.API{Name: "Synthetic API", Package: "synthetic", Summary: "Errors by the number"}
	c.Errors = nil
	for i := range n {
		c.Errors = append(c.Errors, syntheticError(c, i))
	}
	return c
}

// syntheticError is the i-th error: every 50th has a long name, every seventh
// no fix, every eleventh a second code, every 13th a code that it shares.
func syntheticError(c *catalog.Catalog, i int) catalog.Error {
	e := catalog.Error{
		Name:        fmt.Sprintf("Failure%d", i),
		Statuses:    []catalog.StatusRange{catalog.One(400 + i%100)},
		Codes:       []string{fmt.Sprintf("failure_%d", i)},
		Title:       fmt.Sprintf("Failure %d", i),
		Class:       i % len(c.Classes),
		Action:      i % len(c.Actions),
		Message:     fmt.Sprintf("Item %d could not be processed", i),
		Description: fmt.Sprintf("The service could not process item %d as the request asked for, and has left it as it was.", i),
		Causes:      []string{"The item is locked", fmt.Sprintf("Rule %d forbids it", i)},
		Fix:         "Read the item again, then decide.",
	}
	if i%50 == 0 {
		e.Name += strings.Repeat("AndThenSomeMore", i/50%9)
	}
	if i%7 == 0 {
		e.Fix, e.Message = "", ""
	}
	if i%11 == 0 {
		e.Codes = append(e.Codes, e.Codes[0]+"_again")
		e.Statuses = append(e.Statuses, catalog.Hundred(5))
	}
	if i%13 == 0 {
		e.Codes = []string{fmt.Sprintf("shared_%d", i/26)}
		e.Statuses = []catalog.StatusRange{catalog.One(400 + i%26)}
	}
	return e
}

// at is locators of JSON pointers without escapes.
func at(pointers ...string) []catalog.Locator {
	var locators []catalog.Locator
	for _, p := range pointers {
		locators = append(locators, catalog.Locator{Pointer: pointer(p)})
	}
	return locators
}

// policy is the default.
func policy() catalog.RetryPolicy {
	return catalog.RetryPolicy{
		MaxAttempts: 4, BaseDelay: time.Second, Factor: 2, MaxDelay: 30 * time.Second,
		Jitter: 500 * time.Millisecond, MaxRetryAfter: time.Minute,
	}
}
