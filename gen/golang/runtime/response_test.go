package runtime

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// response is one to a GET, as net/http gives it.
func response(status int, contentType, body string) *http.Response {
	req := httptest.NewRequest(http.MethodGet, "https://ann:pw@h.example/orders/7?token=t#f", nil)
	return &http.Response{
		StatusCode: status, Header: http.Header{"Content-Type": {contentType}}, Request: req,
		Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)),
	}
}

// failure is the *Error of a response, which must be one, with its body read
// once more.
func failure(t *testing.T, resp *http.Response) *Error {
	t.Helper()
	e, ok := AsError(FromResponse(resp))
	if !ok {
		t.Fatalf("status %d is no error", resp.StatusCode)
	}
	again, err := io.ReadAll(resp.Body)
	if (err != nil) != (e.cause != nil) || !bytes.HasPrefix(again, e.Body) {
		t.Errorf("the body is %q, then again %q, %v", e.Body, again, err)
	}
	return e
}

// expect fails unless the error is that code with that message.
func expect(t *testing.T, e *Error, code Code, message string) {
	t.Helper()
	if e.Code != code || e.Message != message {
		t.Errorf("got %q: %q, want %q: %q", e.Code, e.Message, code, message)
	}
}

func TestCase20HTML502(t *testing.T) {
	e := failure(t, response(501, "text/html", "<html>501</html>"))
	expect(t, e, ErrServerTrouble, "Server Trouble")
	e = failure(t, response(418, "text/html", "<html>418</html>"))
	expect(t, e, 0, "I'm a teapot")
}

func TestCase21HTML400(t *testing.T) {
	e := failure(t, response(400, "text/html", "<html>"))
	expect(t, e, ErrBadRequest, "Bad Request")
	if e.Retryable() || string(e.Body) != "<html>" {
		t.Errorf("%v, body %q", e.Retryable(), e.Body)
	}
}

func TestCase22Empty500(t *testing.T) {
	expect(t, failure(t, response(500, "", "")), ErrInternalServerError, "Internal Server Error")
	resp := response(500, "", "")
	resp.Body = nil
	expect(t, failure(t, resp), ErrInternalServerError, "Internal Server Error")
}

func TestCase23Empty401(t *testing.T) {
	expect(t, failure(t, response(401, "application/json", "")), ErrUnauthorized, "Unauthorized")
}

func TestCase24Array(t *testing.T) {
	expect(t, failure(t, response(404, "application/json", "[1]")), ErrNotFound, "Not Found")
}

func TestCase25OtherTypes(t *testing.T) {
	expect(t, failure(t, response(404, "application/json", `{"error":"str"}`)), ErrNotFound, "Not Found")
	expect(t, failure(t, response(404, "application/json", `{"error":{"message":{"a":1}},"message":"m"}`)), ErrNotFound, "m")
}

func TestCase26TruncatedJSON(t *testing.T) {
	expect(t, failure(t, response(404, "application/json", `{"message":"m","a":`)), ErrNotFound, "Not Found")
}

// A counter counts what is read of it, and whether it was closed.
type counter struct {
	io.Reader
	read   int
	closed bool
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.read += n
	return n, err
}

func (c *counter) Close() error {
	c.closed = true
	return nil
}

func TestCase27LongBody(t *testing.T) {
	for _, size := range []int{maxBody - 1, maxBody, maxBody + 1, maxBody + maxDrain/2, 100 * maxBody} {
		resp := response(503, "", "")
		body := &counter{Reader: io.LimitReader(zeros{}, int64(size))}
		resp.Body = body
		e := failure(t, resp)
		expect(t, e, ErrServiceUnavailable, "Service Unavailable")
		if e.Truncated != (size > maxBody) || len(e.Body) != min(size, maxBody) {
			t.Errorf("size %d: truncated %v, %d bytes kept", size, e.Truncated, len(e.Body))
		}
		if limit := maxBody + 1 + maxDrain; body.read != min(size, limit) || !body.closed {
			t.Errorf("size %d: %d bytes read, closed: %v", size, body.read, body.closed)
		}
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

func TestCase28ConnectionDropped(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100")
		w.WriteHeader(503)
		fmt.Fprint(w, `{"message":"cut`)
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}))
	defer server.Close()
	resp, err := server.Client().Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	e := failure(t, resp)
	expect(t, e, ErrServiceUnavailable, "Service Unavailable")
	if e.Status != 503 || !errors.Is(e, io.ErrUnexpectedEOF) || string(e.Body) != `{"message":"cut` {
		t.Errorf("%v: %q", e, e.Body)
	}
}

