// Credentials: where a token comes from, how it gets onto a request, and how
// one renewal serves all calls that wait for it.

package runtime

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
)

// A TokenSource has the credentials of an API. It is called by many goroutines
// at once; requests that it makes through the same Client, with the context it
// is given, carry no token and never renew one.
type TokenSource interface {
	// Token is the current token, asked for before each attempt. "" sends the
	// request without one. An error ends the call with StopRefresh. It is called
	// in the call's own goroutine, so it must return when its context ends.
	Token(ctx context.Context) (string, error)

	// Refresh renews the token stale, which the server has refused, and returns
	// the new one; "" counts as an error. There is one Refresh at a time for all
	// calls of a Client: in a goroutine of its own, whose context has the values
	// of the first call's and ends when no call waits any more. It should not
	// retry long: it is the call's time that it uses.
	Refresh(ctx context.Context, stale string) (string, error)
}

// StaticToken is a TokenSource of a token that can't be renewed.
func StaticToken(token string) TokenSource {
	return staticToken{func() string { return token }}
}

// staticToken has its token behind a function: fmt, which asks no method of an
// unexported field, then prints an address.
type staticToken struct{ token func() string }

var errStaticToken = errors.New("a static token can't be renewed")

func (t staticToken) Token(context.Context) (string, error) { return t.token(), nil }

func (t staticToken) Refresh(context.Context, string) (string, error) { return "", errStaticToken }

// Format hides the token.
func (t staticToken) Format(s fmt.State, _ rune) { _, _ = fmt.Fprint(s, "static token") }

// A tokenError says that a TokenSource had no token.
type tokenError struct{ err error }

func (e *tokenError) Error() string { return "no token: " + e.err.Error() }
func (e *tokenError) Unwrap() error { return e.err }

// noToken reports whether nothing was sent for want of a token.
func (e *Error) noToken() bool {
	if e.Status != 0 {
		return false
	}
	var none *tokenError
	return errors.As(e.cause, &none)
}

// An authorizer adds the token to what an exchange sends: below http.Client,
// and only to its first origin, so that no redirect carries it elsewhere.
type authorizer struct {
	x      *exchange
	base   http.RoundTripper
	origin *url.URL
}

// RoundTrip sends a clone of req with the token.
func (a *authorizer) RoundTrip(req *http.Request) (*http.Response, error) {
	a.x.authorized = a.concerns(req)
	if !a.x.authorized {
		return a.base.RoundTrip(req)
	}
	clone, err := a.x.authorizedClone(req)
	if err != nil {
		return nil, err
	}
	resp, err := a.base.RoundTrip(clone)
	if resp != nil {
		resp.Request = req // not the one with the token
	}
	return resp, err
}

// concerns reports whether the token belongs on req.
func (a *authorizer) concerns(req *http.Request) bool {
	return req.Header.Get("Authorization") == "" && sameOrigin(a.origin, req.URL) &&
		!a.x.renewal.isolated(req.Context())
}

// authorizing is an http.Client like client that adds the token.
func (x *exchange) authorizing(client *http.Client) *http.Client {
	base := client.Transport
	if base == nil {
		base = http.DefaultTransport
	}
	own := *client
	own.Transport = &authorizer{x: x, base: base, origin: x.req.URL}
	return &own
}

// authorizedClone is req with the token. If there is none to be had, the body
// is closed, be it by an error or a panic.
func (x *exchange) authorizedClone(req *http.Request) (clone *http.Request, err error) {
	defer func() {
		if clone == nil {
			closeBody(req)
		}
	}()
	if err := x.takeToken(req.Context()); err != nil {
		return nil, &tokenError{err}
	}
	authorized := req.WithContext(req.Context())
	address := *req.URL // the hook may change it
	authorized.URL, authorized.Header = &address, req.Header.Clone()
	if authorized.Header == nil {
		authorized.Header = make(http.Header)
	}
	switch {
	case x.token == "":
	case x.authorize != nil:
		x.authorize(authorized, x.token)
	default:
		authorized.Header.Set("Authorization", "Bearer "+x.token)
	}
	return authorized, nil
}

// takeToken takes the token that this call has renewed, else the source's.
func (x *exchange) takeToken(ctx context.Context) (err error) {
	if x.renewedToken != "" {
		x.token = x.renewedToken
		return nil
	}
	x.seen = x.renewal.seen()
	x.token, err = x.tokens.Token(isolate(ctx, x.renewal))
	return err
}

// origin is the URL of the first request of a chain of redirects.
func origin(req *http.Request) *url.URL {
	for req.Response != nil && req.Response.Request != nil {
		req = req.Response.Request
	}
	return req.URL
}

