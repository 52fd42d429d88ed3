// Package diag is what errgen says about a spec: diagnostics with positions,
// collected, sorted, and printed all at once.
package diag

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// A Pos is a place in a spec: a file, and a line and column counted from 1,
// the column in characters. The zero Pos is no place.
type Pos struct {
	File string
	Line int
	Col  int
}

// String is the position as compilers write it, "errors.yaml:42:12"; a Pos
// without a line is its file.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Col)
}

func (p Pos) compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// A Severity says how much a diagnostic matters. The zero Severity is Error.
type Severity uint8

// The severities, the gravest first.
const (
	Error   Severity = iota // the spec can't be used
	Warning                 // it can, but users of the API will suffer
	Info                    // it could be better
)

var severities = [...]string{Error: "error", Warning: "warning", Info: "info"}

func (s Severity) String() string { return severities[s] }

// A Place is a stretch of a spec's line that can be shown.
type Place struct {
	Pos
	Width int    // of the stretch, in characters; 0 counts as 1
	Line  string // the whole line, without its line break
}

// A Related place is another one that a diagnostic is about, such as the first
// of two entries that clash.
type Related struct {
	Place
	Message string
}

// A Diagnostic is one thing to say about a spec.
type Diagnostic struct {
	Place
	Severity Severity
	Rule     string // in kebab case: "unknown-class"
	Message  string // what is wrong
	Hint     string // what to write instead, or ""; see also Advice
	Related  []Related

	// Suggest finds the hint where that takes a while. Of thousands of diagnostics
	// few are shown, and only those need one.
	Suggest func() string
}

// Advice is what to write instead, or "".
func (d *Diagnostic) Advice() string {
	if d.Suggest != nil {
		return d.Suggest()
	}
	return d.Hint
}

// String is the diagnostic's first line, without its excerpt.
func (d *Diagnostic) String() string {
	return fmt.Sprintf("%s: %s: %s (%s)", d.Pos, d.Severity, d.Message, d.Rule)
}

func (d *Diagnostic) compare(e *Diagnostic) int {
	return cmp.Or(d.Pos.compare(e.Pos), cmp.Compare(d.Rule, e.Rule), cmp.Compare(d.Message, e.Message))
}

// A List is what was found in a spec.
type List []Diagnostic

// Sort puts the list into the order of the positions, and drops repeats: what
// stands behind a YAML anchor is read, and found wrong, once for each alias.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b Diagnostic) int { return a.compare(&b) })
	*l = slices.CompactFunc(*l, func(a, b Diagnostic) bool { return a.compare(&b) == 0 })
}

// HasErrors reports whether one of the diagnostics is an error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Err is the list as one error that says the first of its errors, and how many
// more there are; nil if there is none.
func (l List) Err() error {
	var first *Diagnostic
	n := 0
	for i := range l {
		if l[i].Severity != Error {
			continue
		}
		if n++; first == nil {
			first = &l[i]
		}
	}
	switch n {
	case 0:
		return nil
	case 1:
		return errors.New(first.String())
	}
	return fmt.Errorf("%s, and %d more", first, n-1)
}
