//go:build go1.25

package runtime

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
)

// A hook that puts the token into the URL changes a copy: the caller's request,
// from which net/http makes the Referer of a redirect, does not have it.
func TestAuthorizeURL(t *testing.T) {
	var sent []string
	c := &Client{
		HTTP: &http.Client{Transport: tripper(func(req *http.Request) (*http.Response, error) {
			sent = append(sent, req.URL.String()+" "+req.Referer())
			if len(sent) > 1 {
				return &http.Response{StatusCode: 200, Body: http.NoBody, Request: req}, nil
			}
			header := http.Header{"Location": {"http://other.example/"}}
			return &http.Response{StatusCode: 302, Header: header, Body: http.NoBody, Request: req}, nil
		})},
		Tokens: StaticToken("S3CRET"),
		Authorize: func(req *http.Request, token string) {
			req.URL.RawQuery = "api_key=" + token
		},
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://api.example/a", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := c.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if want := "http://api.example/a?api_key=S3CRET "; sent[0] != want {
		t.Errorf("sent %q, want %q", sent[0], want)
	}
	if strings.Contains(sent[1], "S3CRET") || req.URL.RawQuery != "" {
		t.Errorf("the token got to %q and %q", sent[1], req.URL)
	}
}

// fmt asks no method of what an unexported field holds.
func TestStaticTokenInside(t *testing.T) {
	service := &struct{ client Client }{}
	service.client.Tokens = StaticToken("S3CRET")
	inside := struct{ tokens TokenSource }{StaticToken("S3CRET")}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%p"} {
		if got := fmt.Sprintf(verb+verb, service, inside); strings.Contains(got, "S3CRET") || strings.Contains(got, "533343524554") {
			t.Errorf("%s prints %s", verb, got)
		}
	}
}

// net/http's errors quote what the server sent instead of a header.
func TestQuotedHeader(t *testing.T) {
	for _, text := range []string{
		`net/http: HTTP/1.x transport connection broken: malformed MIME header line: "Set-Cookie: sid=S3CRET\x01"`,
		`malformed HTTP response "Set-Cookie: sid=S3CRET"`,
	} {
		if got := causeText(errors.New(text)); strings.Contains(got, "S3CRET") || !strings.HasSuffix(got, "…") {
			t.Errorf("got %s", got)
		}
	}
}

type panickingBody struct{ io.Closer }

func (panickingBody) Read([]byte) (int, error) { panic("no more") }

// A body that panics where it is read apart is a body that fails.
func TestPanickingBody(t *testing.T) {
	resp := &http.Response{StatusCode: 503, Uncompressed: true, Body: panickingBody{http.NoBody}}
	e, ok := AsError(FromResponse(resp))
	if !ok || e.Status != 503 || e.Unwrap() == nil || !strings.Contains(e.Error(), "no more") {
		t.Errorf("got %v", e)
	}
	success := &http.Response{StatusCode: 200, ContentLength: -1, Body: panickingBody{http.NoBody}}
	if err := FromResponse(success); err != nil {
		t.Errorf("of a success: %v", err)
	}
	if _, err := io.ReadAll(success.Body); err == nil || !strings.Contains(err.Error(), "no more") {
		t.Errorf("reading a success: %v", err)
	}
	discard(panickingBody{http.NoBody})
}
