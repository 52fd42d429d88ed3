package golang

// A hash table of the wire codes, with open addressing: a code is in the slot that
// its hash says, or in the first one after it that was free. Built here;
// runtime/hash.go looks up in it.

import (
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// hashed reports whether the package has a hash table.
func (t *target) hashed() bool { return len(t.wire) > mostInSwitch }

// A hashKey is a wire code, the Code that has it, and where it starts in the
// arena of the wire codes.
type hashKey struct {
	value       string
	code, start int
}

// A slot holds a hashKey: the lowest codeBits are the Code, the next lengthBits
// the length of its text, and the rest is where that starts. A free slot is 0.
const (
	codeBits   = 24
	lengthBits = 8
)

// newSlots makes the table, of which a third to two thirds are taken.
func newSlots(keys []hashKey) []uint64 {
	slots := make([]uint64, 1<<bits.Len(uint(len(keys)+len(keys)/2)))
	for _, k := range keys {
		at := int(hashOf(k.value) & uint64(len(slots)-1))
		for slots[at] != 0 {
			at = (at + 1) % len(slots)
		}
		slots[at] = (uint64(k.start)<<lengthBits|uint64(len(k.value)))<<codeBits | uint64(k.code)
	}
	return slots
}

// hashOf and mix are the same in runtime/hash.go.
func hashOf(text string) uint64 {
	const scatter = 0x9e3779b97f4a7c15
	eightAt := func(i int) uint64 { return binary.LittleEndian.Uint64([]byte(text[i : i+8])) }
	hash := uint64(len(text))
	if len(text) < 8 {
		for _, b := range []byte(text) {
			hash = hash<<8 | uint64(b)
		}
		return mix(hash, scatter)
	}
	for i := 0; i < len(text)-16; i += 16 {
		hash = mix(hash^eightAt(i), scatter^eightAt(i+8))
	}
	return mix(hash^eightAt(max(len(text)-16, 0)), scatter^eightAt(len(text)-8))
}

func mix(m, n uint64) uint64 {
	high, low := bits.Mul64(m, n)
	return high ^ low
}

// A hashTable is the wire codes by how they are found.
type hashTable struct {
	keys    []hashKey
	further []string   // texts of keys that are no error's Value: they stand behind those in the arena
	rest    []wireCode // for a switch
}

// newHashTable puts all wire codes into the table but for very long ones, and for
// those of several errors that the choice among them can't be made from.
func newHashTable(t *target) *hashTable {
	h := new(hashTable)
	places := map[*catalog.Error]hashKey{}
	start := len("\n") // as newArena begins
	for i := range t.Errors {
		e := &t.Errors[i]
		places[e] = hashKey{e.Value(), i + 1, start}
		start += len(e.Value()) + len("\n")
	}
	twins := t.twins()
	for _, w := range t.wire {
		own := places[w.errors[0]]
		switch {
		case len(w.value) >= 1<<lengthBits:
			h.rest = append(h.rest, w)
		case w.first() && (len(w.errors) == 1 || t.choices):
			h.keys = append(h.keys, own)
		case len(w.errors) == 1 && twins[w.errors[0].Value()] == 1:
			h.keys = append(h.keys, hashKey{w.value, own.code, start})
			h.further = append(h.further, w.value)
			start += len(w.value) + len("\n")
		default:
			h.rest = append(h.rest, w)
		}
	}
	return h
}

// twins is how many errors have the same first wire code, by that.
func (t *target) twins() map[string]int {
	count := map[string]int{}
	for i := range t.Errors {
		if e := &t.Errors[i]; isCoded(e) {
			count[e.Value()]++
		}
	}
	return count
}

// first reports whether the code is the first of each of its errors.
func (w wireCode) first() bool {
	return !slices.ContainsFunc(w.errors, func(e *catalog.Error) bool { return e.Value() != w.value })
}

// emitHashed emits byValue as a look-up in a hash table:
//
//	func byValue(q query, value string) (c Code, agrees bool) {
//		c = hashed(value, slots, values)
//		if c == 0 {
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
	rest := t.hash.rest
	missing := notFound()
	if len(rest) > 0 {
		missing = jen.Return(call("otherValue", jen.Id("q"), jen.Id("value")))
	}
	c := func() *jen.Statement { return jen.Id("c") }
	body := []jen.Code{
		c().Op("=").Add(call("hashed", jen.Id("value"), jen.Id("slots"), jen.Id(wireTable))),
		jen.If(c().Op("==").Lit(0)).Block(missing),
	}
	if t.choices {
		body = append(body, jen.Return(call("amongTwins", jen.Id("q"), c(), jen.Id("twins"))))
	} else {
		body = append(body, emitUnusual(t)...)
		asUsual := jen.Id("usual").Op("==").Lit(0).Op("||").Id("usual").Op("==").Add(askedStatus())
		body = append(body, jen.Id("usual").Op(":=").Add(call("c.Status")), jen.Return(list(c(), asUsual)))
	}
	declarations := []jen.Code{documented(doc, byValueHead(name).Block(body...))}
	if len(rest) > 0 {
		declarations = append(declarations, emitOtherValue(t, rest))
	}
	return declarations
}

// emitUnusual emits whether the catalog gives the status to an error, for those
// that have more than one:
//
//	switch c {
//	case ErrOverloaded:
//		return c, q.status == 503 || q.status == 529
//	}
func emitUnusual(t *target) []jen.Code {
	var cases []jen.Code
	for _, same := range t.unusual() {
		cases = append(cases, caseOf(codeNames(same), jen.Return(list(jen.Id("c"), agrees(same[0])))))
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
	doc := comment("otherValue is byValue for very long codes, and for some that several errors have.")
	return documented(doc, byValueHead("otherValue").Block(t.switchValue(rest)...))
}

// emitHashTable emits the table, where there is one.
//
//	const slots = …
func emitHashTable(a *assembly) {
	if !a.hashed() {
		return
	}
	const slotSize = 8
	a.plain(nil, packed("slots", slotSize, newSlots(a.hash.keys))...)
	if a.choices {
		emitTwins(a)
	}
}

// emitTwins emits the errors that follow others with the same first wire code:
//
//	// twins holds …
//	const twins = …
func emitTwins(a *assembly) {
	next := make([]int, len(a.Errors)+1)
	last := map[string]int{}
	for i := range a.Errors {
		if e := &a.Errors[i]; len(e.Codes) > 0 {
			next[last[e.Codes[0]]] = i + 1
			last[e.Codes[0]] = i + 1
		}
	}
	next[0] = 0 // where the first of each ended up
	doc := comment("twins holds for each error the next one with the same wire code, or 0.")
	a.plain(doc, column("twins", next)...)
}
