package booking_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/errgen/errgen/generated/examples/booking"
)

// quick is a context whose calls wait no longer than the server asks, for the
// sake of those who wait for these tests.
func quick() context.Context {
	return booking.WithPolicy(context.Background(), booking.Policy{BaseDelay: time.Millisecond, Jitter: -1})
}

// send is a request of the API's, and what comes of it.
func send(client *booking.Client, method, url, ifMatch string) (state string, err error) {
	req, err := http.NewRequestWithContext(quick(), method, url, nil)
	if err != nil {
		return "", err
	}
	if ifMatch != "" {
		req.Header.Set("If-Match", ifMatch)
	}
	found, err := booking.ReadJSON[struct{ State string }](client.Do(req))
	return found.State, err
}

// The server's side writes a problem; its media type and type are in full.
func ExampleWriteError() {
	err := booking.NewPlaceTaken("5114")
	err.RequestID = "0b52dcf0-9f3c-4ef5-9d2b-8f3b3a8a4f0d"
	err.Details = json.RawMessage(`{"free":["5116","5118"]}`)

	w := httptest.NewRecorder()
	booking.WriteError(w, nil, err)
	fmt.Println(w.Code, w.Header().Get("Content-Type"))
	fmt.Println(strings.ReplaceAll(w.Body.String(), ",", ",\n "))
	// Output:
	// 409 application/problem+json
	// {"type":"https://saltline.example/problems/place-taken",
	//  "status":409,
	//  "detail":"Cabin 5114 is taken.",
	//  "instance":"urn:uuid:0b52dcf0-9f3c-4ef5-9d2b-8f3b3a8a4f0d",
	//  "context":{"free":["5116",
	//  "5118"]}}
}

// What programs need of a problem is in its context.
func ExampleAsPlaceTaken() {
	body := `{"type": "https://saltline.example/problems/place-taken", "detail": "Cabin 5114 is taken.", "context": {"free": ["5116", "5118"]}}`
	err := fmt.Errorf("book: %w", booking.Decode(http.StatusConflict, nil, []byte(body)))

	if e, ok := booking.AsPlaceTaken(err); ok {
		var context struct{ Free []string }
		if err := json.Unmarshal(e.Details, &context); err != nil {
			log.Panic(err)
		}
		fmt.Println(e.Message, "Free:", context.Free)
	}
	// Output: Cabin 5114 is taken. Free: [5116 5118]
}

// Problems of others, such as a proxy's, are known by their status: the type
// about:blank says no more than that (RFC 9457 §4.2.1).
func ExampleDecode() {
	body := `{"type": "about:blank", "title": "Upstream is down", "status": 503}`
	err := booking.Decode(http.StatusServiceUnavailable, nil, []byte(body))

	fmt.Println(booking.IsServiceUnavailable(err), booking.IsRetryable(err))
	fmt.Println(err)
	// Output:
	// true true
	// booking: 503 Service Unavailable: Upstream is down
}

// Two errors have status 503, and a header tells which one it is.
func ExampleIsMaintenance() {
	header := http.Header{"X-Maintenance": {"planned"}, "Retry-After": {"1800"}}
	e := booking.Decode(http.StatusServiceUnavailable, header, nil)
	if booking.IsMaintenance(e) {
		fmt.Println("sales open again in", e.RetryAfter)
	}
	// Output: sales open again in 30m0s
}

// A lock of a few milliseconds is over before the caller knows of it.
func ExampleClient_Do() {
	const remaining = 2 * time.Millisecond
	locked := booking.NewBookingLocked(remaining)
	locked.RetryAfter = remaining
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if locked != nil {
			booking.WriteError(w, r, locked)
			locked = nil
			return
		}
		fmt.Fprint(w, `{"state": "cancelled"}`)
	}))
	defer server.Close()

	client := &booking.Client{OnRetry: func(_ context.Context, r booking.Retry) { fmt.Println("again after", r.Delay) }}
	fmt.Println(send(client, http.MethodDelete, server.URL+"/bookings/B-31", `"6"`))
	// Output:
	// again after 2ms
	// cancelled <nil>
}

// Somebody else has changed the booking: the hook looks whether the request
// still makes sense.
func ExampleResolveFunc() {
	const etag = `"7"`
	mux := http.NewServeMux()
	mux.HandleFunc("GET /bookings/B-31", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("ETag", etag)
		fmt.Fprint(w, `{"state": "booked"}`)
	})
	mux.HandleFunc("DELETE /bookings/B-31", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-Match") != etag {
			booking.WriteError(w, r, booking.NewBookingChanged(7))
			return
		}
		fmt.Fprint(w, `{"state": "cancelled"}`)
	})
	server := httptest.NewServer(mux)
	defer server.Close()

	client := new(booking.Client)
	client.Resolve = func(ctx context.Context, req *http.Request, changed *booking.Error) (*http.Request, error) {
		read, err := http.NewRequestWithContext(ctx, http.MethodGet, req.URL.String(), nil)
		if err != nil {
			return nil, err
		}
		resp, err := client.Do(read)
		if err != nil {
			return nil, err
		}
		now, err := booking.ReadJSON[struct{ State string }](resp, nil)
		if err != nil || now.State != "booked" {
			return nil, err // cancelled already, or not to be known
		}
		fmt.Println(changed.Message)
		req.Header.Set("If-Match", resp.Header.Get("ETag"))
		return req, nil
	}
	fmt.Println(send(client, http.MethodDelete, server.URL+"/bookings/B-31", `"6"`))
	// Output:
	// The booking is at version 7 by now.
	// cancelled <nil>
}
