// The server's side: an error becomes the response that Decode reads.

package runtime

import (
	"cmp"
	"encoding/json"
	"net/http"
	"strconv"
)

// WriteError answers a request with an error: the catalog's body, headers and
// status. It writes the first error of the API in err's tree, or the catalog's
// for status 500 where there is none, so that the text of another error, as
// that of a cause, never leaves the server. An error without a status is
// written with its code's, else as 500.
//
// Call it before anything of the body has been written, and return. Headers
// that belong to an aborted success, such as Content-Length, are removed; others
// that are set are sent. A HEAD request gets no body.
func WriteError(w http.ResponseWriter, r *http.Request, err error) {
	e := writable(err)
	body := jsonWriter{}
	writeBody(&body, e)

	h := w.Header()
	for _, name := range [...]string{
		"Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Length", "Content-Range", "Etag", "Last-Modified",
	} {
		h.Del(name)
	}
	writeHeader(h, e)
	if !bodyAllowed(e.Status) {
		w.WriteHeader(e.Status)
		return
	}
	h.Set("Content-Type", mediaType)
	h.Set("Content-Length", strconv.Itoa(len(body.text)))
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(e.Status)
	if r == nil || r.Method != http.MethodHead {
		_, _ = w.Write(body.text) // the client may be gone: there is nobody to tell
	}
}

// writable is a copy of the error to write, with a status that can be written.
func writable(err error) *Error {
	e := Error{Code: byStatus(query{status: http.StatusInternalServerError})}
	if found, ok := AsError(err); ok {
		e = *found
	}
	e.Status = cmp.Or(e.Status, e.Code.Status())
	if e.Status < 200 || e.Status > 999 {
		e.Status = http.StatusInternalServerError
	}
	return &e
}

// bodyAllowed reports whether responses of a status have a body (RFC 9110 §6.4.1).
func bodyAllowed(status int) bool {
	return status != http.StatusNoContent && status != http.StatusNotModified
}

// message is what to say: never nothing.
func (e *Error) message() string { return cmp.Or(e.Message, e.title()) }

// wireCode is the code to send; "" where the status alone identifies the error.
func (e *Error) wireCode() string {
	if e.Value != "" {
		return e.Value
	}
	q := query{status: e.Code.Status()}
	//errgen:if domains
	q.domain = e.Code.Domain()
	//errgen:end
	//errgen:if conditions
	q.when = func(Code) bool { return true }
	//errgen:end
	value := e.Code.Value()
	if _, agrees := byValue(q, value); !agrees {
		return ""
	}
	return value
}

// setHeader sets a header, unless its value is empty.
func setHeader(h http.Header, name, value string) {
	if value != "" {
		h.Set(name, line(value))
	}
}

// A jsonWriter writes JSON, without the members and elements that have no value.
type jsonWriter struct {
	text  []byte
	outer []nesting
}

// A nesting is an object or array that has been begun.
type nesting struct {
	start int  // with its name
	end   byte // what ends it
	says  bool // whether it has anything to say
}

// begin begins an object: a member of that name, an element, or the body itself.
func (w *jsonWriter) begin(name string) { w.nest(name, '{', '}') }

// end ends an object or array, and takes it back if it has nothing to say, but
// for the body itself.
func (w *jsonWriter) end() {
	last := len(w.outer) - 1
	inner := w.outer[last]
	w.outer = w.outer[:last]
	if last > 0 && !inner.says {
		w.text = w.text[:inner.start]
		return
	}
	w.text = append(w.text, inner.end)
	w.say()
}

func (w *jsonWriter) nest(name string, start, end byte) {
	n := nesting{start: len(w.text), end: end}
	w.name(name)
	w.text = append(w.text, start)
	w.outer = append(w.outer, n)
}

// name begins a member, or an element, which has no name.
func (w *jsonWriter) name(name string) {
	if len(w.outer) == 0 {
		return
	}
	if c := w.text[len(w.text)-1]; c != '{' && c != '[' {
		w.text = append(w.text, ',')
	}
	if w.outer[len(w.outer)-1].end == '}' {
		w.text = append(appendString(w.text, name), ':')
	}
}

// say notes that what has been begun has something to say.
func (w *jsonWriter) say() {
	if last := len(w.outer) - 1; last >= 0 {
		w.outer[last].says = true
	}
}

// string writes a text, if there is one.
func (w *jsonWriter) string(name, value string) {
	if value != "" {
		w.name(name)
		w.text = appendString(w.text, value)
		w.say()
	}
}

// number writes a text as a number; as a string if it is none.
func (w *jsonWriter) number(name, value string) {
	if value == "" || document(value).number(0) != len(value) {
		w.string(name, value)
		return
	}
	w.constant(name, value)
}

// json writes a text that should be JSON, if it is.
func (w *jsonWriter) json(name string, value json.RawMessage) {
	if json.Valid(value) {
		w.constant(name, string(value))
	}
}

// constant writes a text that is JSON.
func (w *jsonWriter) constant(name, value string) {
	w.name(name)
	w.text = append(w.text, value...)
	w.say()
}

//errgen:if asked_alone

// asked writes the first of some texts, if there is one, as the JSON that it is. No
// test is passed by null.
func (w *jsonWriter) asked(name string, texts []string) {
	if len(texts) == 0 {
		return
	}
	value := texts[0]
	if value == "" || value != "true" && value != "false" && document(value).number(0) != len(value) {
		value = string(appendString(nil, value))
	}
	w.constant(name, value)
}

//errgen:end
//errgen:if arrays

// list begins an array.
func (w *jsonWriter) list(name string) { w.nest(name, '[', ']') }

//errgen:end
//errgen:if marks

// mark writes a text that is JSON, and says nothing by it.
func (w *jsonWriter) mark(name, value string) {
	w.name(name)
	w.text = append(w.text, value...)
}

//errgen:end
//errgen:if prefixes

// prefixed is a value as it is on the wire.
func prefixed(prefix, value string) string {
	if value == "" {
		return ""
	}
	return prefix + value
}

//errgen:end
//errgen:if wire_domain

// wireDomain is the domain of the code to send.
func (e *Error) wireDomain() string { return cmp.Or(e.Domain, e.Code.Domain()) }

//errgen:end
