package catalog

// Conditions on a response, as data: gen/match says whether one holds, gen/reference
// puts it into words.

import "slices"

// A Condition is what a response has to be like. All its parts hold.
type Condition struct {
	Statuses []StatusRange // one of them, if there are any
	Headers  []HeaderTest
	Body     []BodyTest
}

// A HeaderTest is about the values of a header. Names ignore case.
type HeaderTest struct {
	Name string
	Test
}

// A BodyTest is about the values at a pointer into the JSON body, or into one
// of its elements.
type BodyTest struct {
	Pointer Pointer
	Test
}

// A Test is about the text of a value: exactly one of the fields is set. Of
// several values one that passes is enough. Not and Pattern need a value; null
// is none.
type Test struct {
	Any     []string // the value is one of these
	Not     []string // the value is none of these
	Pattern string   // a Go regexp, which matches the whole value
	Exists  Presence
}

// Whole is a pattern that matches what a pattern does as a whole.
func Whole(pattern string) string { return `\A(?:` + pattern + `)\z` }

// Equal reports whether two tests ask for the same.
func (t Test) Equal(o Test) bool {
	return slices.Equal(t.Any, o.Any) && slices.Equal(t.Not, o.Not) && t.Pattern == o.Pattern && t.Exists == o.Exists
}

// SameTests reports whether two lists have the same tests, in the same order.
func SameTests(a, b []BodyTest) bool {
	return slices.EqualFunc(a, b, func(a, b BodyTest) bool { return slices.Equal(a.Pointer, b.Pointer) && a.Equal(b.Test) })
}

// A Presence says whether there is a value.
type Presence uint8

// The presences.
const (
	Untested Presence = iota
	Present
	Absent
)
