//go:build go1.25

package runtime

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestCase40CanceledWhileSleeping(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := answering(503)
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(300*time.Millisecond, cancel)
		began := time.Now()
		_, err := over(s).Do(requestWith(t, ctx, "GET", ""))
		e := wantStop(t, err, StopCanceled, 1)
		if waited := time.Since(began); waited > 310*time.Millisecond {
			t.Errorf("returned after %v, want 300ms", waited)
		}
		if !errors.Is(err, context.Canceled) || !IsServiceUnavailable(err) || e.Status != 503 {
			t.Errorf("got %v, want both the context's error and the API's", err)
		}
		if IsRetryable(err) {
			t.Error("it is retryable, though the context ended")
		}
	})
}

func TestCase41Cause(t *testing.T) {
	virtually(t, func(t *testing.T) {
		why := errors.New("shutting down")
		ctx, cancel := context.WithCancelCause(t.Context())
		time.AfterFunc(300*time.Millisecond, func() { cancel(why) })
		_, err := over(answering(503)).Do(requestWith(t, ctx, "GET", ""))
		wantStop(t, err, StopCanceled, 1)
		if !errors.Is(err, why) || !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want the context's error and its cause", err)
		}
	})
}

func TestCase42DoneBefore(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		why := errors.New("shutting down")
		ctx, cancel := context.WithCancelCause(t.Context())
		cancel(why)
		s := answering(200)
		req := requestWith(t, ctx, "POST", "x")
		body := &closing{Reader: req.Body}
		req.Body = body
		_, err := do(s, &Client{}, req)
		e, ok := AsError(err)
		if !ok || e.Stop != StopCanceled || len(e.Attempts) != 0 || !errors.Is(err, why) || !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		if !body.closed {
			t.Error("the body was left open")
		}
		wantCount(t, s, 0)
	})
	_, err := Call(canceled(t), nil, func(context.Context) (int, error) { panic("called") })
	wantStop(t, err, StopCanceled, 0)
}

func canceled(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	return ctx
}

// A doFunc sends a request over a RoundTripper by one of the faces.
type doFunc func(http.RoundTripper, *Client, *http.Request) (*http.Response, error)

// faces runs a test in virtual time for Client.Do and for Transport.
func faces(t *testing.T, f func(*testing.T, doFunc)) {
	t.Run("Do", func(t *testing.T) {
		virtually(t, func(t *testing.T) { f(t, doClient) })
	})
	t.Run("Transport", func(t *testing.T) {
		virtually(t, func(t *testing.T) { f(t, doTransport) })
	})
}

func doClient(base http.RoundTripper, c *Client, req *http.Request) (*http.Response, error) {
	own := Client{
		HTTP: &http.Client{Transport: base}, Tokens: c.Tokens, Authorize: c.Authorize,
		Policy: c.Policy, Resolve: c.Resolve, OnRetry: c.OnRetry, Budget: c.Budget,
	}
	return own.Do(req)
}

func doTransport(base http.RoundTripper, c *Client, req *http.Request) (*http.Response, error) {
	own := Transport{
		Base: base, Tokens: c.Tokens, Authorize: c.Authorize,
		Policy: c.Policy, Resolve: c.Resolve, OnRetry: c.OnRetry, Budget: c.Budget,
	}
	resp, err := own.RoundTrip(req)
	if err == nil && isError(resp.StatusCode) {
		return resp, FromResponse(resp)
	}
	return resp, err
}

type closing struct {
	io.Reader
	closed bool
}

func (c *closing) Close() error { c.closed = true; return nil }

func TestCase43AttemptTimeout(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		s := newScript(reply{takes: time.Hour}, reply{status: 200, body: "fine"})
		resp, err := do(s, &Client{Policy: Policy{AttemptTimeout: 5 * time.Second}}, newRequest(t, "GET", ""))
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute) // the time-out does not bound the reading of the body
		if body, err := io.ReadAll(resp.Body); string(body) != "fine" || err != nil {
			t.Errorf("the body is %q, %v", body, err)
		}
		resp.Body.Close()
		wantCount(t, s, 2)
		wantGaps(t, s, 6)
	})
}

