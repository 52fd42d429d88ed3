//go:build go1.25

package runtime

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// A tokens is a TokenSource whose renewals add a + to the token.
type tokens struct {
	mu        sync.Mutex
	token     string
	refreshes int
	takes     time.Duration
	err       error // of Refresh
}

func newTokens(token string) *tokens { return &tokens{token: token} }

func (s *tokens) Token(context.Context) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.token, nil
}

func (s *tokens) Refresh(ctx context.Context, stale string) (string, error) {
	s.mu.Lock()
	s.refreshes++
	s.mu.Unlock()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case <-time.After(s.takes):
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return "", s.err
	}
	s.token = stale + "+"
	return s.token, nil
}

// guarded answers 401 to every token but one, and counts.
type guarded struct {
	mu   sync.Mutex
	want string
	n    int
}

func (g *guarded) RoundTrip(req *http.Request) (*http.Response, error) {
	time.Sleep(time.Millisecond)
	g.mu.Lock()
	defer g.mu.Unlock()
	g.n++
	status := http.StatusUnauthorized
	if req.Header.Get("Authorization") == "Bearer "+g.want {
		status = http.StatusOK
	}
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: http.NoBody}, nil
}

// together makes n calls at once and returns their errors.
func together(n int, call func(int) error) []error {
	errs := make([]error, n)
	var group sync.WaitGroup
	for i := range n {
		group.Go(func() { errs[i] = call(i) })
	}
	group.Wait()
	return errs
}

func TestCase62OneRefresh(t *testing.T) {
	for _, takes := range []time.Duration{0, time.Second} {
		virtually(t, func(t *testing.T) {
			source := newTokens("t1")
			source.takes = takes
			c := over(&guarded{want: "t1+"})
			c.Tokens = source
			for _, err := range together(100, func(int) error {
				_, err := c.Do(newRequest(t, "GET", ""))
				return err
			}) {
				if err != nil {
					t.Fatal(err)
				}
			}
			if source.refreshes != 1 {
				t.Errorf("got %d renewals, want 1", source.refreshes)
			}
		})
	}
}

func TestCase63RefreshFails(t *testing.T) {
	for _, takes := range []time.Duration{0, time.Second} {
		virtually(t, func(t *testing.T) {
			why := errors.New("the refresh token has expired")
			source := newTokens("t1")
			source.takes, source.err = takes, why
			c := over(&guarded{want: "t1+"})
			c.Tokens = source
			for _, err := range together(100, func(int) error {
				_, err := c.Do(newRequest(t, "GET", ""))
				return err
			}) {
				wantStop(t, err, StopRefresh, 1)
				if !errors.Is(err, why) || !IsUnauthorized(err) {
					t.Fatalf("got %v, want the 401 with the cause", err)
				}
			}
			if source.refreshes != 1 {
				t.Errorf("got %d renewals, want 1", source.refreshes)
			}
			source.err = nil
			resp, err := c.Do(newRequest(t, "GET", "")) // a failure is not kept
			wantSuccess(t, resp, err)
		})
	}
}

func TestCase64SecondUnauthorized(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		source := newTokens("t1")
		g := &guarded{want: "another"}
		_, err := do(g, &Client{Tokens: source}, newRequest(t, "GET", ""))
		if !IsUnauthorized(err) || g.n != 2 || source.refreshes != 1 {
			t.Errorf("got %v after %d requests and %d renewals", err, g.n, source.refreshes)
		}
	})
}

func TestCase65LateUnauthorized(t *testing.T) {
	virtually(t, func(t *testing.T) {
		source := newTokens("t1")
		g := &guarded{want: "t1+"}
		slow := tripper(func(req *http.Request) (*http.Response, error) {
			if req.URL.Path == "/slow" && req.Header.Get("Authorization") == "Bearer t1" {
				time.Sleep(time.Minute)
			}
			return g.RoundTrip(req)
		})
		c := over(slow)
		c.Tokens = source
		late := newRequest(t, "GET", "")
		late.URL.Path = "/slow"
		for _, err := range together(2, func(i int) error {
			req := late
			if i == 0 {
				req = newRequest(t, "GET", "")
			}
			_, err := c.Do(req)
			return err
		}) {
			if err != nil {
				t.Error(err)
			}
		}
		if source.refreshes != 1 {
			t.Errorf("got %d renewals, want 1", source.refreshes)
		}
	})
}

