package golang

// The flag that says which parts to make.

import (
	"fmt"
	"slices"
	"strings"
)

// Parts is a set of the package's parts, each a file. The zero Parts is all.
// *Parts is a flag's value: "errors,http".
type Parts uint8

// ParseParts reads a set of parts from their names, separated by commas.
func ParseParts(s string) (Parts, error) {
	var p Parts
	for _, name := range strings.Split(s, ",") {
		i := partIndex(strings.TrimSpace(name))
		if i < 0 {
			return 0, fmt.Errorf("%q is not a part of the Go package; write some of %s", name, allParts())
		}
		p |= 1 << i
	}
	for i, part := range parts {
		if p.has(i) && part.needs != "" && !p.has(partIndex(part.needs)) {
			return 0, fmt.Errorf("the part %s needs the part %s; write %s,%s", part.name, part.needs, part.needs, s)
		}
	}
	return p, nil
}

// String is the set as ParseParts reads it.
func (p Parts) String() string {
	var names []string
	for i, part := range parts {
		if p.has(i) {
			names = append(names, part.name)
		}
	}
	return strings.Join(names, ",")
}

// Set is ParseParts, for a flag.
func (p *Parts) Set(s string) (err error) {
	*p, err = ParseParts(s)
	return err
}

// Type names the value in a flag's usage.
func (*Parts) Type() string { return "parts" }

// Has reports whether a part is in the set, by its name.
func (p Parts) Has(name string) bool { return p.has(partIndex(name)) }

// has reports whether the part at that index of the table is in the set.
func (p Parts) has(i int) bool { return i >= 0 && (p == 0 || p&(1<<i) != 0) }

func allParts() Parts { return 1<<len(parts) - 1 }

// partIndex finds a part in the table by its name; -1 if there is none.
func partIndex(name string) int {
	return slices.IndexFunc(parts, func(p part) bool { return p.name == name })
}
