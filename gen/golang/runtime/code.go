// What every Code can do whatever the catalog: be an error, a text, a list, and
// be found by status and wire code.

package runtime

import (
	"fmt"
	"slices"
	"strconv"
)

// Error is the API, the status and the title in one line, such as
// "api: 429 Too Many Requests".
func (c Code) Error() string { return prefix + c.headline() }

// headline is the status and the title, as far as the catalog has them.
func (c Code) headline() string {
	switch {
	case c == 0 || c > lastCode:
		return "unknown error"
	case c.Status() == 0:
		return c.Title()
	}
	return strconv.Itoa(c.Status()) + " " + c.Title()
}

// Retryable reports whether the same request may succeed later, unchanged.
func (c Code) Retryable() bool { return c.mode().retryable() }

// MarshalText is the Code's Name; "" for 0.
func (c Code) MarshalText() ([]byte, error) {
	if c > lastCode {
		return nil, fmt.Errorf("%sno error has the code %d", prefix, uint64(c))
	}
	return []byte(c.Name()), nil
}

// UnmarshalText takes a Code's Name; "" gives 0. A name that the catalog does
// not have is an error, and leaves the Code as it was.
func (c *Code) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = 0
		return nil
	}
	for _, known := range Codes() {
		if known.Name() == string(text) {
			*c = known
			return nil
		}
		//errgen:if aliases
		if slices.Contains(known.aliases(), string(text)) {
			*c = known
			return nil
		}
		//errgen:end
	}
	return fmt.Errorf("%sno error is named %q", prefix, text)
}

// Codes lists all errors in the catalog's order, in a fresh slice.
func Codes() []Code {
	codes := make([]Code, lastCode)
	for i := range codes {
		codes[i] = Code(i + 1)
	}
	return codes
}

// CodeFor finds the error for an HTTP status and a wire code, either of which
// may be missing (0 and ""). It is 0 if there is none. An error that lists both
// comes first, then one that the status alone identifies, then one that
// usually has another status.
func CodeFor(status int, value string) Code {
	return query{status: status}.find(value)
}

//errgen:if domains

// CodeIn is CodeFor where the domain of the wire code is known.
func CodeIn(domain string, status int, value string) Code {
	return query{status: status, domain: domain}.find(value)
}

//errgen:end

// A query is what a look-up goes by beside the wire code.
type query struct {
	status int
	//errgen:if domains

	domain string
	//errgen:end
	//errgen:if conditions

	when func(Code) bool // whether the condition of an error holds; nil where none does
	//errgen:end
}

//errgen:if conditions

// holds reports whether the condition of an error holds.
func (q query) holds(c Code) bool { return q.when != nil && q.when(c) }

//errgen:end
//errgen:if status_conditions

// firstOf is the first of some errors whose condition holds; 0 if none does.
func (q query) firstOf(codes ...Code) Code {
	for _, c := range codes {
		if q.holds(c) {
			return c
		}
	}
	return 0
}

//errgen:end

// find finds the error for a wire code.
func (q query) find(value string) Code {
	usual, agrees := byValue(q, value)
	if agrees {
		return usual
	}
	if c := byStatus(q); c != 0 {
		return c
	}
	return usual
}
