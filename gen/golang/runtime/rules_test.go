package runtime

import (
	"net/http"
	"net/textproto"
	"strings"
	"testing"
	"time"
)

// headers reads "Name: value" lines.
func headers(lines ...string) http.Header {
	h := http.Header{"Date": {"Tue, 14 Nov 2023 22:13:20 GMT"}}
	for _, line := range lines {
		name, value, _ := strings.Cut(line, ": ")
		h.Add(textproto.CanonicalMIMEHeaderKey(name), value)
	}
	return h
}

// The rules of "Matching a response", in the design's order, and what a catalog
// can say beside; rule 1 is in success_test.go.
func TestRules(t *testing.T) {
	tests := []struct {
		rule    string
		status  int
		header  []string
		body    string
		code    Code
		value   string
		domain  string
		message string
	}{
		{"2: a shape replaces the keys", 400, nil, `{"fault":{"name":"locked","text":"[x] [y] said"},"message":"m"}`, ErrBadRequest, "locked", "", "said"},
		{"2: the first shape counts", 502, []string{"X-RateLimit-Remaining: 0"}, `{"fault":{"name":"quota"},"error":{"code":"overloaded"}}`, ErrServerTrouble, "overloaded", "", "Server Trouble"},
		{"2: without a shape the keys stand alone", 400, nil, `{"error":{"code":"do_not_honor"},"fault":{"name":"locked"}}`, ErrCardDeclined, "do_not_honor", "", "Card Declined"},
		{"3: locators in order", 402, []string{"X-Error-Code: order_not_found"}, `{"type":"quota","error":{"code":"do_not_honor"}}`, ErrCardDeclined, "do_not_honor", "", "Card Declined"},
		{"3: a number counts", 400, nil, `{"error":{"code":1}}`, ErrRejected, "1", "", "Rejected"},
		{"3: null, booleans, objects, arrays, nothing and about:blank do not", 418, nil, `{"error":{"code":null,"decline_code":true},"type":"about:blank","problems":{"":1}}`, 0, "", "", "I'm a teapot"},
		{"3: a constant domain", 400, nil, `{"messages":[{"status":1}]}`, ErrSmsRejected, "1", "sms", "SMS Rejected"},
		{"4: domain and message of the code's element", 400, nil, `{"data":{"abc":{"errors":[{"code":"x","message":"not this"}]},"cdc":{"errors":[{"code":"y","message":"nor this"},{"message":"this","code":"expired"}]}}}`, ErrCdcExpired, "expired", "cdc", "this"},
		{"4: no message there, then the next locator's", 400, nil, `{"problem":"this","data":{"cdc":{"errors":[{"code":"expired"},{"message":"not this"}]}}}`, ErrCdcExpired, "expired", "cdc", "this"},
		{"4: a locator that shares no * reads for itself", 400, nil, `{"error":{"info":[{"@type":"example.com/Info","reason":"expired","domain":"abc"},{"@type":"example.com/Info","reason":"expired","domain":"cdc"}]},"domain":"sms"}`, ErrCdcExpired, "expired", "cdc", "CDC Expired"},
		{"5: domain before none", 400, nil, `{"error":{"code":"1"},"domain":"cdc"}`, ErrCdcRejected, "1", "cdc", "CDC Rejected"},
		{"5: domain before an exact status", 403, nil, `{"error":{"code":"locked"},"domain":"cdc"}`, ErrCdcLocked, "locked", "cdc", "CDC Locked"},
		{"5: an unknown domain leaves the entry without", 400, nil, `{"error":{"code":"1"},"domain":"abc"}`, ErrRejected, "1", "abc", "Rejected"},
		{"5: status exact before range", 429, nil, `{"docs":"a/secondary-limits"}`, ErrTooManyRequests, "", "", "Too Many Requests"},
		{"5: when before none", 400, []string{"X-Plan: gold"}, `{"error":{"code":"quota"}}`, ErrGoldQuotaExceeded, "quota", "", "Gold Quota Exceeded"},
		{"5: when does not hold", 400, []string{"X-Plan: free"}, `{"error":{"code":"quota"}}`, ErrQuotaExceeded, "quota", "", "Quota Exceeded"},
		{"5: not needs a value", 400, nil, `{"error":{"code":"quota"}}`, ErrQuotaExceeded, "quota", "", "Quota Exceeded"},
		{"5: an unknown sub-code falls through to its parent", 400, nil, `{"error":{"code":"quota","decline_code":"new"}}`, ErrQuotaExceeded, "quota", "", "Quota Exceeded"},
		{"5: a pattern matches the whole code", 420, nil, `{"error":{"code":"FLOOD_WAIT_5X"}}`, 0, "FLOOD_WAIT_5X", "", ""},
		{"5: a pattern where no literal code agrees", 420, nil, `{"error":{"code":"FLOOD_WAIT_5"}}`, ErrFloodWait, "FLOOD_WAIT_5", "", "Flood Wait"},
		{"6: entries without code; when before none", 429, []string{"X-RateLimit-Remaining: 0"}, `{"error":{"code":"new"}}`, ErrRateLimited, "new", "", "Rate Limited"},
		{"6: before a code with another status", 400, nil, `{"error":{"code":"order_not_found"}}`, ErrBadRequest, "order_not_found", "", "Bad Request"},
		{"7: a code that one entry has", 418, nil, `{"error":{"code":"order_not_found"}}`, ErrOrderNotFound, "order_not_found", "", "Order Not Found"},
		{"7: a domain that is missing", 418, nil, `{"error":{"code":"expired"}}`, ErrCdcExpired, "expired", "", "CDC Expired"},
		{"7: not if the domain is another", 418, nil, `{"error":{"code":"expired"},"domain":"abc"}`, 0, "expired", "abc", "I'm a teapot"},
		{"7: not if several entries have it", 418, nil, `{"error":{"code":"locked"}}`, 0, "locked", "", "I'm a teapot"},
		{"7: a pattern that one entry has", 418, nil, `{"error":{"code":"FLOOD_WAIT_5"}}`, ErrFloodWait, "FLOOD_WAIT_5", "", "Flood Wait"},
		{"8: unknown; the value is the first", 418, nil, `{"error":{"code":"b","decline_code":"a"}}`, 0, "a", "", "I'm a teapot"},

		{"strip_prefix", 423, nil, `{"type":"urn:orders:locked"}`, ErrLockedState, "locked", "", "Locked State"},
		{"strip_prefix is not there", 423, nil, `{"type":"locked"}`, ErrLockedState, "locked", "", "Locked State"},
		{"before, then after", 400, []string{"X-Error-Type: a#b#do_not_honor:c#d"}, ``, ErrCardDeclined, "do_not_honor", "", "Card Declined"},
		{"where", 400, nil, `{"error":{"info":[{"@type":"other","reason":"quota"},{"reason":"do_not_honor","@type":"example.com/Info"}]}}`, ErrCardDeclined, "do_not_honor", "", "Card Declined"},
		{"where with not", 400, nil, `{"messages":[{"status":0,"text":"fine"},{"text":"bad","status":"17"}]}`, ErrSmsRejected, "17", "sms", "bad"},
		{"* stands for members too", 400, nil, `{"messages":{"a":{"status":0},"b":{"status":17}}}`, ErrSmsRejected, "17", "sms", "SMS Rejected"},
		{"key", 400, nil, `{"problems":{"do_not_honor":"sorry"}}`, ErrCardDeclined, "do_not_honor", "", "sorry"},
		{"key with escapes", 400, nil, `{"problems":{"do_not_hono\u0072":"sorry"}}`, ErrCardDeclined, "do_not_honor", "", "sorry"},
		{"an element has no key", 418, nil, `{"problems":["quota"]}`, 0, "", "", "quota"},
		{"a repeated member counts where it stands last", 400, nil, `{"problems":{"quota":"a","do_not_honor":"b","quot\u0061":"c"}}`, ErrCardDeclined, "do_not_honor", "", "b"},
		{"a repeated member hides all of the one before", 418, nil, `{"data":{"cdc":{"errors":[{"code":"expired"}]},"cdc":1}}`, 0, "", "", "I'm a teapot"},
		{"* does not see a member that is repeated above it", 418, nil, `{"messages":[{"status":17}],"messages":[]}`, 0, "", "", "I'm a teapot"},
		{"a member that is called *", 400, nil, `{"messages":{"a":{"status":0},"*":{"status":17}}}`, ErrSmsRejected, "17", "sms", "SMS Rejected"},
	}
	for _, test := range tests {
		t.Run(test.rule, func(t *testing.T) {
			header := headers(test.header...)
			e := Decode(test.status, header, []byte(test.body))
			if message := strings.TrimSpace(e.Message); e.Code != test.code || e.Value != test.value || e.Domain != test.domain || message != test.message {
				t.Errorf("got %s", listed(e))
			}
			compare(t, test.status, header, []byte(test.body))
		})
	}
}

