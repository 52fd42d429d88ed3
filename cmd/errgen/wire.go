package main

// A response as text: what `curl -i` prints, or what a capture of the connection
// holds. Generated packages are given it by net/http, which has read it already.

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/lazy"
	"github.com/errgen/errgen/gen/match"
)

// mostBody is how much generated packages read of an error's body.
const mostBody = 1 << 20

const fieldName = "([!#$%&'*+.^_`|~0-9A-Za-z-]+)" // a token (RFC 9110 §5.6.2)

var (
	byteOrderMark = []byte("\uFEFF")
	statusLine    = lazy.Regexp(`^HTTP/[0-9.]+ ([1-5][0-9][0-9])\b`)
	fieldLine     = lazy.Regexp("^" + fieldName + `[ \t]*:(.*)$`)
	fieldLike     = lazy.Regexp("^" + fieldName + `[ \t]+(.+)$`)
)

// parseResponse tells status and headers from the body; a text without them is a
// body. Of several responses in a row, as after a redirect, the last counts.
func parseResponse(text []byte) (match.Response, error) {
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		return match.Response{}, errors.New("standard input is in UTF-16; write the response in UTF-8")
	}
	response := match.Response{Header: textproto.MIMEHeader{}, Body: text}
	rest := &lines{text: bytes.TrimPrefix(text, byteOrderMark)}
	for rest.skipEmpty(); bytes.HasPrefix(rest.text, []byte("HTTP/")); {
		line := rest.next()
		status := statusLine().FindStringSubmatch(line)
		if status == nil && response.Status != 0 {
			break // it is a body, which follows its headers
		}
		if status == nil {
			return match.Response{}, rest.wrong(line, `is no status line; write one such as "HTTP/1.1 404 Not Found"`)
		}
		header, err := rest.header()
		if err != nil {
			return match.Response{}, err
		}
		response.Status, _ = strconv.Atoi(status[1]) // it is three digits
		response.Header, response.Body = header, rest.text
	}
	response.Body = decoded(response)
	return response, nil
}

// lines are read one by one.
type lines struct {
	text []byte // what is left
	read int    // how many were before that
}

func (l *lines) next() string {
	line, rest, _ := bytes.Cut(l.text, []byte("\n"))
	l.text, l.read = rest, l.read+1
	return strings.TrimSuffix(string(line), "\r")
}

func (l *lines) skipEmpty() {
	for bytes.HasPrefix(l.text, []byte("\n")) || bytes.HasPrefix(l.text, []byte("\r\n")) {
		l.next()
	}
}

// header reads lines up to an empty one, or the end. One that begins with a blank
// goes on with the one before (RFC 9112 §5.2).
func (l *lines) header() (textproto.MIMEHeader, error) {
	header := textproto.MIMEHeader{}
	for len(l.text) > 0 {
		line := l.next()
		if line == "" {
			break
		}
		field := fieldLine().FindStringSubmatch(line)
		if field == nil {
			return nil, l.wrong(line, "is no header; "+instead(line))
		}
		value := []string{strings.TrimSpace(field[2])}
		for len(l.text) > 0 && (l.text[0] == ' ' || l.text[0] == '\t') {
			value = append(value, strings.TrimSpace(l.next()))
		}
		header.Add(field[1], strings.Join(value, " "))
	}
	return header, nil
}

// instead says what to do about a line that is no header.
func instead(line string) string {
	const body = "an empty line before the body"
	if strings.HasPrefix(line, ":") {
		return "leave it out: it is one of HTTP/2's own (RFC 9113 §8.3)"
	}
	if field := fieldLike().FindStringSubmatch(line); field != nil {
		return fmt.Sprintf("write %q, or %s", excerpt(field[1]+": "+field[2]), body)
	}
	return "write " + body
}

// wrong says what is wrong with the line that was read last.
func (l *lines) wrong(line, what string) error {
	return fmt.Errorf("standard input, line %d: %q %s", l.read, excerpt(line), what)
}

// excerpt is the beginning of a text that may be long.
func excerpt(text string) string {
	const most = 60
	if runes := []rune(text[:min(len(text), 4*most)]); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// decoded is the body without the chunks and the compression that it may have on
// the wire, where it has them still; of one that breaks off, what there is.
func decoded(r match.Response) []byte {
	body := r.Body
	if last(r.Header.Values("Transfer-Encoding")) == "chunked" {
		whole, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body)))
		if err == nil || errors.Is(err, io.ErrUnexpectedEOF) && len(whole) > 0 {
			body = whole
		}
	}
	if strings.EqualFold(r.Header.Get("Content-Encoding"), "gzip") {
		if zipped, err := gzip.NewReader(bytes.NewReader(body)); err == nil {
			body, _ = io.ReadAll(io.LimitReader(zipped, mostBody+1))
		}
	}
	return body
}

// last is the last of the codings that headers list.
func last(values []string) string {
	codings := strings.Split(strings.ToLower(strings.Join(values, ",")), ",")
	return strings.TrimSpace(codings[len(codings)-1])
}

// unreadable says why the body tells nothing; "" if it may.
func unreadable(r match.Response) string {
	switch coding := r.Header.Get("Content-Encoding"); {
	case len(bytes.TrimSpace(r.Body)) == 0:
		return ""
	case len(r.Body) > mostBody:
		return "the body is longer than the 1 MiB that generated packages read"
	case json.Valid(bytes.TrimPrefix(r.Body, byteOrderMark)):
		return ""
	case coding != "" && !strings.EqualFold(coding, "identity") && !strings.EqualFold(coding, "gzip"):
		return fmt.Sprintf("the body is no JSON but compressed (%s), which curl --compressed undoes", excerpt(coding))
	case r.Status == 0 && bytes.HasPrefix(r.Body, []byte("< HTTP/")):
		return `the body is no JSON; write what curl -i prints, without the "< " of curl -v`
	case r.Status == 0 && fieldLine().Match(firstLine(r.Body)):
		return `the body is no JSON; headers come after a status line such as "HTTP/1.1 404 Not Found"`
	}
	return "the body is no JSON"
}

func firstLine(text []byte) []byte {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r"))
}
