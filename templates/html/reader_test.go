package html_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/textproto"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/match"
	"github.com/errgen/errgen/gen/reference"
	"github.com/errgen/errgen/templates/html"
)

// A response as the script takes it.
type response struct {
	Status   int         `json:"status"` // 0 if it is not known
	Headers  [][2]string `json:"headers"`
	Body     string      `json:"body"`
	Received int64       `json:"received"` // in milliseconds
}

// A reading is what the script and gen/match both say of a response.
type reading struct {
	Status                                   int
	Error, Value, Domain, Message, RequestID string
	Delay                                    string // in nanoseconds; "" if there is none
	Retry                                    string
	IsError, IsJSON                          bool
	Retired                                  int
	Possible                                 []string
}

// Many responses, most of them odd, read in a page as gen/match reads them.
func TestPagesReadResponses(t *testing.T) {
	cases := []gentest.Case{
		{Name: "example", Catalog: func() *catalog.Catalog { return example(t) }}, {Name: "bare", Catalog: gentest.Bare},
		{Name: "orders", Catalog: gentest.Orders}, {Name: "complete", Catalog: complete},
	}
	for _, c := range append(cases, gentest.Features()...) {
		t.Run(c.Name, func(t *testing.T) {
			seed := rand.Uint64()
			t.Logf("seed %d", seed)
			var responses []response
			for i, s := range gentest.Samples(c.Catalog(), seed, 1000) {
				responses = append(responses, newResponse(i, s))
			}
			seen := checkReadings(t, c.Catalog(), responses)
			if c.Name == "complete" {
				checkSeen(t, seen)
			}
		})
	}
}

// checkSeen checks that the responses were not all of them junk.
func checkSeen(t *testing.T, seen []reading) {
	t.Helper()
	for what, shows := range map[string]func(reading) bool{
		"an error": func(r reading) bool { return r.Error != "" }, "a success": func(r reading) bool { return !r.IsError },
		"a domain": func(r reading) bool { return r.Domain != "" }, "a message": func(r reading) bool { return r.Message != "" },
		"a request id": func(r reading) bool { return r.RequestID != "" }, "a delay": func(r reading) bool { return r.Delay != "" },
		"a word on retrying": func(r reading) bool { return r.Retry != "" },
		"several errors":     func(r reading) bool { return len(r.Possible) > 1 },
		"a status in a body": func(r reading) bool { return r.Status != 0 },
	} {
		if !slices.ContainsFunc(seen, shows) {
			t.Errorf("no response shows %s", what)
		}
	}
}

// Each example on a page, pasted into it, is the error that it is an example of.
func TestPagesReadTheirExamples(t *testing.T) {
	for _, c := range []*catalog.Catalog{example(t), gentest.Orders(), complete(), gentest.Unusual()} {
		examples := reference.NewExamples(c)
		var want []string
		var responses []response
		for i := range c.Errors {
			x := examples.Of(&c.Errors[i])
			if x.Partial {
				continue
			}
			r := response{Status: x.Status, Headers: [][2]string{}, Body: x.Body.Indented()}
			for _, h := range x.Headers {
				r.Headers = append(r.Headers, [2]string{h.Name, h.Value})
			}
			want, responses = append(want, c.Errors[i].Name), append(responses, r)
		}
		for i, seen := range checkReadings(t, c, responses) {
			if seen.Error != want[i] {
				t.Errorf("the example of %s is %q: %+v", want[i], seen.Error, responses[i])
			}
		}
		if len(want) < len(c.Errors)-2 {
			t.Errorf("of %d errors only %d have an example", len(c.Errors), len(want))
		}
	}
}

