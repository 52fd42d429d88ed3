package spec

// Whether the contenders that are there leave a later one anything: one of them is
// met whenever it is or, where it asks for one of several texts, one for each of
// those.

import (
	"iter"
	"slices"
)

// findOrPut finds a contender that is there already and whose demand is met
// whenever that of a later one is, the one with an equal demand if there is one.
// If there is none, it puts the later one there.
func (v *cover) findOrPut(later *contender) (by *contender, equal bool) {
	if later.demand == nil {
		return nil, false // what was wrong was reported
	}
	s := covering{cover: v, later: later.demand}
	for i := range later.demand {
		for earlier := range v.tellingly(i, later.demand) {
			if s.compare(earlier); s.equal {
				return s.whole, true
			}
		}
	}
	if s.whole != nil {
		return s.whole, false
	}
	by = s.byParts()
	v.put(later) // even so: what implies it need not imply one of several
	return by, false
}

// tellingly are the contenders that can be met whenever a demand is, by its i-th
// ask: wherever they stand, one of the asks leads there.
func (v *cover) tellingly(i int, d demand) iter.Seq[*contender] {
	return func(yield func(*contender) bool) {
		if v.shelves == nil {
			_ = i > 0 || !slices.ContainsFunc(v.few, func(c *contender) bool { return !yield(c) })
			return
		}
		for s := range v.looked(&d[i]) {
			for _, c := range slices.Backward(s.contenders) {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// A covering is what was found for a demand.
type covering struct {
	*cover
	later demand
	whole *contender // that is met whenever it is
	equal bool       // and the other way round
	parts []partly   // of each of its asks; nil while none is
}

// A partly covered ask is one for several texts of which contenders allow some.
type partly struct {
	allowed []*contender // by each of its texts; nil where none is known
	left    int          // how many are nil
}

// compare notes how much of a contender's demand is met whenever the later one's
// is.
func (s *covering) compare(earlier *contender) {
	implied, but := s.later.impliesBut(earlier.demand, 1)
	switch {
	case !implied:
	case len(but) == 1:
		s.allow(earlier, &earlier.demand[but[0]])
	default:
		s.equal = earlier.demand.implies(s.later)
		if s.whole == nil || s.equal {
			s.whole = earlier
		}
	}
}

// allow notes which of the texts of an ask a contender allows, all of whose other
// asks are implied.
func (s *covering) allow(by *contender, b *ask) {
	at := s.later.about(b.subject)
	a := &s.later[at]
	if a.kind != oneOf || len(a.texts) == 1 || b.kind == absent {
		return
	}
	if s.parts == nil {
		s.parts = make([]partly, len(s.later))
	}
	p := &s.parts[at]
	if p.allowed == nil {
		*p = partly{make([]*contender, len(a.texts)), len(a.texts)}
	}
	for k, text := range a.texts {
		if p.allowed[k] == nil && b.allows(text) {
			p.allowed[k] = by
			p.left--
		}
	}
}

// byParts finds, where one of several texts is asked for, a contender for each of
// them. It returns the one for the first.
func (s *covering) byParts() *contender {
	for i := range s.parts {
		p := &s.parts[i]
		if p.allowed == nil {
			continue
		}
		if s.shelves != nil {
			s.lookForRest(i)
		}
		if p.left == 0 {
			return p.allowed[0]
		}
	}
	return nil
}

// lookForRest looks for what allows those texts of an ask of which that is not
// known, until there is nothing for one.
func (s *covering) lookForRest(i int) {
	p := &s.parts[i]
	for k, text := range s.later[i].texts {
		if p.allowed[k] != nil {
			continue
		}
		s.lookFor(shelfKey{subject: s.later[i].subject}, text, func(on *shelf) bool {
			return !slices.ContainsFunc(on.contenders, func(earlier *contender) bool {
				s.compare(earlier)
				return p.allowed[k] != nil
			})
		})
		if p.allowed[k] == nil {
			return
		}
	}
}
