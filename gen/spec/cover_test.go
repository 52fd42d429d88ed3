package spec

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
)

// testAsks is asks of one subject whose texts are among a, b and c.
func testAsks(c *checker) []ask {
	var asks []ask
	for _, test := range []catalog.Test{
		{Exists: catalog.Present}, {Exists: catalog.Absent}, {Pattern: "[ab]"}, {Pattern: "[abc]"}, {Pattern: "(?i)A|B"}, {Pattern: "a"}, {Pattern: "a.*"}, {Pattern: ".+"},
	} {
		asks = append(asks, c.newAsk(0, test))
	}
	for _, texts := range [][]string{{"a"}, {"b"}, {"a", "b"}, {"c", "a"}, {"c", "b", "a"}} {
		asks = append(asks, c.newAsk(0, catalog.Test{Any: texts}), c.newAsk(0, catalog.Test{Not: texts}))
	}
	return asks
}

// object is a value that has no text.
const object = "\x00"

// met reports whether an ask is met by some values.
func met(a *ask, values []string) bool {
	if a.kind == absent {
		return len(values) == 0
	}
	return slices.ContainsFunc(values, func(v string) bool {
		if v == object {
			return a.kind == present || a.kind == noneOf
		}
		return a.allows(v)
	})
}

// One ask implies another if and only if the other is met by all values by which
// the one is.
func TestImplies(t *testing.T) {
	asks := testAsks(newChecker(new(findings), new(document)))
	universe := []string{"a", "b", "c", "A", "ax", "other", object}
	for i := range asks {
		for j := range asks {
			want := true
			for set := range 1 << len(universe) {
				var values []string
				for k, v := range universe {
					if set>>k&1 == 1 {
						values = append(values, v)
					}
				}
				want = want && (!met(&asks[i], values) || met(&asks[j], values))
			}
			if got := asks[i].implies(&asks[j]); got != want {
				t.Errorf("%s implies %s: %t", askText(&asks[i]), askText(&asks[j]), got)
			}
		}
	}
}

func askText(a *ask) string {
	text := [...]string{"unclear", "absent", "present", "one of ", "none of ", "matching "}[a.kind]
	if a.kind == matching {
		return text + a.pattern.text
	}
	for _, t := range a.texts {
		text += t
	}
	return text
}

// The shelves hide nothing: what is found is what comparing each with each finds.
func TestFindLate(t *testing.T) {
	const seed = 11
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, seed))
	found := 0
	for round := range 200 {
		c := newChecker(new(findings), new(document))
		all := make([]contender, []int{12, 3 * maxFew}[round%2]) // without shelves, and with them
		for i := range all {
			all[i] = contender{n: i, ids: identities{codes: []string{string(rune('x' + rng.IntN(2)))}}, demand: randomDemand(rng, c)}
		}
		late := make(map[int]bool)
		for _, l := range findLate(all) {
			late[l.n] = true
		}
		for i := range all {
			if want := isImplied(all[:i], &all[i], all[i].demand) || isInParts(all[:i], &all[i]); want && !late[i] {
				t.Fatalf("contender %d is not found: %v", i, all)
			}
			if late[i] && !isCovered(all[:i], &all[i]) {
				t.Fatalf("contender %d is found: %v", i, all)
			}
		}
		found += len(late)
	}
	if found == 0 {
		t.Error("none is late")
	}
}

// isImplied reports whether a demand of a contender's implies that of an earlier
// one.
func isImplied(earlier []contender, late *contender, d demand) bool {
	return slices.ContainsFunc(earlier, func(e contender) bool {
		return e.ids.codes[0] == late.ids.codes[0] && d.implies(e.demand)
	})
}

// isInParts reports whether each text of one of a contender's asks is asked for by
// an earlier one.
func isInParts(earlier []contender, late *contender) bool {
	return slices.ContainsFunc(late.demand, func(a ask) bool {
		at := late.demand.about(a.subject)
		return a.kind == oneOf && !slices.ContainsFunc(a.texts, func(text string) bool {
			part := slices.Clone(late.demand)
			part[at].texts = []string{text}
			return !isImplied(earlier, late, part)
		})
	})
}

// isCovered reports whether each text that a contender may ask for is asked for by
// an earlier one.
func isCovered(earlier []contender, late *contender) bool {
	demands := []demand{late.demand}
	for i := range late.demand {
		var split []demand
		for _, d := range demands {
			for _, text := range d[i].texts {
				if d[i].kind == oneOf {
					part := slices.Clone(d)
					part[i] = ask{subject: d[i].subject, kind: oneOf, texts: []string{text}}
					split = append(split, part)
				}
			}
			if d[i].kind != oneOf {
				split = append(split, d)
			}
		}
		demands = split
	}
	return !slices.ContainsFunc(demands, func(d demand) bool { return !isImplied(earlier, late, d) })
}

func randomDemand(rng *rand.Rand, c *checker) demand {
	var d demand
	asks := testAsks(c)
	for subject := range 3 {
		if rng.IntN(2) == 0 {
			a := asks[rng.IntN(len(asks))]
			a.subject = subject
			d = append(d, a)
		}
	}
	if d == nil {
		return demand{asks[0]}
	}
	return d
}

// Where many ask the same of one subject, few are compared with each other.
func TestFewAreCompared(t *testing.T) {
	const n = 1000
	c := newChecker(new(findings), new(document))
	of := func(subject int, test catalog.Test) ask { return c.newAsk(subject, test) }
	for name, demandOf := range map[string]func(own string) demand{
		"the first in common": func(own string) demand {
			return demand{of(0, catalog.Test{Any: []string{"x"}}), of(1, catalog.Test{Any: []string{own}})}
		},
		"the last in common": func(own string) demand {
			return demand{of(0, catalog.Test{Any: []string{own}}), of(1, catalog.Test{Exists: catalog.Present})}
		},
		"a text in common": func(own string) demand {
			return demand{of(0, catalog.Test{Any: []string{"x", own}}), of(1, catalog.Test{Any: []string{own}})}
		},
		"a not in common": func(own string) demand { return demand{of(0, catalog.Test{Not: []string{"x", own}})} },
		"patterns":        func(own string) demand { return demand{of(0, catalog.Test{Pattern: "(?i).*_" + own + "_.*"})} },
	} {
		all := make([]contender, n)
		for i := range all {
			all[i] = contender{n: i, demand: demandOf(strconv.Itoa(n + i))}
		}
		v := newCover(all, scopesOf(all)[0].members)
		for i := range all {
			if by, _ := v.findOrPut(&all[i]); by != nil {
				t.Errorf("%s: %d is late", name, i)
			}
		}
		compared := 0
		for _, s := range v.shelves {
			compared += s.looks * len(s.contenders)
		}
		if compared > 4*n {
			t.Errorf("%s: %d contenders, and %d times one may be compared with another", name, n, compared)
		}
	}
}

// What patterns require is found in a text as often as it stands there, but looked
// at once.
func TestShelvesAreLookedAtOnce(t *testing.T) {
	c := newChecker(new(findings), new(document))
	v := &cover{shelves: make(map[shelfKey]*shelf), lengths: make(map[int][]int)}
	for _, pattern := range []string{".*aa.*", ".*aaa.*", ".*b.*"} {
		a := c.newAsk(0, catalog.Test{Pattern: pattern})
		v.makeRoom(&a)
	}
	a := c.newAsk(0, catalog.Test{Any: []string{strings.Repeat("a", 1000)}})
	if looked := slices.Collect(v.looked(&a)); len(looked) != 2 || looked[0] == looked[1] {
		t.Errorf("%d shelves are looked at", len(looked))
	}
}
