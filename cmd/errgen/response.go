package main

// Reading a response from standard input, and saying which error it is.

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/match"
)

// response says which error the response on standard input is.
func (o *explainOptions) response(c *console, a *answer) error {
	r, err := o.readResponse(c.stdin)
	if err != nil {
		return err
	}
	if why := unreadable(r); why != "" {
		c.say("%s, so status and headers alone decide", why)
		r.Body = nil
	}
	status := knownStatus(a.catalog, &r)
	if r.Status != 0 && !match.IsError(a.catalog, r) {
		c.say("a response with status %d is no error", r.Status)
		return errNo
	}
	m := match.Find(a.catalog, r)
	a.received(status, m)
	gone := match.RetiredCode(a.catalog, m.Domain, m.Value)
	a.retired(gone)
	if m.Error != nil {
		a.error(m.Error)
		return nil
	}
	if errs := match.Possible(a.catalog, r); r.Status == 0 && len(errs) > 0 {
		a.oneOf("a response like this, whose status is not known,", errs)
		return nil
	}
	unless := "; if you know its status, add --status"
	if r.Status != 0 {
		a.unlisted(r.Status)
		unless = ""
	}
	if len(gone) > 0 {
		return nil
	}
	c.say("the catalog of the %s does not know this response%s", visible(a.catalog.API.Name), unless)
	return errNo
}

// knownStatus is the response's status for people; "" if nothing tells. One that
// came without is given that which its body repeats.
func knownStatus(c *catalog.Catalog, r *match.Response) string {
	if r.Status != 0 {
		return strconv.Itoa(r.Status)
	}
	if r.Status = match.RepeatedStatus(c, *r); r.Status != 0 {
		return strconv.Itoa(r.Status) + ", as the body says"
	}
	return ""
}

// readResponse reads a body, or a response as `curl -i` prints it. What flags
// say goes before that.
func (o *explainOptions) readResponse(r io.Reader) (match.Response, error) {
	data, err := io.ReadAll(io.LimitReader(r, readLimit))
	if err != nil {
		return match.Response{}, fmt.Errorf("cannot read the response: %w", err)
	}
	response, err := parseResponse(data)
	if err != nil {
		return response, err
	}
	response.Received = time.Now() //nolint:forbidigo // which is about when the response came
	if status := o.givenStatus(); status != 0 {
		response.Status = status
	}
	for _, h := range o.headers {
		field := fieldLine().FindStringSubmatch(h)
		if field == nil {
			return match.Response{}, fmt.Errorf("--header: %q is no header; write --header 'Retry-After: 47'", h)
		}
		response.Header.Add(field[1], strings.TrimSpace(field[2]))
	}
	if len(bytes.TrimSpace(data)) == 0 && o.status == "" {
		return match.Response{}, errors.New("standard input is empty; write a response's body to it, or add --status")
	}
	return response, nil
}