// Responses in which rules meet that seldom do.
func TestPagesReadRules(t *testing.T) {
	tests := func(name string, test catalog.Test) []catalog.BodyTest {
		return []catalog.BodyTest{{Pointer: catalog.Pointer{name}, Test: test}}
	}
	english := tests("lang", catalog.Test{Any: []string{"en"}})
	c := gentest.Minimal()
	c.Response.Status = catalog.Pointer{"status"}
	c.Response.Code = []catalog.Locator{
		{Pointer: catalog.Pointer{"list", "*", "code"}, Where: english},
		{Pointer: catalog.Pointer{"groups", "*", "codes", "*"}, Key: true},
		{Pointer: catalog.Pointer{"list", "*", "code"}, Where: tests("ok", catalog.Test{Not: []string{"yes"}})},
	}
	c.Response.Message = []catalog.Locator{
		{Pointer: catalog.Pointer{"list", "*", "text"}, Where: english},
		{Pointer: catalog.Pointer{"list", "*", "note"}, Where: tests("lang", catalog.Test{Any: []string{"de"}})},
		{Pointer: catalog.Pointer{"list", "*", "words"}},
		{Pointer: catalog.Pointer{"groups", "*", "message"}},
	}
	c.Errors = append(c.Errors,
		catalog.Error{Name: "Empty", Title: "Empty", Codes: []string{"empty"}, When: &catalog.Condition{Body: tests("void", catalog.Test{Exists: catalog.Absent})}},
		catalog.Error{Name: "Full", Title: "Full", Codes: []string{"empty"}, When: &catalog.Condition{Body: tests("void", catalog.Test{Exists: catalog.Present})}},
		catalog.Error{Name: "Said", Title: "Said", Message: "said", Statuses: []catalog.StatusRange{catalog.One(499)}},
		catalog.Error{
			Name: "Headed", Title: "Headed", Statuses: []catalog.StatusRange{catalog.One(498)},
			When: &catalog.Condition{Headers: []catalog.HeaderTest{{Name: "X-Plan", Test: catalog.Test{Any: []string{"free"}}}}},
		},
	)
	var responses []response
	for _, body := range []string{
		`{"list": [{"code": "a", "ok": null}, {"code": "b", "ok": []}, {"code": "c", "ok": "yes"}]}`,
		`{"list": [{"lang": "de", "code": "a", "text": "A", "note": "NA"}, {"lang": "en", "code": "b", "text": "B", "note": "NB"}]}`,
		`{"list": [{"lang": "en", "text": "A"}, {"lang": "en", "code": "b", "text": "B"}, {"lang": "en", "code": "order_not_found", "text": "C"}]}`,
		`{"list": [{"lang": "de", "note": "N", "words": "W"}, {"lang": "en", "code": "b", "words": "B"}]}`,
		`{"list": [{"code": "a", "ok": "no", "words": "A"}, {"code": "order_not_found", "ok": "no", "words": "B"}]}`,
		`{"list": [{"code": "x", "ok": "no", "words": 7}, {"words": "said"}]}`,
		`{"groups": {"g": {"codes": {"x": 1}, "message": "G"}, "h": {"codes": {"order_not_found": 2}, "message": "H"}}}`,
		`{"groups": [{"codes": {"x": 1}, "message": "G"}, {"codes": ["y"], "message": "said"}]}`,
		`{"list": [{"lang": "en", "code": "empty"}], "void": null}`, `{"list": [{"lang": "en", "code": "empty"}], "void": {}}`,
		`{"status": 404}`, `{"status": "404"}`, `{"status": 4e2}`, `{"status": 204}`, `{"status": 99}`, `{"status": 499, "list": [{"words": "said"}]}`,
	} {
		for _, status := range []int{0, 404, 498} {
			responses = append(responses, response{Status: status, Headers: [][2]string{{"x-PLAN", "free"}}, Body: body})
		}
	}
	checkReadings(t, c, responses)
}

// Texts that ask to wait, and texts that nearly do.
func TestPagesReadDelays(t *testing.T) {
	texts := []string{
		"0", "47", " 47\t", "1.5", "1.", ".5", "-1", "+3", "1e3", "007", "0.0000000001", "99999999999999999999", "9223372036.854775807",
		"3.5s", "3.s", "s", "1m30s", "1h0.5m", ".5s", "1.m", "2562047h47m16.854775807s", "2562048h", "5ms", "7us", "7µs", "7μs", "1d", "1m s", "3.5 s",
		"Tue, 14 Nov 2023 22:14:00 GMT", "Tuesday, 14-Nov-23 22:14:00 GMT", "Tue Nov 14 22:14:00 2023", "Sun Nov  6 08:49:37 2033",
		"Tue, 14 Nov 2023 22:13:20 GMT", "Tue, 31 Feb 2024 22:14:00 GMT", "Tue, 14 Nov 2023 24:00:00 GMT", "Tue, 14 Nov 2023 22:14:60 GMT",
		"Xyz, 14 Nov 2023 22:14:00 GMT", "Tue, 14 Xyz 2023 22:14:00 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
		"1700000050", "1700000050.25", "1700000050000", "1600000000", "",
	}
	c := gentest.Minimal()
	c.Response.RetryAfter = []catalog.Locator{{Pointer: catalog.Pointer{"wait"}}}
	responses := []response{{Status: 404, Headers: [][2]string{}, Body: `{"wait": "Tue, 14 Nov 2033 22:14:00 GMT"}`}}
	for unit := range catalog.Units {
		name := "X-Wait-" + strconv.Itoa(unit)
		c.Response.RetryAfter = append(c.Response.RetryAfter, catalog.Locator{Header: name, Unit: catalog.Unit(unit)})
		for _, text := range texts {
			headers := [][2]string{{name, text}}
			responses = append(responses, response{Status: 404, Headers: headers, Received: 1_700_000_000_123})
			headers = append(headers, [2]string{"Date", "Tue, 14 Nov 2023 22:13:20 GMT"})
			responses = append(responses, response{Status: 404, Headers: headers})
		}
	}
	checkReadings(t, c, responses)
}

