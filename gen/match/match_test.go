package match_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/textproto"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/golang/runtime"
	"github.com/errgen/errgen/gen/match"
	"github.com/errgen/errgen/gen/reference"
	"github.com/errgen/errgen/gen/spec"
	"github.com/errgen/errgen/generated/examples/booking"
	"github.com/errgen/errgen/generated/examples/fleet"
	"github.com/errgen/errgen/generated/examples/payments"
	"github.com/errgen/errgen/generated/monogoto"
)

// A reading is what a generated package and this one both say of a response.
type reading struct {
	Name, Class, Value, Domain, Message, RequestID, Details string
	Delay                                                   time.Duration
	Retryable                                               bool
}

// packages are generated packages with the catalogs that they were made from.
var packages = []struct {
	name    string
	catalog func(*testing.T) *catalog.Catalog
	decode  func(int, http.Header, []byte) reading
}{
	{"monogoto", in("../.."), reader(monogoto.Decode)},
	{"payments", in("../../generated/examples/payments"), reader(payments.Decode)},
	{"booking", in("../../generated/examples/booking"), reader(booking.Decode)},
	{"fleet", in("../../generated/examples/fleet"), reader(fleet.Decode)},
	{"orders", of(gentest.Everything), reader(runtime.Decode)},
}

func of(c func() *catalog.Catalog) func(*testing.T) *catalog.Catalog {
	return func(*testing.T) *catalog.Catalog { return c() }
}

