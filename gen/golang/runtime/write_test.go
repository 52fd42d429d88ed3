package runtime

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// written is the response of a handler that ends in WriteError.
func written(method string, err error) *http.Response {
	w := httptest.NewRecorder()
	for _, name := range []string{"Content-Encoding", "Content-Length", "Etag", "Last-Modified", "Cache-Control", "Content-Type", "X-Trace"} {
		w.Header().Set(name, "of the success")
	}
	WriteError(w, httptest.NewRequest(method, "/orders", nil), err)
	return w.Result()
}

func TestWriteErrorRoundTrips(t *testing.T) {
	for _, c := range Codes() {
		switch c {
		case ErrSecondaryLimit, ErrGoldQuotaExceeded: // a pattern, and a text that is not to be: they say not what to write
			continue
		}
		for _, e := range []*Error{
			New(c, ""),
			{
				Code: c, Status: c.Status(), Message: "café \"<&>\"\n\u2028", RequestID: "b9c0",
				RetryAfter: 1500 * time.Millisecond, Details: json.RawMessage(`{"a":[1,null]}`),
			},
		} {
			got, _ := AsError(FromResponse(written(http.MethodGet, e)))
			want := c
			if c == ErrRateLimited {
				e.RetryAfter = roundUp(e.RetryAfter, time.Second) // of its shape only seconds can be written
			}
			if c == ErrServerTrouble {
				want = ErrInternalServerError // 500 is an error of its own
			}
			if got.Code != want || got.Domain != c.Domain() {
				t.Errorf("%v is read as %v in %q, from\n%s", c, got.Code, got.Domain, got.Body)
			}
			if message := e.message(); got.Message != message || got.RequestID != e.RequestID ||
				got.RetryAfter != e.RetryAfter || string(got.Details) != string(e.Details) {
				t.Errorf("%v: got %+v, %v, %s", c, got, got.RetryAfter, got.Details)
			}
		}
	}
}

func TestWriteConstructed(t *testing.T) {
	since := time.Date(2024, 5, 1, 9, 30, 0, 0, time.UTC)
	e := NewNoSIM(`89"<`, "{n}", since, -3, 90*time.Second, false)
	got, _ := AsError(FromResponse(written(http.MethodGet, fmt.Errorf("handling: %w", e))))
	want := `No SIM 89"< of {n} since 2024-05-01T09:30:00Z: -3 tries within 1m30s, forced: false, 89"<, {else}`
	if got.Code != ErrNoSIM || got.Status != http.StatusNotFound || got.Message != want {
		t.Errorf("got %+v, want %q", got, want)
	}
}

func TestWriteErrorBody(t *testing.T) {
	tests := map[string]struct {
		err    error
		status int
		body   string
	}{
		"code":           {ErrNotFound, 404, `{"status":404,"error":{"message":"Not Found"},"ok":false}`},
		"wire code":      {New(ErrOrderNotFound, "No order 7"), 404, `{"status":404,"error":{"decline_code":"order_not_found","message":"No order 7"},"ok":false}`},
		"value":          {&Error{Code: ErrCardDeclined, Status: 402, Value: "do_not_honor"}, 402, `{"status":402,"error":{"decline_code":"do_not_honor","message":"Card Declined"},"ok":false}`},
		"asked for":      {ErrRegionBlocked, 451, `{"status":451,"error":{"info":[{"@type":"example.com/Block"}],"message":"Region Blocked"},"ok":false}`},
		"asked instead":  {ErrOriginDown, 502, `{"status":520,"error":{"message":"Origin Down"},"ok":false}`},
		"one of these":   {&Error{Code: ErrOriginDown, Status: 521}, 521, `{"status":521,"error":{"message":"Origin Down"},"ok":false}`},
		"no status":      {ErrCardDeclined, 500, `{"status":500,"error":{"decline_code":"card_declined","message":"Card Declined"},"ok":false}`},
		"unknown":        {&Error{Status: 418}, 418, `{"status":418,"error":{"message":"I'm a teapot"},"ok":false}`},
		"empty":          {&Error{}, 500, `{"status":500,"error":{"message":"Internal Server Error"},"ok":false}`},
		"foreign":        {errors.New("secret"), 500, `{"status":500,"error":{"message":"Internal Server Error"},"ok":false}`},
		"nil":            {nil, 500, `{"status":500,"error":{"message":"Internal Server Error"},"ok":false}`},
		"typed nil":      {(*Error)(nil), 500, `{"status":500,"error":{"message":"Internal Server Error"},"ok":false}`},
		"cause":          {Wrap(errors.New("secret"), ErrNotFound, ""), 404, `{"status":404,"error":{"message":"Not Found"},"ok":false}`},
		"wrapped":        {fmt.Errorf("secret: %w", ErrNotFound), 404, `{"status":404,"error":{"message":"Not Found"},"ok":false}`},
		"bad details":    {&Error{Status: 400, Message: "m", Details: json.RawMessage(`{"a":`)}, 400, `{"status":400,"error":{"message":"m"},"ok":false}`},
		"status too low": {&Error{Status: 99, Message: "m"}, 500, `{"status":500,"error":{"message":"m"},"ok":false}`},
		"status 1000":    {&Error{Status: 1000, Message: "m"}, 500, `{"status":500,"error":{"message":"m"},"ok":false}`},
		"not UTF-8":      {&Error{Status: 400, Message: "a\xff"}, 400, `{"status":400,"error":{"message":"a\ufffd"},"ok":false}`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			w := httptest.NewRecorder()
			WriteError(w, nil, test.err)
			if w.Code != test.status || w.Body.String() != test.body {
				t.Errorf("%d %s\nwant %d %s", w.Code, w.Body, test.status, test.body)
			}
		})
	}
}

