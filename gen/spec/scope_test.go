package spec

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
)

// The scopes are what listing every identity of every contender gives.
func TestScopesOf(t *testing.T) {
	const seed = 6
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, seed))
	for range 200 {
		all := make([]contender, 6)
		for i := range all {
			all[i].ids = randomIdentities(rng)
		}
		members := make(map[identity][]int)
		for i := range all {
			for _, code := range orNone(all[i].ids.codes) {
				for _, status := range all[i].ids.statuses {
					id := identity{all[i].ids.domain, code, status}
					members[id] = append(members[id], i)
				}
			}
		}
		for _, s := range scopesOf(all) {
			if !slices.Equal(members[s.id], s.members) {
				t.Fatalf("%v has %v, and not %v", s.id, members[s.id], s.members)
			}
			for id, list := range members {
				if slices.Equal(list, s.members) {
					s.count--
					delete(members, id)
				}
			}
			if s.count != 0 {
				t.Fatalf("%v is counted %d times too often", s.id, s.count)
			}
		}
		for id, list := range members {
			if len(list) > 1 {
				t.Fatalf("%v has %v, and no scope", id, list)
			}
		}
	}
}

func randomIdentities(rng *rand.Rand) identities {
	var ids identities
	if rng.IntN(2) == 0 {
		ids.domain = "d"
	}
	for _, code := range []string{"a", "b", "c", "e"} {
		if rng.IntN(3) > 0 {
			ids.codes = append(ids.codes, code)
		}
	}
	for status := 400; status < 500; status += 9 {
		if rng.IntN(3) > 0 {
			ids.statuses = append(ids.statuses, catalog.One(status))
		}
	}
	if ids.statuses == nil {
		ids.statuses = []catalog.StatusRange{catalog.Hundred(5)}
	}
	return ids
}
