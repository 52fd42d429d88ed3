// From an *http.Response to an error: what is read of a body, for how long, and
// what is left of it.

package runtime

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const (
	maxBody      = 1 << 20          // of an error, decoded
	maxBodyTime  = 10 * time.Second // to read it
	maxDrain     = 256 << 10        // of what nobody reads
	maxDrainTime = time.Second      // to drain it
)

// A fault is why there is no whole response.
type fault string

const (
	errNoResponse fault = "no response"
	errStalled    fault = "the body did not end in time"
	errTrailing   fault = "more than one JSON value"
)

func (f fault) Error() string { return string(f) }

// FromResponse is nil for a success, and an *Error for a response that the
// catalog counts as an error: status 300 and up, but for 304 Not Modified where
// the catalog does not list that, and below 300 as the catalog says. A nil
// response is an *Error without status.
//
// Of an error's body it reads at most 1 MiB, uncompressed, for at most ten
// seconds, and closes it; resp.Body then gives what was read once more. A body
// that breaks off is used as far as it goes, and errors.Is finds why it did. One
// that stalls is closed, which must end its Read, as it does in net/http.
func FromResponse(resp *http.Response) error {
	if resp == nil {
		return &Error{cause: errNoResponse}
	}
	if !failed(resp) {
		return nil
	}
	e := errorOf(resp)
	body := resp.Body.(*replay)
	if e.Truncated {
		discard(body.rest)
	} else {
		body.rest.Close()
	}
	body.rest = http.NoBody
	return e
}

// ReadJSON reads the JSON body of a success into a T, and closes it. It takes
// what a call such as [http.Client.Do] returns; the call's error, or that of
// FromResponse, comes back as it is. A response that has no body by its status
// or method gives the zero T.
func ReadJSON[T any](resp *http.Response, err error) (T, error) {
	var v, zero T
	if err == nil {
		err = FromResponse(resp)
	}
	if err == nil && hasBody(resp) {
		err = decodeJSON(resp, &v)
	}
	switch {
	case resp == nil || resp.Body == nil:
	case err == nil:
		resp.Body.Close()
	default:
		discard(resp.Body)
	}
	if err != nil {
		return zero, err
	}
	return v, nil
}

// decodeJSON reads a body that is one JSON value, to its end.
func decodeJSON(resp *http.Response, v any) error {
	decoder := json.NewDecoder(resp.Body)
	err := decoder.Decode(v)
	if err == nil {
		if _, err = decoder.Token(); err == io.EOF {
			return nil
		}
		err = errors.Join(errTrailing, err)
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("%sbody of a response with status %d: %w", prefix, resp.StatusCode, err)
}

// hasBody reports whether a success has a body.
func hasBody(resp *http.Response) bool {
	return bodyAllowed(resp.StatusCode) && resp.StatusCode != http.StatusResetContent &&
		(resp.Request == nil || resp.Request.Method != http.MethodHead)
}

// failed reports whether a response is an error. Its body stays readable.
func failed(resp *http.Response) bool {
	//errgen:if error_when
	if resp.StatusCode < http.StatusMultipleChoices {
		return failedQuietly(resp)
	}
	//errgen:end
	return isError(resp.StatusCode)
}

// errorOf makes the error of a response. Afterwards the body, a *replay, gives
// again what was read of it, then the rest.
func errorOf(resp *http.Response) *Error {
	e := new(Error)
	e.read(resp, new(replay))
	e.complete(resp.Request)
	return e
}

// read makes e the error of a response, and body that response's body. A client
// needs no more of an error to act on it; for others there is complete.
func (e *Error) read(resp *http.Response, body *replay) {
	body.replace(resp, maxBodyTime)
	e.borrow(resp.StatusCode, resp.Header, body.read[:min(len(body.read), maxBody)])
	e.Truncated = len(body.read) > maxBody
	e.cause = body.err
}

// complete gives e a header of its own, and tells what was requested.
func (e *Error) complete(req *http.Request) {
	e.Header = withoutCookies(e.Header)
	if req != nil && e.Method == "" {
		e.Method, e.URL = methodOf(req), safeURL(req.URL)
	}
}

// methodOf is a request's method by name.
func methodOf(req *http.Request) string {
	if req.Method == "" {
		return http.MethodGet
	}
	return req.Method
}

// safeURL is a request's URL without user info, query and fragment.
func safeURL(u *url.URL) string {
	if u == nil {
		return ""
	}
	safe := url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path, RawPath: u.RawPath}
	return safe.String()
}

