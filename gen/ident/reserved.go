package ident

// Names that would clash with what every generated Go package has.

import "slices"

// ErrorPrefixes are what the identifiers begin with that a Go package has for
// each of its errors; the error's name follows. Those of a class begin with
// Class, those of an action with Action.
var ErrorPrefixes = []string{"Err", "Is", "As", "New"}

// Reserved are the identifiers that every Go package of errors has and that
// could follow from a name as well.
var Reserved = []string{"ActionOf", "AsError", "ClassOf", "IsRetryable"}

// ReservedFor finds the reserved identifier that follows from a name behind one
// of the prefixes.
func ReservedFor(name string, prefixes ...string) (identifier string, ok bool) {
	for _, prefix := range prefixes {
		if slices.Contains(Reserved, prefix+name) {
			return prefix + name, true
		}
	}
	return "", false
}