func zipped(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

func TestCase29Gzip(t *testing.T) {
	tests := map[string]struct {
		sent      []byte
		message   string
		length    int
		truncated bool
		broken    bool
	}{
		"gzip":      {zipped([]byte(`{"message":"zipped"}`)), "zipped", 20, false, false},
		"bomb":      {zipped(make([]byte, 20*maxBody)), "Not Found", maxBody, true, false},
		"not gzip":  {[]byte(`{"message":"plain"}`), "plain", 19, false, false},
		"empty":     {nil, "Not Found", 0, false, false},
		"cut off":   {zipped([]byte(`{"message":"zipped"}`))[:20], "Not Found", 0, false, true},
		"no header": {[]byte("\x1f\x8b\x00"), "Not Found", 0, false, true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			resp := response(404, "application/json", string(test.sent))
			resp.Header.Set("Content-Encoding", "GZIP")
			e := failure(t, resp)
			expect(t, e, ErrNotFound, test.message)
			if e.Truncated != test.truncated || (e.cause != nil) != test.broken {
				t.Errorf("truncated: %v, cause: %v", e.Truncated, e.cause)
			}
			if !test.broken && len(e.Body) != test.length {
				t.Errorf("%d bytes", len(e.Body))
			}
		})
	}
}

// The bound itself is long; here a server stalls, and the bound is short.
func TestCase29StalledBody(t *testing.T) {
	for _, encoding := range []string{"", "gzip"} {
		done := make(chan struct{})
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", encoding)
			w.WriteHeader(503)
			w.Write(zipped([]byte("part"))[:5])
			w.(http.Flusher).Flush()
			<-done
		}))
		for _, compressed := range []bool{false, true} {
			client := &http.Client{Transport: &http.Transport{DisableCompression: !compressed}}
			resp, err := client.Get(server.URL)
			if err != nil {
				t.Fatal(err)
			}
			started := time.Now()
			body := new(replay)
			body.replace(resp, 20*time.Millisecond)
			if !errors.Is(body.err, errStalled) || time.Since(started) > 2*time.Second {
				t.Errorf("%v after %v", body.err, time.Since(started))
			}
			client.CloseIdleConnections()
		}
		close(done)
		server.Close()
	}
}

func TestCase30ByteOrderMarkAndInvalidUTF8(t *testing.T) {
	expect(t, failure(t, response(404, "", "\uFEFF{\"message\":\"m\"}")), ErrNotFound, "m")
	expect(t, failure(t, response(404, "", "{\"message\":\"a\xffb\"}")), ErrNotFound, "a\uFFFDb")
}

func TestCase31ContentTypes(t *testing.T) {
	for _, contentType := range []string{"application/problem+json", "application/json; charset=utf-8", "text/plain", ""} {
		expect(t, failure(t, response(404, contentType, `{"message":"m"}`)), ErrNotFound, "m")
	}
}

func TestCase32StatusInBody(t *testing.T) {
	e := failure(t, response(404, "", `{"status":429,"message":"m"}`))
	expect(t, e, ErrNotFound, "m")
	if e.Status != 404 || !strings.Contains(string(e.Body), "429") {
		t.Errorf("%d, %s", e.Status, e.Body)
	}
}

func TestCase33UnknownSubCode(t *testing.T) {
	e := failure(t, response(503, "", `{"error":{"code":"brand_new"}}`))
	expect(t, e, ErrServiceUnavailable, "Service Unavailable")
	if e.Value != "brand_new" || e.Class() != ClassServer || !e.Retryable() {
		t.Errorf("%q, %v, %v", e.Value, e.Class(), e.Retryable())
	}
	e = failure(t, response(402, "", `{"error":{"code":"brand_new"}}`))
	if e.Code != 0 || e.Value != "brand_new" || e.Class() != ClassRequest || e.Action() != ActionNever {
		t.Errorf("%v, %q, %v, %v", e.Code, e.Value, e.Class(), e.Action())
	}
	e = failure(t, response(503, "", `{"error":{"decline_code":"brand_new","code":"overloaded"}}`))
	if e.Code != ErrOverloaded || e.Value != "overloaded" {
		t.Errorf("%v, %q: an unknown sub-code hides its parent", e.Code, e.Value)
	}
}

func TestCase34EnvelopeIn200(t *testing.T) {
	expectSuccess(t, 200, `{"ok":false,"error":{"code":"locked"}}`)
}
func TestCase35LoginPage(t *testing.T) { expectSuccess(t, 200, "<html>") }
func TestCase37NoContent(t *testing.T) { expectSuccess(t, 204, "") }

func TestNotAnError(t *testing.T) {
	for _, status := range []int{100, 101, 103, 201, 206, 299, 304} {
		expectSuccess(t, status, "")
	}
	for _, status := range []int{300, 302, 305, 400, 599, 600, 999} {
		if FromResponse(response(status, "", "")) == nil {
			t.Errorf("%d is a success", status)
		}
	}
}

