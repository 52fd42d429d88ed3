// The client's second face: Transport, a RoundTripper, which retries under any
// http.Client or SDK.

package runtime

import (
	"context"
	"io"
	"net/http"
)

// A Transport is a Client as an http.RoundTripper, to be put under another SDK
// or an http.Client. It always returns the final response, its body readable;
// only where there is none does it return an error, an *Error.
//
// The zero Transport works, and so does a nil one. It is safe for concurrent
// use. Its fields are those of Client; http.Client above it follows redirects
// and prints the query of a URL in its own errors.
type Transport struct {
	Base      http.RoundTripper // sends the requests; nil: http.DefaultTransport
	Tokens    TokenSource
	Authorize func(req *http.Request, token string)
	Policy    Policy
	Resolve   ResolveFunc
	OnRetry   func(context.Context, Retry)
	Budget    *Budget

	shared shared
}

// RoundTrip sends req, and again as the catalog and the policy say. Where
// nothing is to be done before or after it, it is the RoundTrip of Base.
func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if t == nil || req == nil || !t.plain(req.Context()) {
		return t.exchange(req)
	}
	base := t.Base
	if base == nil {
		base = http.DefaultTransport
	}
	resp, err := base.RoundTrip(req)
	if err == nil && resp != nil && succeeded(resp.StatusCode) {
		//errgen:if error_when
		if may, _ := suspect(resp); may {
			return t.retry(req, resp, nil)
		}
		//errgen:end
		t.shared.budgetOr(t.Budget).refill()
		return resp, nil
	}
	return t.retry(req, resp, err)
}

// plain reports whether a first attempt needs nothing but to be sent.
func (t *Transport) plain(ctx context.Context) bool {
	return t.Tokens == nil && t.Policy.AttemptTimeout <= 0 && ctx.Err() == nil && ctx.Value(policyKey{}) == nil
}

// exchange is a RoundTrip from its beginning.
func (t *Transport) exchange(req *http.Request) (*http.Response, error) {
	if req == nil {
		return nil, &Error{Stop: StopNever, cause: errNoRequest}
	}
	if t == nil {
		t = new(Transport)
	}
	x := t.begin(req)
	return x.finish(x.start())
}

// retry is the rest of a RoundTrip whose first attempt was sent already.
func (t *Transport) retry(req *http.Request, resp *http.Response, err error) (*http.Response, error) {
	x := t.begin(req)
	return x.finish(x.run(x, x.receive(resp, err)))
}

func (t *Transport) begin(req *http.Request) *exchange {
	x := &exchange{call: call{config: t.config()}, req: req, base: t.Base}
	if x.base == nil {
		x.base = http.DefaultTransport
	}
	if t.Tokens != nil {
		x.base = &authorizer{x: x, base: x.base, origin: origin(req)}
	}
	x.begin(req.Context())
	return x
}

// finish is what RoundTrip returns: the last response where there is one. Its
// body gives what was read of it, even if it was dropped for a retry that then
// did not come about.
func (x *exchange) finish(e *Error) (*http.Response, error) {
	x.closeNext()
	switch {
	case e == nil:
		return x.resp, nil
	case x.resp == nil:
		return nil, e
	case e.settled():
		x.resp.Body = finalBody{x.resp.Body, e}
	}
	return x.resp, nil
}

// A finalBody is that of a response that a Transport returned after all it
// could do. A Transport around that one tries no more.
type finalBody struct {
	io.ReadCloser
	err *Error
}

func (t *Transport) config() config {
	return config{
		tokens: t.Tokens, authorize: t.Authorize, policy: t.Policy,
		resolve: t.Resolve, onRetry: t.OnRetry,
		budget: t.shared.budgetOr(t.Budget), renewal: &t.shared.renewal,
	}
}