// Bodies that JSON.parse would read otherwise, if at all.
func TestPagesReadJSON(t *testing.T) {
	c := gentest.Minimal()
	c.Response.Code = []catalog.Locator{{Pointer: catalog.Pointer{"*", "code"}}, {Pointer: catalog.Pointer{"code"}}}
	c.Response.RequestID = []catalog.Locator{{Pointer: catalog.Pointer{"id"}}, {Pointer: catalog.Pointer{"ids", "1"}}}
	var responses []response
	for _, body := range []string{
		`{"code": 1e3, "id": 12345678901234567890}`, `{"code": 1.50, "ids": [0, -0]}`, `{"code": "a", "code": "order_not_found"}`,
		`{"b": {"code": "b"}, "1": {"code": 1}, "b": {"code": "order_not_found"}}`, `{"__proto__": {"code": "x"}, "code": "constructor"}`,
		`{"code": "\ud800\u0041\udc00"}`, `{"code": "\u2028\ud83d\ude00"}`, `{"code": "}{][,:\"\\"}`, "\ufeff{\"code\": 1}", "\ufeff\ufeff{}",
		`{"code": 01}`, `{"code": .5}`, `{"code": 'x'}`, `{"code": "x",}`, `{} {}`, ``, ` `, `"code"`, `[{"code": 7}]`, "{\"code\": \"\t\"}",
		strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000), strings.Repeat("[", 10_001) + strings.Repeat("]", 10_001),
		`{"code": "` + strings.Repeat(`long \\`, 200_000) + `"}`,
	} {
		responses = append(responses, response{Status: 404, Headers: [][2]string{}, Body: body})
	}
	checkReadings(t, c, responses)
}

// Patterns as Go writes them match in a script what they match in Go.
func TestPagesReadPatterns(t *testing.T) {
	texts := []string{
		"a", "A", "ab", "AB", "aab", "abab", "b", "k", "K", "\u212a", "ſ", "é", "É", "日本", "🙂", "1", "42", "a-b", "a.b", "a\nb", "\n", "a b", "_", "]",
		"FLOOD_WAIT_31", "FLOOD_WAIT_", "flood_wait_31", "Σ", "ς", "σ", "x{2}", "^$", "/", "ß",
	}
	patterns := []string{
		`a`, `(?i)ab`, `(?i)k`, `(?i:s)|é`, `(?i)[^a]`, `(?i)σ`, `a.b`, `(?s)a.b`, `[[:alpha:]]+`, `[^[:alpha:]]`, `\pL+`, `\p{Greek}`, `\PL`,
		`\d+`, `\D`, `[\d\-a]+`, `\w\W\w`, `\s`, `a|b|`, `(a|b)*?`, `(?:a*)*b`, `(ab){2}`, `(?:a{1,2}b?){1,}`, `a{0}b`, `\Aab\z`, `^ab$`, `(?m)a$\n^b`, `\ba\b.*`, `a\Bb`,
		`FLOOD_WAIT_(?P<retry_after>\d+)`, `FLOOD_WAIT_(?<retry_after_min>\d+)`, `(?P<1st>a)(?P<2nd>b)?`, `(?P<retry_after_ms>(?:\d)+?)\d`, `\Qx{2}\E`, `\x{1F642}`, `[^\x00-\x{10FFFF}]|1`,
		`\/`, `[\]^$/-]+`, `(?U)a+b+`, `^*a`, `(?:)`, `ß`, `\x{D800}|a`, `(?i)\x{10400}`, `[^\n]{2,}?b?`, `(?:|a)+b`, `(?:a|ab)(?:c|b|)`, `(?:^a|b$)*`,
		`(?P<x>a)(?P<y>b)?(?P<retry_after>)`, `FLOOD_WAIT_(?P<retry_after>4)|FLOOD_WAIT_(?P<retry_after>\d+)`,
		`(?i)flood_wait_(?:(?P<retry_after_ms>\d)|(?P<retry_after_min>\d))*`, `\w+?_(?P<retry_after>\d*?)(?P<retry_after_ms>\d*)`,
	}
	c := gentest.Minimal()
	c.Response.Domain = []catalog.Locator{{Pointer: catalog.Pointer{"domain"}}}
	var responses []response
	for i, pattern := range patterns {
		domain := strconv.Itoa(i)
		c.Errors = append(c.Errors, catalog.Error{Name: "Pattern" + domain, Title: pattern, Domain: domain, Codes: []string{"code"}, Pattern: pattern})
		for _, text := range texts {
			body, err := json.Marshal(map[string]string{"domain": domain, "code": text})
			if err != nil {
				t.Fatal(err)
			}
			responses = append(responses, response{Status: 404, Headers: [][2]string{}, Body: string(body)})
		}
	}
	seen := checkReadings(t, c, responses)
	if !slices.ContainsFunc(seen, func(r reading) bool { return r.Delay != "" }) {
		t.Error("no group was read as a delay")
	}
}

