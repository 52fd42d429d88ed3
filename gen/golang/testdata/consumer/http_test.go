// The test of the http part: what WriteError writes, FromResponse reads, and what
// responses mean is what the catalog says.

package consumer

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestRoundTrip(t *testing.T) {
	want := wanted(t)
	for _, c := range Codes() {
		if slices.Contains(want.Unwritable, c.Name()) {
			continue
		}
		sent := New(c, "what went wrong")
		sent.RetryAfter = 47 * time.Second
		rec := httptest.NewRecorder()
		WriteError(rec, nil, sent)
		e, ok := AsError(FromResponse(rec.Result()))
		if !ok || e.Code != c || e.RetryAfter != sent.RetryAfter {
			t.Fatalf("%s came back as %#v, from\n%s", c.Name(), e, rec.Body)
		}
		if want.SaysMessage && e.Message != sent.Message {
			t.Fatalf("the message of %s came back as %q, from\n%s", c.Name(), e.Message, e.Body)
		}
	}
}

type wantResponse struct {
	Status int
	Header http.Header
	Body   []byte
	Want   struct {
		IsError                                 bool
		Name, Value, Domain, Message, RequestID string
		Delay                                   time.Duration
		Details                                 []byte
		HasDelay                                bool
		ShouldRetry                             string
	}
}

// wanted is what the catalog says of responses.
func wanted(t *testing.T) (all struct {
	Unwritable  []string // errors
	SaysMessage bool
	Responses   []wantResponse
	Floods      []flood
}) {
	t.Helper()
	data, err := os.ReadFile("catalog.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestMeanings(t *testing.T) {
	for _, r := range wanted(t).Responses {
		want := r.Want
		e := Decode(r.Status, r.Header, r.Body)
		if want.Message == "" {
			want.Message = e.title()
		}
		hint := map[string]hint{"true": hintRetry, "false": hintNoRetry}[want.ShouldRetry]
		if want.HasDelay {
			hint |= hintDelay
		}
		if e.Code.Name() != want.Name || e.Value != want.Value || e.Domain != want.Domain || e.Message != want.Message ||
			e.RequestID != want.RequestID || !bytes.Equal(e.Details, want.Details) || e.RetryAfter != want.Delay || e.hint != hint {
			t.Errorf("%d %v %q:\n got %s %q %q %q %q %q %v\nwant %+v", r.Status, r.Header, r.Body,
				e.Code.Name(), e.Value, e.Domain, e.Message, e.RequestID, e.Details, e.RetryAfter, want)
		}
		resp := &http.Response{StatusCode: r.Status, Header: r.Header, Body: io.NopCloser(bytes.NewReader(r.Body)), ContentLength: -1}
		err := FromResponse(resp)
		if left, readErr := io.ReadAll(resp.Body); (err != nil) != want.IsError || !bytes.Equal(left, r.Body) || readErr != nil {
			t.Errorf("%d %v %q: %v, want an error: %v; left %q, %v", r.Status, r.Header, r.Body, err, want.IsError, left, readErr)
		}
		if t.Failed() {
			return
		}
	}
}

// A flood is a response of any length.
type flood struct {
	Once, Repeated []string
	Header         map[string]string
}

// response is the flood with n of each thing.
func (f flood) response(n int) (header http.Header, body []byte) {
	header = http.Header{"Date": {strings.Repeat("x", n)}}
	for name, value := range f.Header {
		for range n {
			header.Add(name, value)
		}
	}
	for i, once := range f.Once {
		body = append(body, once...)
		if i < len(f.Repeated) {
			body = append(body, strings.Repeat(f.Repeated[i], n)...)
		}
	}
	return header, body
}

// TestFloods checks that the time to read a response grows with its length, and not
// with its square: of 16 times as much it may take 64 times as long, since other
// things happen on the machine, but not 256 times.
func TestFloods(t *testing.T) {
	const n, times, slack, tries = 500, 16, 64, 5
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for _, f := range wanted(t).Floods {
		short, long := f.time(n), f.time(times*n)
		for i := 1; i < tries && long > slack*short && long < time.Second; i++ {
			long = min(long, f.time(times*n))
		}
		if long > slack*short {
			t.Fatalf("%v, then %v for %.300q", short, long, f)
		}
	}
}

// time is the shortest of some that a flood takes.
func (f flood) time(n int) time.Duration {
	header, body := f.response(n)
	if !json.Valid(body) {
		panic("not JSON: " + string(body[:min(len(body), 500)]))
	}
	shortest := time.Hour
	for i := 0; i < 3 && (i == 0 || shortest < time.Second); i++ {
		runtime.GC()
		start := time.Now()
		Decode(http.StatusBadRequest, header, body)
		shortest = min(shortest, time.Since(start))
	}
	return shortest
}
