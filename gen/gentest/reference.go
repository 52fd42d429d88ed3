package gentest

// What a response means by the plain rules of gen/match, in types that the tests of
// generated packages can compare with.

import (
	"net/http"
	"net/textproto"
	"time"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/match"
)

// A Meaning is what a catalog says of a response: what is generated is held
// against it.
type Meaning struct {
	IsError   bool
	Name      string // of the error; "" if it is unknown
	Value     string // the wire code
	Domain    string
	Message   string
	RequestID string
	Details   []byte // as they stand in the body
	Delay     time.Duration
	HasDelay  bool
	Retry     string // the server's word: "true", "false" or ""
}

// Mean is what a catalog says of a response.
func Mean(c *catalog.Catalog, status int, header http.Header, body []byte) Meaning {
	r := match.Response{Status: status, Header: textproto.MIMEHeader(header), Body: body, Received: time.Now()}
	m := match.Find(c, r)
	return Meaning{
		IsError: match.IsError(c, r), Name: nameOf(m.Error), Value: m.Value, Domain: m.Domain, Message: m.Message,
		RequestID: m.RequestID, Details: m.Details, Delay: m.Delay, HasDelay: m.HasDelay, Retry: m.ShouldRetry,
	}
}

// Find is the name of the error for a status and a wire code, or "". Of the
// response nothing else is known: no condition holds.
func Find(c *catalog.Catalog, domain string, status int, value string) string {
	return nameOf(match.FindCode(c, domain, status, value))
}

func nameOf(e *catalog.Error) string {
	if e == nil {
		return ""
	}
	return e.Name
}