func TestAttemptTimeoutAsAnError(t *testing.T) {
	virtually(t, func(t *testing.T) {
		c := over(newScript(reply{takes: time.Hour}))
		c.Policy = Policy{AttemptTimeout: 5 * time.Second, MaxAttempts: 2}
		_, err := c.Do(newRequest(t, "GET", ""))
		e := wantStop(t, err, StopAttempts, 2)
		var timeout interface{ Timeout() bool }
		if !errors.As(err, &timeout) || !timeout.Timeout() || !errors.Is(err, context.DeadlineExceeded) || !e.Retryable() {
			t.Errorf("got %v, want a time-out that is retryable", err)
		}
	})
}

func TestCase44TimeoutDoesNotBoundTheSleep(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := newScript(reply{status: 429, header: "Retry-After: 20"}, reply{status: 200})
		c := over(s)
		c.Policy.AttemptTimeout = time.Second
		resp, err := c.Do(newRequest(t, "GET", ""))
		wantSuccess(t, resp, err)
		wantGaps(t, s, 20)
	})
}

func TestCase45TimerOfAnEarlierAttempt(t *testing.T) {
	virtually(t, func(t *testing.T) {
		// Each attempt ends just before its time-out; together they take longer.
		s := newScript(
			reply{status: 503, takes: 900 * time.Millisecond},
			reply{status: 503, takes: 900 * time.Millisecond},
			reply{status: 200, takes: 900 * time.Millisecond},
		)
		c := over(s)
		c.Policy = Policy{AttemptTimeout: time.Second, BaseDelay: -1, Jitter: -1}
		resp, err := c.Do(newRequest(t, "GET", ""))
		wantSuccess(t, resp, err)
		wantCount(t, s, 3)
	})
}

func TestCase46NotRewindable(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		s := answering(503)
		_, err := do(s, &Client{}, streamed(t, "PUT", "x"))
		wantCount(t, s, 1)
		if !IsServiceUnavailable(err) {
			t.Errorf("got %v", err)
		}
	})
	virtually(t, func(t *testing.T) {
		began := time.Now()
		_, err := over(answering(503)).Do(streamed(t, "PUT", "x"))
		wantStop(t, err, StopRewind, 1)
		if waited := time.Since(began); waited > 0 {
			t.Errorf("waited %v for a retry that could not be", waited)
		}
		if want := "not retried: body cannot be rewound"; !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	})
}

func TestCase47GetBodyFails(t *testing.T) {
	virtually(t, func(t *testing.T) {
		why := errors.New("the file is gone")
		req := newRequest(t, "PUT", "x")
		req.GetBody = func() (io.ReadCloser, error) { return nil, why }
		s := answering(503)
		_, err := over(s).Do(req)
		wantStop(t, err, StopRewind, 1)
		if !errors.Is(err, why) || !IsServiceUnavailable(err) {
			t.Errorf("got %v, want both errors", err)
		}
		wantCount(t, s, 1)
	})
}

func TestCase48NoBody(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		req := newRequest(t, "PUT", "")
		req.Body = http.NoBody
		s := answering(503, 200)
		resp, err := do(s, &Client{}, req)
		wantSuccess(t, resp, err)
		wantCount(t, s, 2)
	})
}

func TestBodyIsSentAgain(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		s := answering(503, 500, 200)
		req := newRequest(t, "POST", "the order")
		given := req.Body
		resp, err := do(s, &Client{}, req)
		wantSuccess(t, resp, err)
		if !slices.Equal(s.sent, []string{"the order", "the order", "the order"}) {
			t.Errorf("sent %q", s.sent)
		}
		if req.Body != given || len(req.Header) != 0 {
			t.Error("the caller's request was changed")
		}
	})
}

func TestCase50MaxAttempts(t *testing.T) {
	for _, test := range []struct{ max, want int }{{0, 4}, {1, 1}, {2, 2}, {6, 6}, {-1, 1}} {
		virtually(t, func(t *testing.T) {
			s := answering(503)
			c := over(s)
			c.Policy.MaxAttempts, c.Budget = test.max, NoBudget
			_, err := c.Do(newRequest(t, "GET", ""))
			wantStop(t, err, StopAttempts, test.want)
			wantCount(t, s, test.want)
		})
	}
}

