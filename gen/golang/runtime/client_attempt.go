// One attempt of an exchange: sending within its time-out, and telling a
// success from an error of the API and from a failure without a response.

package runtime

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"syscall"
	"time"
)

// attempt sends the request within the policy's AttemptTimeout.
func (x *exchange) attempt(req *http.Request) (*http.Response, error) {
	timeout := x.policy.AttemptTimeout
	if timeout <= 0 {
		return x.transmit(req)
	}
	ctx, cancel := context.WithCancel(req.Context())
	timer := time.AfterFunc(timeout, cancel)
	resp, err := x.transmit(req.WithContext(ctx))
	if !timer.Stop() && x.ctx.Err() == nil {
		closeResponse(resp)
		return nil, attemptTimeout(timeout)
	}
	if err != nil || resp == nil || resp.Body == nil {
		cancel()
		return resp, err
	}
	resp.Body = canceling(resp.Body, cancel)
	return resp, nil
}

// transmit hands the request on, once.
func (x *exchange) transmit(req *http.Request) (*http.Response, error) {
	if x.client != nil {
		return x.client.Do(req)
	}
	return x.base.RoundTrip(req)
}

// An attemptTimeout is the failure of an attempt that took too long.
type attemptTimeout time.Duration

func (t attemptTimeout) Error() string { return "no response within " + time.Duration(t).String() }

// Timeout is that of net.Error.
func (t attemptTimeout) Timeout() bool { return true }

// Is makes it a context.DeadlineExceeded, as the time-outs of net/http are.
func (t attemptTimeout) Is(target error) bool { return target == context.DeadlineExceeded }

// canceling is body, whose Close cancels the context of its attempt. It writes
// where body does, as that of a 101 response.
func canceling(body io.ReadCloser, cancel context.CancelFunc) io.ReadCloser {
	closing := cancelingBody{body, cancel}
	if w, ok := body.(io.Writer); ok {
		return struct {
			cancelingBody
			io.Writer
		}{closing, w}
	}
	return closing
}

type cancelingBody struct {
	io.ReadCloser
	cancel context.CancelFunc
}

func (b cancelingBody) Close() error {
	defer b.cancel()
	return b.ReadCloser.Close()
}

var errNothing = errors.New("the RoundTripper returned neither a response nor an error")

// receive takes what an attempt returned; nil is a success.
func (x *exchange) receive(resp *http.Response, err error) *Error {
	if err == nil && resp == nil {
		err = errNothing
	}
	if err != nil {
		closeResponse(resp)
		return x.failed(err)
	}
	if resp.Body == nil {
		resp.Body = http.NoBody
	}
	if resp.Request == nil {
		resp.Request = x.req
	}
	x.resp = resp
	if final, ok := resp.Body.(finalBody); ok {
		x.nested.adopt(final.err)
	}
	if e := x.errorIn(resp); e != nil {
		return e
	}
	x.budget.refill()
	return nil
}

// errorIn is the error that a response tells; nil for a success.
func (x *exchange) errorIn(resp *http.Response) *Error {
	if !failed(resp) || resp.StatusCode == http.StatusNotModified && conditional(x.req) {
		return nil
	}
	x.failure = Error{}
	x.failure.read(resp, &x.body)
	return &x.failure
}

// succeeded reports whether a status is that of a success, whatever the request.
func succeeded(status int) bool {
	return uint(status-200) < 100 || status == http.StatusSwitchingProtocols
}

// conditional reports whether the request asked for a 304 (RFC 9110 §13.1).
func conditional(req *http.Request) bool {
	return req.Header.Get("If-None-Match") != "" || req.Header.Get("If-Modified-Since") != ""
}

// failed is the error of an attempt without a response: that of a client
// further in, or one of Status 0.
func (x *exchange) failed(err error) *Error {
	e := x.silent(err)
	if e.noToken() {
		return e
	}
	if inner, ok := AsError(err); ok {
		x.nested.adopt(inner)
		*e = *inner
	} else if transient(err) || unconnected(err) {
		e.hint = hintRetry
	}
	return e
}

// silent is the error where there was no response.
func (x *exchange) silent(cause error) *Error {
	x.failure = Error{cause: cause}
	return &x.failure
}

// transient reports whether a connection broke or was too slow, so that the
// next may do better. Whatever else fails before there is a response, such as
// an unknown certificate, fails again.
func transient(err error) bool {
	var timeout interface{ Timeout() bool }
	var op *net.OpError
	switch {
	case errors.As(err, &timeout) && timeout.Timeout():
		return true
	case errors.As(err, &op) && (op.Op == "read" || op.Op == "write"):
		return true
	}
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.ECONNABORTED) || errors.Is(err, syscall.EPIPE)
}

// unconnected reports whether no connection came about, so that nothing was
// sent, and the next attempt may do better: not where the host has no address.
func unconnected(err error) bool {
	var dns *net.DNSError
	if errors.As(err, &dns) {
		return dns.IsTimeout || dns.IsTemporary
	}
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial" || errors.Is(err, syscall.ECONNREFUSED)
}

func closeBody(req *http.Request) {
	if req.Body != nil {
		req.Body.Close()
	}
}

func closeResponse(resp *http.Response) {
	if resp != nil && resp.Body != nil {
		resp.Body.Close()
	}
}
