package runtime

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/errgen/errgen/gen/gentest"
)

// success is a response below 300.
func success(status int, body io.ReadCloser, lines ...string) *http.Response {
	return &http.Response{StatusCode: status, Header: headers(lines...), Body: body, ContentLength: -1}
}

func textBody(s string) io.ReadCloser { return io.NopCloser(strings.NewReader(s)) }

const falsehood = `{"error":{"decline_code":"not_ok","message":"no"}}`

// Rule 1: a response below 300 is an error where error_when holds.
func TestRule1ErrorWhen(t *testing.T) {
	tests := []struct {
		status int
		header []string
		body   string
		want   bool
	}{
		{200, nil, falsehood, true},
		{200, nil, `{"error":{"decline_code":"ok"}}`, false},
		{201, nil, falsehood, false},
		{201, nil, `{"messages":[{"status":0},{"status":17}]}`, true},
		{201, nil, `{"messages":[{"status":0}]}`, false},
		{201, nil, `{"messages":[{"status":null}]}`, false},
		{204, []string{"X-Failed: "}, ``, true},
		{101, []string{"X-Failed: 1"}, ``, true},
		{200, nil, `not JSON`, false},
		{200, nil, falsehood + "x", false},
		{200, nil, strings.Repeat(" ", maxBody) + falsehood, false},
		{200, nil, " \r\n\t" + strings.Repeat(" ", 4000) + falsehood, true},
		{200, nil, "\uFEFF" + falsehood, true},
	}
	for _, test := range tests {
		resp := success(test.status, textBody(test.body), test.header...)
		err := FromResponse(resp)
		left, readErr := io.ReadAll(resp.Body)
		if (err != nil) != test.want || string(left) != test.body || readErr != nil {
			t.Errorf("%d %v %.60q: %v; left %.60q, %v", test.status, test.header, test.body, err, left, readErr)
		}
		if len(test.body) <= maxBody {
			if m := gentest.Mean(orders, test.status, resp.Header, []byte(test.body)); m.IsError != test.want {
				t.Errorf("%d %v %.60q: the reference says %v", test.status, test.header, test.body, m.IsError)
			}
		}
	}
	e := failure(t, success(200, textBody(falsehood)))
	expect(t, e, ErrFalsehood, "no")
}

// The body is looked at only where it can make an error.
func TestBodyIsLeftAlone(t *testing.T) {
	head := success(200, textBody(falsehood))
	head.Request = &http.Request{Method: http.MethodHead}
	long := success(200, textBody(falsehood))
	long.ContentLength = maxBody + 1
	for name, resp := range map[string]*http.Response{
		"status": success(101, textBody(falsehood)), "HEAD": head, "long": long, "304": success(304, textBody(falsehood)),
	} {
		before := resp.Body
		if err := FromResponse(resp); err != nil || resp.Body != before {
			t.Errorf("%s: %v, body read: %v", name, err, resp.Body != before)
		}
	}
}

func TestCompressedSuccess(t *testing.T) {
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	io.WriteString(w, falsehood)
	w.Close()
	resp := success(200, io.NopCloser(bytes.NewReader(zipped.Bytes())), "Content-Encoding: gzip")
	expect(t, failure(t, resp), ErrFalsehood, "no")

	zipped.Reset()
	w.Reset(&zipped)
	io.WriteString(w, `{"fine":true}`)
	w.Close()
	resp = success(200, io.NopCloser(bytes.NewReader(zipped.Bytes())), "Content-Encoding: gzip")
	err := FromResponse(resp)
	if left, _ := io.ReadAll(resp.Body); err != nil || !bytes.Equal(left, zipped.Bytes()) || resp.Header.Get("Content-Encoding") != "gzip" {
		t.Errorf("%v; %q is left", err, left)
	}
}

// A trickle is a body whose end comes late, or with an error.
type trickle struct {
	io.Reader
	wait   time.Duration
	err    error
	closed bool
}

func (b *trickle) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if err == io.EOF {
		time.Sleep(b.wait)
		err = b.err
	}
	return n, err
}

func (b *trickle) Close() error {
	b.closed = true
	return nil
}

// A success that breaks off does so for who reads it.
func TestBrokenSuccess(t *testing.T) {
	broken := errors.New("broken")
	resp := success(200, &trickle{strings.NewReader(falsehood), 0, broken, false})
	err := FromResponse(resp)
	if left, readErr := io.ReadAll(resp.Body); err != nil || string(left) != falsehood || readErr != broken {
		t.Errorf("%v; left %q, %v", err, left, readErr)
	}
}

// A success that is an error is tried again, if that is what its action says.
func TestErrorWhenIsRetried(t *testing.T) {
	requests := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if requests++; requests%2 == 1 {
			w.Header().Set("X-Should-Retry", "true")
			io.WriteString(w, falsehood)
		}
	}))
	defer server.Close()
	policy := Policy{BaseDelay: time.Millisecond, Jitter: -1}
	for name, do := range map[string]func(*http.Request) (*http.Response, error){
		"Client": (&Client{Policy: policy}).Do, "Transport": (&Transport{Policy: policy}).RoundTrip,
	} {
		requests = 0
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := do(req)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if body, err := io.ReadAll(resp.Body); err != nil || len(body) > 0 || requests != 2 {
			t.Errorf("%s: %q, %v after %d requests", name, body, err, requests)
		}
		resp.Body.Close()
	}
}

// All faces of the client see errors that come as successes.
func TestClientSeesErrorWhen(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/fine" {
			io.WriteString(w, `{"fine":true}`)
			return
		}
		WriteError(w, r, New(ErrFalsehood, "no"))
	}))
	defer server.Close()
	send := func(path string, do func(*http.Request) (*http.Response, error)) (string, error) {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := do(req)
		if resp == nil || resp.Body == nil {
			return "", err
		}
		defer resp.Body.Close()
		body, readErr := io.ReadAll(resp.Body)
		return string(body), errors.Join(err, readErr)
	}
	client := new(Client)
	if _, err := send("/", client.Do); !IsFalsehood(err) {
		t.Errorf("Do: %v", err)
	}
	if body, err := send("/fine", client.Do); err != nil || body != `{"fine":true}` {
		t.Errorf("Do: %q, %v", body, err)
	}
	transport := &Transport{Policy: Policy{MaxAttempts: 1}}
	body, err := send("/", transport.RoundTrip)
	if err != nil || !strings.Contains(body, "not_ok") {
		t.Errorf("Transport: %q, %v", body, err)
	}
	if body, err := send("/fine", transport.RoundTrip); err != nil || body != `{"fine":true}` {
		t.Errorf("Transport: %q, %v", body, err)
	}
	type fine struct{ Fine bool }
	if v, err := ReadJSON[fine](http.Get(server.URL + "/fine")); err != nil || !v.Fine {
		t.Errorf("ReadJSON: %v, %v", v, err)
	}
	if _, err := ReadJSON[fine](http.Get(server.URL)); !IsFalsehood(err) {
		t.Errorf("ReadJSON: %v", err)
	}
}
