//go:build go1.25

package runtime

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"testing"
)

func TestCase60Nested(t *testing.T) {
	tests := []struct {
		name string
		call func(s *script, ctx context.Context, t *testing.T) error
	}{
		{"a Client over a Client", func(s *script, ctx context.Context, t *testing.T) error {
			inner := over(s)
			_, err := over(tripper(inner.Do)).Do(requestWith(t, ctx, "GET", ""))
			return err
		}},
		{"a Client over a Transport", func(s *script, ctx context.Context, t *testing.T) error {
			_, err := over(&Transport{Base: s}).Do(requestWith(t, ctx, "GET", ""))
			return err
		}},
		{"a Transport over a Transport", func(s *script, ctx context.Context, t *testing.T) error {
			resp, err := (&Transport{Base: &Transport{Base: s}}).RoundTrip(requestWith(t, ctx, "GET", ""))
			if err == nil {
				err = FromResponse(resp)
			}
			return err
		}},
		{"Call over a Client", func(s *script, ctx context.Context, t *testing.T) error {
			_, err := Call(ctx, nil, func(ctx context.Context) (*http.Response, error) {
				return over(s).Do(requestWith(t, ctx, "GET", ""))
			})
			return err
		}},
		{"Call over a Client, the context lost", func(s *script, ctx context.Context, t *testing.T) error {
			_, err := Call(ctx, nil, func(context.Context) (*http.Response, error) {
				return over(s).Do(requestWith(t, ctx, "GET", ""))
			})
			return err
		}},
		{"Call over a Transport, the error made anew", func(s *script, ctx context.Context, t *testing.T) error {
			client := &http.Client{Transport: &Transport{Base: s}}
			_, err := Call(ctx, nil, func(ctx context.Context) (int, error) {
				resp, err := client.Do(requestWith(t, ctx, "GET", ""))
				if err != nil {
					return 0, err
				}
				resp.Body.Close()
				return 0, CodeFor(resp.StatusCode, "")
			})
			return err
		}},
		{"Call over Call", func(s *script, ctx context.Context, t *testing.T) error {
			_, err := Call(ctx, nil, func(ctx context.Context) (int, error) {
				return Call(ctx, nil, func(ctx context.Context) (int, error) {
					resp, err := (&http.Client{Transport: s}).Do(requestWith(t, ctx, "GET", ""))
					if err != nil {
						return 0, err
					}
					return 0, FromResponse(resp)
				})
			})
			return err
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			virtually(t, func(t *testing.T) {
				s := answering(503)
				err := test.call(s, t.Context(), t)
				if !IsServiceUnavailable(err) {
					t.Errorf("got %v", err)
				}
				wantCount(t, s, 4)
			})
			virtually(t, func(t *testing.T) {
				s := answering(503)
				_ = test.call(s, NoRetry(t.Context()), t)
				wantCount(t, s, 1)
			})
		})
	}
}

func TestNestedWithoutAResponse(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := newScript(reply{err: errReset})
		_, err := over(&Transport{Base: s}).Do(newRequest(t, "GET", ""))
		e := wantStop(t, err, StopAttempts, 4)
		if e.Status != 0 || !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("got %v", err)
		}
		wantCount(t, s, 4)
	})
}

// What the inner one can't do the outer one does.
func TestNestedWhereTheInnerCannot(t *testing.T) {
	t.Run("no tokens", func(t *testing.T) {
		virtually(t, func(t *testing.T) {
			s := answering(401, 200)
			c := over(&Transport{Base: s})
			c.Tokens = newTokens("t1")
			resp, err := c.Do(newRequest(t, "GET", ""))
			wantSuccess(t, resp, err)
			wantCount(t, s, 2)
		})
	})
	t.Run("no retries", func(t *testing.T) {
		virtually(t, func(t *testing.T) {
			s := answering(503, 200)
			resp, err := over(&Transport{Base: s, Policy: Policy{MaxAttempts: 1}}).Do(newRequest(t, "GET", ""))
			wantSuccess(t, resp, err)
			wantCount(t, s, 2)
		})
	})
	t.Run("no hook", func(t *testing.T) {
		virtually(t, func(t *testing.T) {
			s := answering(409, 200)
			c := over(&Transport{Base: s})
			c.Resolve = again
			resp, err := c.Do(newRequest(t, "GET", ""))
			wantSuccess(t, resp, err)
			wantCount(t, s, 2)
		})
	})
}

