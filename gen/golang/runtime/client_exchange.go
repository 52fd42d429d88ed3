// One request and its response, over all attempts: what Do and Transport try.

package runtime

import (
	"errors"
	"io"
	"net/http"
)

// An exchange sends one request until there is a final response.
type exchange struct {
	call
	client *http.Client      // what Do sends with
	base   http.RoundTripper // what Transport sends with

	req  *http.Request // as the caller or the hook made it, without a token
	next io.ReadCloser // the body of the next attempt, if not req's as it is
	done bool          // the hook found nothing left to do

	resp    *http.Response // of the last attempt
	body    replay         // its body, if it is an error's
	dropped bool           // resp has been read and closed

	authorized   bool   // the last attempt was for this client to authorize
	token        string // what it was authorized with; "" for nothing
	renewedToken string // what this call renewed it to
	seen         int    // renewals that had ended before
}

// start makes all attempts.
func (x *exchange) start() *Error {
	if x.ctx.Err() != nil {
		closeBody(x.req)
		return x.end(x, x.silent(nil), StopCanceled, ended(x.ctx))
	}
	return x.run(x, x.send())
}

// send makes one attempt.
func (x *exchange) send() *Error {
	x.resp, x.dropped = nil, false
	if x.done {
		x.resp = noContent(x.req)
		return nil
	}
	x.nested.inner.Store(nil)
	return x.receive(x.attempt(x.outgoing()))
}

// outgoing is the request to send. Transport sends the caller's own where it can.
func (x *exchange) outgoing() *http.Request {
	if x.client == nil && x.next == nil {
		return x.req
	}
	req := x.req.WithContext(&x.nested)
	if x.next != nil {
		req.Body, x.next = x.next, nil
	}
	return req
}

// drop closes the response that told e, its connection left to be used again.
// What was read of the body stays readable.
func (x *exchange) drop(e *Error) {
	if x.resp == nil || x.dropped {
		return
	}
	x.dropped = true
	if e.Truncated {
		discard(x.body.rest)
	} else {
		x.body.rest.Close()
	}
}

// complete makes e one to show: with the request that http.Client sent last.
func (x *exchange) complete(e *Error) {
	req := x.req
	if x.resp != nil {
		req = x.resp.Request
	}
	e.complete(req)
}

// closeNext closes a body that is not going to be sent.
func (x *exchange) closeNext() {
	if x.next != nil {
		x.next.Close()
		x.next = nil
	}
}

func (x *exchange) renews() bool  { return x.tokens != nil && x.authorized }
func (x *exchange) adjusts() bool { return x.resolve != nil }

// repeats reports whether the request may be sent again after e: where sending
// it twice is as good as once, where nothing was sent, and where the server or
// the action says so.
func (x *exchange) repeats(e *Error) bool {
	switch {
	case idempotent(x.req):
		return true
	case e.Status == 0 && e.Code == 0:
		return unconnected(e.cause)
	}
	return e.hint&hintRetry != 0 || e.Action().anyMethod()
}

// idempotent reports whether sending the request twice has the effect of
// sending it once, by its method or by its Idempotency-Key.
func idempotent(req *http.Request) bool {
	return idempotentMethod(req.Method) || req.Header.Get("Idempotency-Key") != ""
}

// idempotentMethod is RFC 9110 §9.2.2, "" being GET.
func idempotentMethod(method string) bool {
	switch method {
	case "", http.MethodGet, http.MethodHead, http.MethodOptions, http.MethodTrace, http.MethodPut, http.MethodDelete:
		return true
	}
	return false
}

// rewinds reports whether the body can be sent again. After a conflict the hook
// may bring another: whether it does is seen then.
func (x *exchange) rewinds(mode Mode) bool {
	return mode == RetryResolve || bodyless(x.req) || x.req.GetBody != nil
}

func bodyless(req *http.Request) bool { return req.Body == nil || req.Body == http.NoBody }

var errNoGetBody = errors.New("the request has a body but no GetBody")

// rewind makes the body ready to be sent again.
func (x *exchange) rewind() (err error) {
	switch {
	case x.done, x.next != nil, bodyless(x.req): // x.next is the hook's
	case x.req.GetBody == nil:
		err = errNoGetBody
	default:
		x.next, err = x.req.GetBody()
	}
	return err
}

// renew gets another token than the one that was refused.
func (x *exchange) renew() (err error) {
	x.renewedToken, err = x.renewal.renew(x.ctx, x.tokens, x.token, x.seen)
	return err
}

// adjust asks the hook for the request to send next.
func (x *exchange) adjust(e *Error) error {
	given := x.req.Clone(x.ctx)
	if !bodyless(given) {
		given.Body = sentBody{}
	}
	req, err := x.resolve(x.ctx, given, e)
	switch {
	case err != nil:
		return err
	case req == nil:
		x.done = true
		return nil
	}
	x.req = req
	if _, sent := req.Body.(sentBody); !sent {
		x.next = req.Body
	}
	return nil
}

// A sentBody stands for a body that has been sent. A hook that leaves it in its
// request has the same body sent again.
type sentBody struct{}

var errSent = errors.New("the body has been sent: use GetBody")

func (sentBody) Read([]byte) (int, error) { return 0, errSent }
func (sentBody) Close() error             { return nil }

// noContent is the response where the hook found nothing left to do.
func noContent(req *http.Request) *http.Response {
	return &http.Response{
		Status: "204 No Content", StatusCode: http.StatusNoContent,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: make(http.Header), Body: http.NoBody, Request: req,
	}
}