func TestCase66LeaderCanceled(t *testing.T) {
	virtually(t, func(t *testing.T) {
		source := newTokens("t1")
		source.takes = time.Minute
		c := over(&guarded{want: "t1+"})
		c.Tokens = source
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		errs := together(2, func(i int) error {
			if i == 0 { // the leader
				_, err := c.Do(requestWith(t, ctx, "GET", ""))
				return err
			}
			time.Sleep(500 * time.Millisecond)
			_, err := c.Do(newRequest(t, "GET", ""))
			return err
		})
		wantStop(t, errs[0], StopCanceled, 1)
		if !errors.Is(errs[0], context.DeadlineExceeded) || !IsUnauthorized(errs[0]) {
			t.Errorf("the leader got %v", errs[0])
		}
		if errs[1] != nil || source.refreshes != 1 {
			t.Errorf("the follower got %v after %d renewals", errs[1], source.refreshes)
		}
	})
}

// The source's goroutine ends with the last call that waits for it: synctest
// would find it otherwise.
func TestLastWaiterEndsTheRenewal(t *testing.T) {
	virtually(t, func(t *testing.T) {
		source := newTokens("t1")
		source.takes = 1000 * time.Hour
		c := over(&guarded{want: "t1+"})
		c.Tokens = source
		began := time.Now()
		together(3, func(i int) error {
			ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i+1)*time.Second)
			defer cancel()
			_, err := c.Do(requestWith(t, ctx, "GET", ""))
			return err
		})
		synctest.Wait()
		if took := time.Since(began); took > 4*time.Second {
			t.Errorf("took %v", took)
		}
		source.takes = 0
		resp, err := c.Do(newRequest(t, "GET", ""))
		wantSuccess(t, resp, err)
	})
}

func TestCase67RefreshIsNoAttempt(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		for _, attempts := range []int{1, 2} {
			statuses := []int{503, 200}[2-attempts:]
			s := answering(append([]int{401}, statuses...)...)
			resp, err := do(s, &Client{Tokens: newTokens("t1"), Policy: Policy{MaxAttempts: attempts}}, newRequest(t, "GET", ""))
			wantSuccess(t, resp, err)
			wantCount(t, s, attempts+1)
		}
		s := answering(503, 401, 503, 401)
		source := newTokens("t1")
		_, err := do(s, &Client{Tokens: source}, newRequest(t, "GET", ""))
		if !IsUnauthorized(err) || source.refreshes != 1 {
			t.Errorf("got %v after %d renewals, want a 401 after 1", err, source.refreshes)
		}
		wantCount(t, s, 4)
	})
}

// A refresher that uses the same Client: its 429 is honoured there, its request
// bears no token, and a 401 to it renews nothing.
type refresher struct {
	c      *Client
	source *tokens
	t      *testing.T
}

func (r *refresher) Token(ctx context.Context) (string, error) { return r.source.Token(ctx) }

func (r *refresher) Refresh(ctx context.Context, stale string) (string, error) {
	req := requestWith(r.t, ctx, "POST", "x")
	req.URL.Path = "/refresh"
	resp, err := r.c.Do(req)
	if err != nil {
		return "", err
	}
	resp.Body.Close()
	return r.source.Refresh(ctx, stale)
}