// newResponse is a sample as a browser has it: text. Every third comes without a
// Date, every fourth without a status.
func newResponse(i int, s gentest.Sample) response {
	r := response{
		Status: s.Status, Headers: [][2]string{}, Body: strings.ToValidUTF8(s.Body, "\ufffd"),
		Received: time.Date(2023, 11, 14, 22, 13, 21, 0, time.UTC).UnixMilli(),
	}
	for name, values := range s.Header {
		for _, value := range values {
			if name != "Date" || i%3 != 0 {
				r.Headers = append(r.Headers, [2]string{name, value})
			}
		}
	}
	if i%4 == 0 {
		r.Status = 0
	}
	return r
}

// checkReadings has a page read responses, and returns what it should say.
func checkReadings(t *testing.T, c *catalog.Catalog, responses []response) []reading {
	t.Helper()
	script, data := readerOf(t, c)
	var all []reading
	for i, got := range readInPage(t, script, data, responses) {
		want := read(c, responses[i])
		if !bytes.Contains(script, []byte("retryAfter")) {
			want.Delay = "" // which the pages of such a catalog don't tell
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%.2000s (-gen/match +page):\n%s", fmt.Sprintf("%+v", responses[i]), diff)
		}
		all = append(all, want)
	}
	return all
}

// read is what gen/match says.
func read(c *catalog.Catalog, given response) reading {
	r := match.Response{
		Status: given.Status, Header: textproto.MIMEHeader{}, Body: []byte(given.Body), Received: time.UnixMilli(given.Received),
	}
	for _, h := range given.Headers {
		r.Header.Add(h[0], h[1])
	}
	if r.Status == 0 {
		r.Status = match.RepeatedStatus(c, r)
	}
	m := match.Find(c, r)
	said := reading{
		Retired: len(match.RetiredCode(c, m.Domain, m.Value)),
		Status:  r.Status, Value: m.Value, Domain: m.Domain, Message: m.Message, RequestID: m.RequestID, Retry: m.ShouldRetry,
		IsError: match.IsError(c, r), IsJSON: json.Valid(bytes.TrimPrefix(r.Body, []byte("\uFEFF"))), Possible: []string{},
	}
	if m.Error != nil {
		said.Error = m.Error.Name
	}
	if m.HasDelay {
		said.Delay = strconv.FormatInt(int64(m.Delay), 10)
	}
	if r.Status == 0 {
		for _, e := range match.Possible(c, r) {
			said.Possible = append(said.Possible, e.Name)
		}
	}
	return said
}

// readerOf is the script that reads responses in the pages of a catalog, and the
// data that it takes.
func readerOf(t *testing.T, c *catalog.Catalog) (script, data []byte) {
	t.Helper()
	for _, f := range generate(t, html.Backend{File: "site", Split: true}, c) {
		switch f.Path {
		case "site/reader.js":
			script = f.Data
		case "site/index.html":
			data = regexp.MustCompile(`(?s)id="_data">(.*?)</script>`).FindSubmatch(f.Data)[1]
		}
	}
	return script, data
}

// readInPage is what the script says of responses.
func readInPage(t *testing.T, script, data []byte, responses []response) []reading {
	t.Helper()
	var readings []reading
	runInPage(t, script, data, responses, &readings)
	if len(readings) != len(responses) {
		t.Fatalf("%d readings of %d responses", len(readings), len(responses))
	}
	return readings
}

// runInPage runs the script, without a browser, and decodes what it says.
func runInPage(t *testing.T, script, data []byte, responses []response, said any) {
	t.Helper()
	input, err := json.Marshal(map[string]any{"script": string(script), "data": json.RawMessage(data), "responses": responses})
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(find(t, "node"), "browser/read.js")
	run.Stdin = bytes.NewReader(input)
	var complaint bytes.Buffer
	run.Stderr = &complaint
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, complaint.Bytes())
	}
	if err := json.Unmarshal(out, said); err != nil {
		t.Fatal(err)
	}
}
