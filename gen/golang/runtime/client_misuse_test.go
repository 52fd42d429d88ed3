//go:build go1.25

package runtime

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestNilClient(t *testing.T) {
	var c *Client
	if _, err := c.Do(requestWith(t, canceled(t), "GET", "")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	var tr *Transport
	if _, err := tr.RoundTrip(requestWith(t, canceled(t), "GET", "")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if got, err := Call(t.Context(), nil, func(context.Context) (int, error) { return 7, nil }); got != 7 || err != nil {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestNilRequest(t *testing.T) {
	if _, err := new(Client).Do(nil); !errors.Is(err, errNoRequest) {
		t.Errorf("got %v", err)
	}
	if _, err := new(Transport).RoundTrip(nil); !errors.Is(err, errNoRequest) {
		t.Errorf("got %v", err)
	}
}

func TestRequestWithoutURL(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		req := &http.Request{Method: "GET"}
		_, err := do(tripper(func(*http.Request) (*http.Response, error) { return nil, errors.New("no URL") }),
			&Client{Tokens: StaticToken("t")}, req)
		if e, ok := AsError(err); !ok || e.Stop != StopNever || e.URL != "" {
			t.Errorf("got %v", err)
		}
	})
}

func TestBaseThatReturnsBothOrNeither(t *testing.T) {
	for _, both := range []bool{true, false} {
		virtually(t, func(t *testing.T) {
			n, body := 0, &closing{Reader: strings.NewReader("x")}
			base := tripper(func(*http.Request) (*http.Response, error) {
				n++
				if both {
					return &http.Response{StatusCode: 200, Body: body}, errors.New("both")
				}
				return nil, nil
			})
			_, err := doTransport(base, new(Client), newRequest(t, "GET", ""))
			if e, ok := AsError(err); !ok || e.Status != 0 || e.Stop != StopNever || n != 1 {
				t.Errorf("got %v after %d requests", err, n)
			}
			if both && !body.closed {
				t.Error("the body was left open")
			}
		})
	}
}

func TestBaseWithoutABody(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		_, err := do(tripper(func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: 404}, nil
		}), new(Client), newRequest(t, "GET", ""))
		if !IsNotFound(err) {
			t.Errorf("got %v", err)
		}
	})
}

func TestHooksThatPanic(t *testing.T) {
	tests := []struct {
		name   string
		status int
		client *Client
	}{
		{"OnRetry", 503, &Client{OnRetry: func(context.Context, Retry) { panic("mine") }}},
		{"Resolve", 409, &Client{Resolve: func(context.Context, *http.Request, *Error) (*http.Request, error) { panic("mine") }}},
		{"Authorize", 503, &Client{Tokens: StaticToken("t"), Authorize: func(*http.Request, string) { panic("mine") }}},
		{"Token", 503, &Client{Tokens: sourceFuncs{token: func(context.Context) (string, error) { panic("mine") }}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			faces(t, func(t *testing.T, do doFunc) {
				s := answering(test.status)
				req := newRequest(t, "PUT", "x")
				body := &closing{Reader: req.Body}
				req.Body = body
				defer func() {
					if v := recover(); v != "mine" {
						t.Errorf("recovered %v, want the hook's own panic", v)
					}
					if !body.closed {
						t.Error("the body was left open")
					}
					wantCount(t, s, s.count())
				}()
				do(s, test.client, req)
			})
		})
	}
}

func TestAbsurdPolicyEnds(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		s := answering(503)
		_, err := do(s, &Client{Policy: Policy{-1, -1, -1, -1, -1, -1, -1}}, newRequest(t, "GET", ""))
		if !IsServiceUnavailable(err) {
			t.Errorf("got %v", err)
		}
		wantCount(t, s, 1)
	})
}