func TestCase68RefreshAnswers429(t *testing.T) {
	virtually(t, func(t *testing.T) {
		g := &guarded{want: "t1+"}
		refused := 0
		c := over(tripper(func(req *http.Request) (*http.Response, error) {
			if req.URL.Path != "/refresh" {
				return g.RoundTrip(req)
			}
			if req.Header.Get("Authorization") != "" {
				t.Error("the renewal's own request has a token")
			}
			status := 200
			if refused++; refused == 1 {
				status = 429
			}
			return &http.Response{StatusCode: status, Header: headerOf("Retry-After: 30"), Body: http.NoBody}, nil
		}))
		c.Tokens = &refresher{c, newTokens("t1"), t}
		began := time.Now()
		resp, err := c.Do(newRequest(t, "GET", ""))
		wantSuccess(t, resp, err)
		if took := time.Since(began); took < 30*time.Second || refused != 2 || g.n != 2 {
			t.Errorf("took %v with %d requests to renew, %d others", took, refused, g.n)
		}
	})
}

func TestRenewalNeverRenews(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := answering(401)
		c := over(s)
		c.Tokens = &refresher{c, newTokens("t1"), t}
		_, err := c.Do(newRequest(t, "GET", ""))
		wantStop(t, err, StopRefresh, 1)
		wantCount(t, s, 2)
	})
}

func TestCase69NoTokenToAnotherOrigin(t *testing.T) {
	for _, location := range []string{
		"https://evil.example.com/", "http://api.example.com/", "https://api.example.com:8443/", "https://sub.api.example.com/",
	} {
		for _, face := range []string{"Do", "Transport"} {
			t.Run(face+" "+location, func(t *testing.T) {
				virtually(t, func(t *testing.T) {
					s := newScript(reply{status: 307, header: "Location: " + location}, reply{status: 401})
					source := newTokens("t1")
					client := &http.Client{Transport: s}
					send := (&Client{HTTP: client, Tokens: source}).Do
					if face == "Transport" {
						send = (&http.Client{Transport: &Transport{Base: s, Tokens: source}}).Do
					}
					if resp, err := send(newRequest(t, "GET", "")); err == nil {
						resp.Body.Close()
					}
					if got := s.reqs[0].Header.Get("Authorization"); got != "Bearer t1" {
						t.Errorf("the origin got %q", got)
					}
					if got := s.reqs[1].Header.Get("Authorization"); got != "" {
						t.Errorf("another origin got %q", got)
					}
					wantCount(t, s, 2)
					if source.refreshes != 0 {
						t.Error("renewed for the 401 of another origin")
					}
				})
			})
		}
	}
}

func TestSameOrigin(t *testing.T) {
	parse := func(s string) *url.URL { u, _ := url.Parse(s); return u }
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"https://a.example/x", "HTTPS://A.example:443/y?z", true},
		{"http://a.example", "http://a.example:80", true},
		{"http://a.example:443", "https://a.example:443", false},
		{"https://a.example", "https://b.example", false},
	} {
		if got := sameOrigin(parse(test.a), parse(test.b)); got != test.want {
			t.Errorf("%s and %s: %v", test.a, test.b, got)
		}
	}
}

func TestOwnAuthorizationWins(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		s := answering(401)
		source := newTokens("t1")
		req := newRequest(t, "GET", "")
		req.Header.Set("Authorization", "Basic eA==")
		_, err := do(s, &Client{Tokens: source}, req)
		if got := s.reqs[0].Header.Get("Authorization"); got != "Basic eA==" || source.refreshes != 0 || !IsUnauthorized(err) {
			t.Errorf("sent %q, renewed %d times, got %v", got, source.refreshes, err)
		}
		wantCount(t, s, 1)
	})
}

func TestAuthorize(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		s := answering(200)
		req := newRequest(t, "GET", "")
		req.Header = nil
		resp, err := do(s, &Client{Tokens: StaticToken("t1"), Authorize: func(req *http.Request, token string) {
			req.Header.Set("X-Api-Key", token)
		}}, req)
		wantSuccess(t, resp, err)
		if h := s.reqs[0].Header; h.Get("X-Api-Key") != "t1" || h.Get("Authorization") != "" {
			t.Errorf("sent %v", h)
		}
		if len(req.Header) != 0 || resp.Request.Header.Get("X-Api-Key") != "" {
			t.Error("the token is on the caller's request")
		}
	})
}