func TestCase51Post(t *testing.T) {
	tests := []struct {
		name, key string
		first     reply
		want      int
	}{
		{"the catalog says any method", "", reply{status: 503}, 2},
		{"the action says idempotent", "", reply{err: errReset}, 1},
		{"the request has a key", "k", reply{err: errReset}, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			faces(t, func(t *testing.T, do doFunc) {
				s := newScript(test.first, reply{status: 200})
				req := newRequest(t, "POST", "x")
				if test.key != "" {
					req.Header.Set("Idempotency-Key", test.key)
				}
				if resp, err := do(s, &Client{}, req); err == nil {
					resp.Body.Close()
				}
				wantCount(t, s, test.want)
			})
		})
	}
	if ActionRetrySafely.anyMethod() {
		t.Error("retry_safely repeats any method")
	}
}

func TestCase52SameKey(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		s := answering(503, 503, 200)
		req := newRequest(t, "POST", "x")
		req.Header.Set("Idempotency-Key", "k1")
		resp, err := do(s, &Client{}, req)
		wantSuccess(t, resp, err)
		for _, req := range s.reqs {
			if key := req.Header["Idempotency-Key"]; !slices.Equal(key, []string{"k1"}) {
				t.Errorf("a key of %q", key)
			}
		}
	})
}

// 501 and 505 are for the catalog's defaults, of which this one has the first.
func TestCase54DefaultsSayNever(t *testing.T) {
	if _, action := defaultFor(501); action.Mode() != RetryNever {
		t.Errorf("501 has the action %v", action)
	}
	virtually(t, func(t *testing.T) {
		s := answering(418)
		_, err := over(s).Do(newRequest(t, "GET", ""))
		wantStop(t, err, StopNever, 1)
		wantCount(t, s, 1)
	})
}

func TestCase55Redirects(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := newScript(reply{status: 302, header: "Location: https://api.example.com/v2"})
		c := over(s)
		c.HTTP.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		_, err := c.Do(newRequest(t, "GET", ""))
		if e := wantStop(t, err, StopNever, 1); e.Status != 302 {
			t.Errorf("got %v", err)
		}
		wantCount(t, s, 1)

		s = newScript(reply{status: 302, header: "Location: https://api.example.com/v2"}, reply{status: 503}, reply{status: 200})
		resp, err := (&http.Client{Transport: &Transport{Base: s}}).Get("https://api.example.com/v1")
		wantSuccess(t, resp, err)
		wantCount(t, s, 3)
		if path := s.reqs[2].URL.Path; path != "/v2" {
			t.Errorf("the retry went to %s", path)
		}
	})
}

func TestNotModifiedIsASuccessForAConditionalRequest(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		req := newRequest(t, "GET", "")
		req.Header.Set("If-None-Match", `"v1"`)
		s := answering(304)
		resp, err := do(s, &Client{}, req)
		wantSuccess(t, resp, err)
		wantCount(t, s, 1)
	})
}

func TestSwitchingProtocolsIsPassedThrough(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		conn := struct {
			io.ReadCloser
			io.Writer
		}{io.NopCloser(strings.NewReader("")), new(bytes.Buffer)}
		base := tripper(func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: 101, Body: conn}, nil
		})
		for _, timeout := range []time.Duration{0, time.Minute} {
			resp, err := do(base, &Client{Policy: Policy{AttemptTimeout: timeout}}, newRequest(t, "GET", ""))
			if err != nil {
				t.Fatal(err)
			}
			if _, ok := resp.Body.(io.Writer); !ok {
				t.Error("the connection can't be written to")
			}
			resp.Body.Close()
		}
	})
}

func TestCase57FinalBodyIsReadable(t *testing.T) {
	const body = `{"error":{"message":"busy"}}`
	tests := []struct {
		name   string
		client *Client
		method string
		status int
	}{
		{"attempts used up", &Client{}, "GET", 503},
		{"never", &Client{}, "GET", 404},
		{"no hook", &Client{}, "PUT", 409},
		{"hook fails", &Client{Resolve: func(context.Context, *http.Request, *Error) (*http.Request, error) {
			return nil, io.ErrClosedPipe
		}}, "PUT", 409},
		{"renewal fails", &Client{Tokens: StaticToken("t")}, "GET", 401},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			virtually(t, func(t *testing.T) {
				s := newScript(reply{status: test.status, body: body})
				tr := &Transport{Base: s, Tokens: test.client.Tokens, Resolve: test.client.Resolve}
				resp, err := tr.RoundTrip(newRequest(t, test.method, ""))
				if err != nil {
					t.Fatal(err)
				}
				if got, err := io.ReadAll(resp.Body); string(got) != body || err != nil || resp.StatusCode != test.status {
					t.Errorf("got %d, %q, %v", resp.StatusCode, got, err)
				}
				resp.Body.Close()
				wantCount(t, s, s.count())
			})
		})
	}
}