func TestNoGoroutineIsLeft(t *testing.T) {
	before := runtime.NumGoroutine()
	s := newScript(reply{status: 503, body: "busy"}, reply{status: 401}, reply{status: 200})
	c := over(s)
	c.Tokens, c.Policy = newTokens("t1"), Policy{BaseDelay: 1, Jitter: -1, AttemptTimeout: time.Minute}
	for range 100 {
		resp, err := c.Do(newRequest(t, "GET", ""))
		wantSuccess(t, resp, err)
	}
	for end := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before && time.Now().Before(end); {
		runtime.Gosched()
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}

func TestFailuresWithoutAResponse(t *testing.T) {
	op := func(op string, err error) error {
		return &url.Error{Op: "Get", URL: testURL, Err: &net.OpError{Op: op, Net: "tcp", Err: err}}
	}
	tests := []struct {
		name      string
		err       error
		get, post int // requests
	}{
		{"reset", op("read", errors.New("connection reset by peer")), 4, 1},
		{"refused", op("dial", errors.New("connection refused")), 4, 4},
		{"no such host", op("dial", &net.DNSError{Err: "no such host", IsNotFound: true}), 1, 1},
		{"name server is slow", op("dial", &net.DNSError{Err: "timeout", IsTimeout: true}), 4, 4},
		{"unknown certificate", op("remote error", errors.New("tls: bad certificate")), 1, 1},
		{"anything else", errors.New("unsupported protocol scheme"), 1, 1},
		{"broken off", errReset, 4, 1},
		{"time-out", attemptTimeout(time.Second), 4, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			faces(t, func(t *testing.T, do doFunc) {
				for method, want := range map[string]int{"GET": test.get, "POST": test.post} {
					s := newScript(reply{err: test.err})
					_, err := do(s, new(Client), newRequest(t, method, ""))
					if e, ok := AsError(err); !ok || e.Status != 0 || !errors.Is(err, test.err) || len(e.Attempts) != want {
						t.Errorf("%s: got %v", method, err)
					}
					wantCount(t, s, want)
				}
			})
		})
	}
}

// Case 39 for the client: no print form of what it returns shows a secret.
func TestCase39Secrets(t *testing.T) {
	secrets := []string{"token-secret", "query-secret", "cookie-secret", "pass", "header-secret"}
	replies := map[string]reply{
		"API":   {status: 503, header: "Set-Cookie: s=cookie-secret\nX-Secret: header-secret\nX-Request-Id: r1"},
		"reset": {err: &url.Error{Op: "Get", URL: testURL, Err: errReset}},
		"deep":  {err: fmt.Errorf("proxy: %w", &url.Error{Op: "Get", URL: testURL, Err: errReset})},
		"401":   {status: 401},
	}
	for name, r := range replies {
		t.Run(name, func(t *testing.T) {
			faces(t, func(t *testing.T, do doFunc) {
				var printed strings.Builder
				show := func(values ...any) {
					for _, v := range values {
						for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
							fmt.Fprintf(&printed, verb+"\n", v)
						}
						text, _ := json.Marshal(v)
						printed.Write(text)
						slog.New(slog.NewJSONHandler(&printed, nil)).Info("x", "v", v)
						slog.New(slog.NewTextHandler(&printed, nil)).Info("x", "v", v)
					}
				}
				req, err := http.NewRequestWithContext(t.Context(), "GET", testURL, nil)
				if err != nil {
					t.Fatal(err)
				}
				req.URL.User = nil // which would be the request's own Authorization
				req.Header.Set("Cookie", "s=cookie-secret")
				_, err = do(newScript(r), &Client{
					Tokens:  StaticToken("token-secret"),
					OnRetry: func(_ context.Context, retry Retry) { show(retry, retry.Err) },
				}, req)
				e, ok := AsError(err)
				if !ok {
					t.Fatalf("got %v", err)
				}
				show(e, *e, e.Attempts, fmt.Errorf("wrapped: %w", err), e.URL, StaticToken("token-secret"))
				for _, a := range e.Attempts {
					show(a)
				}
				for _, secret := range secrets {
					if text := printed.String(); strings.Contains(text, secret) {
						at := strings.Index(text, secret)
						t.Errorf("%s is shown: …%s…", secret, text[max(0, at-80):min(len(text), at+40)])
					}
				}
			})
		})
	}
}
