//go:build go1.25

package runtime

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

var okResponse = &http.Response{StatusCode: 200, Body: http.NoBody, Header: http.Header{}}

type okTripper struct{}

func (okTripper) RoundTrip(*http.Request) (*http.Response, error) { return okResponse, nil }

// A flakyTripper fails every other time.
type flakyTripper struct {
	n    int
	body string
}

func (f *flakyTripper) RoundTrip(*http.Request) (*http.Response, error) {
	if f.n++; f.n%2 == 0 {
		return okResponse, nil
	}
	body := io.ReadCloser(http.NoBody)
	if f.body != "" {
		body = io.NopCloser(strings.NewReader(f.body))
	}
	return &http.Response{StatusCode: 503, Body: body, Header: http.Header{}}, nil
}

// Of the eight allocations three are those of the sleep's timer, two those of
// the timer that bounds the reading of the body.
func TestRetryAllocations(t *testing.T) {
	const body = `{"error":{"code":"overloaded","message":"busy"},"request_id":"0123456789"}`
	for _, length := range []int64{-1, 0, int64(len(body))} {
		var text strings.Reader
		failure := &http.Response{StatusCode: 503, Header: http.Header{}, ContentLength: length}
		sent := 0
		base := tripper(func(*http.Request) (*http.Response, error) {
			if sent++; sent%2 == 0 {
				return okResponse, nil
			}
			text.Reset(body)
			failure.Body = struct {
				*strings.Reader
				io.Closer
			}{&text, http.NoBody}
			return failure, nil
		})
		transport, req := &Transport{Base: base, Policy: quick, Budget: NoBudget}, newRequest(t, "GET", "")
		got := testing.AllocsPerRun(100, func() {
			if resp, err := transport.RoundTrip(req); err != nil || resp != okResponse {
				t.Fatal(resp, err)
			}
		})
		if got -= 1; got > 8 { // one is the test's own body
			t.Errorf("length %d: %v allocations, want at most 8", length, got)
		}
	}
}

var quick = Policy{BaseDelay: time.Nanosecond, MaxDelay: time.Nanosecond, Jitter: -1}

func BenchmarkTransport(b *testing.B) {
	benchmarks := []struct {
		name string
		base http.RoundTripper
	}{
		{"success/bare", okTripper{}},
		{"success/Transport", &Transport{Base: okTripper{}}},
		{"retry/empty", &Transport{Base: &flakyTripper{}, Policy: quick, Budget: NoBudget}},
		{"retry/body", &Transport{Base: &flakyTripper{body: `{"error":{"code":"overloaded","message":"busy"},"request_id":"r1"}`}, Policy: quick, Budget: NoBudget}},
	}
	for _, bench := range benchmarks {
		b.Run(bench.name, func(b *testing.B) {
			req := newRequest(b, "GET", "")
			b.ReportAllocs()
			for b.Loop() {
				if _, err := bench.base.RoundTrip(req); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDo(b *testing.B) {
	client := &http.Client{Transport: okTripper{}}
	for _, bench := range []struct {
		name string
		do   func(*http.Request) (*http.Response, error)
	}{
		{"http.Client", client.Do},
		{"Client", (&Client{HTTP: client}).Do},
		{"Client/retry", (&Client{HTTP: &http.Client{Transport: &flakyTripper{}}, Policy: quick, Budget: NoBudget}).Do},
	} {
		b.Run(bench.name, func(b *testing.B) {
			req := newRequest(b, "GET", "")
			b.ReportAllocs()
			for b.Loop() {
				if _, err := bench.do(req); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
