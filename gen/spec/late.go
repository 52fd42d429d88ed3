package spec

// What is tried too late, because earlier ones take all the responses that it
// would: entries with conditions, patterns of codes, and shapes.

// A contender takes the responses of its identities if they are as it demands.
type contender struct {
	n      int // its place among the entries, patterns or shapes that it is one of
	ids    identities
	demand demand
}

// A late contender is one that takes none of an identity's responses.
type late struct {
	*contender
	by         *contender // which is met whenever this one is
	equal      bool       // and the other way round
	id         identity   // where that is so
	everywhere bool       // no identity is left
}

// findLate finds the contenders that come too late, in order.
func findLate(all []contender) []late {
	found := make([]late, len(all))
	hidden := make([]int, len(all)) // how many identities of each
	for _, s := range scopesOf(all) {
		v := newCover(all, s.members)
		for _, i := range s.members {
			by, equal := v.findOrPut(&all[i])
			if by == nil {
				continue
			}
			hidden[i] += s.count
			if l := &found[i]; l.by == nil || equal && !l.equal {
				*l = late{contender: &all[i], by: by, equal: equal, id: s.id}
			}
		}
	}
	list := found[:0]
	for i, l := range found {
		if l.by != nil {
			l.everywhere = hidden[i] == all[i].ids.count()
			list = append(list, l)
		}
	}
	return list
}