func TestSourcesThatFail(t *testing.T) {
	why := errors.New("the vault is closed")
	tests := []struct {
		name     string
		tokens   TokenSource
		stop     Stop
		is       error
		requests int
	}{
		{"Token fails", sourceFuncs{token: func(context.Context) (string, error) { return "", why }}, StopRefresh, why, 0},
		{"Token gives nothing", sourceFuncs{token: gives(""), refresh: gives("")}, StopRefresh, errNoToken, 1},
		{"Refresh gives nothing", sourceFuncs{token: gives("t"), refresh: gives("")}, StopRefresh, errNoToken, 1},
		{"Refresh gives the same", sourceFuncs{token: gives("t"), refresh: gives("t")}, StopRefresh, nil, 2},
		{"Token blocks", sourceFuncs{token: blocks}, StopCanceled, context.DeadlineExceeded, 0},
		{"Refresh blocks", sourceFuncs{token: gives("t"), refresh: blocks}, StopCanceled, context.DeadlineExceeded, 1},
		{"Refresh panics", sourceFuncs{token: gives("t"), refresh: panics}, StopRefresh, nil, 1},
		{"StaticToken", StaticToken("t"), StopRefresh, errStaticToken, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			virtually(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
				defer cancel()
				s := answering(401)
				c := over(s)
				c.Tokens = test.tokens
				body := &closing{Reader: newRequest(t, "PUT", "x").Body}
				req := requestWith(t, ctx, "PUT", "x")
				req.Body = body
				_, err := c.Do(req)
				e, ok := AsError(err)
				if !ok || e.Stop != test.stop || test.is != nil && !errors.Is(err, test.is) {
					t.Errorf("got %v", err)
				}
				if !body.closed {
					t.Error("the body was left open")
				}
				wantCount(t, s, test.requests)
			})
		})
	}
}

type sourceFuncs struct {
	token   func(context.Context) (string, error)
	refresh func(context.Context) (string, error)
}

func (f sourceFuncs) Token(ctx context.Context) (string, error)             { return f.token(ctx) }
func (f sourceFuncs) Refresh(ctx context.Context, _ string) (string, error) { return f.refresh(ctx) }

func gives(token string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return token, nil }
}

func blocks(ctx context.Context) (string, error) { <-ctx.Done(); return "", ctx.Err() }

func panics(context.Context) (string, error) { panic("no source") }

func TestStaticTokenIsNotPrinted(t *testing.T) {
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		if got := fmt.Sprintf(verb, StaticToken("secret")); got != "static token" {
			t.Errorf("%s prints %q", verb, got)
		}
	}
}

// again sends the same request after a conflict.
func again(_ context.Context, req *http.Request, _ *Error) (*http.Request, error) { return req, nil }

func TestCase70HookFails(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := answering(409)
		c := over(s)
		c.Resolve = func(context.Context, *http.Request, *Error) (*http.Request, error) { return nil, io.ErrClosedPipe }
		_, err := c.Do(newRequest(t, "PUT", "x"))
		wantStop(t, err, StopHook, 1)
		if !errors.Is(err, io.ErrClosedPipe) || !IsConflict(err) {
			t.Errorf("got %v, want both errors", err)
		}
		wantCount(t, s, 1)
	})
}

func TestCase71AlreadyDone(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		s := answering(409)
		done := func(context.Context, *http.Request, *Error) (*http.Request, error) { return nil, nil }
		resp, err := do(s, &Client{Resolve: done}, streamed(t, "PUT", "x"))
		wantSuccess(t, resp, err)
		if resp.StatusCode != 204 || resp.Body != http.NoBody || resp.Request == nil {
			t.Errorf("got %+v", resp)
		}
		wantCount(t, s, 1)
	})
}

