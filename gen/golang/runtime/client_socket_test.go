//go:build go1.25

package runtime

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// served starts a server on the loopback interface, and gives a Client of it
// that backs off for no time. The connections that it opens are counted.
func served(t *testing.T, http2 bool, handle http.HandlerFunc) (c *Client, url string, connections *atomic.Int32) {
	t.Helper()
	server := httptest.NewUnstartedServer(handle)
	connections = new(atomic.Int32)
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			connections.Add(1)
		}
	}
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.EnableHTTP2 = http2
	if http2 {
		server.StartTLS()
	} else {
		server.Start()
	}
	t.Cleanup(server.Close)
	return &Client{HTTP: server.Client(), Policy: Policy{BaseDelay: time.Millisecond, Jitter: -1}}, server.URL, connections
}

func get(t *testing.T, c *Client, url string) (string, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := c.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

func TestCase56ConnectionIsUsedAgain(t *testing.T) {
	for _, size := range []int{0, 100, 64 << 10, maxBody + 1000} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			n := 0
			c, url, connections := served(t, false, func(w http.ResponseWriter, _ *http.Request) {
				if n++; n < 4 {
					w.WriteHeader(503)
					io.WriteString(w, strings.Repeat(" ", size))
				}
			})
			if _, err := get(t, c, url); err != nil {
				t.Fatal(err)
			}
			if n != 4 || connections.Load() != 1 {
				t.Errorf("%d requests over %d connections, want 4 over 1", n, connections.Load())
			}
		})
	}
}

func TestHTTP2(t *testing.T) {
	n := 0
	c, url, connections := served(t, true, func(w http.ResponseWriter, r *http.Request) {
		if r.ProtoMajor != 2 {
			t.Errorf("the protocol is %s", r.Proto)
		}
		if n++; n < 3 {
			WriteError(w, r, ErrOverloaded)
			return
		}
		io.WriteString(w, "fine")
	})
	body, err := get(t, c, url)
	if body != "fine" || err != nil || n != 3 || connections.Load() != 1 {
		t.Errorf("got %q, %v after %d requests over %d connections", body, err, n, connections.Load())
	}
}

func TestHTTP2StreamReset(t *testing.T) {
	c, url, _ := served(t, true, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(503)
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	})
	_, err := get(t, c, url)
	if !IsServiceUnavailable(err) {
		t.Errorf("got %v, want the status that came before the reset", err)
	}
}

func TestGzipError(t *testing.T) {
	n := 0
	c, url, _ := served(t, false, func(w http.ResponseWriter, _ *http.Request) {
		if n++; n > 1 {
			return
		}
		w.Header().Set("Content-Encoding", "gzip")
		w.WriteHeader(400)
		zip := gzip.NewWriter(w)
		io.WriteString(zip, `{"error":{"code":"card_declined","message":"no"}}`)
		zip.Close()
	})
	if _, err := get(t, c, url); !IsCardDeclined(err) {
		t.Errorf("got %v", err)
	}
}

func TestCase29ClientStalledGzip(t *testing.T) {
	if testing.Short() {
		t.Skip("takes as long as a stalled body may")
	}
	t.Parallel()
	release := make(chan struct{})
	c, url, _ := served(t, false, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.WriteHeader(400)
		w.(http.Flusher).Flush()
		<-release
	})
	t.Cleanup(func() { close(release) })
	began := time.Now()
	_, err := get(t, c, url)
	if took := time.Since(began); !IsBadRequest(err) || took > maxBodyTime+5*time.Second {
		t.Errorf("got %v after %v", err, took)
	}
}

func TestSlowBodyOfASuccess(t *testing.T) {
	c, url, _ := served(t, false, func(w http.ResponseWriter, _ *http.Request) {
		for range 10 {
			io.WriteString(w, "slow ")
			w.(http.Flusher).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	})
	c.Policy.AttemptTimeout = 100 * time.Millisecond // until the header
	if body, err := get(t, c, url); len(body) != 50 || err != nil {
		t.Errorf("got %q, %v", body, err)
	}
}

func TestResetInsideTheBody(t *testing.T) {
	n := 0
	cut := func(w http.ResponseWriter, status int) {
		conn, _, _ := w.(http.Hijacker).Hijack()
		fmt.Fprintf(conn, "HTTP/1.1 %d X\r\nContent-Length: 100\r\n\r\n{\"mess", status)
		conn.(*net.TCPConn).SetLinger(0)
		conn.Close()
	}
	c, url, _ := served(t, false, func(w http.ResponseWriter, _ *http.Request) {
		if n++; n == 1 {
			cut(w, 503)
		}
	})
	if _, err := get(t, c, url); err != nil || n != 2 {
		t.Errorf("got %v after %d requests; the status had come", err, n)
	}

	n = 0
	c, url, _ = served(t, false, func(w http.ResponseWriter, _ *http.Request) { n++; cut(w, 200) })
	if _, err := get(t, c, url); err == nil || n != 1 {
		t.Errorf("got %v after %d requests; a success is its reader's to retry", err, n)
	}
}

func TestResetBeforeTheResponse(t *testing.T) {
	var n atomic.Int32
	c, url, _ := served(t, false, func(w http.ResponseWriter, _ *http.Request) {
		if n.Add(1) == 1 {
			conn, _, _ := w.(http.Hijacker).Hijack()
			conn.(*net.TCPConn).SetLinger(0)
			conn.Close()
			return
		}
		io.WriteString(w, "fine")
	})
	if body, err := get(t, c, url); body != "fine" || err != nil {
		t.Errorf("got %q, %v", body, err)
	}
}

func TestCase53NotRetried(t *testing.T) {
	requests := 0
	c, url, _ := served(t, false, func(w http.ResponseWriter, r *http.Request) {
		requests++
		http.Redirect(w, r, "/"+r.URL.Path, http.StatusFound)
	})
	secure := httptest.NewUnstartedServer(http.NotFoundHandler())
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	defer secure.Close()

	tests := []struct{ name, url string }{
		{"unknown CA", secure.URL},
		{"bad scheme", "gopher://127.0.0.1/"},
		{"no such host", "http://errgen.invalid/"},
		{"redirect loop", url},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := get(t, c, test.url)
			var e *Error
			if !errors.As(err, &e) || e.Status != 0 || len(e.Attempts) != 1 || e.Stop != StopNever {
				t.Errorf("got %v", err)
			}
		})
	}
	if requests > 10 {
		t.Errorf("the redirect loop was walked more than once: %d requests", requests)
	}
}

func TestRefusedConnection(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	url := "http://" + listener.Addr().String()
	listener.Close()
	c := &Client{Policy: Policy{BaseDelay: time.Millisecond, Jitter: -1}}
	req, _ := http.NewRequestWithContext(t.Context(), "POST", url, strings.NewReader("x"))
	_, err = c.Do(req)
	wantStop(t, err, StopAttempts, 4)
}
