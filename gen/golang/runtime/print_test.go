package runtime

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestErrorText(t *testing.T) {
	refused := &url.Error{Op: "Get", URL: "https://ann:pw@h.example/p?token=t#f", Err: errors.New("connection refused")}
	tests := []struct {
		err  error
		want string
	}{
		{ErrTooManyRequests, "orders: 429 Too Many Requests"},
		{ErrCardDeclined, "orders: Card Declined"},
		{Code(0), "orders: unknown error"},
		{Code(200), "orders: unknown error"},
		{(*Error)(nil), "<nil>"},
		{&Error{}, "orders: unknown error"},
		{New(0, "odd"), "orders: odd"},
		{New(ErrTooManyRequests, ""), "orders: 429 Too Many Requests"},
		{New(ErrTooManyRequests, "too many requests"), "orders: 429 Too Many Requests"},
		{Newf(ErrTooManyRequests, "Slow down, %s", "Ann"), "orders: 429 Too Many Requests: Slow down, Ann"},
		{New(ErrCardDeclined, "No funds"), "orders: Card Declined: No funds"},
		{&Error{Code: ErrCardDeclined, Status: 402}, "orders: 402 Card Declined"},
		{&Error{Code: ErrNotFound}, "orders: 404 Not Found"},
		{&Error{Status: 418, Message: "short"}, "orders: 418 I'm a teapot: short"},
		{&Error{Status: 599}, "orders: 599"},
		{
			&Error{Code: ErrTooManyRequests, Status: 429, Message: "Slow down", RequestID: "b9c0"},
			"orders: 429 Too Many Requests: Slow down (request_id: b9c0)",
		},
		{
			&Error{Code: ErrOverloaded, Status: 503, RequestID: "r1", Stop: StopAttempts, Attempts: make([]Attempt, 4)},
			"orders: 503 Overloaded (request_id: r1; attempts: 4; not retried: attempts used up)",
		},
		{
			&Error{Code: ErrOverloaded, Status: 503, Stop: StopRewind, Attempts: make([]Attempt, 1)},
			"orders: 503 Overloaded (not retried: body cannot be rewound)",
		},
		{&Error{Code: ErrNotFound, Status: 404, Stop: StopNever}, "orders: 404 Not Found"},
		{Wrap(errors.New("no\nrows"), ErrNotFound, "No order 7"), "orders: 404 Not Found: No order 7: no rows"},
		{Wrap(errors.New("no rows"), ErrNotFound, "no rows"), "orders: 404 Not Found: no rows"},
		{&Error{Code: ErrOverloaded, Status: 503, Stop: StopBudget, cause: ErrOverloaded}, "orders: 503 Overloaded (not retried: client-side retry budget used up)"},
		{
			&Error{Code: ErrNotFound, Status: 404, cause: fmt.Errorf("order 7: %w", New(ErrNotFound, ""))},
			"order 7: orders: 404 Not Found",
		},
		{Wrap(nil, ErrNotFound, "No order 7"), "orders: 404 Not Found: No order 7"},
		{&Error{cause: refused, Stop: StopAttempts}, `orders: Get "https://…@h.example/p?…": connection refused (not retried: attempts used up)`},
	}
	for _, test := range tests {
		if got := test.err.Error(); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestCase38OneBoundedLine(t *testing.T) {
	long := strings.Repeat("é\n\x1b[2J\u202e\x00\xff\u2028", 50_000)
	e := &Error{Code: ErrNotFound, Status: 404, Message: long, RequestID: long, cause: errors.New(long), URL: long, Value: long}
	for name, text := range printForms(e) {
		if strings.ContainsAny(text, "\r\x1b\x00\u202e\u2028") || strings.Contains(strings.TrimSuffix(text, "\n"), "\n") {
			t.Errorf("%s is not one line: %q", name, text)
		}
		if len(text) > 16<<10 {
			t.Errorf("%s has %d bytes", name, len(text))
		}
		if !utf8.ValidString(text) {
			t.Errorf("%s is not UTF-8", name)
		}
	}
	if n := len(e.Error()); n > 2048 {
		t.Errorf("Error has %d bytes", n)
	}
	if e.Message != long {
		t.Error("Message is not as received")
	}
}

// printForms is every way in which a value can become text.
func printForms(v any) map[string]string {
	forms := map[string]string{}
	for _, verb := range strings.Split("v +v #v s +s #s q +q #q x X #x d +d #d o b c U e g t p 08v 200v .3v", " ") {
		forms["%"+verb] = fmt.Sprintf("%"+verb, v)
	}
	forms["Sprint"] = fmt.Sprint(v)
	forms["in a struct"] = fmt.Sprintf("%+v", struct{ V any }{v})
	if err, ok := v.(error); ok {
		forms["Error"] = err.Error()
		forms["wrapped"] = fmt.Errorf("wrapped: %w", err).Error()
		forms["joined"] = strings.ReplaceAll(errors.Join(err).Error(), "\n", "; ")
	}
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	forms["JSON"] = string(text)
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("failed", "value", v)
	forms["slog text"] = log.String()
	log = bytes.Buffer{}
	slog.New(slog.NewJSONHandler(&log, nil)).Info("failed", "value", v)
	forms["slog JSON"] = log.String()
	return forms
}

func TestCase39NothingSecretPrints(t *testing.T) {
	const address = "https://SECRETuser:SECRETpw@h.example/p?access_token=SECRETquery&q=SECRET two#SECRETfragment"
	cause := fmt.Errorf("calling: %w", errors.Join(
		&url.Error{Op: "Get", URL: address, Err: errors.New("refused by " + address)},
		&url.Error{Op: "Get", URL: "/p?SECRET", Err: errors.New(`got "Authorization: Bearer SECRET"`)},
		errors.New("sent Authorization: Basic SECRET"),
	))
	e := &Error{
		Code: ErrUnauthorized, Status: 401, Message: "Expired", RequestID: "r1", URL: address, Method: "GET",
		Details: json.RawMessage(`"SECRET"`),
		Body:    []byte("SECRET"),
		Header:  http.Header{"Authorization": {"SECRET"}, "Www-Authenticate": {"SECRET"}},
		cause:   cause,
	}
	e.Attempts = []Attempt{{Err: cause, Delay: time.Second}, {Status: 401, Code: ErrUnauthorized, RequestID: "r1"}}
	values := map[string]any{
		"error": e, "error value": *e, "attempt": e.Attempts[0], "attempts": e.Attempts, "attempt pointer": &e.Attempts[0],
		"wrapped": fmt.Errorf("x: %w", e), "wrapping": Wrap(e, ErrConflict, ""), "in a struct": struct{ E *Error }{e},
	}
	secrets := []string{"SECRET", fmt.Sprintf("%x", "SECRET"), fmt.Sprintf("%X", "SECRET"), fmt.Sprintf("%d", []byte("SECRET")), "U0VDUkVU"}
	for kind, v := range values {
		for form, text := range printForms(v) {
			if outOfReach(kind, form) {
				continue
			}
			for _, secret := range secrets {
				if strings.Contains(text, secret) {
					t.Errorf("%s, %s: %s", kind, form, text)
				}
			}
		}
	}
}

// outOfReach reports whether fmt prints a form without asking the value: %p
// never does, a verb that is wrong for a foreign wrapper looks into that.
func outOfReach(kind, form string) bool {
	return form == "%p" || kind == "wrapped" && len(form) == 2 && strings.Contains("cUegtob", form[1:])
}

func TestMarshalJSON(t *testing.T) {
	e := &Error{
		Code: ErrTooManyRequests, Status: 429, Message: "Slow <down>", RequestID: "r1", Value: "rl", RetryAfter: 1500 * time.Millisecond,
		Method: "GET", URL: "https://h.example/p", Stop: StopBudget, cause: errors.New("cause"),
		Attempts: []Attempt{{Status: 429, Code: ErrTooManyRequests, RequestID: "r0", Delay: time.Second}, {Err: errors.New("refused")}},
	}
	got, err := json.Marshal(map[string]any{"pointer": e, "nil": (*Error)(nil), "empty": Error{}})
	want := `{"empty":{},"nil":null,"pointer":{"code":"TooManyRequests","status":429,"class":"server","action":"wait",` +
		`"message":"Slow \u003cdown\u003e","request_id":"r1","value":"rl","retry_after":"1.5s","method":"GET","url":"https://h.example/p",` +
		`"cause":"cause","attempts":[{"status":429,"code":"TooManyRequests","request_id":"r0","delay":"1s"},{"error":"refused"}],` +
		`"stop":"client-side retry budget used up"}}`
	if err != nil || string(got) != want {
		t.Errorf("%v\ngot  %s\nwant %s", err, got, want)
	}
}

func TestNilError(t *testing.T) {
	var e *Error
	if e.Is(ErrNotFound) || e.Unwrap() != nil || e.Class() != 0 || e.Action() != 0 || e.Retryable() {
		t.Error("a nil *Error is something")
	}
	for form, text := range printForms(e) {
		if strings.Contains(text, "PANIC") {
			t.Errorf("%s: %s", form, text)
		}
	}
}

func TestWordsOfModesAndStops(t *testing.T) {
	if got := fmt.Sprint(RetryNever, RetryBackoff, Mode(99)); got != "never backoff unknown" {
		t.Error(got)
	}
	seen := map[string]bool{}
	for stop := StopNone; stop <= StopRefresh; stop++ {
		if seen[stop.String()] || stop != StopNone && stop.String() == "" {
			t.Errorf("stop %d: %q", uint8(stop), stop)
		}
		seen[stop.String()] = true
	}
	if Stop(99).String() != "unknown" {
		t.Error(Stop(99).String())
	}
}

func TestRedact(t *testing.T) {
	tests := []struct{ in, want string }{
		{"what now? nothing #1 at / and //", "what now? nothing #1 at / and //"},
		{"no://user@host", "no://…@host"},
		{"https://u:p@a@host/x@y?q", "https://…@host/x@y?…"},
		{"https://host/a?b c", "https://host/a?… c"},
		{`"https://host/a?b c\" d" e`, `"https://host/a?…" e`},
		{"/a#b c", "/a#… c"},
		{"why?", "why?"},
		{"Bearer abc, Basic def", "Bearer …, Basic …"},
	}
	for _, test := range tests {
		if got := redact(test.in); got != test.want {
			t.Errorf("redact(%q)\ngot  %s\nwant %s", test.in, got, test.want)
		}
	}
}