// sameOrigin reports whether scheme, host and port are equal (RFC 6454 §5).
func sameOrigin(a, b *url.URL) bool {
	return a != nil && b != nil && strings.EqualFold(a.Scheme, b.Scheme) &&
		strings.EqualFold(a.Hostname(), b.Hostname()) && port(a) == port(b)
}

// port is a URL's port, be it given or the scheme's.
func port(u *url.URL) string {
	switch {
	case u.Port() != "":
		return u.Port()
	case strings.EqualFold(u.Scheme, "https"):
		return "443"
	}
	return "80"
}

// A renewal is the renewal of credentials for the calls of one client: one at a
// time, whose outcome all who wait for it share.
type renewal struct {
	mu     sync.Mutex
	flight *flight // the one under way, or nil
	last   *flight // the one that ended last, or nil
	ended  int     // how many have ended
}

// A flight is one renewal. Its outcome is set when done is closed.
type flight struct {
	stale   string
	done    chan struct{}
	waiters int // guarded by renewal.mu
	cancel  context.CancelFunc
	number  int // of those that have ended, from 1

	token string
	err   error
}

// seen is how many renewals have ended, to be asked before a token is taken.
func (r *renewal) seen() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.ended
}

// renew is a token instead of stale: of a renewal that ended since seen, of the
// one under way, or of a new one.
func (r *renewal) renew(ctx context.Context, source TokenSource, stale string, seen int) (string, error) {
	f := r.join(ctx, source, stale, seen)
	select {
	case <-f.done:
		return f.token, f.err
	default:
	}
	select {
	case <-f.done:
		return f.token, f.err
	case <-ctx.Done():
		r.quit(f)
		return "", ended(ctx)
	}
}

// join finds the flight to wait for, or starts one. A failure is shared only by
// those who sent the stale token before it; a new token, by all.
func (r *renewal) join(ctx context.Context, source TokenSource, stale string, seen int) *flight {
	r.mu.Lock()
	defer r.mu.Unlock()
	if f := r.last; f != nil && f.stale == stale && (f.number > seen || f.err == nil && f.token != stale) {
		return f
	}
	if r.flight == nil {
		own, cancel := context.WithCancel(isolate(context.WithoutCancel(ctx), r))
		r.flight = &flight{stale: stale, done: make(chan struct{}), cancel: cancel}
		go r.fly(own, source, r.flight)
	}
	r.flight.waiters++
	return r.flight
}

// quit is the leaving of one who waits. The last one ends the flight.
func (r *renewal) quit(f *flight) {
	r.mu.Lock()
	defer r.mu.Unlock()
	f.waiters--
	if f.waiters > 0 {
		return
	}
	f.cancel()
	if r.flight == f {
		r.flight = nil
	}
}

// fly does the renewal. Whatever the source does, the flight ends with it.
func (r *renewal) fly(ctx context.Context, source TokenSource, f *flight) {
	f.err = errors.New("the token source did not return")
	defer func() {
		if v := recover(); v != nil {
			f.err = fmt.Errorf("the token source panicked: %v", v)
		}
		r.land(f)
	}()
	f.token, f.err = refreshed(ctx, source, f.stale)
}

// land makes the outcome known.
func (r *renewal) land(f *flight) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.flight == f {
		r.flight = nil
		r.ended++
		f.number = r.ended
		r.last = f
	}
	f.cancel()
	close(f.done)
}

var errNoToken = errors.New("the token source returned no token")

// refreshed is a token other than stale: the source may have been renewed by
// another client, or be asked to renew.
func refreshed(ctx context.Context, source TokenSource, stale string) (string, error) {
	token, err := source.Token(ctx)
	if err == nil && token != "" && token != stale {
		return token, nil
	}
	token, err = source.Refresh(ctx, stale)
	if err == nil && token == "" {
		err = errNoToken
	}
	return token, err
}

// An isolatedContext is what a TokenSource gets. It hides the call around it
// and its policy, and tells the client from which it comes.
type isolatedContext struct {
	context.Context
	from *renewal
}

// renewalKey is the key by which a context tells that it is r's own.
type renewalKey struct{ r *renewal }

func isolate(ctx context.Context, r *renewal) context.Context {
	return isolatedContext{ctx, r}
}

// isolated reports whether ctx was given to a TokenSource by this client.
func (r *renewal) isolated(ctx context.Context) bool {
	own, _ := ctx.Value(renewalKey{r}).(bool)
	return own
}

// Value hides what is this package's own.
func (c isolatedContext) Value(key any) any {
	switch key := key.(type) {
	case nestedKey, policyKey:
		return nil
	case renewalKey:
		if key.r == c.from {
			return true
		}
	}
	return c.Context.Value(key)
}
