package golang

// The flag that says which helpers to make.

import (
	"fmt"

	"github.com/errgen/errgen/gen/ident"
)

// Helpers says which of the helpers that there may be one of for each error
// are made: IsX and AsX. The zero Helpers is all. *Helpers is a flag's value.
type Helpers uint8

// What may be made.
const (
	AllHelpers Helpers = iota
	NoHelpers          // errors.Is and AsError do without
)

var helpersNames = [...]string{AllHelpers: "all", NoHelpers: "none"}

// String is the value as Set reads it.
func (h Helpers) String() string { return helpersNames[h] }

// Set reads a value, for a flag.
func (h *Helpers) Set(s string) error {
	for i, name := range helpersNames {
		if s == name {
			*h = Helpers(i)
			return nil
		}
	}
	return fmt.Errorf("%q does not say which helpers to make; write %s", s, ident.Or(helpersNames[:]))
}

// Type names the value in a flag's usage.
func (*Helpers) Type() string { return "helpers" }
