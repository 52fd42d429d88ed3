package monogoto_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/errgen/errgen/generated/monogoto"
)

const iccid = "8937010000000000000"

// A Thing is a SIM, as far as the examples need it.
type Thing struct {
	ICCID string `json:"iccid"`
	State string `json:"state"`
	ETag  string `json:"etag"`
}

// quick is a context whose calls wait next to nothing between attempts, for the
// sake of those who wait for these tests.
func quick() context.Context {
	return monogoto.WithPolicy(context.Background(), monogoto.Policy{BaseDelay: time.Millisecond, Jitter: -1})
}

// serving answers one request with each of the errors, and all later ones with
// a thing.
func serving(errs ...error) *httptest.Server {
	var requests atomic.Int64
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if n := int(requests.Add(1)); n <= len(errs) {
			monogoto.WriteError(w, r, errs[n-1])
			return
		}
		writeJSON(w, Thing{ICCID: iccid, State: "active"})
	}))
}

func writeJSON(w http.ResponseWriter, v any) {
	if err := json.NewEncoder(w).Encode(v); err != nil {
		log.Print(err)
	}
}

// A stub is a RoundTripper that needs no network.
type stub func(http.ResponseWriter, *http.Request)

func (s stub) RoundTrip(req *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	s(w, req)
	return w.Result(), nil
}

// overStub is a client whose requests are all answered with err.
func overStub(err error) *monogoto.Client {
	return &monogoto.Client{HTTP: &http.Client{Transport: stub(func(w http.ResponseWriter, r *http.Request) {
		monogoto.WriteError(w, r, err)
	})}}
}

// get reads a thing.
func get(ctx context.Context, client *monogoto.Client, url string) (Thing, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return Thing{}, err
	}
	return monogoto.ReadJSON[Thing](client.Do(req))
}

// A first call: the server is unavailable for a moment, and the caller does not
// notice.
func ExampleClient_Do() {
	server := serving(monogoto.ErrServiceUnavailable)
	defer server.Close()
	ctx, baseURL := quick(), server.URL

	var client monogoto.Client // one for the API: its calls share the retry budget

	req, err := http.NewRequestWithContext(ctx, http.MethodGet, baseURL+"/v1/things/"+iccid, nil)
	if err != nil {
		log.Panic(err)
	}
	thing, err := monogoto.ReadJSON[Thing](client.Do(req)) // sends, retries, checks, closes, decodes
	switch {
	case monogoto.IsNotFound(err):
		fmt.Println("no such thing")
	case err != nil:
		fmt.Println(err) // monogoto: 503 Service Unavailable (attempts: 4; not retried: attempts used up)
	default:
		fmt.Println(thing.State)
	}
	// Output: active
}

// What was tried, and why no more.
func ExampleStop() {
	_, err := get(quick(), overStub(monogoto.ErrServiceUnavailable), "https://api.example/v1/things/"+iccid)

	if e, ok := monogoto.AsError(err); ok {
		for _, attempt := range e.Attempts {
			fmt.Println(attempt)
		}
		fmt.Println("not retried:", e.Stop)
	}
	fmt.Println(err)
	// Output:
	// 503 Service Unavailable (waited 1ms)
	// 503 Service Unavailable (waited 2ms)
	// 503 Service Unavailable (waited 4ms)
	// 503 Service Unavailable
	// not retried: attempts used up
	// monogoto: 503 Service Unavailable (attempts: 4; not retried: attempts used up)
}

// A session is the TokenSource of ExampleTokenSource.
type session struct {
	access  atomic.Value // the token, a string
	url     string       // where it is renewed
	refresh string       // the body that renews it
}

// Token is called by many goroutines at once.
func (s *session) Token(context.Context) (string, error) {
	return s.access.Load().(string), nil
}

// Refresh is called once, however many calls were refused the stale token.
func (s *session) Refresh(ctx context.Context, _ string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url, strings.NewReader(s.refresh))
	if err != nil {
		return "", err
	}
	grant, err := monogoto.ReadJSON[struct{ Access string }](http.DefaultClient.Do(req))
	if err != nil {
		return "", err // the call's error wraps it
	}
	s.access.Store(grant.Access)
	return grant.Access, nil
}