func TestCallRetries(t *testing.T) {
	tests := []struct {
		name string
		err  error
		is   error
		want int
	}{
		{"a bare Code", ErrServiceUnavailable, ErrServiceUnavailable, 4},
		{"an Error", New(ErrServiceUnavailable, ""), ErrServiceUnavailable, 4},
		{"wrapped", fmt.Errorf("listing: %w", New(ErrServiceUnavailable, "")), ErrServiceUnavailable, 4},
		{"never", ErrNotFound, ErrNotFound, 1},
		{"a conflict", ErrConflict, ErrConflict, 1},
		{"credentials, of which there are none", ErrUnauthorized, ErrUnauthorized, 1},
		{"not the API's", io.ErrUnexpectedEOF, io.ErrUnexpectedEOF, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			virtually(t, func(t *testing.T) {
				calls := 0
				_, err := Call(t.Context(), nil, func(context.Context) (int, error) {
					calls++
					return 0, test.err
				})
				if calls != test.want || !errors.Is(err, test.is) {
					t.Errorf("got %v after %d calls, want %v after %d", err, calls, test.is, test.want)
				}
			})
		})
	}
}

func TestCallReturnsTheResult(t *testing.T) {
	virtually(t, func(t *testing.T) {
		calls := 0
		got, err := Call(t.Context(), new(Client), func(context.Context) (string, error) {
			if calls++; calls < 3 {
				return "", fmt.Errorf("sdk: %w", ErrOverloaded)
			}
			return "fine", nil
		})
		if got != "fine" || err != nil || calls != 3 {
			t.Errorf("got %q, %v after %d calls", got, err, calls)
		}
	})
}

func TestCallStopsWithStopNoHook(t *testing.T) {
	c := &Client{Resolve: again}
	_, err := Call(t.Context(), c, func(context.Context) (int, error) { return 0, ErrConflict })
	wantStop(t, err, StopNoHook, 1)
}

func TestCallRenews(t *testing.T) {
	virtually(t, func(t *testing.T) {
		source := newTokens("t1")
		c := &Client{Tokens: source}
		got, err := Call(t.Context(), c, func(ctx context.Context) (string, error) {
			token, _ := source.Token(ctx)
			if token == "t1" {
				return "", ErrUnauthorized
			}
			return token, nil
		})
		if got != "t1+" || err != nil || source.refreshes != 1 {
			t.Errorf("got %q, %v after %d renewals", got, err, source.refreshes)
		}
	})
}

func TestCallKeepsToTheMethodThatItKnows(t *testing.T) {
	virtually(t, func(t *testing.T) {
		s := newScript(reply{err: errReset})
		c := over(s)
		_, err := Call(NoRetry(t.Context()), nil, func(ctx context.Context) (*http.Response, error) {
			return c.Do(requestWith(t, ctx, "POST", "x"))
		})
		wantCount(t, s, 1)
		if _, ok := AsError(err); !ok {
			t.Errorf("got %v", err)
		}
	})
}

// A Call inside a renewal that waited for the renewal would wait for itself.
func TestCallInsideARenewal(t *testing.T) {
	virtually(t, func(t *testing.T) {
		c := new(Client)
		c.Tokens = sourceFuncs{token: gives("t"), refresh: func(ctx context.Context) (string, error) {
			return Call(ctx, c, func(context.Context) (string, error) { return "", ErrUnauthorized })
		}}
		_, err := Call(t.Context(), c, func(context.Context) (int, error) { return 0, ErrUnauthorized })
		wantStop(t, err, StopRefresh, 1)
	})
}