func TestTransportReturnsTheLastResponseWhenCanceled(t *testing.T) {
	virtually(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		time.AfterFunc(500*time.Millisecond, cancel)
		resp, err := (&Transport{Base: newScript(reply{status: 503, body: "busy"})}).RoundTrip(requestWith(t, ctx, "GET", ""))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(resp.Body); string(got) != "busy" || err != nil {
			t.Errorf("the body is %q, %v", got, err)
		}
	})
}

func TestCase61ErrorFromManyGoroutines(t *testing.T) {
	virtually(t, func(t *testing.T) {
		_, err := over(answering(503)).Do(newRequest(t, "GET", ""))
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() { _ = err.Error() + CodeOf(err).Error() })
		}
		group.Wait()
	})
}

func TestOnRetry(t *testing.T) {
	virtually(t, func(t *testing.T) {
		type key struct{}
		var got []Retry
		c := over(newScript(reply{err: errReset}, reply{status: 429, header: "Retry-After: 7"}, reply{status: 200}))
		c.OnRetry = func(ctx context.Context, r Retry) {
			if ctx.Value(key{}) != "mine" {
				t.Error("OnRetry got another context")
			}
			got = append(got, r)
		}
		resp, err := c.Do(requestWith(t, context.WithValue(t.Context(), key{}, "mine"), "GET", ""))
		wantSuccess(t, resp, err)
		if len(got) != 2 || got[0].Attempt != 1 || got[1].Attempt != 2 {
			t.Fatalf("got %+v", got)
		}
		if r := got[0]; !errors.Is(r.Err, io.ErrUnexpectedEOF) || !strings.HasPrefix(r.Reason, "No response") || r.Delay < time.Second {
			t.Errorf("the first retry is %+v", r)
		}
		if r := got[1]; !IsTooManyRequests(r.Err) || r.Reason != ActionWait.Title() || r.Delay < 7*time.Second {
			t.Errorf("the second retry is %+v", r)
		}
		e, _ := AsError(got[1].Err)
		if e.Method != "GET" || !strings.HasSuffix(e.URL, "/v1/orders") || e.Header.Get("Retry-After") != "7" {
			t.Errorf("the second error is of %s %s, its header is %v", e.Method, e.URL, e.Header)
		}
	})
}

func TestServersWordAboutRetrying(t *testing.T) {
	for _, test := range []struct {
		hint hint
		code Code
		want bool
	}{
		{hintRetry, ErrBadRequest, true},
		{hintNoRetry, ErrServiceUnavailable, false},
	} {
		virtually(t, func(t *testing.T) {
			calls := 0
			Call(t.Context(), nil, func(context.Context) (int, error) {
				calls++
				e := New(test.code, "")
				e.Method, e.hint = "POST", test.hint
				return 0, e
			})
			if got := calls > 1; got != test.want {
				t.Errorf("%v with hint %b: %d calls", test.code, test.hint, calls)
			}
		})
	}
}

func TestPolicyOfAContext(t *testing.T) {
	faces(t, func(t *testing.T, do doFunc) {
		s := answering(503)
		ctx := WithPolicy(t.Context(), Policy{MaxAttempts: 2})
		ctx = WithPolicy(ctx, Policy{Jitter: -1})
		do(s, &Client{Policy: Policy{MaxAttempts: 3, BaseDelay: 5 * time.Second}}, requestWith(t, ctx, "GET", ""))
		wantCount(t, s, 2)
		wantGaps(t, s, 5)

		s = answering(503)
		do(s, &Client{}, requestWith(t, NoRetry(t.Context()), "GET", ""))
		wantCount(t, s, 1)
	})
}
