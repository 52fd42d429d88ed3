package golang

// A perfect hash of the wire codes (hash and displace, after Belazzougui, Botelho
// and Dietzfelbinger): a code's hash picks a bucket, the bucket's displacement
// sends each of its codes to a slot of its own, and the slot names the one error
// that the code can be. Built here; runtime/hash.go looks up in it.

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// A hashTable is a perfect hash of the codes that are the Value of one error
// and are no other error's code.
type hashTable struct {
	displacements []int // a bucket
	slots         []int // Code by slot, 0 where free
}

// A hashKey is the hash of a wire code, and the Code that has it.
type hashKey struct {
	hash uint64
	code int
}

// mostDisplacement bounds the search for a bucket's displacement; a table in
// which one has none is made anew, twice as large.
const mostDisplacement = 1 << 16

// newHashTable makes the table; no two keys have one hash.
func newHashTable(keys []hashKey) hashTable {
	for size := 1 << bits.Len(uint(len(keys)+len(keys)/4)); ; size *= 2 {
		if table, ok := placeKeys(keys, size); ok {
			return table
		}
	}
}

// placeKeys makes the table with that many slots, a power of two, if it can.
// Large buckets are placed first, while there is room.
func placeKeys(keys []hashKey, size int) (hashTable, bool) {
	const slotsPerBucket = 4
	buckets := make([][]hashKey, max(1, size/slotsPerBucket))
	for _, k := range keys {
		b := k.hash % uint64(len(buckets))
		buckets[b] = append(buckets[b], k)
	}
	order := make([]int, len(buckets))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(buckets[b]), len(buckets[a])) })

	table := hashTable{make([]int, len(buckets)), make([]int, size)}
	for _, b := range order {
		if !table.place(b, buckets[b]) {
			return hashTable{}, false
		}
	}
	return table, true
}

// place finds the bucket's displacement, and fills its slots.
func (h *hashTable) place(bucket int, keys []hashKey) bool {
	for d := range mostDisplacement {
		if h.fits(keys, d) {
			h.displacements[bucket] = d
			return true
		}
	}
	return false
}

// fits puts the keys into their slots under a displacement; if two want one
// slot it leaves all as it was.
func (h *hashTable) fits(keys []hashKey, displacement int) bool {
	for i, k := range keys {
		slot := hashSlot(k.hash, displacement, len(h.slots))
		if h.slots[slot] != 0 {
			for _, placed := range keys[:i] {
				h.slots[hashSlot(placed.hash, displacement, len(h.slots))] = 0
			}
			return false
		}
		h.slots[slot] = k.code
	}
	return true
}

// hashSlot is the slot of a hash under a displacement. It, hashOf and mix are
// the same in runtime/hash.go.
func hashSlot(hash uint64, displacement, slots int) int {
	return int(mix(hash+uint64(displacement)) & uint64(slots-1))
}

func hashOf(text string) uint64 {
	hash := uint64(len(text))
	if len(text) < 8 {
		for _, b := range []byte(text) {
			hash = hash<<8 | uint64(b)
		}
		return mix(hash)
	}
	rest := []byte(text)
	last := rest[len(rest)-8:]
	for ; len(rest) > 8; rest = rest[8:] {
		hash = mix(hash ^ binary.LittleEndian.Uint64(rest))
	}
	return mix(hash ^ binary.LittleEndian.Uint64(last))
}

func mix(n uint64) uint64 {
	high, low := bits.Mul64(n, 0x9e3779b97f4a7c15)
	return high ^ low
}

// splitHashed parts the wire codes into those that a perfect hash can find, and
// the rest: an error's further codes, codes of several errors, and codes whose
// hash another one has. Codes of several errors that more than the status tells
// apart are found by the hash too.
func (t *target) splitHashed() (keys []hashKey, rest []wireCode) {
	ordinals := map[*catalog.Error]int{}
	for i := range t.Errors {
		ordinals[&t.Errors[i]] = i + 1
	}
	taken := map[uint64]bool{}
	for _, w := range t.wire {
		key := hashKey{hashOf(w.value), ordinals[w.errors[0]]}
		if len(w.errors) > 1 && !t.choices || !w.first() || taken[key.hash] {
			rest = append(rest, w)
			continue
		}
		taken[key.hash] = true
		keys = append(keys, key)
	}
	return keys, rest
}

// first reports whether the code is the first of each of its errors.
func (w wireCode) first() bool {
	return !slices.ContainsFunc(w.errors, func(e *catalog.Error) bool { return e.Value() != w.value })
}