// A replay is a body that gives what was read of it once more, then the rest,
// or why there is none.
type replay struct {
	read []byte
	err  error
	rest io.ReadCloser
}

func (r *replay) Read(p []byte) (int, error) {
	if len(r.read) > 0 {
		n := copy(p, r.read)
		r.read = r.read[n:]
		return n, nil
	}
	if r.err != nil {
		return 0, r.err
	}
	return r.rest.Read(p)
}

func (r *replay) Close() error { return r.rest.Close() }

// replace makes r the body of a response, and reads the beginning: one byte
// more than an error keeps, if there is as much.
func (r *replay) replace(resp *http.Response, limit time.Duration) {
	*r = replay{rest: resp.Body}
	switch {
	case r.rest == nil || r.rest == http.NoBody:
		r.rest = http.NoBody
	case resp.Uncompressed:
		r.readApart(limit)
	default:
		r.readWithin(resp, limit)
	}
	resp.Body = r
}

// readWithin reads a beginning. Where that takes too long, it closes the body to
// end the read.
func (r *replay) readWithin(resp *http.Response, limit time.Duration) {
	body := r.rest
	timer := time.AfterFunc(limit, func() { body.Close() })
	if coding := resp.Header["Content-Encoding"]; len(coding) > 0 && strings.EqualFold(coding[0], "gzip") {
		r.unzip(resp)
	}
	r.fill(resp.ContentLength)
	if !timer.Stop() && r.err != nil {
		r.err = errStalled
	}
}

// readApart reads a beginning in a goroutine of its own, so that a read that
// stalls can be left behind: the Close of net/http's gzip reader waits for it.
func (r *replay) readApart(limit time.Duration) {
	done := make(chan *replay, 1)
	body := r.rest
	go func() {
		apart := &replay{rest: body}
		defer func() {
			if v := recover(); v != nil { // here nobody else could
				apart.err = fmt.Errorf("reading the body panicked: %v", v)
			}
			done <- apart
		}()
		apart.fill(-1)
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case apart := <-done:
		*r = *apart
	case <-timer.C:
		go body.Close()
		*r = replay{err: errStalled, rest: http.NoBody}
	}
}

// unzip uncompresses what the server compressed, as net/http does unless the
// caller asks for gzip.
func (r *replay) unzip(resp *http.Response) {
	body, buffered := r.rest, bufio.NewReader(r.rest)
	r.rest = &layered{buffered, body}
	if magic, _ := buffered.Peek(2); string(magic) != "\x1f\x8b" {
		return
	}
	unzipper, err := gzip.NewReader(buffered)
	if err != nil {
		r.err = err
		return
	}
	r.rest = &layered{unzipper, body}
	resp.Header.Del("Content-Encoding")
	resp.Header.Del("Content-Length")
	resp.ContentLength = -1
	resp.Uncompressed = true
}

// fill reads a beginning of a body of that length, 0 or less if it is not known.
func (r *replay) fill(length int64) {
	r.read = make([]byte, 0, firstRoom(length))
	for r.err == nil && len(r.read) <= maxBody {
		if len(r.read) == cap(r.read) {
			r.read = append(r.read, 0)[:len(r.read)]
		}
		n, err := r.rest.Read(r.read[len(r.read):min(cap(r.read), maxBody+1)])
		r.read, r.err = r.read[:len(r.read)+n], err
	}
	if r.err == io.EOF {
		r.err = nil
	}
}

// firstRoom is how many bytes to make room for: that of the length, and of one
// more so that its end is seen, unless that is more than is likely.
func firstRoom(length int64) int64 {
	const usual, most = 512, 64 << 10
	if length <= 0 || length >= most {
		return usual
	}
	return length + 1
}

// A layered body reads from what reads from the Closer.
type layered struct {
	io.Reader
	io.Closer
}

// discard drains a body, so that its connection can be used again, and closes
// it. One that is long or slow is closed as it is, and left behind if need be.
func discard(body io.ReadCloser) {
	done := make(chan struct{})
	go func() {
		defer func() {
			_ = recover() // what fails here is of no use to anybody
			close(done)
		}()
		defer body.Close()
		_, _ = io.CopyN(io.Discard, body, maxDrain)
	}()
	timer := time.NewTimer(maxDrainTime)
	defer timer.Stop()
	select {
	case <-done:
	case <-timer.C:
		go body.Close()
	}
}
