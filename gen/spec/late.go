package spec

// What is tried too late, because earlier ones take all the responses that it
// would: entries with conditions, patterns of codes, and shapes.

import "iter"

// A contender takes the responses of its identities if they are as it demands.
type contender struct {
	n      int // of the entry, or whatever it is
	ids    []identity
	demand demand
}

// A late contender is one that takes none of an identity's responses.
type late struct {
	*contender
	by         *contender // which is met whenever this one is
	id         identity   // the first
	everywhere bool       // so it is with all of its identities
}

// findLate finds the contenders that come too late, in order.
func findLate(all []contender) (list []late) {
	scopes := scopesOf(all)
	v := newCover(demandsOf(all, scopes))
	for i := range all {
		l := late{contender: &all[i], everywhere: true}
		for _, id := range all[i].ids {
			var by *contender
			if scope, shared := scopes[id]; shared {
				by = v.findOrPut(scope, &all[i])
			}
			if l.everywhere = l.everywhere && by != nil; l.by == nil {
				l.by, l.id = by, id
			}
		}
		if l.by != nil {
			list = append(list, l)
		}
	}
	return list
}

// demandsOf is the demands in each scope.
func demandsOf(all []contender, scopes map[identity]int) iter.Seq2[int, demand] {
	return func(yield func(int, demand) bool) {
		for i := range all {
			for _, id := range all[i].ids {
				if scope, shared := scopes[id]; shared && !yield(scope, all[i].demand) {
					return
				}
			}
		}
	}
}

// scopesOf numbers the identities that several contenders have.
func scopesOf(all []contender) map[identity]int {
	first := make(map[identity]int)
	scopes := make(map[identity]int)
	for i := range all {
		for _, id := range all[i].ids {
			if other, known := first[id]; !known {
				first[id] = i
			} else if _, numbered := scopes[id]; !numbered && other != i {
				scopes[id] = len(scopes)
			}
		}
	}
	return scopes
}
