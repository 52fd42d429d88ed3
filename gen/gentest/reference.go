package gentest

// What a response means by the plain rules of gen/match, as the tests of generated
// packages compare with it.

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
	match.Match
	IsError bool
	Name    string // of the error; "" if it is unknown
	Details []byte // those of the match, which raw JSON would lose the spaces of when it is written
}

// Mean is what a catalog says of a response.
func Mean(c *catalog.Catalog, status int, header http.Header, body []byte) Meaning {
	r := match.Response{Status: status, Header: textproto.MIMEHeader(header), Body: body, Received: time.Now()}
	m := match.Find(c, r)
	return Meaning{m, match.IsError(c, r), nameOf(m.Error), m.Details}
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
