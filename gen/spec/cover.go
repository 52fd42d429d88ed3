package spec

// Finding, for a demand, an earlier one that is met whenever it is.
//
// Comparing each with each would take forever where there are thousands. Each is
// put on shelves for one of its asks instead, such that whatever implies that ask
// looks at one of them; of its asks it is the one whose shelves are looked at
// least. So where all ask the same of one header, and tell themselves apart by
// another, they stand where few look.

import (
	"iter"
	"slices"
)

// A cover finds, among contenders of one scope, an earlier one whose demand is met
// whenever that of a later one is.
type cover struct {
	few     []*contender // those that are there, if all can be compared
	shelves map[shelfKey]*shelf
	lengths map[int][]int // by subject, of the texts that patterns require, which are looked for in other texts
}

// maxFew is how many contenders are compared with each other without shelves.
const maxFew = 32

// A shelfKey is what the contenders on a shelf have in common.
type shelfKey struct {
	subject int
	kind    shelfKind
	text    string
}

// A shelfKind is what contenders ask of their subject.
type shelfKind uint8

const (
	noValue   shelfKind = iota // that it is absent
	anyValue                   // that it is present
	equal                      // that it is the text, or another one
	unequal                    // that it is neither the text, nor others
	otherText                  // that it is none of some texts: all that are on unequal shelves as well
	holding                    // that it matches a pattern that requires the text
)

// A shelf is the contenders with a key.
type shelf struct {
	contenders []*contender // in order
	could      int          // how many may come to stand here
	looks      int          // how many look here
}

// newCover makes room for the members of a scope.
func newCover(all []contender, members []int) *cover {
	if len(members) <= maxFew {
		return &cover{few: make([]*contender, 0, len(members))}
	}
	v := &cover{shelves: make(map[shelfKey]*shelf), lengths: make(map[int][]int)}
	for _, n := range members {
		for i := range all[n].demand {
			v.makeRoom(&all[n].demand[i])
		}
	}
	for _, n := range members {
		for i := range all[n].demand {
			for s := range v.looked(&all[n].demand[i]) {
				s.looks++
			}
		}
	}
	return v
}

// makeRoom adds the shelves that an ask may be put on.
func (v *cover) makeRoom(a *ask) {
	if a.kind == matching && !slices.Contains(v.lengths[a.subject], len(a.pattern.required)) {
		v.lengths[a.subject] = append(v.lengths[a.subject], len(a.pattern.required))
	}
	for _, key := range keysOf(a) {
		if v.shelves[key] == nil {
			v.shelves[key] = new(shelf)
		}
		v.shelves[key].could++
	}
}

// keysOf are the keys of the shelves for an ask.
func keysOf(a *ask) []shelfKey {
	key := shelfKey{subject: a.subject}
	switch a.kind {
	case present:
		key.kind = anyValue
	case matching:
		key.kind, key.text = holding, a.pattern.required
	case oneOf:
		return withTexts(key, equal, a.texts)
	case noneOf:
		key.kind = otherText
		return append(withTexts(key, unequal, a.texts), key)
	}
	return []shelfKey{key}
}

// withTexts is a key for each of some texts.
func withTexts(key shelfKey, kind shelfKind, texts []string) []shelfKey {
	keys := make([]shelfKey, len(texts), len(texts)+1)
	for i, text := range texts {
		key.kind, key.text = kind, text
		keys[i] = key
	}
	return keys
}

// looked are the shelves on which whatever an ask implies can stand.
func (v *cover) looked(a *ask) iter.Seq[*shelf] {
	return func(yield func(*shelf) bool) {
		at := shelfKey{subject: a.subject}
		if a.kind == absent {
			v.look(at.of(noValue, ""), yield)
			return
		}
		if !v.look(at.of(anyValue, ""), yield) {
			return
		}
		if a.kind == noneOf {
			for _, text := range a.texts {
				if !v.look(at.of(unequal, text), yield) {
					return
				}
			}
			return
		}
		if text, ok := v.telling(a); ok {
			v.lookFor(at, text, yield)
		}
	}
}

// of is the key with another kind and text.
func (k shelfKey) of(kind shelfKind, text string) shelfKey { return shelfKey{k.subject, kind, text} }

// look yields the shelf with a key, if there is one.
func (v *cover) look(key shelfKey, yield func(*shelf) bool) bool {
	s := v.shelves[key]
	return s == nil || yield(s)
}

// telling is one of the texts that an ask allows: of a list the one that the
// fewest ask for, of a pattern some text that it matches.
func (v *cover) telling(a *ask) (string, bool) {
	switch a.kind {
	case matching:
		return a.pattern.sample()
	case oneOf:
		return slices.MinFunc(a.texts, func(p, q string) int { return v.could(a.subject, p) - v.could(a.subject, q) }), true
	}
	return "", false
}

// could is how many contenders may come to stand on the shelf for a text.
func (v *cover) could(subject int, text string) int {
	if s := v.shelves[shelfKey{subject, equal, text}]; s != nil {
		return s.could
	}
	return 0
}

// lookFor yields the shelves of what allows a text.
func (v *cover) lookFor(at shelfKey, text string, yield func(*shelf) bool) {
	if v.look(at.of(otherText, ""), yield) && v.look(at.of(equal, text), yield) && len(v.lengths[at.subject]) > 0 {
		v.lookWithin(at, folded(text), yield)
	}
}

// lookWithin yields the shelves of what patterns require in a text, each once.
func (v *cover) lookWithin(at shelfKey, text string, yield func(*shelf) bool) {
	seen := make(map[*shelf]bool)
	for _, n := range v.lengths[at.subject] {
		for i := 0; i+n <= len(text); i++ {
			s := v.shelves[at.of(holding, text[i:i+n])]
			if s == nil || seen[s] {
				continue
			}
			if seen[s] = true; !yield(s) {
				return
			}
		}
	}
}

// put puts a contender where those whose demand implies its own find it.
func (v *cover) put(by *contender) {
	if v.shelves == nil {
		v.few = append(v.few, by)
		return
	}
	var best []*shelf
	least := -1
	for i := range by.demand {
		shelves, looks := v.shelvesFor(&by.demand[i])
		if least < 0 || looks < least {
			best, least = shelves, looks
		}
	}
	for _, s := range best {
		s.contenders = append(s.contenders, by)
	}
}

// shelvesFor are the shelves that an ask is put on, and how often they are looked
// at. What is to be none of some texts is found by any one of them.
func (v *cover) shelvesFor(a *ask) (shelves []*shelf, looks int) {
	for _, key := range keysOf(a) {
		shelves = append(shelves, v.shelves[key])
	}
	if last := len(shelves) - 1; a.kind == noneOf {
		shelves = []*shelf{slices.MinFunc(shelves[:last], func(p, q *shelf) int { return p.looks - q.looks }), shelves[last]}
	}
	for _, s := range shelves {
		looks += s.looks
	}
	return shelves, looks
}