func TestWriteErrorHeader(t *testing.T) {
	e := New(ErrTooManyRequests, "")
	e.RetryAfter = 1200 * time.Millisecond
	got := written(http.MethodGet, e).Header
	want := map[string]string{
		"Content-Type": "application/json", "X-Content-Type-Options": "nosniff", "Retry-After": "2", "Retry-After-Ms": "1200",
		"X-Trace": "of the success", "Content-Length": "65", "Content-Encoding": "", "Etag": "", "Last-Modified": "", "Cache-Control": "",
	}
	for name, value := range want {
		if got.Get(name) != value {
			t.Errorf("%s is %q, want %q", name, got.Get(name), value)
		}
	}
	if got := written(http.MethodGet, ErrNotFound).Header.Values("Retry-After"); got != nil {
		t.Errorf("Retry-After is %q without a delay", got)
	}
}

func TestWriteErrorWithoutBody(t *testing.T) {
	for name, resp := range map[string]*http.Response{
		"HEAD": written(http.MethodHead, ErrNotFound), "304": written(http.MethodGet, &Error{Status: 304}),
	} {
		w := httptest.NewRecorder()
		if _, err := w.Body.ReadFrom(resp.Body); err != nil || w.Body.Len() > 0 {
			t.Errorf("%s has the body %q, %v", name, w.Body, err)
		}
	}
}

func TestAppendString(t *testing.T) {
	texts := []string{"", "plain", `"\/`, "<a href='&'>", "\x00\x1f\x7f\b\f\n\r\t", "é世界😀", "\u2028\u2029\ufffd", "\xff\xc3 \xed\xa0\x80", strings.Repeat("x\n", 50)}
	for r := range rune(0x300) {
		texts = append(texts, string(r))
	}
	for _, text := range texts {
		want, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendString(nil, text); string(got) != string(want) {
			t.Errorf("%q is written as %s, want %s", text, got, want)
		}
	}
}

func TestJSONWriter(t *testing.T) {
	w := &jsonWriter{}
	w.begin("")
	w.begin("empty")
	w.begin("in the empty")
	w.string("a", "")
	w.end()
	w.end()
	w.begin("outer")
	w.number("n", "-1.5e3")
	w.number("text", "01")
	w.number("none", "")
	w.begin("inner")
	w.constant("c", `{"a":[]}`)
	w.end()
	w.end()
	w.json("invalid", json.RawMessage("{"))
	w.json("absent", nil)
	w.json("valid", json.RawMessage("[]"))
	w.string(`"`, "v")
	for _, text := range []string{"", "true", "null", "-1.5", "1 "} {
		w.asked("", []string{text, "other"})
	}
	w.asked("none", nil)
	w.end()
	want := `{"outer":{"n":-1.5e3,"text":"01","inner":{"c":{"a":[]}}},"valid":[],"\"":"v","":"","":true,"":"null","":-1.5,"":"1 "}`
	if string(w.text) != want {
		t.Errorf("got  %s\nwant %s", w.text, want)
	}
}
