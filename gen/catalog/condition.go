package catalog

import (
	"slices"
	"strings"
)

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

// String says in words when the condition holds: "the status is 2XX and /ok is
// false".
func (c *Condition) String() string {
	var parts []string
	if len(c.Statuses) > 0 {
		statuses := make([]string, len(c.Statuses))
		for i, s := range c.Statuses {
			statuses[i] = s.String()
		}
		parts = append(parts, "the status is "+oneOf(statuses))
	}
	for _, h := range c.Headers {
		parts = append(parts, "the header "+h.Name+" "+h.String())
	}
	for _, b := range c.Body {
		parts = append(parts, b.String())
	}
	return strings.Join(parts, " and ")
}

// String says in words when the test holds: "/ok is false".
func (b BodyTest) String() string { return b.Pointer.String() + " " + b.Test.String() }

// String says in words what the test asks of a value: "is not 0".
func (t Test) String() string {
	switch {
	case len(t.Any) > 0:
		return "is " + oneOf(shownTexts(t.Any))
	case len(t.Not) > 0:
		return "is not " + oneOf(shownTexts(t.Not))
	case t.Pattern != "":
		return "matches " + t.Pattern
	case t.Exists == Absent:
		return "is absent"
	}
	return "is present"
}

// shownTexts are texts as a sentence can hold them: in quotes where they would
// not show, or would read as a part of it.
func shownTexts(texts []string) []string {
	shown := make([]string, len(texts))
	for i, t := range texts {
		if shown[i] = t; t == "" || strings.ContainsAny(t, " \t\r\n,") {
			shown[i] = string(appendQuoted(nil, t))
		}
	}
	return shown
}

// oneOf is an enumeration: "a, b or c".
func oneOf(texts []string) string {
	last := len(texts) - 1
	if last == 0 {
		return texts[0]
	}
	return strings.Join(texts[:last], ", ") + " or " + texts[last]
}
