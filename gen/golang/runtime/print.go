// How an Error and an Attempt print. Whatever the way (Error, each verb of fmt,
// JSON, slog), a print form is made of the fields listed here and of nothing
// else, each a bounded, single line: what a header, a body or a query holds
// must not reach a log.

package runtime

import (
	"cmp"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Error is the error in one line of bounded length, such as
// "api: 429 Too Many Requests: Slow down (request_id: b9c0)". Where a client
// gave up, its reason stands at the end.
func (e *Error) Error() string {
	if e == nil {
		return "<nil>"
	}
	title, message, cause := e.title(), line(e.Message), causeText(e.cause)
	text := joinTexts(" ", statusText(cmp.Or(e.Status, e.Code.Status())), title)
	if !strings.EqualFold(message, title) {
		text = joinTexts(": ", text, message)
	}
	switch {
	case text != "" && strings.Contains(cause, prefix+text): // the cause is an error around this one
		return cause + e.notes()
	case cause != message:
		text = joinTexts(": ", text, cause)
	}
	return prefix + cmp.Or(text, "unknown error") + e.notes()
}

// title is the error in a few words, or "".
func (e *Error) title() string {
	title := e.Code.Title()
	//errgen:if http
	if title == "" {
		title = http.StatusText(e.Status)
	}
	//errgen:end
	return title
}

// notes is what to quote to support and why a client gave up, in parentheses.
func (e *Error) notes() string {
	requestID, attempts, stop := "", "", ""
	if e.RequestID != "" {
		requestID = "request_id: " + line(e.RequestID)
	}
	if len(e.Attempts) > 1 {
		attempts = "attempts: " + strconv.Itoa(len(e.Attempts))
	}
	if e.Stop != StopNone && e.Stop != StopNever {
		stop = "not retried: " + e.Stop.String()
	}
	return parenthesized(joinTexts("; ", requestID, attempts, stop))
}

// Format prints the text of Error as a string, whatever the verb and flags.
func (e Error) Format(s fmt.State, verb rune) {
	_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), e.Error()) // s keeps its own errors
}

// LogValue is a group of what is safe to log.
func (e *Error) LogValue() slog.Value {
	if e == nil {
		return slog.Value{}
	}
	return slog.GroupValue(e.fields()...)
}

// MarshalJSON is an object of what is safe to log. It is not the body that the
// API sends.
func (e Error) MarshalJSON() ([]byte, error) { return e.fields().MarshalJSON() }

// fields are what is safe to log.
func (e *Error) fields() fields {
	var f fields
	f.text("code", e.Code.Name())
	f.status(e.Status)
	f.text("class", e.Class().String())
	f.text("action", e.Action().String())
	f.text("message", line(e.Message))
	f.text("request_id", line(e.RequestID))
	f.text("domain", line(e.Domain))
	f.text("value", line(e.Value))
	if e.hint&hintDelay != 0 || e.RetryAfter != 0 {
		f.text("retry_after", e.RetryAfter.String())
	}
	f.text("method", line(e.Method))
	f.text("url", line(redact(e.URL)))
	f.text("cause", causeText(e.cause))
	if len(e.Attempts) > 0 {
		f = append(f, slog.Any("attempts", e.Attempts))
	}
	f.text("stop", e.Stop.String())
	return f
}

// String is the attempt in one line: "503 Service Unavailable (request_id: r1; waited 2s)".
func (a Attempt) String() string {
	requestID, delay := "", ""
	if a.RequestID != "" {
		requestID = "request_id: " + line(a.RequestID)
	}
	if a.Delay != 0 {
		delay = "waited " + a.Delay.Round(time.Millisecond).String()
	}
	text := joinTexts(": ", joinTexts(" ", statusText(a.Status), a.Code.Title()), causeText(a.Err))
	return cmp.Or(text, "no response") + parenthesized(joinTexts("; ", requestID, delay))
}

// Format prints the text of String, whatever the verb and flags.
func (a Attempt) Format(s fmt.State, verb rune) {
	_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), a.String()) // s keeps its own errors
}

// LogValue is a group of what is safe to log.
func (a Attempt) LogValue() slog.Value { return slog.GroupValue(a.fields()...) }

// MarshalJSON is an object of what is safe to log.
func (a Attempt) MarshalJSON() ([]byte, error) { return a.fields().MarshalJSON() }

func (a Attempt) fields() fields {
	var f fields
	f.status(a.Status)
	f.text("code", a.Code.Name())
	f.text("request_id", line(a.RequestID))
	if a.Delay != 0 {
		f.text("delay", a.Delay.Round(time.Microsecond).String())
	}
	f.text("error", causeText(a.Err))
	return f
}

// fields are named values in the order in which they print.
type fields []slog.Attr

// text adds a text, unless it is empty.
func (f *fields) text(key, value string) {
	if value != "" {
		*f = append(*f, slog.String(key, value))
	}
}

// status adds an HTTP status, unless there was no response.
func (f *fields) status(status int) {
	if status != 0 {
		*f = append(*f, slog.Int("status", status))
	}
}

// MarshalJSON is an object, its members in order.
func (f fields) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, field := range f {
		value, err := json.Marshal(field.Value.Any())
		if err != nil {
			return nil, err
		}
		if i > 0 {
			b = append(b, ',')
		}
		b = append(strconv.AppendQuote(b, field.Key), ':')
		b = append(b, value...)
	}
	return append(b, '}'), nil
}

// statusText is an HTTP status in digits, "" for 0.
func statusText(status int) string {
	if status == 0 {
		return ""
	}
	return strconv.Itoa(status)
}

// joinTexts joins those of the texts that are not empty.
func joinTexts(sep string, texts ...string) string {
	joined := ""
	for _, text := range texts {
		if joined != "" && text != "" {
			joined += sep
		}
		joined += text
	}
	return joined
}

// parenthesized sets a text that is not empty off in parentheses.
func parenthesized(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}