// Ten calls find their token expired, which is renewed once.
func ExampleTokenSource() {
	var renewals atomic.Int64
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/auth/refresh", func(w http.ResponseWriter, _ *http.Request) {
		renewals.Add(1)
		writeJSON(w, map[string]string{"access": "fresh"})
	})
	mux.HandleFunc("GET /v1/things/{iccid}", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer fresh" {
			monogoto.WriteError(w, r, monogoto.ErrUnauthorized)
			return
		}
		writeJSON(w, Thing{State: "active"})
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	source := &session{url: server.URL + "/v1/auth/refresh", refresh: `{"refresh": "r3fr3sh"}`}
	source.access.Store("stale")

	client := &monogoto.Client{Tokens: source}

	var active atomic.Int64
	var calls sync.WaitGroup
	for range 10 {
		calls.Add(1)
		go func() {
			defer calls.Done()
			if thing, err := get(quick(), client, server.URL+"/v1/things/"+iccid); err == nil && thing.State == "active" {
				active.Add(1)
			}
		}()
	}
	calls.Wait()
	fmt.Println(active.Load(), "calls,", renewals.Load(), "renewal")
	// Output: 10 calls, 1 renewal
}

// An SDK is somebody else's: it knows nothing of this package.
type SDK struct {
	BaseURL string
	HTTP    *http.Client
}

// An SDKError is how it tells of an error.
type SDKError struct {
	Status int
	Header http.Header
	Body   []byte
}

func (e *SDKError) Error() string { return "sdk: " + http.StatusText(e.Status) }

// State is what a thing is doing.
func (s *SDK) State(ctx context.Context, iccid string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.BaseURL+"/v1/things/"+iccid, nil)
	if err != nil {
		return "", err
	}
	resp, err := s.HTTP.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if resp.StatusCode != http.StatusOK {
		return "", &SDKError{resp.StatusCode, resp.Header, body}
	}
	var thing Thing
	return thing.State, errors.Join(err, json.Unmarshal(body, &thing))
}

// Under an SDK that takes an http.Client.
func ExampleTransport() {
	unavailable := monogoto.ErrServiceUnavailable
	server := serving(unavailable, unavailable, unavailable, unavailable, unavailable)
	defer server.Close()
	ctx, baseURL, source := quick(), server.URL, monogoto.StaticToken("t0k3n")

	sdk := &SDK{BaseURL: baseURL, HTTP: &http.Client{Transport: &monogoto.Transport{Tokens: source}}}

	patient := monogoto.WithPolicy(ctx, monogoto.Policy{MaxAttempts: 6}) // for this call, through the SDK
	state, err := sdk.State(patient, iccid)
	fmt.Println(state, err)
	// Output: active <nil>
}

// Around a function whose error is not of this package.
func ExampleCall() {
	server := serving(monogoto.ErrServiceUnavailable)
	defer server.Close()
	ctx, sdk := quick(), &SDK{BaseURL: server.URL, HTTP: http.DefaultClient}
	var client monogoto.Client

	state, err := monogoto.Call(ctx, &client, func(ctx context.Context) (string, error) {
		state, err := sdk.State(ctx, iccid)
		var failed *SDKError
		if errors.As(err, &failed) {
			err = errors.Join(err, monogoto.Decode(failed.Status, failed.Header, failed.Body))
		}
		return state, err
	})
	fmt.Println(state, err)
	// Output: active <nil>
}

