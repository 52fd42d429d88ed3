package catalog

// HTTP statuses, one by one and by their hundreds.

import "strconv"

// The statuses that HTTP knows (RFC 9110 §15).
const (
	MinStatus = 100
	MaxStatus = 599
)

// MinError is the lowest status of an error; below, Response.ErrorWhen decides.
const MinError = 300

// A StatusRange is a run of HTTP statuses, both ends included: one status, one
// of the ranges 1XX to 5XX, or all.
type StatusRange struct {
	Lo, Hi int
}

// One is the range of a single status.
func One(status int) StatusRange { return StatusRange{status, status} }

// Hundred is the range of a status class: Hundred(5) is 5XX.
func Hundred(n int) StatusRange { return StatusRange{n * 100, n*100 + 99} }

// AllStatuses is the range of the key `default`.
func AllStatuses() StatusRange { return StatusRange{MinStatus, MaxStatus} }

// Exact reports whether the range is a single status.
func (r StatusRange) Exact() bool { return r.Lo == r.Hi }

// Contains reports whether status is in the range.
func (r StatusRange) Contains(status int) bool { return r.Lo <= status && status <= r.Hi }

// Overlaps reports whether a status is in both ranges.
func (r StatusRange) Overlaps(o StatusRange) bool { return r.Lo <= o.Hi && o.Lo <= r.Hi }

// ParseStatus reads a status or a range as a spec writes it: "429", or "5XX".
func ParseStatus(text string) (r StatusRange, ok bool) {
	if len(text) != 3 || text[0] < '1' || '5' < text[0] {
		return r, false
	}
	if text[1:] == "XX" {
		return Hundred(int(text[0] - '0')), true
	}
	status, err := strconv.ParseUint(text, 10, 16)
	if err != nil {
		return r, false
	}
	return One(int(status)), true
}

func (r StatusRange) width() int { return r.Hi - r.Lo }

// String is the range as a spec writes it: "429", "5XX" or "default".
func (r StatusRange) String() string {
	switch {
	case r.Exact():
		return strconv.Itoa(r.Lo)
	case r == AllStatuses():
		return "default"
	}
	return strconv.Itoa(r.Lo/100) + "XX"
}
