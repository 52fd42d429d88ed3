package runtime

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// reference decodes a body by encoding/json into any, then by RFC 6901.
type reference struct {
	doc    any
	header http.Header
}

func newReference(header http.Header, body []byte) reference {
	dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(body, []byte("\uFEFF"))))
	dec.UseNumber()
	var doc any
	if dec.Decode(&doc) != nil {
		return reference{nil, header}
	}
	if _, err := dec.Token(); err != io.EOF {
		return reference{nil, header}
	}
	return reference{doc, header}
}

// at is the value that a pointer leads to, nil for none.
func (r reference) at(pointer string) any {
	v := r.doc
	for _, token := range strings.Split(pointer, "/")[1:] {
		switch parent := v.(type) {
		case map[string]any:
			v = parent[token]
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || strconv.Itoa(i) != token || i < 0 || i >= len(parent) {
				return nil
			}
			v = parent[i]
		default:
			return nil
		}
	}
	return v
}

// texts are the texts at locators: of numbers too, if wanted.
func (r reference) texts(numbers bool, locators ...string) []string {
	var texts []string
	for _, locator := range locators {
		if name, ok := strings.CutPrefix(locator, "header "); ok {
			texts = append(texts, r.header[name]...)
			continue
		}
		switch v := r.at(locator).(type) {
		case string:
			texts = append(texts, v)
		case json.Number:
			if numbers {
				texts = append(texts, v.String())
			}
		}
	}
	kept := texts[:0]
	for _, text := range texts {
		if text != "" {
			kept = append(kept, text)
		}
	}
	return kept
}

func firstOf(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	return texts[0]
}

// identify follows rules 5 to 8 of the design's "Matching a response".
func (r reference) identify(status int) (Code, string) {
	var candidates []string
	for _, text := range r.texts(true, "/error/decline_code", "/error/code", "header X-Error-Code") {
		if text != "about:blank" {
			candidates = append(candidates, text)
		}
	}
	type entry struct {
		code     Code
		values   []string
		statuses []int
	}
	entries := []entry{
		{ErrOrderNotFound, []string{"order_not_found"}, []int{404}},
		{ErrCardDeclined, []string{"card_declined", "do_not_honor"}, nil},
		{ErrOverloaded, []string{"overloaded"}, []int{503, 529}},
		{ErrLockedForbidden, []string{"locked"}, []int{403}},
		{ErrLockedState, []string{"locked"}, []int{423}},
	}
	find := func(value string, agrees bool) (found []Code) {
		for _, e := range entries {
			for _, v := range e.values {
				covers := len(e.statuses) == 0 || strings.Contains(fmt.Sprint(e.statuses), strconv.Itoa(status)) && status >= 100
				if v == value && (covers || !agrees) {
					found = append(found, e.code)
				}
			}
		}
		return found
	}
	for _, value := range candidates {
		if found := find(value, true); len(found) > 0 {
			return found[0], value
		}
	}
	for _, c := range []Code{ErrBadRequest, ErrUnauthorized, ErrNotFound, ErrConflict, ErrTooManyRequests, ErrInternalServerError, ErrServiceUnavailable} {
		if c.Status() == status {
			return c, firstOf(candidates)
		}
	}
	if status/100 == 5 {
		return ErrServerTrouble, firstOf(candidates)
	}
	for _, value := range candidates {
		if found := find(value, false); len(found) == 1 {
			return found[0], value
		}
	}
	return 0, firstOf(candidates)
}

// decode is what Decode should give, but for details and delay.
func (r reference) decode(status int) *Error {
	e := &Error{Status: status}
	e.Code, e.Value = r.identify(status)
	e.Message = firstOf(r.texts(false, "/error/message", "/message"))
	if e.Message == "" {
		e.Message = e.Code.Title()
	}
	if e.Message == "" {
		e.Message = http.StatusText(status)
	}
	e.RequestID = firstOf(r.texts(true, "/request_id", "header X-Request-Id"))
	return e
}

// compare fails the test where Decode and the reference differ.
func compare(t *testing.T, status int, header http.Header, body []byte) {
	t.Helper()
	before := bytes.Clone(body)
	got := Decode(status, header, body)
	r := newReference(header, body)
	want := r.decode(status)
	want.Body, want.Header = got.Body, got.Header
	want.Details, want.RetryAfter, want.hint = got.Details, got.RetryAfter, got.hint
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Decode(%d, %v, %q)\ngot  %d %q %q %q\nwant %d %q %q %q", status, header, body,
			got.Code, got.Value, got.Message, got.RequestID, want.Code, want.Value, want.Message, want.RequestID)
	}
	if !bytes.Equal(body, before) {
		t.Error("Decode changed the body")
	}
	compareDetails(t, r.at("/error/details"), got.Details)
	compareDelay(t, r, got)
}

func compareDetails(t *testing.T, want any, got json.RawMessage) {
	t.Helper()
	if want == nil || want == "" {
		if got != nil {
			t.Errorf("details are %q, want none", got)
		}
		return
	}
	dec := json.NewDecoder(bytes.NewReader(got))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil || !reflect.DeepEqual(v, want) {
		t.Errorf("details are %q, want %v", got, want)
	}
}

func compareDelay(t *testing.T, r reference, got *Error) {
	t.Helper()
	given := false
	for _, text := range r.texts(true, "/error/retry_after") {
		text = strings.Trim(text, " \t")
		number := strings.ReplaceAll(text, ".", "1")
		if text == "" || strings.Trim(number, "0123456789") != "" || strings.Count(text, ".") > 1 ||
			strings.HasPrefix(text, ".") || strings.HasSuffix(text, ".") {
			continue
		}
		given = true
		want, err := strconv.ParseFloat(text, 64)
		if difference := got.RetryAfter.Seconds() - min(want, longest.Seconds()); err == nil && (difference < -1e-6*(1+want) || difference > 1e-6*(1+want)) {
			t.Errorf("delay %q is read as %v", text, got.RetryAfter)
		}
	}
	if r.header == nil && given != (got.hint&hintDelay != 0) {
		t.Errorf("a delay is given: %v; its hint: %b", given, got.hint)
	}
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
