// The client's first face: Client, whose Do does on each error what the catalog
// says. The other faces are client_transport.go and client_call.go; what all
// three share is the loop in client_loop.go.

package runtime

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// A Client sends requests and does on each error what the catalog says: renews
// credentials, waits as long as the server asks, backs off, or gives up. The
// zero Client works, and so does a nil one: http.DefaultClient, no credentials,
// the catalog's policy, a retry budget of its own (a nil one: of each call).
//
// A Client is safe for concurrent use. Share one for each API: the budget and
// the renewal of credentials are shared by its calls. It must not be copied,
// nor its fields changed, after first use.
//
// A panic in one of its functions reaches the caller of Do; nothing stays open.
type Client struct {
	// HTTP sends the requests, http.DefaultClient if nil. Its Timeout bounds
	// each attempt, body included; it hides the error chain of a time-out, which
	// Policy.AttemptTimeout does not.
	HTTP *http.Client

	// Tokens has the credentials; nil for none.
	Tokens TokenSource

	// Authorize puts a token on a request, which it may change. nil: as
	// "Authorization: Bearer" (RFC 6750 §2.1). It is not called for a request
	// that has an Authorization of its own, nor for another origin.
	Authorize func(req *http.Request, token string)

	// Policy bounds the retries. WithPolicy replaces it for one context.
	Policy Policy

	// Resolve adjusts a request after a conflict. nil: conflicts are final.
	Resolve ResolveFunc

	// OnRetry is told of each retry, before the wait for it.
	OnRetry func(context.Context, Retry)

	// Budget bounds the retries of all calls together. nil: a budget of the
	// Client's own; NoBudget: no bound.
	Budget *Budget

	shared shared
}

// A ResolveFunc adjusts req after a conflict, the error e: it reads the state
// anew, and returns the request to send next, which may be req or a clone with
// other headers (the body is then sent again), or one with another body. No
// request and no error means that the wanted state is there already: the call
// succeeds with a synthetic 204 No Content. An error ends the call with
// StopHook.
//
// The body of req has been sent and can't be read; req.GetBody is as it was.
// Requests that the hook sends through the same Client are calls of their own.
type ResolveFunc func(ctx context.Context, req *http.Request, e *Error) (*http.Request, error)

// A Retry is what OnRetry is told. Its print forms are as safe to log as those
// of an Error.
type Retry struct {
	Attempt int           // the number of the attempt that failed, from 1
	Delay   time.Duration // the wait before the next
	Reason  string        // in words: the error's action, or that there was no response
	Err     error         // what failed, an *Error unless Call's op returned another
}

// errNoRequest is what a nil request gets.
var errNoRequest = errors.New("the request is nil: make one with http.NewRequestWithContext")

// Do sends req, and again as the catalog and the policy say. It returns either
// the response of a success, whose body the caller closes, or an *Error: of the
// API, or with Status 0 where there was no response. Its Attempts say what was
// tried, its Stop why no more.
//
// A success is 2XX, 101 (RFC 9110 §15.2.2), and 304 (RFC 9110 §15.4.5), which is
// an error only where the catalog lists it and the request was not conditional.
// Redirects are followed by HTTP within an attempt. For a body to be sent again
// req.GetBody must be set, as http.NewRequest does for the readers of bytes and
// strings. req is not changed, and its body is always closed.
func (c *Client) Do(req *http.Request) (*http.Response, error) {
	if req == nil {
		return nil, &Error{Stop: StopNever, cause: errNoRequest}
	}
	if c == nil {
		c = new(Client)
	}
	x := &exchange{call: call{config: c.config()}, req: req, client: c.HTTP}
	if x.client == nil {
		x.client = http.DefaultClient
	}
	if c.Tokens != nil {
		x.client = x.authorizing(x.client)
	}
	x.begin(req.Context())
	if e := x.start(); e != nil {
		x.drop(e)
		x.closeNext()
		return nil, e
	}
	return x.resp, nil
}

func (c *Client) config() config {
	return config{
		tokens: c.Tokens, authorize: c.Authorize, policy: c.Policy,
		resolve: c.Resolve, onRetry: c.OnRetry,
		budget: c.shared.budgetOr(c.Budget), renewal: &c.shared.renewal,
	}
}

// A config is what a Client and a Transport have in common, as a call uses it.
type config struct {
	tokens    TokenSource
	authorize func(*http.Request, string)
	policy    Policy
	resolve   ResolveFunc
	onRetry   func(context.Context, Retry)
	budget    *Budget
	renewal   *renewal
}

// shared is what the calls of one Client or Transport have in common.
type shared struct {
	budget  Budget // where none was given
	renewal renewal
}

func (s *shared) budgetOr(given *Budget) *Budget {
	if given != nil {
		return given
	}
	return &s.budget
}
