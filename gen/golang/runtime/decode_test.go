package runtime

import (
	"bytes"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"github.com/errgen/errgen/gen/gentest"
)

// orders is what the package is made from.
var orders = gentest.Everything()

// want is what Decode should give, by the rules in words.
func want(status int, header http.Header, body []byte) *Error {
	m := gentest.Mean(orders, status, header, body)
	e := &Error{Status: status, Value: m.Value, Domain: m.Domain, Message: m.Message, RequestID: m.RequestID}
	for _, c := range Codes() {
		if c.Name() == m.Name {
			e.Code = c
		}
	}
	if e.Message == "" {
		e.Message = e.title()
	}
	e.Details = m.Details
	if e.RetryAfter = m.Delay; m.HasDelay {
		e.hint |= hintDelay
	}
	switch m.ShouldRetry {
	case "true":
		e.hint |= hintRetry
	case "false":
		e.hint |= hintNoRetry
	}
	return e
}

// compare fails the test where Decode and the reference differ.
func compare(t *testing.T, status int, header http.Header, body []byte) {
	t.Helper()
	before := bytes.Clone(body)
	got, want := Decode(status, header, body), want(status, header, body)
	want.Body, want.Header = got.Body, got.Header
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Decode(%d, %v, %q)\ngot  %s\nwant %s", status, header, body, listed(got), listed(want))
	}
	if !bytes.Equal(body, before) {
		t.Error("Decode changed the body")
	}
}

// shown is what Decode finds, in a line.
func listed(e *Error) string {
	return fmt.Sprintf("%s %q in %q: %q, %q, details %q, delay %v, hint %b",
		e.Code.Name(), e.Value, e.Domain, e.Message, e.RequestID, e.Details, e.RetryAfter, e.hint)
}

// bodies are the seeds of the fuzz test: cases 20 to 39 of a decoder, and what
// makes JSON hard.
var bodies = []string{
	"", " ", "null", "true", "7", `""`, "[1]", "[]", "{}", "{", "}", "[", `{"`, `{"a`, `{"a"`, `{"a":`, `{"a":1`, `{"a":1,`, `{"a":1,}`, `[1,]`, `[,1]`,
	"<html><head><title>502 Bad Gateway</title></head></html>",
	`{"error":"str"}`, `{"error":{"message":"m","code":"locked"},"request_id":"r"}`, `{"message":"top"}`, `{"error":["message"]}`,
	`{"error":{"message":"cut off`, `{"error":{"message":"m"}} trailing`, `{"error":{"message":"m"}}{}`,
	"\uFEFF" + `{"message":"after a mark"}`, "\uFEFF\uFEFF{}", "{\"message\":\"bad \xff utf-8 \xc3\"}", "{\"mess\xffage\":\"m\"}",
	`{"status":200,"error":{"message":"status differs"}}`, `{"error":{"code":"new_sub_code","message":"m"}}`,
	`{"error":{"code":"overloaded","decline_code":"unheard_of"}}`, `{"error":{"code":"overloaded","decline_code":"locked"}}`,
	`{"error":{"code":"order_not_found","decline_code":"do_not_honor"}}`, `{"error":{"code":null,"decline_code":""}}`, `{"error":{"code":17}}`,
	`{"error":{"code":"about:blank"}}`, `{"error":{"code":true,"decline_code":{"code":"locked"}}}`,
	`{"error":{"message":null},"message":"fallback"}`, `{"error":{"message":""},"message":"fallback"}`, `{"error":{"message":1},"message":"fallback"}`,
	`{"error":{"code":"locked"},"error":{"message":"last wins"}}`, `{"error":{"code":"locked"},"error":"x"}`, `{"error":{"code":"locked","code":null}}`,
	`{"error":{"message":"a"},"err\u006fr":{"message":"b"}}`, `{"\u0065rror":{"m\u0065ssage":"\u0041\ud83d\ude00\ud83d\u0041\ude00\ud800"}}`,
	`{"message":"\ud83d\ude00"}`, `{"error":{"decline_code":"order_not_found","code":"overloaded"}}`,
	`{"Error":{"message":"case"}}`, `{"message":"\"\\\/\b\f\n\r\t"}`, `{"message":"\x"}`, `{"message":"\u12g4"}`, `{"message":"\u123"}`, `{"message":"\'"}`,
	"{\"message\":\"line\nbreak\"}", "{\"message\":\"\x00\"}", "{\"message\":\"\x7f\u2028\"}", `{"message":"exactly"}`, `{"message":"12345678"}`,
	`{"request_id":12345678901234567890}`, `{"request_id":-0.0e+00}`, `{"request_id":1e999}`, `{"a":01}`, `{"a":-}`, `{"a":1.}`, `{"a":.1}`, `{"a":1e}`, `{"a":+1}`, `{"a":tru}`, `{"a":nulll}`,
	`{"error":{"retry_after":1.5,"details":[1, {"a": null}]}}`, `{"error":{"retry_after":"47","details":"text"}}`, `{"error":{"retry_after":1e3,"details":""}}`,
	`{"error":{"retry_after":-1,"details":null}}`, `{"error":{"retry_after":99999999999999999999,"details":0}}`, `{"error":{"retry_after":0.0000000001}}`,
	"\t{\r\n  \"message\" :\t\"spaces\" ,\n \"request_id\":\"r\" }\n ", "{\"message\":\"\xe2\x80\xa8 é 世界\"}", "{\"message\":\"\xed\xa0\x80\"}", "{\u00a0}",
	`{"0":{"message":"index"}}`, `[{"message":"index"}]`, `{"":{"":""}}`, `{"error":{"":"","message":"m"}}`, `{"erro":1,"errors":2,"error":{"message":"m"}}`,
}

