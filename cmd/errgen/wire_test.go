package main

import (
	"bytes"
	"compress/gzip"
	"net/textproto"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/match"
)

func TestParseResponse(t *testing.T) {
	ok := match.Response{Status: 429, Header: textproto.MIMEHeader{"Retry-After": {"47"}}, Body: []byte(`{"code": 1}`)}
	none := textproto.MIMEHeader{}
	tests := []struct {
		name, text string
		want       match.Response
	}{
		{"a body alone", `{"code": 1}`, match.Response{Header: none, Body: []byte(`{"code": 1}`)}},
		{"a body with a byte-order mark", "\uFEFF{}", match.Response{Header: none, Body: []byte("\uFEFF{}")}},
		{"lines end in LF", "HTTP/1.1 429 Too Many Requests\nRetry-After: 47\n\n{\"code\": 1}", ok},
		{"lines end in CRLF", "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 47\r\n\r\n{\"code\": 1}", ok},
		{"no reason", "HTTP/2 429 \r\nretry-after: 47\r\n\r\n{\"code\": 1}", ok},
		{"nor a blank", "HTTP/2 429\nretry-after:47 \n\n{\"code\": 1}", ok},
		{"a mark and empty lines before it", "\uFEFF\r\n\nHTTP/2 429\nRetry-After: 47\n\n{\"code\": 1}", ok},
		{"a blank before the colon", "HTTP/2 429\nRetry-After : 47\n\n{\"code\": 1}", ok},
		{"after a redirect", "HTTP/1.1 302 Found\nLocation: /\n\nHTTP/1.1 100 Continue\n\nHTTP/2 429\nRetry-After: 47\n\n{\"code\": 1}", ok},
		{
			"headers of equal names, and one of several lines", "HTTP/1.1 429\nX-A: 1\nX-A: 2\nX-B: one\n\ttwo\n  three\n\n{}",
			match.Response{Status: 429, Header: textproto.MIMEHeader{"X-A": {"1", "2"}, "X-B": {"one two three"}}, Body: []byte("{}")},
		},
		{"no body", "HTTP/1.1 404 Not Found\r\n\r\n", match.Response{Status: 404, Header: none, Body: []byte{}}},
		{"nor a line after the headers", "HTTP/1.1 404 Not Found", match.Response{Status: 404, Header: none}},
		{"a body that looks like a response", "HTTP/1.1 505\n\nHTTP/9 is not spoken", match.Response{Status: 505, Header: none, Body: []byte("HTTP/9 is not spoken")}},
		{
			"chunks", "HTTP/1.1 404\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n4\r\n{\"a\"\r\n3;x=y\r\n:1}\r\n0\r\n\r\n",
			match.Response{Status: 404, Header: textproto.MIMEHeader{"Transfer-Encoding": {"gzip, Chunked"}}, Body: []byte(`{"a":1}`)},
		},
		{
			"chunks that break off", "HTTP/1.1 404\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
			match.Response{Status: 404, Header: textproto.MIMEHeader{"Transfer-Encoding": {"chunked"}}, Body: []byte(`{}`)},
		},
		{
			"chunks that curl has put together", "HTTP/1.1 404\r\nTransfer-Encoding: chunked\r\n\r\n{}",
			match.Response{Status: 404, Header: textproto.MIMEHeader{"Transfer-Encoding": {"chunked"}}, Body: []byte(`{}`)},
		},
		{
			"compressed", "HTTP/1.1 404\nContent-Encoding: GZip\n\n" + zipped(t, `{"a":1}`),
			match.Response{Status: 404, Header: textproto.MIMEHeader{"Content-Encoding": {"GZip"}}, Body: []byte(`{"a":1}`)},
		},
		{
			"no longer compressed", "HTTP/1.1 404\nContent-Encoding: gzip\n\n{}",
			match.Response{Status: 404, Header: textproto.MIMEHeader{"Content-Encoding": {"gzip"}}, Body: []byte(`{}`)},
		},
	}
	for _, tt := range tests {
		got, err := parseResponse([]byte(tt.text))
		if diff := cmp.Diff(tt.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", tt.name, err, diff)
		}
	}
}

func zipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(text))
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestParseResponseRefuses(t *testing.T) {
	tests := []struct{ text, want string }{
		{
			"HTTP/1.1 4O4 Not Found\n\n{}",
			`standard input, line 1: "HTTP/1.1 4O4 Not Found" is no status line; write one such as "HTTP/1.1 404 Not Found"`,
		},
		{"\r\nHTTP/1.1 700\r\n", `standard input, line 2: "HTTP/1.1 700" is no status line; write one such as "HTTP/1.1 404 Not Found"`},
		{
			"HTTP/1.1 404\r\nDate: x\r\nRetry-After 47\r\n\r\n{}",
			`standard input, line 3: "Retry-After 47" is no header; write "Retry-After: 47", or an empty line before the body`,
		},
		{
			"HTTP/1.1 302\n\nHTTP/1.1 404\nDate: x\n{\"code\": 1}",
			`standard input, line 5: "{\"code\": 1}" is no header; write an empty line before the body`,
		},
		{
			"HTTP/1.1 404\n" + strings.Repeat("x", 1000),
			`standard input, line 2: "` + strings.Repeat("x", 60) + `…" is no header; write an empty line before the body`,
		},
		{
			"HTTP/2 404\n:status: 404\n\n{}",
			`standard input, line 2: ":status: 404" is no header; leave it out: it is one of HTTP/2's own (RFC 9113 §8.3)`,
		},
		{"\xff\xfe{\x00}\x00", "standard input is in UTF-16; write the response in UTF-8"},
	}
	for _, tt := range tests {
		if _, err := parseResponse([]byte(tt.text)); err == nil || err.Error() != tt.want {
			t.Errorf("%.60q:\ngot  %v\nwant %s", tt.text, err, tt.want)
		}
	}
}

func TestUnreadable(t *testing.T) {
	tests := []struct {
		coding, body string
		status       int
		want         string
	}{
		{"", "", 404, ""},
		{"", " \n", 404, ""},
		{"", "{}", 404, ""},
		{"", "\uFEFF{}", 404, ""},
		{"", "<h1>", 404, "the body is no JSON"},
		{"identity", "<h1>", 404, "the body is no JSON"},
		{"br", "\x00", 404, "the body is no JSON but compressed (br), which curl --compressed undoes"},
		{"br", "{}", 404, ""},
		{"gzip", `{"code": "a`, 404, "the body is no JSON"},
		{"", "< HTTP/1.1 404\n{}", 0, `the body is no JSON; write what curl -i prints, without the "< " of curl -v`},
		{"", "Retry-After: 47\n\n{}", 404, "the body is no JSON"},
		{"", "Retry-After: 47\r\n\r\n{}", 0, `the body is no JSON; headers come after a status line such as "HTTP/1.1 404 Not Found"`},
		{"", `"` + strings.Repeat("x", mostBody) + `"`, 404, "the body is longer than the 1 MiB that generated packages read"},
		{"", `"` + strings.Repeat("x", mostBody-2) + `"`, 404, ""},
	}
	for _, tt := range tests {
		r := match.Response{Status: tt.status, Header: textproto.MIMEHeader{}, Body: []byte(tt.body)}
		if tt.coding != "" {
			r.Header.Set("Content-Encoding", tt.coding)
		}
		if got := unreadable(r); got != tt.want {
			t.Errorf("%q %.40q with status %d: %q, want %q", tt.coding, tt.body, tt.status, got, tt.want)
		}
	}
}

// A text of many responses, or headers of many lines, takes time in proportion.
func TestCostOfParsing(t *testing.T) {
	for _, tt := range []struct{ before, repeated, after string }{
		{"", "HTTP/1.1 404\n\n", ""},
		{"", "HTTP/1.1 404\nA: b\n\n", ""},
		{"HTTP/1.1 404\nA: b\n", " folded\n", ""},
		{"HTTP/1.1 404\n", "A: b\n", ""},
		{"", "\n", "HTTP/1.1 404\n"},
	} {
		gentest.TestProportional(t, 1<<14, func(length int) time.Duration {
			text := []byte(tt.before + strings.Repeat(tt.repeated, length/len(tt.repeated)) + tt.after)
			start := time.Now()
			if r, err := parseResponse(text); err != nil || r.Status != 404 {
				t.Fatalf("%q: %d, %v", tt.repeated, r.Status, err)
			}
			return time.Since(start)
		})
	}
}
