// The test of the http part: what WriteError writes, FromResponse reads.

package consumer

import (
	"net/http/httptest"
	"testing"
	"time"
)

func TestRoundTrip(t *testing.T) {
	for _, c := range Codes() {
		sent := New(c, "what went wrong")
		sent.RetryAfter = 47 * time.Second
		rec := httptest.NewRecorder()
		WriteError(rec, nil, sent)
		e, ok := AsError(FromResponse(rec.Result()))
		if ok && e.Value == "" && byStatus(e.Status) != c {
			continue // it stands for a range, of which its status is another error
		}
		if !ok || e.Code != c || e.RetryAfter != sent.RetryAfter {
			t.Fatalf("%s came back as %#v, from\n%s", c.Name(), e, e.Body)
		}
		if len(messageSources) > 0 && e.Message != sent.Message {
			t.Fatalf("the message of %s came back as %q, from\n%s", c.Name(), e.Message, e.Body)
		}
	}
}
