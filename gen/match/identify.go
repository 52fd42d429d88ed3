package match

// Which error a response is, once its codes are known (rules 5 to 8).

import (
	"regexp"
	"slices"
	"sync"

	"github.com/errgen/errgen/gen/catalog"
)

// A candidate is a wire code, and where it stands.
type candidate struct {
	value, domain string
	locator       *catalog.Locator // nil where that is not known
	way           way
}

// A judge says whether a condition holds.
type judge func(*catalog.Condition) bool

// nothingHolds is the judge where nothing is known of a response.
func nothingHolds(*catalog.Condition) bool { return false }

func (holds judge) may(e *catalog.Error) bool { return e.When == nil || holds(e.When) }

// identify finds the error, and the candidate that decided, else the first
// (rules 5 to 8).
func identify(all []catalog.Error, status int, codes []candidate, holds judge) (*catalog.Error, candidate) {
	index := newIndex(all, codes)
	// The first code that an error has for this status decides.
	for _, code := range codes {
		for _, having := range literalThenPattern {
			errs := those(having(index, code.value), func(e *catalog.Error) bool { return e.Domain == "" || e.Domain == code.domain })
			if e := closest(errs, status, holds); e != nil {
				return e, code
			}
		}
	}
	var shown candidate
	if len(codes) > 0 {
		shown = codes[0]
	}
	// Else the status alone.
	if e := closest(withoutCode(all), status, holds); e != nil {
		return e, shown
	}
	// Else the first code that one error alone has: its status is the usual one,
	// not the only one.
	for _, code := range codes {
		for _, errs := range index.known(code, holds) {
			if len(errs) == 1 {
				return errs[0], code
			}
		}
	}
	return nil, shown
}

// distinct leaves out codes that say no more than one before them.
func distinct(codes []candidate) (all []candidate) {
	type code struct{ value, domain string }
	seen := make(map[code]bool, len(codes))
	for _, c := range codes {
		if said := (code{c.value, c.domain}); !seen[said] {
			seen[said] = true
			all = append(all, c)
		}
	}
	return all
}

// An index is the errors by the codes that are asked for.
type index struct {
	coded     map[string][]*catalog.Error
	patterned []*catalog.Error
}

func newIndex(all []catalog.Error, asked []candidate) *index {
	x := &index{make(map[string][]*catalog.Error, len(asked)), nil}
	for _, code := range asked {
		x.coded[code.value] = nil
	}
	for i := range all {
		e := &all[i]
		for _, code := range e.Codes {
			if errs, isAsked := x.coded[code]; isAsked {
				x.coded[code] = append(errs, e)
			}
		}
		if e.Pattern != "" {
			x.patterned = append(x.patterned, e)
		}
	}
	return x
}

// literalThenPattern is how errors have a code: patterns count only where no error
// has the code itself.
var literalThenPattern = [...]func(*index, string) []*catalog.Error{(*index).withCode, (*index).withPattern}

func (x *index) withCode(value string) []*catalog.Error { return x.coded[value] }

func (x *index) withPattern(value string) []*catalog.Error {
	return those(x.patterned, func(e *catalog.Error) bool { return hasPattern(e, value) })
}

// known lists the errors with a code whatever the status: first those that have
// it literally, then those by a pattern. Domains are equal, or one is missing.
func (x *index) known(code candidate, holds judge) (lists [len(literalThenPattern)][]*catalog.Error) {
	for i, having := range literalThenPattern {
		lists[i] = those(having(x, code.value), func(e *catalog.Error) bool {
			return (e.Domain == "" || code.domain == "" || e.Domain == code.domain) && holds.may(e)
		})
	}
	return lists
}

func hasCode(e *catalog.Error, value string) bool { return slices.Contains(e.Codes, value) }

func hasPattern(e *catalog.Error, value string) bool {
	return e.Pattern != "" && whole(e.Pattern).MatchString(value)
}

// whole is a pattern that matches whole texts. What is no pattern, which only a
// catalog has that no spec was read for, matches none.
func whole(pattern string) *regexp.Regexp {
	known, ok := compiled.Load(pattern)
	if !ok {
		matcher, err := regexp.Compile(catalog.Whole(pattern))
		if err != nil {
			matcher = regexp.MustCompile(`[^\x00-\x{10FFFF}]`)
		}
		known, _ = compiled.LoadOrStore(pattern, matcher)
	}
	return known.(*regexp.Regexp)
}

var compiled sync.Map // by pattern

// closest is the error that agrees best with a response, nil if none does; of
// equals it is the first. A domain tells more than a status, and a status more
// than a condition.
func closest(errs []*catalog.Error, status int, holds judge) *catalog.Error {
	var best *catalog.Error
	var most [3]int
	for _, e := range errs {
		a := agreement(e, status)
		if a == none || !holds.may(e) {
			continue
		}
		if rank := [...]int{one(e.Domain != ""), a, one(e.When != nil)}; best == nil || slices.Compare(rank[:], most[:]) > 0 {
			best, most = e, rank
		}
	}
	return best
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// How well an error agrees with a status, from not at all to best.
const (
	none        = iota
	anyStatus   // it lists no status
	rangeOfMany // it lists a range such as 5XX
	thisStatus
)

func agreement(e *catalog.Error, status int) int {
	best := none
	if len(e.Statuses) == 0 {
		best = anyStatus
	}
	for _, r := range e.Statuses {
		switch {
		case r.Contains(status) && r.Exact():
			return thisStatus
		case r.Contains(status):
			best = rangeOfMany
		}
	}
	return best
}

// withoutCode lists the errors that the status alone identifies.
func withoutCode(all []catalog.Error) []*catalog.Error {
	return errorsThat(all, func(e *catalog.Error) bool { return len(e.Codes) == 0 && e.Pattern == "" })
}

func errorsThat(all []catalog.Error, holds func(*catalog.Error) bool) []*catalog.Error {
	var errs []*catalog.Error
	for i := range all {
		if e := &all[i]; holds(e) {
			errs = append(errs, e)
		}
	}
	return errs
}

func those(errs []*catalog.Error, hold func(*catalog.Error) bool) (kept []*catalog.Error) {
	for _, e := range errs {
		if hold(e) {
			kept = append(kept, e)
		}
	}
	return kept
}