// emitHashed emits byValue as a look-up in a perfect hash:
//
//	func byValue(q query, value string) (c Code, agrees bool) {
//		c = hashed(value, displacements, slots)
//		if c == 0 || c.Value() != value {
//			return otherValue(q, value)
//		}
//		switch c {
//		case ErrOverloaded:
//			return c, q.status == 503 || q.status == 529
//		}
//		usual := c.Status()
//		return c, usual == 0 || usual == q.status
//	}
//
// where the end is, if more than the status tells codes apart,
//
//	return amongTwins(q, c, twins)
func emitHashed(t *target, name string, doc []string) []jen.Code {
	_, rest := t.splitHashed()
	missing := notFound()
	if len(rest) > 0 {
		missing = jen.Return(jen.Id("otherValue").Call(jen.Id("q"), jen.Id("value")))
	}
	c := func() *jen.Statement { return jen.Id("c") }
	wrong := c().Op("==").Lit(0).Op("||").Add(c().Dot("Value").Call()).Op("!=").Id("value")
	body := []jen.Code{
		c().Op("=").Id("hashed").Call(jen.Id("value"), jen.Id("displacements"), jen.Id("slots")),
		jen.If(wrong).Block(missing),
	}
	if t.choices {
		body = append(body, jen.Return(jen.Id("amongTwins").Call(jen.Id("q"), c(), jen.Id("twins"))))
	} else {
		body = append(body, emitUnusual(t)...)
		body = append(body, jen.Id("usual").Op(":=").Add(c().Dot("Status").Call()),
			jen.Return(c(), jen.Id("usual").Op("==").Lit(0).Op("||").Id("usual").Op("==").Add(askedStatus())))
	}
	declarations := []jen.Code{documented(doc, byValueHead(name).Block(body...))}
	if len(rest) > 0 {
		declarations = append(declarations, emitOtherValue(t, rest))
	}
	return declarations
}

// emitUnusual emits the agreement of the errors that have more than one status:
//
//	switch c {
//	case ErrOverloaded:
//		return c, q.status == 503 || q.status == 529
//	}
func emitUnusual(t *target) []jen.Code {
	var cases []jen.Code
	for i := range t.Errors {
		e := &t.Errors[i]
		if len(e.Codes) > 0 && (len(e.Statuses) > 1 || len(e.Statuses) == 1 && !e.Statuses[0].Exact()) {
			cases = append(cases, jen.Case(jen.Id(codeName(e))).Block(jen.Return(jen.Id("c"), agreement(e))))
		}
	}
	if len(cases) == 0 {
		return nil
	}
	return []jen.Code{jen.Switch(jen.Id("c")).Block(cases...)}
}

// emitOtherValue emits
//
//	// otherValue is byValue for …
//	func otherValue(q query, value string) (c Code, agrees bool) {
//		switch value {
//		…
//		}
//		return 0, false
//	}
func emitOtherValue(t *target, rest []wireCode) jen.Code {
	doc := comment("otherValue is byValue for an error's further codes, and for codes that several errors have.")
	return documented(doc, byValueHead("otherValue").Block(t.switchValue(rest)...))
}

// The sizes of the table's numbers in bytes; runtime/hash.go has the same.
const (
	displacementSize = 2
	slotSize         = 4
)

// emitHashTable emits the table, where there is one.
//
//	const displacements = …
//
//	const slots = …
func emitHashTable(t *target) []jen.Code {
	if len(t.wire) <= mostInSwitch {
		return nil
	}
	keys, _ := t.splitHashed()
	table := newHashTable(keys)
	tables := []jen.Code{
		column("displacements", displacementSize, table.displacements),
		column("slots", slotSize, table.slots),
	}
	if t.choices {
		tables = append(tables, emitTwins(t))
	}
	return tables
}

// emitTwins emits the errors that follow others with the same first wire code:
//
//	// twins holds …
//	const twins = …
func emitTwins(t *target) jen.Code {
	next := make([]int, len(t.Errors)+1)
	last := map[string]int{}
	for i := range t.Errors {
		if e := &t.Errors[i]; len(e.Codes) > 0 {
			next[last[e.Codes[0]]] = i + 1
			last[e.Codes[0]] = i + 1
		}
	}
	next[0] = 0 // where the first of each ended up
	doc := comment("twins holds for each error the next one with the same wire code, or 0.")
	return documented(doc, column("twins", slotSize, next))
}
