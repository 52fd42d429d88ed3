package ident

// Names that would clash with what every generated Go package has.

import "slices"

// The identifiers that a Go package may have for each of its errors begin with
// these; the error's name follows. Those of a class begin with Class, those of an
// action with Action.
const (
	CodePrefix = "Err" // of the constant
	IsPrefix   = "Is"  // of the helper that asks whether an error is this one
	AsPrefix   = "As"  // of the helper that finds it
	NewPrefix  = "New" // of the constructor
)

// ErrorPrefixes lists them.
var ErrorPrefixes = []string{CodePrefix, IsPrefix, AsPrefix, NewPrefix}

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