func TestCase72ConflictThatIsNever(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := newScript(reply{status: 403, body: `{"error":{"code":"locked"}}`})
		c := over(s)
		c.Resolve = func(context.Context, *http.Request, *Error) (*http.Request, error) { panic("called") }
		_, err := c.Do(newRequest(t, "PUT", "x"))
		wantStop(t, err, StopNever, 1)
		wantCount(t, s, 1)
	})
}

func TestCase73ConflictsAreBounded(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		s := answering(409)
		hooks := 0
		_, err := do(s, &Client{Resolve: func(_ context.Context, req *http.Request, _ *Error) (*http.Request, error) {
			hooks++
			return req, nil
		}}, newRequest(t, "PUT", "x"))
		if !IsConflict(err) || hooks != 3 {
			t.Errorf("got %v after %d hooks", err, hooks)
		}
		wantCount(t, s, 4)
		wantGaps(t, s, 1, 2, 4)
		if s.at[1] == time.Second && s.at[2] == 3*time.Second {
			t.Error("no jitter")
		}
	})
}

func TestCase74HooksOwnUnauthorized(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := answering(409, 401, 200, 200) // the call, the hook's, the hook's again, the call again
		source := newTokens("t1")
		c := over(s)
		c.Tokens = source
		c.Resolve = func(ctx context.Context, req *http.Request, _ *Error) (*http.Request, error) {
			resp, err := c.Do(requestWith(t, ctx, "GET", ""))
			if err != nil {
				return nil, err
			}
			return req, resp.Body.Close()
		}
		resp, err := c.Do(newRequest(t, "PUT", "x"))
		wantSuccess(t, resp, err)
		wantCount(t, s, 4)
		if source.refreshes != 1 {
			t.Errorf("got %d renewals", source.refreshes)
		}
	})
}

func TestHookMakesTheNextRequest(t *testing.T) {
	tests := []struct {
		name string
		hook func(*testing.T, *http.Request) *http.Request
		want string
	}{
		{"the same", func(_ *testing.T, req *http.Request) *http.Request {
			req.Header.Set("If-Match", `"v2"`)
			return req
		}, "x"},
		{"a clone", func(_ *testing.T, req *http.Request) *http.Request {
			req = req.Clone(req.Context())
			req.Header.Set("If-Match", `"v2"`)
			return req
		}, "x"},
		{"another", func(t *testing.T, _ *http.Request) *http.Request {
			req := newRequest(t, "PUT", "y")
			req.Header.Set("If-Match", `"v2"`)
			return req
		}, "y"},
		{"another that is streamed", func(t *testing.T, _ *http.Request) *http.Request {
			req := streamed(t, "PUT", "y")
			req.Header.Set("If-Match", `"v2"`)
			return req
		}, "y"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			faces(t, func(t *testing.T, do doFunc) {
				s := answering(409, 200)
				given := newRequest(t, "PUT", "x")
				resp, err := do(s, &Client{Resolve: func(_ context.Context, req *http.Request, e *Error) (*http.Request, error) {
					if !IsConflict(e) || req == given {
						t.Errorf("the hook got %v for %v", e, req)
					}
					if _, err := io.ReadAll(req.Body); !errors.Is(err, errSent) {
						t.Errorf("the hook reads a body that was sent: %v", err)
					}
					return test.hook(t, req), nil
				}}, given)
				wantSuccess(t, resp, err)
				wantCount(t, s, 2)
				if got := s.reqs[1].Header.Get("If-Match"); s.sent[1] != test.want || got != `"v2"` || len(given.Header) != 0 {
					t.Errorf("sent %q with If-Match %s; the caller's header is %v", s.sent[1], got, given.Header)
				}
			})
		})
	}
}

func TestHookCannotSendAStreamAgain(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := answering(409)
		c := over(s)
		c.Resolve = again
		_, err := c.Do(streamed(t, "PUT", "x"))
		wantStop(t, err, StopRewind, 1)
		wantCount(t, s, 1)
	})
}
