// What an error of the API is: the fields, how it is made, and how errors.Is,
// a caller and a client see it. How it prints is in print.go.

package runtime

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// An Error is an error of the API as a caller meets it: what the catalog knows
// of it, and what came with this response.
//
// Its print forms (Error, Format, MarshalJSON, LogValue) show only what is safe
// to log: never Header, Body, Details or the query of a URL. All methods may be
// called on a nil *Error.
type Error struct {
	Code      Code // 0 where the catalog does not know the error
	Stop      Stop // why the client did not go on
	Truncated bool // whether the response's body was longer than Body
	hint      hint // the server's own word, from its response; together the four take one word

	Status     int             // HTTP's; 0 where there was no response
	Message    string          // what the server said, as received
	RequestID  string          // to quote to support
	Value      string          // the wire code as received, known to the catalog or not
	Domain     string          // of Value, where the API has domains
	RetryAfter time.Duration   // how long the server asked to wait; 0 where it did not
	Details    json.RawMessage // what the catalog calls details, as received
	Body       []byte          // the response's body, up to 1 MiB
	//errgen:if http

	// Header is the response's, without Set-Cookie.
	Header http.Header
	//errgen:end

	Method   string    // of the request
	URL      string    // of the request, without user info, query and fragment
	Attempts []Attempt // what the client tried, the last included

	cause error
}

// New makes an error with the status that its code usually comes with. An empty
// message shows as the code's title.
func New(c Code, message string) *Error {
	return &Error{Code: c, Status: c.Status(), Message: message}
}

// Newf is New with a message formatted as by [fmt.Sprintf].
func Newf(c Code, format string, a ...any) *Error {
	return New(c, fmt.Sprintf(format, a...))
}

// Wrap is New with a cause, which errors.Is and errors.As find. The cause is
// for the server's own log: its text is never part of a response.
func Wrap(err error, c Code, message string) *Error {
	e := New(c, message)
	e.cause = err
	return e
}

// Is reports whether target is the error's Code, for errors.Is.
func (e *Error) Is(target error) bool {
	c, ok := target.(Code)
	return ok && c != 0 && e != nil && e.Code == c
}

// Unwrap is the cause, or nil.
func (e *Error) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.cause
}

// Class is the kind of error. Where the catalog does not know the error, its
// status decides.
func (e *Error) Class() Class {
	if e == nil {
		return 0
	}
	if e.Code != 0 {
		return e.Code.Class()
	}
	class, _ := defaultFor(e.Status)
	return class
}

// Action is what the caller does about the error. Where the catalog does not
// know the error, its status decides.
func (e *Error) Action() Action {
	if e == nil {
		return 0
	}
	if e.Code != 0 {
		return e.Code.Action()
	}
	_, action := defaultFor(e.Status)
	return action
}

// Retryable reports whether the same request may succeed later, unchanged, by
// the error's action and the server's own word. It is false for an error that
// stopped because its context ended.
func (e *Error) Retryable() bool { return retryable(e, 0) }

// mode is how a client acts on the error: as its action says, unless the server
// said otherwise.
func (e *Error) mode() Mode { return e.Action().Mode().told(e.hint) }

// A hint is what the server said about retrying, beside the catalog.
type hint uint8

const (
	hintDelay   hint = 1 << iota // a delay was given, be it 0
	hintRetry                    // retry, though the action says never
	hintNoRetry                  // do not, whatever the action says
)

// A Mode is how a client acts on an error. The set is closed.
type Mode uint8

// The modes, from the most final to the least.
const (
	RetryNever   Mode = iota // not at all
	RetryRefresh             // renew the credentials, then retry once
	RetryResolve             // re-read the state, adjust, then retry
	RetryWait                // retry after the server's delay, else as RetryBackoff
	RetryBackoff             // retry with exponential backoff
)

var modeNames = [...]string{
	RetryNever:   "never",
	RetryRefresh: "refresh",
	RetryResolve: "resolve",
	RetryWait:    "wait",
	RetryBackoff: "backoff",
}

// String is the mode's name in a catalog: "backoff".
func (m Mode) String() string {
	if int(m) >= len(modeNames) {
		return "unknown"
	}
	return modeNames[m]
}

func (m Mode) retryable() bool { return m == RetryWait || m == RetryBackoff }

// told is the mode after the server's own word.
func (m Mode) told(h hint) Mode {
	switch {
	case h&hintNoRetry != 0:
		return RetryNever
	case h&hintRetry != 0 && m == RetryNever:
		return RetryWait
	}
	return m
}

// A Stop says why a client did not try again.
type Stop uint8

// The reasons to stop.
const (
	StopNone     Stop = iota // it was not asked to, or it did
	StopNever                // the action says never
	StopAttempts             // the policy's attempts are used up
	StopBudget               // the retry budget is used up
	StopDeadline             // the delay would pass the context's deadline
	StopDelay                // the delay is over the policy's MaxRetryAfter
	StopCanceled             // the context ended
	StopRewind               // the request's body can't be sent again
	StopMethod               // the method is not idempotent
	StopNoHook               // the action needs a Resolve hook, and there is none
	StopHook                 // the Resolve hook failed
	StopRefresh              // the credentials could not be renewed, or were not enough
)

var stopTexts = [...]string{
	StopNone:     "",
	StopNever:    "the error's action is not to retry",
	StopAttempts: "attempts used up",
	StopBudget:   "client-side retry budget used up",
	StopDeadline: "delay would pass the context's deadline",
	StopDelay:    "delay is over the longest allowed",
	StopCanceled: "context ended",
	StopRewind:   "body cannot be rewound",
	StopMethod:   "method is not idempotent",
	StopNoHook:   "no Resolve hook",
	StopHook:     "Resolve hook failed",
	StopRefresh:  "credentials could not be renewed",
}

// String is the reason in words: "body cannot be rewound". It is "" for StopNone.
func (s Stop) String() string {
	if int(s) >= len(stopTexts) {
		return "unknown"
	}
	return stopTexts[s]
}

// An Attempt is one try of a call. Its print forms are as safe to log as those
// of an Error.
type Attempt struct {
	Status    int           // 0 where there was no response
	Code      Code          // 0 where it succeeded, or the catalog does not know the error
	RequestID string        // of the response
	Delay     time.Duration // how long the client waited after it
	Err       error         // why there was no response, else nil
}