// expectSuccess fails unless the response is a success whose body can be read,
// and is untouched where it cannot make an error.
func expectSuccess(t *testing.T, status int, body string) {
	t.Helper()
	resp := response(status, "application/json", body)
	before := resp.Body
	if err := FromResponse(resp); err != nil || resp.Body != before && status/100 != 2 {
		t.Errorf("%d: %v", status, err)
	}
	if left, err := io.ReadAll(resp.Body); err != nil || string(left) != body {
		t.Errorf("%d: %q, %v is left of the body %q", status, left, err, body)
	}
}

func TestCase36Head(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		WriteError(w, r, ErrOrderNotFound)
	}))
	defer server.Close()
	resp, err := server.Client().Head(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	e := failure(t, resp)
	expect(t, e, ErrNotFound, "Not Found")
	if e.Method != http.MethodHead || len(e.Body) > 0 {
		t.Errorf("%s, %q", e.Method, e.Body)
	}
}

func TestFromResponseKeepsWhatIsSafe(t *testing.T) {
	resp := response(404, "application/json", `{"error":{"details":[1]}}`)
	resp.Header.Set("Set-Cookie", "session=1")
	resp.Header.Set("X-Trace", "t")
	e := failure(t, resp)
	if e.URL != "https://h.example/orders/7" || e.Method != http.MethodGet || string(e.Details) != "[1]" {
		t.Errorf("%s %s %s", e.Method, e.URL, e.Details)
	}
	if e.Header.Get("Set-Cookie") != "" || e.Header.Get("X-Trace") != "t" || resp.Header.Get("Set-Cookie") == "" {
		t.Errorf("header: %v, of the response: %v", e.Header, resp.Header)
	}
	resp = response(404, "", "")
	resp.Request = nil
	if e := failure(t, resp); e.URL != "" || e.Method != "" {
		t.Errorf("%s %s", e.Method, e.URL)
	}
}

func TestFromNoResponse(t *testing.T) {
	e, ok := AsError(FromResponse(nil))
	if !ok || e.Status != 0 || e.Retryable() || e.Error() != "orders: no response" {
		t.Errorf("%v, %v", e, ok)
	}
}

func TestReadJSON(t *testing.T) {
	type order struct{ ID int }
	failed := errors.New("failed")
	head := response(200, "", "")
	head.Request.Method = http.MethodHead
	tests := map[string]struct {
		resp *http.Response
		err  error
		want int
		ok   func(error) bool
	}{
		"success":         {response(200, "", ` {"ID":7} `), nil, 7, isNil},
		"error":           {response(404, "", `{"ID":7}`), nil, 0, isNotFound},
		"call failed":     {nil, failed, 0, func(err error) bool { return err == failed }},
		"call and answer": {response(200, "", `{"ID":7}`), failed, 0, func(err error) bool { return err == failed }},
		"nothing":         {nil, nil, 0, func(err error) bool { return errors.Is(err, errNoResponse) }},
		"no content":      {response(204, "", ""), nil, 0, isNil},
		"HEAD":            {head, nil, 0, isNil},
		"empty":           {response(200, "", ""), nil, 0, func(err error) bool { return errors.Is(err, io.ErrUnexpectedEOF) }},
		"cut off":         {response(200, "", `{"ID":`), nil, 0, func(err error) bool { return errors.Is(err, io.ErrUnexpectedEOF) }},
		"not JSON":        {response(200, "", "<html>"), nil, 0, func(err error) bool { return errors.As(err, new(*json.SyntaxError)) }},
		"two values":      {response(200, "", `{"ID":7}{"ID":8}`), nil, 0, func(err error) bool { return err != nil }},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			body := &counter{}
			if test.resp != nil {
				body.Reader = test.resp.Body
				test.resp.Body = body
			}
			got, err := ReadJSON[order](test.resp, test.err)
			if got.ID != test.want || !test.ok(err) {
				t.Errorf("%+v, %v", got, err)
			}
			if test.resp != nil && !body.closed {
				t.Error("the body is open")
			}
		})
	}
}

func isNil(err error) bool      { return err == nil }
func isNotFound(err error) bool { return is(err, ErrNotFound) }

// A connection is used again after an error, though nobody read its body.
func TestConnectionIsUsedAgain(t *testing.T) {
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(500)
		io.CopyN(w, zeros{}, maxBody+maxDrain/2)
	}))
	opened := make(chan net.Conn, 10)
	server.Config.ConnState = func(conn net.Conn, state http.ConnState) {
		if state == http.StateNew {
			opened <- conn
		}
	}
	server.Start()
	defer server.Close()
	for range 3 {
		req, err := http.NewRequestWithContext(context.Background(), http.MethodGet, server.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := server.Client().Do(req)
		if err != nil {
			t.Fatal(err)
		}
		failure(t, resp)
	}
	if len(opened) != 1 {
		t.Errorf("%d connections", len(opened))
	}
}
