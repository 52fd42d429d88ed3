// From a response to an Error: where the catalog says that a code, a message, a
// request id, details and a delay are, and which of its errors that makes.

package runtime

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"
)

// A source is where a response may hold a value: in a header, else at a place
// of the body.
type source struct {
	header string // in canonical form
	place  int
	unit   unit // of a delay
}

// Decode makes the *Error of a response that the catalog counts as an error. It
// always succeeds: of a body that is not JSON, or not of the catalog's shape,
// the status alone is used, and the message is what the catalog or HTTP calls
// that status. The error's Body and Details share memory with body, its Header
// is a copy.
func Decode(status int, header http.Header, body []byte) *Error {
	e := new(Error) // small enough to inline: what doesn't outlive the caller needs no heap
	e.decode(status, header, body)
	return e
}

func (e *Error) decode(status int, header http.Header, body []byte) {
	e.borrow(status, header, body)
	e.Header = withoutCookies(header)
}

// borrow is decode but for the header, which is not copied: for an error that
// nobody keeps.
func (e *Error) borrow(status int, header http.Header, body []byte) {
	e.Status, e.Header, e.Body = status, header, body
	d := decoder{header: header}
	d.scan(body)
	d.keepTexts()
	d.identify(e)
	e.Message = d.first(messageSources[:], kindPlain)
	if e.Message == "" {
		e.Message = e.title()
	}
	e.RequestID = d.first(requestIDSources[:], kindNumber)
	e.Details = d.details()
	if delay, ok := d.delay(); ok {
		e.RetryAfter = delay
		e.hint |= hintDelay
	}
}

// withoutCookies is a copy of a response's header that may be kept.
func withoutCookies(header http.Header) http.Header {
	if header == nil {
		return nil
	}
	kept := header.Clone()
	delete(kept, "Set-Cookie")
	return kept
}

// A decoder holds what one response says. The texts that the error keeps are
// pieces of one: of the body's stretch from the first to the last, or, if they
// must be unescaped or are far apart, of what is built.
type decoder struct {
	scanner
	header  http.Header
	stretch string
	offset  int // of the stretch in the body
	built   strings.Builder
	one     [1]string // what texts returns for a place
}

// keepTexts makes the one text of all.
func (d *decoder) keepTexts() {
	size, start, end, plain := 0, len(d.body), 0, true
	for i := range d.values {
		if v := &d.values[i]; v.kind >= kindNumber {
			size += v.end - v.start
			start, end = min(start, v.start), max(end, v.end)
			plain = plain && v.kind != kindString
		}
	}
	switch {
	case size == 0:
	case plain && end-start <= 2*size:
		d.stretch, d.offset = string(d.body[start:end]), start
	default:
		d.built.Grow(size)
	}
}

// keep is the text of a string or number.
func (d *decoder) keep(v *value) string {
	if d.stretch != "" {
		return d.stretch[v.start-d.offset : v.end-d.offset]
	}
	return d.build(v)
}

// build is keep for what is not in the stretch.
func (d *decoder) build(v *value) string {
	start, raw := d.built.Len(), d.body[v.start:v.end]
	if v.kind == kindString {
		writeText(&d.built, raw)
	} else {
		d.built.Write(raw)
	}
	return d.built.String()[start:]
}

// texts are what a source holds: all values of a header, or the text at a place
// of the body if that is of the least kind or a greater one.
func (d *decoder) texts(s *source, least kind) []string {
	if s.header != "" {
		return d.header[s.header]
	}
	if v := &d.values[s.place]; v.kind >= least {
		d.one[0] = d.keep(v)
		return d.one[:]
	}
	return nil
}

// first is the first text that is not empty.
func (d *decoder) first(sources []source, least kind) string {
	for i := range sources {
		for _, text := range d.texts(&sources[i], least) {
			if text != "" {
				return text
			}
		}
	}
	return ""
}

// identify finds which error it is. The first code that an error of the catalog
// has for this status decides, then the status alone, then the first code that
// the catalog knows at all.
func (d *decoder) identify(e *Error) {
	var usual Code
	var usualValue string
	for i := range codeSources {
		for _, value := range d.texts(&codeSources[i], kindNumber) {
			if value == "" || value == "about:blank" { // RFC 9457 §4.2.1: no code
				continue
			}
			c, agrees := byValue(e.Status, value)
			if agrees {
				e.Code, e.Value = c, value
				return
			}
			if e.Value == "" {
				e.Value = value
			}
			if usual == 0 && c != 0 {
				usual, usualValue = c, value
			}
		}
	}
	if e.Code = byStatus(e.Status); e.Code == 0 && usual != 0 {
		e.Code, e.Value = usual, usualValue
	}
}

// details are the first that are neither null nor "", as they stand in the body.
func (d *decoder) details() json.RawMessage {
	for i := range detailsSources {
		v := d.values[detailsSources[i].place]
		switch {
		case v.kind == 0, v.kind == kindNull, v.start == v.end:
			continue
		case v.kind >= kindPlain: // with the quotes
			v.start, v.end = v.start-1, v.end+1
		}
		return json.RawMessage(d.body[v.start:v.end:v.end])
	}
	return nil
}

// delay is how long the server asks to wait, by the first source with a delay
// that is valid.
func (d *decoder) delay() (delay time.Duration, ok bool) {
	for i := range retryAfterSources {
		s := &retryAfterSources[i]
		for _, text := range d.texts(s, kindNumber) {
			text = strings.Trim(text, " \t")
			if delay, ok = s.unit.parse(text, d.header); ok {
				return delay, true
			}
			if s.header != "" && s.unit == seconds {
				if delay, ok = untilDate(text, d.header); ok {
					return delay, true
				}
			}
		}
	}
	return 0, false
}
