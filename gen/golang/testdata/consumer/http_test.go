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
	"slices"
	"testing"
	"time"
)

func TestRoundTrip(t *testing.T) {
	unwritable := wanted(t).Unwritable
	for _, c := range Codes() {
		if slices.Contains(unwritable, c.Name()) {
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
		if len(located.message) > 0 && e.Message != sent.Message {
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
		Retry                                   string
	}
}

// wanted is what the catalog says of responses.
func wanted(t *testing.T) (all struct {
	Unwritable []string // errors
	Responses  []wantResponse
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
		hint := map[string]hint{"true": hintRetry, "false": hintNoRetry}[want.Retry]
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
