// Errors that more than their status and code tell apart.

package runtime

import (
	"net/http"
	"sort"
)

// An errorCondition is what a response of an error has to be like beside its
// status and code.
type errorCondition struct {
	code Code
	condition
}

// A verdict is whether a condition holds.
type verdict uint8

const (
	untested verdict = iota
	holds
	fails
)

// when reports whether the condition of an error holds. However often it is
// asked, as for each of many codes, it finds that out once.
func (d *decoder) when(c Code) bool {
	i, ok := conditionOf(c)
	if !ok {
		return false
	}
	v := &d.verdicts[i]
	if *v == untested {
		*v = fails
		if when := &conditions[i]; when.holdsBefore(0, d.header) && d.holds(when.body) {
			*v = holds
		}
	}
	return *v == holds
}

// conditionOf is the index of an error's condition, if it has one.
func conditionOf(c Code) (i int, ok bool) {
	i = sort.Search(len(conditions), func(i int) bool { return conditions[i].code >= c })
	return i, i < len(conditions) && conditions[i].code == c
}

//errgen:if condition_headers

// setAsked sets the headers that the condition of an error asks for, as far as it
// says what they are to be.
func setAsked(h http.Header, c Code) {
	i, ok := conditionOf(c)
	if !ok {
		return
	}
	for _, test := range conditions[i].headers {
		if len(test.any) > 0 {
			setHeader(h, test.name, test.any[0])
		}
	}
}

//errgen:end