func TestDecodeAgreesWithEncodingJSON(t *testing.T) {
	for _, body := range bodies {
		for _, status := range []int{402, 403, 404, 429, 502, 503} {
			compare(t, status, nil, []byte(body))
			compare(t, status, http.Header{"X-Error-Code": {"", "locked"}, "X-Request-Id": {"h"}}, []byte(body))
		}
	}
}

// Each way of cutting or bending a body is read as encoding/json reads it.
func TestDecodeAgreesOnMutations(t *testing.T) {
	body := []byte("{\"error\": {\"code\": \"locked\", \"message\": \"a\\u00e9\\n\\\"b\\\" é\", \"details\": [-1.5e+3, true]}, \"request_id\": \"0123456789\"}")
	for i := range body {
		compare(t, 403, nil, body[:i])
		for _, c := range []byte("\"\\{}[],:0-.eE+tu\n\x00\x80\xff ") {
			bent := bytes.Clone(body)
			bent[i] = c
			compare(t, 403, nil, bent)
		}
	}
}

func TestDecodeDepth(t *testing.T) {
	for _, depth := range []int{maxDepth - 1, maxDepth, maxDepth + 1, 10 * maxDepth} {
		for _, pair := range []string{"[]", `{"x":}`} {
			open, end := pair[:len(pair)-1], pair[len(pair)-1:]
			inner := strings.Repeat(open, depth-1) + "1" + strings.Repeat(end, depth-1)
			compare(t, 400, nil, []byte(`{"message":"m","x":`+inner+`}`))
		}
		compare(t, 400, nil, []byte(strings.Repeat("[", depth)))
	}
}

func FuzzDecode(f *testing.F) {
	for i, body := range bodies {
		f.Add(400+i, []byte(body), "")
	}
	f.Add(429, []byte("{}"), "47")
	f.Fuzz(func(t *testing.T, status int, body []byte, header string) {
		compare(t, status, nil, body)
		compare(t, status, http.Header{"X-Error-Code": {header}, "X-Request-Id": {header}, "Retry-After": {header}}, body)
	})
}

var kept *Error

func TestDecodeAllocations(t *testing.T) {
	tests := map[string]struct {
		body string
		want float64
	}{
		"no text":      {`{"error":{}}`, 1},
		"plain":        {`{"error":{"code":"new","message":"Slow down","retry_after":47},"request_id":"b9c0d1e2-f3a4-5678-bcde-567890000007"}`, 2},
		"escaped":      {`{"error":{"code":"n\u0065w","message":"Slow\n\"down\" é"},"request\u005fid":"b9c0"}`, 2},
		"extra fields": {`{"a":[1,2,{"b":"c"}],"error":{"x":null,"message":"` + strings.Repeat("long ", 200) + `"},"request_id":"b9c0"}`, 2},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			body := []byte(test.body)
			if got := testing.AllocsPerRun(100, func() { kept = Decode(418, nil, body) }); got != test.want {
				t.Errorf("%v allocations, want %v: the *Error, and its texts in one", got, test.want)
			}
			if got := testing.AllocsPerRun(100, func() { Decode(418, nil, body) }); got != test.want-1 {
				t.Errorf("%v allocations, want %v: an *Error that isn't kept needs none", got, test.want-1)
			}
		})
	}
}