// in is the catalog in a folder.
func in(dir string) func(*testing.T) *catalog.Catalog {
	return func(t *testing.T) *catalog.Catalog {
		t.Helper()
		src, err := os.ReadFile(filepath.Join(dir, "errors.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		doc, found := spec.Read("errors.yaml", src, os.DirFS(dir))
		if found.HasErrors() {
			t.Fatalf("%v", found)
		}
		return doc.Catalog
	}
}

// reader is a package's Decode, and what its *Error says. Each package has an
// Error and a Code of its own, which are alike but by no interface.
func reader[E any](decode func(int, http.Header, []byte) *E) func(int, http.Header, []byte) reading {
	return func(status int, header http.Header, body []byte) reading {
		e := reflect.ValueOf(decode(status, header, body))
		field := func(name string) reflect.Value { return e.Elem().FieldByName(name) }
		call := func(v reflect.Value, method string) reflect.Value { return v.MethodByName(method).Call(nil)[0] }
		return reading{
			Name: call(field("Code"), "Name").String(), Class: call(call(e, "Class"), "String").String(),
			Value: field("Value").String(), Domain: field("Domain").String(), Message: field("Message").String(),
			RequestID: field("RequestID").String(), Details: string(field("Details").Bytes()),
			Delay: time.Duration(field("RetryAfter").Int()), Retryable: call(e, "Retryable").Bool(),
		}
	}
}

// read is what this package says of a response, with what an *Error adds to it.
func read(c *catalog.Catalog, r match.Response) reading {
	m := match.Find(c, r)
	said := reading{
		Value: m.Value, Domain: m.Domain, Message: m.Message, RequestID: m.RequestID, Details: string(m.Details), Delay: m.Delay,
	}
	title := http.StatusText(r.Status)
	if e := m.Error; e != nil {
		title = e.Title
		said.Name, said.Class = e.Name, c.Classes[e.Class].Key
		said.Retryable = c.Actions[e.Action].Mode.Retryable()
	} else if d := c.DefaultFor(r.Status); d != nil {
		said.Class, said.Retryable = c.Classes[d.Class].Key, c.Actions[d.Action].Mode.Retryable()
	}
	switch m.ShouldRetry {
	case "true":
		said.Retryable = said.Retryable || modeOf(c, m.Error, r.Status) == catalog.Never
	case "false":
		said.Retryable = false
	}
	if said.Message == "" {
		said.Message = title
	}
	return said
}

func modeOf(c *catalog.Catalog, e *catalog.Error, status int) catalog.Mode {
	if e != nil {
		return c.Actions[e.Action].Mode
	}
	if d := c.DefaultFor(status); d != nil {
		return c.Actions[d.Action].Mode
	}
	return catalog.Never
}

// Many responses, most of them odd, read the same by generated packages: some
// that look like what the catalog is about, and some that hold all it looks for.
func TestAgreesWithGeneratedPackages(t *testing.T) {
	const rounds, samples = 20_000, 3_000
	for _, p := range packages {
		t.Run(p.name, func(t *testing.T) {
			c := p.catalog(t)
			seed := rand.Uint64()
			var seen reading
			agree := func(r match.Response) {
				want, got := p.decode(r.Status, http.Header(r.Header), r.Body), read(c, r)
				if want != got {
					t.Fatalf("seed %d: status %d, header %v, body %q (-generated +here):\n%s", seed, r.Status, r.Header, r.Body, cmp.Diff(want, got))
				}
				seen = merge(seen, got)
			}
			m := newMaker(c, seed)
			for range rounds {
				agree(m.response())
			}
			for _, s := range gentest.Samples(c, seed, samples) {
				agree(dated(s))
			}
			checkSeen(t, c, seen)
		})
	}
}

// date is when the server sends, so that a time to wait until is as far away for
// whoever looks.
const date = "Wed, 21 Oct 2026 07:28:00 GMT"

func dated(s gentest.Sample) match.Response {
	s.Header.Set("Date", date)
	return match.Response{Status: s.Status, Header: textproto.MIMEHeader(s.Header), Body: []byte(s.Body)}
}

// merge keeps one of each value, to see that all were met.
func merge(a, b reading) reading {
	keep := func(a *string, b string) {
		if *a == "" {
			*a = b
		}
	}
	keep(&a.Name, b.Name)
	keep(&a.Value, b.Value)
	keep(&a.Domain, b.Domain)
	keep(&a.RequestID, b.RequestID)
	keep(&a.Details, b.Details)
	a.Delay = max(a.Delay, b.Delay)
	return a
}

// checkSeen checks that the responses were not all of them junk.
func checkSeen(t *testing.T, c *catalog.Catalog, seen reading) {
	t.Helper()
	inBody := func(all []catalog.Locator) bool { return len(all) > 0 && all[0].Header == "" }
	if seen.Name == "" || seen.Delay == 0 || seen.Value == "" && len(c.Response.Code) > 0 || seen.Domain == "" && len(c.Response.Domain) > 0 ||
		seen.RequestID == "" && len(c.Response.RequestID) > 0 || seen.Details == "" && inBody(c.Response.Details) {
		t.Errorf("the responses show too little: %+v", seen)
	}
}

// A maker makes responses that have something to do with a catalog.
type maker struct {
	*rand.Rand
	statuses []int
	members  []string
	headers  []string
	texts    []string
}

func newMaker(c *catalog.Catalog, seed uint64) *maker {
	m := &maker{
		Rand:    rand.New(rand.NewPCG(seed, 0)),
		members: []string{"x", "0", "1"},
		headers: []string{"Retry-After", "X-Other"},
		texts: []string{
			"", "about:blank", "unheard_of", "0", "47", "1.5", "-1", "1e3", "+3", "007", "3.5s", "1m30s", "99999999999", "0.0000000001",
			"Wed, 21 Oct 2037 07:28:00 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 2037", " 12\t", "é\u2028", "\x80", "a\"b\\",
		},
	}
	for _, e := range c.Errors {
		m.texts = append(m.texts, e.Codes...)
		for _, s := range e.Statuses {
			m.statuses = append(m.statuses, s.Lo, s.Hi)
		}
	}
	r := &c.Response
	for _, l := range slices.Concat(r.Code, r.Message, r.RequestID, r.Details, r.RetryAfter) {
		m.members = append(m.members, l.Pointer...)
		if l.Header != "" {
			m.headers = append(m.headers, textproto.CanonicalMIMEHeaderKey(l.Header))
		}
	}
	return m
}

func pick[T any](m *maker, list []T) T { return list[m.IntN(len(list))] }

func (m *maker) often(percent int) bool { return m.IntN(100) < percent }

func (m *maker) response() match.Response {
	r := match.Response{
		Status: 100 + m.IntN(500),
		Header: textproto.MIMEHeader{"Date": {date}},
		Body:   []byte(m.value(4)),
	}
	if m.often(70) && len(m.statuses) > 0 {
		r.Status = pick(m, m.statuses)
	}
	for range m.IntN(4) {
		r.Header.Add(pick(m, m.headers), pick(m, m.texts))
	}
	switch {
	case m.often(3):
		r.Body = append([]byte("\uFEFF"), r.Body...)
	case m.often(3):
		r.Body = append(r.Body, pick(m, []string{"{}", " ", "\n", ",", "\x00"})...)
	case m.often(3):
		r.Body[m.IntN(len(r.Body))] = byte(m.IntN(256))
	}
	return r
}

// value is JSON, in most cases an object.
func (m *maker) value(depth int) string {
	switch {
	case depth > 0 && m.often(65):
		return m.join("{", "}", func() string { return m.quote(pick(m, m.members)) + ":" + m.value(depth-1) })
	case depth > 0 && m.often(20):
		return m.join("[", "]", func() string { return m.value(depth - 1) })
	case m.often(30):
		return pick(m, []string{"null", "true", "false", "0", "-0", "47", "1.50", "1e3", "20404", "123456789012345678901234567890"})
	}
	return m.quote(pick(m, m.texts))
}

func (m *maker) join(open, end string, item func() string) string {
	var items []string
	for range m.IntN(6) {
		items = append(items, item())
	}
	return open + strings.Join(items, pick(m, []string{",", " ,\n"})) + end
}

// quote is a JSON string, at times with an escape for a character that needs none.
func (m *maker) quote(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		switch {
		case c == '"' || c == '\\':
			b.WriteString(`\` + string(c))
		case c < ' ' || c < 0x80 && m.often(2):
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			b.WriteByte(c)
		}
	}
	if m.often(2) {
		b.WriteString(pick(m, []string{`\ud83d\ude00`, `\ud800`, `\/`, "\x01"}))
	}
	return `"` + b.String() + `"`
}

// Each error's example, which every page shows, is that error to the generated
// package.
func TestExamplesAreTrue(t *testing.T) {
	for _, p := range packages {
		c := p.catalog(t)
		examples := reference.NewExamples(c)
		for i := range c.Errors {
			e := &c.Errors[i]
			x := examples.Of(e)
			if x.Partial {
				if e.When == nil {
					t.Errorf("%s: the example of %s is partial", p.name, e.Name)
				}
				continue // what the condition asks for is not in it
			}
			r := responseOf(x)
			if !match.IsError(c, r) {
				t.Errorf("%s: the example of %s is no error", p.name, e.Name)
			}
			if got := p.decode(r.Status, http.Header(r.Header), r.Body); got.Name != e.Name || got.Message != e.ExampleMessage() {
				t.Errorf("%s: the example of %s is %q, with the message %q", p.name, e.Name, got.Name, got.Message)
			}
		}
	}
}

func responseOf(x reference.Example) match.Response {
	r := match.Response{Status: x.Status, Header: textproto.MIMEHeader{}, Body: []byte(x.Body.Indented())}
	if r.Status == 0 {
		r.Status = http.StatusBadRequest // of an error that the code alone identifies
	}
	for _, h := range x.Headers {
		r.Header.Add(h.Name, h.Value)
	}
	return r
}

func TestIsError(t *testing.T) {
	c := gentest.Orders()
	for status, want := range map[int]bool{200: false, 299: false, 300: true, 304: false, 404: true, 599: true} {
		if got := match.IsError(c, match.Response{Status: status}); got != want {
			t.Errorf("IsError(%d) = %v, want %v", status, got, want)
		}
	}
	c.Errors = append(c.Errors, catalog.Error{Statuses: []catalog.StatusRange{catalog.One(304)}})
	if !match.IsError(c, match.Response{Status: 304}) {
		t.Error("304 is no error, though the catalog lists it")
	}
}

func TestPossible(t *testing.T) {
	tests := []struct{ body, want string }{
		{`{"error": {"code": "locked"}}`, "LockedForbidden LockedState"},
		{`{"error": {"decline_code": "unheard_of", "code": "locked"}}`, "LockedForbidden LockedState"},
		{`{"message": "Slow down"}`, "TooManyRequests"},
		{`{"message": ""}`, ""},
		{`{"message": "slow"}`, ""},
		{`{"message": "No SIM 8937 since 2024"}`, "NoSIM"},
		{`{"message": "No SIM  since "}`, "NoSIM"},
		{`{"message": "No SIM 8937"}`, ""},
		{`no JSON`, ""},
	}
	c := gentest.Orders()
	c.Errors = append(c.Errors, catalog.Error{
		Name: "NoSIM", Message: "No SIM {iccid} since {at}", Params: []catalog.Param{{Name: "iccid"}, {Name: "at"}},
	})
	for _, tt := range tests {
		var names []string
		for _, e := range match.Possible(c, match.Response{Body: []byte(tt.body)}) {
			names = append(names, e.Name)
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%s may be %q, want %q", tt.body, got, tt.want)
		}
	}
}

// Where the header has no Date, a time is reckoned from when the response came.
func TestReceived(t *testing.T) {
	received := time.Date(2026, 10, 21, 7, 28, 0, 0, time.UTC)
	header := textproto.MIMEHeader{"Retry-After": {"Wed, 21 Oct 2026 07:28:47 GMT"}}
	m := match.Find(gentest.Orders(), match.Response{Status: 429, Header: header, Received: received})
	if m.Delay != 47*time.Second || !m.HasDelay {
		t.Errorf("the delay is %v, %v", m.Delay, m.HasDelay)
	}
	header.Set("Retry-After", strconv.Itoa(0))
	if m := match.Find(gentest.Orders(), match.Response{Status: 429, Header: header}); m.Delay != 0 || !m.HasDelay {
		t.Errorf("no delay at all is %v, %v", m.Delay, m.HasDelay)
	}
}
