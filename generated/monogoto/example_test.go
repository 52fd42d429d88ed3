package monogoto_test

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"time"

	"github.com/errgen/errgen/generated/monogoto"
)

// api answers every request with one error, as the server side does.
func api(err error) *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		monogoto.WriteError(w, r, err)
	}))
}

// A sentinel is found through whatever wraps the error.
func ExampleCode() {
	err := fmt.Errorf("activate SIM: %w", monogoto.New(monogoto.ErrConflict, "SIM '8937010000000000000' is already in 'active' state"))

	fmt.Println(errors.Is(err, monogoto.ErrConflict))
	fmt.Println(err)
	// Output:
	// true
	// activate SIM: monogoto: 409 Conflict: SIM '8937010000000000000' is already in 'active' state
}

// A Code says all that the catalog does.
func ExampleCode_Fix() {
	c := monogoto.ErrNotFound

	fmt.Println(c.Status(), c.Title())
	fmt.Println(c.Class().Title())
	fmt.Println(c.Action().Title())
	fmt.Println(c.Fix())
	// Output:
	// 404 Not Found
	// Client error
	// Verify the ID; do not retry blindly
	// Look for the ID in the list of the parent collection first. GET /v1/things shows whether the ICCID exists; only then call GET /v1/things/{iccid}.
}

// A Code is kept by name: its number moves when the catalog grows.
func ExampleCode_MarshalText() {
	text, err := monogoto.ErrTooManyRequests.MarshalText()
	fmt.Println(string(text), err)

	var c monogoto.Code
	fmt.Println(c.UnmarshalText(text), c == monogoto.ErrTooManyRequests)
	// Output:
	// TooManyRequests <nil>
	// <nil> true
}

// A switch on the code, which the exhaustive linter can check.
func ExampleCodeOf() {
	err := fmt.Errorf("list things: %w", monogoto.New(monogoto.ErrForbidden, "Insufficient scope: 'admin' required"))

	switch monogoto.CodeOf(err) {
	case monogoto.ErrUnauthorized:
		fmt.Println("log in again")
	case monogoto.ErrForbidden:
		fmt.Println("ask for the scope")
	default:
		fmt.Println(err)
	}
	// Output: ask for the scope
}

// What a response says beyond its code is on the *Error.
func ExampleAsTooManyRequests() {
	header := http.Header{"Retry-After": {"47"}}
	body := `{"status_code": 429, "message": "Rate limit exceeded. Retry after 47 seconds.", "request_id": "b9c0d1e2-f3a4-5678-bcde-567890000007"}`
	err := fmt.Errorf("poll: %w", monogoto.Decode(http.StatusTooManyRequests, header, []byte(body)))

	if e, ok := monogoto.AsTooManyRequests(err); ok {
		fmt.Println("wait for", e.RetryAfter)
		fmt.Println("request", e.RequestID)
	}
	// Output:
	// wait for 47s
	// request b9c0d1e2-f3a4-5678-bcde-567890000007
}

// Whether to try again, for errors that the catalog lists and those that it
// does not.
func ExampleIsRetryable() {
	for _, status := range []int{400, 429, 503, 501, 599} {
		fmt.Println(status, monogoto.IsRetryable(monogoto.Decode(status, nil, nil)))
	}
	// Output:
	// 400 false
	// 429 true
	// 503 true
	// 501 false
	// 599 true
}

// One helper a class.
func ExampleIsTransientError() {
	err := errors.Join(errors.New("refresh cache"), monogoto.ErrServiceUnavailable)

	fmt.Println(monogoto.IsTransientError(err), monogoto.IsAuthError(err))
	// Output: true false
}

// FromResponse makes an error of a response, or nil of a success.
func ExampleFromResponse() {
	server := api(&monogoto.Error{Code: monogoto.ErrNotFound, Message: "Thing '8937010000000000000' not found", RequestID: "e6f7a8b9"})
	defer server.Close()

	resp, err := http.Get(server.URL + "/v1/things/8937010000000000000")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()

	err = monogoto.FromResponse(resp)
	fmt.Println(monogoto.IsNotFound(err))
	fmt.Println(err)
	// Output:
	// true
	// monogoto: 404 Not Found: Thing '8937010000000000000' not found (request_id: e6f7a8b9)
}

// The client as the reference shows it: of two answers it retries the first.
func ExampleClient() {
	answers := []error{monogoto.ErrTooManyRequests, monogoto.New(monogoto.ErrForbidden, "Insufficient scope: 'admin' required")}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Println(r.Method, r.URL, r.Header.Get("Authorization"))
		w.Header().Set("Retry-After", "0")
		monogoto.WriteError(w, r, answers[0])
		answers = answers[1:]
	}))
	defer server.Close()
	log.SetFlags(0)
	log.SetOutput(os.Stdout)

	call := func(req *http.Request, token string) error {
		client := &monogoto.Client{Tokens: monogoto.StaticToken(token)}

		resp, err := client.Do(req)
		if e, ok := monogoto.AsError(err); ok {
			log.Printf("%v, retryable: %t", e, e.Retryable())
		}
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		return nil
	}
	req, err := http.NewRequest(http.MethodGet, server.URL+"/v1/things", nil)
	if err == nil {
		err = call(req, "t0k3n")
	}
	fmt.Println(monogoto.IsForbidden(err))
	// Output:
	// GET /v1/things Bearer t0k3n
	// GET /v1/things Bearer t0k3n
	// monogoto: 403 Forbidden: Insufficient scope: 'admin' required (attempts: 2), retryable: false
	// true
}

// ReadJSON goes around a call: it checks, decodes and closes.
func ExampleReadJSON() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `{"iccid": "8937010000000000000", "state": "active"}`)
	}))
	defer server.Close()

	type thing struct{ ICCID, State string }
	t, err := monogoto.ReadJSON[thing](http.Get(server.URL + "/v1/things/8937010000000000000"))
	fmt.Println(t.State, err)
	// Output: active <nil>
}

// The server's side: the error as the reference documents it, and nothing of
// what caused it.
func ExampleWriteError() {
	w := httptest.NewRecorder()
	monogoto.WriteError(w, httptest.NewRequest(http.MethodPost, "/v1/things", strings.NewReader("{}")), &monogoto.Error{
		Code: monogoto.ErrTooManyRequests, Message: "Rate limit exceeded. Retry after 47 seconds.",
		RequestID: "b9c0d1e2", RetryAfter: 47 * time.Second,
	})

	fmt.Println(w.Code, "Retry-After:", w.Header().Get("Retry-After"))
	fmt.Println(w.Body)
	// Output:
	// 429 Retry-After: 47
	// {"status_code":429,"message":"Rate limit exceeded. Retry after 47 seconds.","request_id":"b9c0d1e2"}
}

// A cause is kept for errors.Is, and stays on this side of the wire.
func ExampleWrap() {
	errQuota := errors.New("quota of tenant 7 used up")
	err := monogoto.Wrap(errQuota, monogoto.ErrUnprocessableEntity, "Resource quota exceeded")

	w := httptest.NewRecorder()
	monogoto.WriteError(w, nil, err)
	fmt.Println(errors.Is(err, errQuota))
	fmt.Println(w.Body)
	// Output:
	// true
	// {"status_code":422,"message":"Resource quota exceeded"}
}
