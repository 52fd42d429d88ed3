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
	shelves map[shelfKey]*shelf
	lengths []int // of the texts that patterns require, which are looked for in other texts
}

// A shelfKey is what the contenders on a shelf have in common.
type shelfKey struct {
	scope   int
	subject string
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

// newCover makes room for those who demand the given, each with its scope.
func newCover(all iter.Seq2[int, demand]) *cover {
	v := &cover{shelves: make(map[shelfKey]*shelf)}
	for scope, d := range all {
		for i := range d {
			v.makeRoom(scope, &d[i])
		}
	}
	slices.Sort(v.lengths)
	v.lengths = slices.Compact(v.lengths)
	for scope, d := range all {
		for i := range d {
			for s := range v.looked(scope, &d[i]) {
				s.looks++
			}
		}
	}
	return v
}

// makeRoom adds the shelves that an ask may be put on.
func (v *cover) makeRoom(scope int, a *ask) {
	if a.kind == matching && !slices.Contains(v.lengths, len(a.pattern.required)) {
		v.lengths = append(v.lengths, len(a.pattern.required))
	}
	for _, key := range keysOf(scope, a) {
		if v.shelves[key] == nil {
			v.shelves[key] = new(shelf)
		}
		v.shelves[key].could++
	}
}

// keysOf are the keys of the shelves for an ask.
func keysOf(scope int, a *ask) []shelfKey {
	key := shelfKey{scope: scope, subject: a.subject}
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
func (v *cover) looked(scope int, a *ask) iter.Seq[*shelf] {
	key := shelfKey{scope: scope, subject: a.subject}
	return func(yield func(*shelf) bool) {
		look := func(kind shelfKind, text string) bool {
			key.kind, key.text = kind, text
			s := v.shelves[key]
			return s == nil || yield(s)
		}
		if a.kind == absent {
			look(noValue, "")
			return
		}
		if !look(anyValue, "") {
			return
		}
		if a.kind == noneOf {
			_ = !slices.ContainsFunc(a.texts, func(text string) bool { return !look(unequal, text) })
			return
		}
		if text, ok := v.telling(key, a); ok && look(otherText, "") && look(equal, text) {
			v.lookWithin(folded(text), look)
		}
	}
}

// telling is one of the texts that an ask allows: the one that the fewest ask for.
func (v *cover) telling(key shelfKey, a *ask) (string, bool) {
	switch a.kind {
	case matching:
		return a.pattern.sample()
	case oneOf:
		return slices.MinFunc(a.texts, func(p, q string) int { return v.could(key, equal, p) - v.could(key, equal, q) }), true
	}
	return "", false
}

// could is how many contenders may come to stand on a shelf.
func (v *cover) could(key shelfKey, kind shelfKind, text string) int {
	key.kind, key.text = kind, text
	if s := v.shelves[key]; s != nil {
		return s.could
	}
	return 0
}

// lookWithin looks for what patterns require in a text.
func (v *cover) lookWithin(text string, look func(shelfKind, string) bool) {
	for _, n := range v.lengths {
		for i := 0; i+n <= len(text); i++ {
			if !look(holding, text[i:i+n]) {
				return
			}
			if n == 0 {
				break // which is everywhere
			}
		}
	}
}

// findOrPut finds a contender that is there already and whose demand is met
// whenever that of a later one is; else it puts the later one there.
func (v *cover) findOrPut(scope int, later *contender) *contender {
	by := v.find(scope, later.demand)
	if by == nil {
		by = v.findParts(scope, later.demand)
	}
	if by == nil {
		v.put(scope, later)
	}
	return by
}

func (v *cover) find(scope int, d demand) *contender {
	for i := range d {
		for s := range v.looked(scope, &d[i]) {
			for _, earlier := range slices.Backward(s.contenders) {
				if d.implies(earlier.demand) {
					return earlier
				}
			}
		}
	}
	return nil
}

// findParts finds, where one of several texts is asked for, a contender for each of
// them. It returns the one for the first.
func (v *cover) findParts(scope int, d demand) *contender {
	for i := range d {
		if d[i].kind != oneOf || len(d[i].texts) == 1 {
			continue
		}
		part := slices.Clone(d)
		var found []*contender
		for _, text := range d[i].texts {
			part[i] = ask{subject: d[i].subject, kind: oneOf, texts: []string{text}}
			by := v.find(scope, part)
			if by == nil {
				break
			}
			found = append(found, by)
		}
		if len(found) == len(d[i].texts) {
			return found[0]
		}
	}
	return nil
}

// put puts a contender where those whose demand implies its own find it.
func (v *cover) put(scope int, by *contender) {
	var best []*shelf
	least := -1
	for i := range by.demand {
		shelves, looks := v.shelvesFor(scope, &by.demand[i])
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
func (v *cover) shelvesFor(scope int, a *ask) (shelves []*shelf, looks int) {
	for _, key := range keysOf(scope, a) {
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
