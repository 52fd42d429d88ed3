//go:build go1.25

package runtime

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// A tripper is a RoundTripper of a function.
type tripper func(*http.Request) (*http.Response, error)

func (f tripper) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

// A reply is what a scripted server answers.
type reply struct {
	status int
	header string // "Name: value" lines
	body   string
	err    error         // instead of a response
	takes  time.Duration // to answer, unless the request is canceled
}

// A script is a RoundTripper that answers each request with the next reply,
// and with the last again and again. It notes what it was sent.
type script struct {
	mu      sync.Mutex
	replies []reply
	began   time.Time
	at      []time.Duration // since the first request
	reqs    []*http.Request
	sent    []string // bodies
	open    int      // bodies of responses that are not closed
}

func newScript(replies ...reply) *script { return &script{replies: replies} }

// answering is a script of bare statuses.
func answering(list ...int) *script {
	s := newScript()
	for _, status := range list {
		s.replies = append(s.replies, reply{status: status})
	}
	return s
}

func (s *script) RoundTrip(req *http.Request) (*http.Response, error) {
	r := s.take(req)
	select {
	case <-req.Context().Done():
		return nil, context.Cause(req.Context())
	case <-time.After(r.takes):
	}
	if r.err != nil {
		return nil, r.err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open++
	return &http.Response{
		StatusCode: r.status, Header: headerOf(r.header), Request: req,
		Body: &scriptBody{Reader: strings.NewReader(r.body), s: s},
	}, nil
}

func (s *script) take(req *http.Request) reply {
	var sent []byte
	if req.Body != nil {
		sent, _ = io.ReadAll(req.Body)
		req.Body.Close()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.began.IsZero() {
		s.began = time.Now()
	}
	s.at = append(s.at, time.Since(s.began))
	s.reqs = append(s.reqs, req)
	s.sent = append(s.sent, string(sent))
	r := s.replies[0]
	if len(s.replies) > 1 {
		s.replies = s.replies[1:]
	}
	return r
}

// count is how many requests came.
func (s *script) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.reqs)
}

// gaps are the times between one request and the next, in whole seconds.
func (s *script) gaps() (gaps []int) {
	for i := 1; i < len(s.at); i++ {
		gaps = append(gaps, int((s.at[i]-s.at[i-1])/time.Second))
	}
	return gaps
}

type scriptBody struct {
	io.Reader
	s    *script
	once sync.Once
}

func (b *scriptBody) Close() error {
	b.once.Do(func() {
		b.s.mu.Lock()
		defer b.s.mu.Unlock()
		b.s.open--
	})
	return nil
}

func headerOf(lines string) http.Header {
	h := http.Header{}
	for _, line := range strings.Split(lines, "\n") {
		if name, value, ok := strings.Cut(line, ": "); ok {
			h.Add(name, value)
		}
	}
	return h
}

// over is a Client whose requests go to the script.
func over(s http.RoundTripper) *Client { return &Client{HTTP: &http.Client{Transport: s}} }

const testURL = "https://ann:pass@api.example.com/v1/orders?key=query-secret"

func newRequest(t testing.TB, method, body string) *http.Request {
	t.Helper()
	return requestWith(t, t.Context(), method, body)
}

func requestWith(t testing.TB, ctx context.Context, method, body string) *http.Request {
	t.Helper()
	var r io.Reader
	if body != "" {
		r = strings.NewReader(body)
	}
	req, err := http.NewRequestWithContext(ctx, method, "https://api.example.com/v1/orders", r)
	if err != nil {
		t.Fatal(err)
	}
	return req
}

// virtually runs a test in virtual time. That all goroutines have ended in the
// end is synctest's to check.
func virtually(t *testing.T, f func(t *testing.T)) {
	t.Helper()
	synctest.Test(t, f)
}

// wantStop checks that err is an *Error that stopped for the reason, after as
// many attempts.
func wantStop(t *testing.T, err error, stop Stop, attempts int) *Error {
	t.Helper()
	e, ok := err.(*Error)
	if !ok {
		t.Fatalf("got %T %v, want an *Error", err, err)
	}
	if e.Stop != stop || len(e.Attempts) != attempts {
		t.Fatalf("got stop %q after %d attempts, want %q after %d: %v", e.Stop, len(e.Attempts), stop, attempts, err)
	}
	return e
}

func wantSuccess(t *testing.T, resp *http.Response, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("got the error %v, want a success", err)
	}
	resp.Body.Close()
}

func wantCount(t *testing.T, s *script, n int) {
	t.Helper()
	if got := s.count(); got != n {
		t.Fatalf("got %d requests, want %d", got, n)
	}
	if s.open != 0 {
		t.Fatalf("%d bodies of responses were left open", s.open)
	}
}

func wantGaps(t *testing.T, s *script, gaps ...int) {
	t.Helper()
	if got := s.gaps(); !slices.Equal(got, gaps) {
		t.Fatalf("got gaps of %v s between the requests, want %v", got, gaps)
	}
}

// post is a POST whose body can't be rewound.
func streamed(t testing.TB, method, body string) *http.Request {
	req := newRequest(t, method, body)
	req.GetBody = nil
	return req
}

var errReset = fmt.Errorf("read tcp: %w", io.ErrUnexpectedEOF)

func TestZeroClientRetries(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := answering(503, 500, 200)
		resp, err := over(s).Do(newRequest(t, "GET", ""))
		wantSuccess(t, resp, err)
		wantCount(t, s, 3)
		wantGaps(t, s, 1, 2)
	})
}

func TestAttemptsAreRecorded(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := newScript(reply{err: errReset}, reply{status: 503, header: "X-Request-Id: r2\nRetry-After: 3"}, reply{status: 404})
		_, err := over(s).Do(newRequest(t, "GET", ""))
		e := wantStop(t, err, StopNever, 3)
		a := e.Attempts
		if a[0].Status != 0 || !errors.Is(a[0].Err, io.ErrUnexpectedEOF) || a[0].Delay < time.Second {
			t.Errorf("the first attempt is %v", a[0])
		}
		if a[1].Status != 503 || a[1].Code != ErrServiceUnavailable || a[1].RequestID != "r2" || a[1].Delay < 3*time.Second {
			t.Errorf("the second attempt is %v", a[1])
		}
		if a[2].Status != 404 || a[2].Delay != 0 {
			t.Errorf("the third attempt is %v", a[2])
		}
	})
}

// A body that neither goes on nor ends is closed, and used as far as it came.
func TestStalledErrorBody(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		stalled := tripper(func(req *http.Request) (*http.Response, error) {
			r, w := io.Pipe()
			go io.WriteString(w, `{"message":"part"}`)
			return &http.Response{StatusCode: 400, Header: http.Header{}, Body: r, ContentLength: 100, Request: req}, nil
		})
		began := time.Now()
		_, err := do(stalled, &Client{}, newRequest(t, "GET", ""))
		e, ok := AsError(err)
		if !ok || !errors.Is(err, errStalled) || e.Message != "part" || time.Since(began) != maxBodyTime {
			t.Errorf("got %v after %v", err, time.Since(began))
		}
	})
}
