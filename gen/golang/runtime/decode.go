// From a response to an Error: where the catalog says that a code, a message, a
// request id, details and a delay are, and which of its errors that makes.

package runtime

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"
)

// A locator is where a response may hold a value: in a header, else at a place
// of the body.
type locator struct {
	header string // in canonical form
	place  int
	unit   unit // of a delay
	//errgen:if wildcards

	wild     uint64  // which of the pointers with a * it is, as a bit; else 0
	messages []uint8 // of a code: how deep the elements are that it shares with the locators of messages
	//errgen:end
	//errgen:if domains wildcards

	domains []uint8 // of a code: the same for domains
	//errgen:end
	//errgen:if where

	where []bodyTest // what the element that its first * stands for has to be like
	depth int        // of that element
	//errgen:end
	//errgen:if keys

	key int // how deep the member is whose name is the value; else 0
	//errgen:end
	//errgen:if cleanup

	prefix, before, after string // what is cut off a text
	//errgen:end
	//errgen:if domains

	domain string // of the codes that stand there
	//errgen:end
}

// locators are where a response says what, each list in the order in which it
// is tried.
type locators struct {
	code, message, requestID, details, retryAfter []locator
	//errgen:if domains

	domain []locator
	//errgen:end
	//errgen:if should_retry

	shouldRetry []locator
	//errgen:end
}

// A candidate is a wire code that a response has, and the error that it is.
type candidate struct {
	code  Code
	value string
	//errgen:if domains

	domain string
	//errgen:end
	//errgen:if wildcards

	locator *locator // where it stands; nil where nothing stands beside it
	origin  int      // index in found
	//errgen:end
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
	//errgen:if shapes
	located := d.located(status)
	//errgen:end
	d.keepTexts()
	c := d.identify(status, located)
	e.Code, e.Value = c.code, c.value
	//errgen:if domains
	e.Domain = c.domain
	//errgen:end
	e.Message = d.first(located.message, kindPlain)
	//errgen:if wildcards
	if c.locator != nil && len(c.locator.messages) > 0 {
		e.Message = d.beside(located.message, kindPlain, c.locator.messages, c.origin)
	}
	//errgen:end
	if e.Message == "" {
		e.Message = e.title()
	}
	e.RequestID = d.first(located.requestID, kindNumber)
	e.Details = d.details(located.details)
	delay, ok := d.delay(located.retryAfter)
	//errgen:if pattern_delays
	if own, given := d.patternDelay(&c); given {
		delay, ok = own, true
	}
	//errgen:end
	if ok {
		e.RetryAfter = delay
		e.hint |= hintDelay
	}
	//errgen:if should_retry
	e.hint |= d.told(located.shouldRetry)
	//errgen:end
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
	//errgen:if wildcards

	many    []string                 // what texts returns for a locator with a *
	origins []int                    // where those stand, as indexes in found
	firsts  map[*locator]elementText // see firstIn
	//errgen:end
	//errgen:if where

	tested map[*locator]testedElement // see elementPasses
	//errgen:end
	//errgen:if domains

	whole wholeDomain
	//errgen:end
	//errgen:if conditions

	verdicts [len(conditions)]verdict // see when
	//errgen:end
}

// keepTexts makes the one text of all.
func (d *decoder) keepTexts() {
	size, start, end, plain := 0, len(d.body), 0, true
	for i := range d.values {
		if v := &d.values[i]; v.kind >= kindFlag {
			size += v.end - v.start
			start, end = min(start, v.start), max(end, v.end)
			plain = plain && v.kind != kindString
		}
	}
	//errgen:if wildcards
	for i := range d.found {
		if f := &d.found[i]; f.kind >= kindFlag {
			size += int(f.end - f.start)
			start, end = min(start, int(f.start)), max(end, int(f.end))
			plain = plain && f.kind != kindString
		}
	}
	//errgen:end
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

// texts are what a locator finds: all values of a header, or the text at a place
// of the body if that is of the least kind or a greater one.
func (d *decoder) texts(l *locator, least kind) []string {
	if l.header != "" {
		return d.header[l.header]
	}
	//errgen:if wildcards
	if l.wild != 0 {
		return d.wildTexts(l, least)
	}
	//errgen:end
	if v := &d.values[l.place]; v.kind >= least {
		d.one[0] = d.keep(v)
		return d.one[:]
	}
	return nil
}

// first is the first text of a list of locators that is not empty.
func (d *decoder) first(list []locator, least kind) string {
	for i := range list {
		if text := d.firstOf(&list[i], least); text != "" {
			return text
		}
	}
	return ""
}

// firstOf is the first text of a locator that is not empty.
func (d *decoder) firstOf(l *locator, least kind) string {
	for _, text := range d.texts(l, least) {
		//errgen:if cleanup
		text = l.clean(text)
		//errgen:end
		if text != "" {
			return text
		}
	}
	return ""
}

// identify finds which error it is, and by which of its codes. The first code
// that an error of the catalog has for this status decides, then the status
// alone, then the first code that the catalog knows at all.
func (d *decoder) identify(status int, located *locators) candidate {
	var first, usual candidate
	q := query{status: status}
	//errgen:if conditions
	q.when = d.when
	//errgen:end
	for i := range located.code {
		l := &located.code[i]
		values := d.texts(l, kindNumber)
		for n := range values {
			value := values[n]
			//errgen:if cleanup
			value = l.clean(value)
			//errgen:end
			if value == "" || value == "about:blank" { // RFC 9457 §4.2.1: no code
				continue
			}
			c := candidate{value: value}
			//errgen:if wildcards
			if l.wild != 0 {
				c.locator, c.origin = l, d.origins[n]
			}
			//errgen:end
			//errgen:if domains
			c.domain = d.domain(located.domain, l, &c)
			q.domain = c.domain
			//errgen:end
			var agrees bool
			if c.code, agrees = byValue(q, value); agrees {
				return c
			}
			if first.value == "" {
				first = c
			}
			if usual.code == 0 {
				usual = c
			}
		}
	}
	code := byStatus(q)
	if code == 0 && usual.code != 0 {
		return usual
	}
	first.code = code
	return first
}

// details are the first that are neither null nor "", as they stand in the body.
func (d *decoder) details(list []locator) json.RawMessage {
	for i := range list {
		l := &list[i]
		if l.header != "" {
			continue
		}
		v := d.values[l.place]
		//errgen:if wildcards
		if l.wild != 0 {
			v = d.firstFound(l)
		}
		//errgen:end
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

// delay is how long the server asks to wait, by the first locator with a delay
// that is valid.
func (d *decoder) delay(list []locator) (delay time.Duration, ok bool) {
	sent := clock{header: d.header}
	for i := range list {
		l := &list[i]
		for _, text := range d.texts(l, kindNumber) {
			//errgen:if cleanup
			text = l.clean(text)
			//errgen:end
			text = strings.Trim(text, " \t")
			if delay, ok = l.unit.parse(text, &sent); ok {
				return delay, true
			}
			if l.header != "" && l.unit == seconds {
				if delay, ok = untilDate(text, &sent); ok {
					return delay, true
				}
			}
		}
	}
	return 0, false
}
