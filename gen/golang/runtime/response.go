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
// the catalog does not list that. A nil response is an *Error without status.
//
// Of an error's body it reads at most 1 MiB, uncompressed, for at most ten
// seconds, and closes it; resp.Body then gives what was read once more. A body
// that breaks off is used as far as it goes, and errors.Is finds why it did.
func FromResponse(resp *http.Response) error {
	switch {
	case resp == nil:
		return &Error{cause: errNoResponse}
	case !isError(resp.StatusCode):
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

// errorOf makes the error of a response. Afterwards the body, a *replay, gives
// again what was read of it, then the rest.
func errorOf(resp *http.Response) *Error {
	body, err := readBody(resp)
	e := Decode(resp.StatusCode, resp.Header, body[:min(len(body), maxBody)])
	e.Truncated = len(body) > maxBody
	e.cause = err
	if req := resp.Request; req != nil {
		e.Method, e.URL = methodOf(req), safeURL(req.URL)
	}
	return e
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

// readBody reads one byte more of a body than an error keeps, if there is as
// much, and makes it readable again. What the server compressed is uncompressed,
// as net/http does unless the caller asks for gzip.
func readBody(resp *http.Response) ([]byte, error) {
	if resp.Body == nil || resp.Body == http.NoBody {
		resp.Body = &replay{rest: http.NoBody}
		return nil, nil
	}
	gzipped := strings.EqualFold(resp.Header.Get("Content-Encoding"), "gzip")
	body, unzipped := readWithin(maxBodyTime, resp.Body, gzipped)
	resp.Body = body
	if unzipped {
		resp.Header.Del("Content-Encoding")
		resp.Header.Del("Content-Length")
		resp.ContentLength = -1
		resp.Uncompressed = true
	}
	return body.read, body.err
}

// readWithin reads the beginning of a body, in a goroutine of its own: a read
// that stalls can be left behind even where Close waits for it, as that of
// net/http's own gzip reader may.
func readWithin(limit time.Duration, body io.ReadCloser, gzipped bool) (read *replay, unzipped bool) {
	type result struct {
		body     *replay
		unzipped bool
	}
	done := make(chan result, 1)
	go func() {
		read, unzipped := readStart(body, gzipped)
		done <- result{read, unzipped}
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case r := <-done:
		return r.body, r.unzipped
	case <-timer.C:
		go body.Close()
		return &replay{err: errStalled, rest: http.NoBody}, false
	}
}

// readStart reads the beginning of a body, unzipped if it is gzip.
func readStart(body io.ReadCloser, gzipped bool) (read *replay, unzipped bool) {
	read = &replay{rest: body}
	if gzipped {
		buffered := bufio.NewReader(body)
		read.rest = &layered{buffered, body}
		if magic, _ := buffered.Peek(2); string(magic) == "\x1f\x8b" {
			var unzipper *gzip.Reader
			if unzipper, read.err = gzip.NewReader(buffered); read.err != nil {
				return read, false
			}
			read.rest, unzipped = &layered{unzipper, body}, true
		}
	}
	read.read, read.err = io.ReadAll(io.LimitReader(read.rest, maxBody+1))
	return read, unzipped
}

// A layered body reads from what reads from the Closer.
type layered struct {
	io.Reader
	io.Closer
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

// discard drains a body, so that its connection can be used again, and closes
// it. One that is long or slow is closed as it is, and left behind if need be.
func discard(body io.ReadCloser) {
	done := make(chan struct{})
	go func() {
		io.CopyN(io.Discard, body, maxDrain) // what fails here is of no use to anybody
		body.Close()
		close(done)
	}()
	timer := time.NewTimer(maxDrainTime)
	defer timer.Stop()
	select {
	case <-done:
	case <-timer.C:
		go body.Close()
	}
}