// Two conflicts: in one the thing has changed since it was read, in the other
// somebody has done already what was to be done.
func ExampleResolveFunc() {
	things := map[string]Thing{"1": {State: "idle", ETag: "v2"}, "2": {State: "active", ETag: "v1"}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/things/{iccid}", func(w http.ResponseWriter, r *http.Request) {
		writeJSON(w, things[r.PathValue("iccid")])
	})
	mux.HandleFunc("PUT /v1/things/{iccid}", func(w http.ResponseWriter, r *http.Request) {
		if thing := things[r.PathValue("iccid")]; thing.State == "active" || r.Header.Get("If-Match") != thing.ETag {
			monogoto.WriteError(w, r, monogoto.ErrConflict)
		}
	})
	server := httptest.NewServer(mux)
	defer server.Close()

	client := new(monogoto.Client)
	client.Resolve = func(ctx context.Context, req *http.Request, _ *monogoto.Error) (*http.Request, error) {
		current, err := get(ctx, client, req.URL.String()) // a call of its own
		if err != nil {
			return nil, err
		}
		if current.State == "active" {
			return nil, nil // done already: the call succeeds, as with a 204
		}
		req.Header.Set("If-Match", current.ETag)
		return req, nil // to be sent with the body that it had
	}

	for _, iccid := range []string{"1", "2"} {
		body := strings.NewReader(`{"state": "active"}`)
		req, err := http.NewRequestWithContext(quick(), http.MethodPut, server.URL+"/v1/things/"+iccid, body)
		if err != nil {
			log.Panic(err)
		}
		req.Header.Set("If-Match", "v1")
		resp, err := client.Do(req)
		if err != nil {
			log.Panic(err)
		}
		resp.Body.Close()
		fmt.Println(iccid, resp.StatusCode)
	}
	// Output:
	// 1 200
	// 2 204
}

// Each retry is logged. What it logs holds no query, where keys may be.
func ExampleRetry() {
	client := overStub(monogoto.ErrServiceUnavailable)
	client.Policy.MaxAttempts = 2
	logger := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: untimed}))

	client.OnRetry = func(ctx context.Context, r monogoto.Retry) {
		logger.WarnContext(ctx, "retry", "attempt", r.Attempt, "delay", r.Delay, "reason", r.Reason, "err", r.Err)
	}

	_, err := get(quick(), client, "https://api.example/v1/things?key=s3cr3t")
	fmt.Println(monogoto.IsServiceUnavailable(err))
	// Output:
	// level=WARN msg=retry attempt=1 delay=1ms reason="Retry with exponential backoff" err.code=ServiceUnavailable err.status=503 err.class=transient err.action=backoff err.message="Service Unavailable" err.method=GET err.url=https://api.example/v1/things
	// true
}

// untimed leaves out what differs from run to run.
func untimed(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

// The budget ends a call that has attempts left, when too many calls have
// failed before it.
func ExampleBudget() {
	client := overStub(monogoto.ErrServiceUnavailable)
	client.Budget = &monogoto.Budget{Capacity: 25, Cost: 5}
	for range 2 {
		_, err := get(quick(), client, "https://api.example/v1/things/"+iccid)
		fmt.Println(err)
	}
	fmt.Println(client.Budget.Available(), "tokens left")
	// Output:
	// monogoto: 503 Service Unavailable (attempts: 4; not retried: attempts used up)
	// monogoto: 503 Service Unavailable (attempts: 3; not retried: client-side retry budget used up)
	// 0 tokens left
}

// A server: what its handler writes is what the client reads.
func ExampleWriteError_handler() {
	errNoRow := errors.New("no row in shard 7")
	find := func(string) (Thing, error) { return Thing{}, errNoRow }

	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/things/{iccid}", func(w http.ResponseWriter, r *http.Request) {
		thing, err := find(r.PathValue("iccid"))
		if errors.Is(err, errNoRow) {
			err = monogoto.Wrap(err, monogoto.ErrNotFound, "Thing '"+r.PathValue("iccid")+"' not found")
		}
		if err != nil {
			monogoto.WriteError(w, r, err) // an error that is none of the API's is a 500, its text left out
			return
		}
		writeJSON(w, thing)
	})

	server := httptest.NewServer(mux)
	defer server.Close()
	_, err := get(quick(), new(monogoto.Client), server.URL+"/v1/things/"+iccid)
	fmt.Println(monogoto.IsNotFound(err))
	fmt.Println(err)
	// Output:
	// true
	// monogoto: 404 Not Found: Thing '8937010000000000000' not found
}