// Rule 9, and the units.
func TestRule9Delay(t *testing.T) {
	tests := []struct {
		header []string
		body   string
		want   time.Duration
	}{
		{[]string{"Retry-After: 9"}, `{"error":{"code":"FLOOD_WAIT_31","retry_after":5}}`, 31 * time.Second},
		{nil, `{"error":{"code":"SLOW_5M"}}`, 5 * time.Minute},
		{nil, `{"error":{"code":"SLOW_70MS"}}`, 70 * time.Millisecond},
		{[]string{"Retry-After: 9"}, `{"error":{"code":"quota","retry_after":5}}`, 5 * time.Second},
		{[]string{"Retry-After: 9"}, `{"error":{"retry_after":"soon"}}`, 9 * time.Second},
		{[]string{"Retry-After: 9", "Retry-After-Ms: 1500"}, ``, 1500 * time.Millisecond},
		{[]string{"Retry-After: 9"}, `{"error":{"info":[{},{"delay":"soon"},{"delay":"3.5s"}]}}`, 3500 * time.Millisecond},
		{nil, `{"minutes":2}`, 2 * time.Minute},
		{nil, `{"until":1700000001500}`, 1500 * time.Millisecond},
		{[]string{"X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1700000100"}, `{"minutes":2}`, 100 * time.Second},
		{[]string{"Retry-After: Tue, 14 Nov 2023 22:14:00 GMT"}, ``, 40 * time.Second},
	}
	for _, test := range tests {
		header := headers(test.header...)
		if e := Decode(420, header, []byte(test.body)); e.RetryAfter != test.want || e.hint&hintDelay == 0 {
			t.Errorf("%v %s: %v, want %v", test.header, test.body, e.RetryAfter, test.want)
		}
		compare(t, 420, header, []byte(test.body))
	}
}

