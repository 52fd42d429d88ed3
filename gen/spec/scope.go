package spec

// Which contenders meet each other, and where. An entry may list thousands of
// codes and hundreds of statuses: what counts are not those identities one by one,
// but which others have them.

import (
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/errgen/errgen/gen/catalog"
)

// A scope is the identities that the same contenders have, two of them at least.
type scope struct {
	members []int    // the contenders, rising
	id      identity // one of the identities
	count   int      // how many they are
}

// scopesOf are the scopes of contenders, in the order of their identities.
func scopesOf(all []contender) []scope {
	p := partition{all: all, statuses: make(map[catalog.StatusRange]int), known: make(map[string]int)}
	for i := range all {
		p.of = append(p.of, p.statusesOf(&all[i].ids))
	}
	for _, shared := range sharedCodes(all) {
		p.split(&shared)
	}
	return p.scopes
}

// sharedCodes are the codes that several contenders have, as scopes: those that the
// same ones have are one.
func sharedCodes(all []contender) []scope {
	holders := make(map[identity]int) // indexes in codes
	var codes []scope
	for i := range all {
		for _, code := range orNone(all[i].ids.codes) {
			id := identity{domain: all[i].ids.domain, code: code}
			n, known := holders[id]
			if !known {
				n = len(codes)
				holders[id] = n
				codes = append(codes, scope{id: id, count: 1})
			}
			codes[n].members = append(codes[n].members, i)
		}
	}
	known := make(map[string]int)
	shared := codes[:0]
	for _, s := range codes {
		if s.members = slices.Compact(s.members); len(s.members) > 1 {
			shared = merge(shared, known, s)
		}
	}
	return shared
}

// orNone are texts, or the one that stands for none.
func orNone(codes []string) []string {
	if len(codes) == 0 {
		return []string{""}
	}
	return codes
}

// merge adds a scope, or what it counts to that with the same members.
func merge(scopes []scope, known map[string]int, s scope) []scope {
	key := make([]byte, 0, 4*len(s.members))
	for _, i := range s.members {
		key = binary.LittleEndian.AppendUint32(key, uint32(i))
	}
	if n, merged := known[string(key)]; merged {
		scopes[n].count += s.count
		return scopes
	}
	known[string(key)] = len(scopes)
	return append(scopes, s)
}

// A partition tells the identities of contenders apart by who has them.
type partition struct {
	all      []contender
	statuses map[catalog.StatusRange]int // their numbers
	order    []catalog.StatusRange       // by number
	of       []statusBits                // of each contender
	scopes   []scope
	known    map[string]int // by members
}

// statusBits is statuses by their numbers. There are not more: from 100 to 599,
// the ranges of them, and none.
type statusBits [8]uint64

func (p *partition) statusesOf(ids *identities) (b statusBits) {
	list := ids.statuses
	if len(list) == 0 {
		list = []catalog.StatusRange{{}}
	}
	for _, status := range list {
		n, known := p.statuses[status]
		if !known {
			n = len(p.order)
			p.statuses[status] = n
			p.order = append(p.order, status)
		}
		b[n/64] |= 1 << (n % 64)
	}
	return b
}

// split adds the scopes that codes come to with the statuses of their members.
func (p *partition) split(codes *scope) {
	parts := []part{{statuses: p.of[codes.members[0]]}}
	for _, i := range codes.members[1:] {
		parts[0].statuses = parts[0].statuses.or(p.of[i])
	}
	for _, i := range codes.members {
		for k := range parts {
			in, out := parts[k].statuses.parted(p.of[i])
			if in == (statusBits{}) {
				continue
			}
			if out != (statusBits{}) {
				parts = append(parts, part{out, slices.Clone(parts[k].members)})
			}
			parts[k] = part{in, append(parts[k].members, i)}
		}
	}
	slices.SortFunc(parts, func(a, b part) int { return a.statuses.first() - b.statuses.first() })
	for _, s := range parts {
		if len(s.members) > 1 {
			id := codes.id
			id.status = p.order[s.statuses.first()]
			p.scopes = merge(p.scopes, p.known, scope{s.members, id, codes.count * s.statuses.count()})
		}
	}
}

// A part is the statuses that the same contenders have.
type part struct {
	statuses statusBits
	members  []int
}

func (b statusBits) or(o statusBits) statusBits {
	for i := range b {
		b[i] |= o[i]
	}
	return b
}

// parted is those that are in the others, and those that are not.
func (b statusBits) parted(others statusBits) (in, out statusBits) {
	for i := range b {
		in[i], out[i] = b[i]&others[i], b[i]&^others[i]
	}
	return in, out
}

func (b statusBits) count() (n int) {
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// first is the first number; there is one.
func (b statusBits) first() int {
	i := slices.IndexFunc(b[:], func(word uint64) bool { return word != 0 })
	return 64*i + bits.TrailingZeros64(b[i])
}