func TestShouldRetry(t *testing.T) {
	tests := []struct {
		status int
		header []string
		body   string
		want   Mode
	}{
		{404, nil, ``, RetryNever},
		{404, []string{"X-Should-Retry: true"}, ``, RetryWait},
		{404, nil, `{"retry":true}`, RetryWait},
		{404, nil, `{"retry":"true"}`, RetryWait},
		{503, []string{"X-Should-Retry: false"}, `{"retry":true}`, RetryNever},
		{503, []string{"X-Should-Retry: maybe"}, `{"retry":false}`, RetryNever},
		{401, []string{"X-Should-Retry: true"}, ``, RetryRefresh},
	}
	for _, test := range tests {
		if e := Decode(test.status, headers(test.header...), []byte(test.body)); e.mode() != test.want {
			t.Errorf("%d %v %s: %v, want %v", test.status, test.header, test.body, e.mode(), test.want)
		}
	}
}

func TestCodeIn(t *testing.T) {
	tests := []struct {
		domain string
		status int
		value  string
		want   Code
	}{
		{"sms", 0, "1", ErrSmsRejected},
		{"cdc", 0, "1", ErrCdcRejected},
		{"abc", 0, "1", ErrRejected},
		{"", 0, "1", ErrRejected},
		{"sms", 400, "17", ErrSmsRejected},
		{"", 0, "17", ErrSmsRejected},
		{"abc", 0, "17", 0},
		{"", 420, "FLOOD_WAIT_9", ErrFloodWait},
		{"", 403, "", 0}, // its condition is not known to hold
		{"", 0, "quota", ErrQuotaExceeded},
	}
	for _, test := range tests {
		if got := CodeIn(test.domain, test.status, test.value); got != test.want {
			t.Errorf("CodeIn(%q, %d, %q) = %v, want %v", test.domain, test.status, test.value, got, test.want)
		}
		if got := CodeFor(test.status, test.value); test.domain == "" && got != test.want {
			t.Errorf("CodeFor(%d, %q) = %v, want %v", test.status, test.value, got, test.want)
		}
	}
}

// Time and memory for hostile bodies grow as the bodies do.
func TestHostileBodies(t *testing.T) {
	many := func(n int, item func(i int) string) string {
		var items []string
		for i := range n {
			items = append(items, item(i))
		}
		return strings.Join(items, ",")
	}
	const n = 20_000
	name := func(i int) string { return strings.Repeat("a", 1+i%3) + string(rune('a'+i%26)) }
	bodies := map[string]string{
		"one name":       `{"problems":{` + many(n, func(int) string { return `"a":"b"` }) + `}}`,
		"few names":      `{"problems":{` + many(n, func(i int) string { return `"` + name(i) + `":"b"` }) + `}}`,
		"repeated above": `{` + many(n, func(int) string { return `"messages":[{"status":1}],"problems":{"a":1}` }) + `}`,
		"codes":          `{"data":{"x":{"errors":[` + many(n, func(int) string { return `{"code":"b"}` }) + `]}}}`,
		"elements":       `{"error":{"info":[` + many(n, func(int) string { return `{"@type":"example.com/Info","reason":"b"}` }) + `]}}`,
		"domains":        `{"data":{` + many(n, func(i int) string { return `"` + name(i) + `":{"errors":[{"code":1e1},{"code":"c"}]}` }) + `}}`,
		"numbers":        `{"problems":[` + many(4*n, func(int) string { return `1` }) + `]}`,
	}
	for kind, body := range bodies {
		start := time.Now()
		Decode(418, nil, []byte(body))
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: %v for %d bytes", kind, took, len(body))
		} else {
			t.Logf("%s: %v for %d bytes", kind, took, len(body))
		}
	}
}
