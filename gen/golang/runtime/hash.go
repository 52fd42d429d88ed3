// The look-up in a perfect hash of the wire codes, for catalogs with too many
// of them for a switch. gen/golang/hash.go builds the tables.

package runtime

import "math/bits"

// hashed is the one Code that a wire code can be; whether it is, the caller has
// to compare. The columns have a power of two of numbers each: displacements of
// two bytes, slots of four.
func hashed(value, displacements, slots string) Code {
	hash := hashOf(value)
	bucket := int(hash & uint64(len(displacements)/2-1))
	slot := mix(hash+uint64(at16(displacements, bucket))) & uint64(len(slots)/4-1)
	return Code(at32(slots, int(slot)))
}

// at16 is the i-th number of a column of two bytes each, the lowest first.
func at16(column string, i int) int { return int(column[2*i]) | int(column[2*i+1])<<8 }

// hashOf takes eight bytes at a time, the last eight being the text's last.
func hashOf(text string) uint64 {
	hash := uint64(len(text))
	if len(text) < 8 {
		for i := range len(text) {
			hash = hash<<8 | uint64(text[i])
		}
		return mix(hash)
	}
	for i := 0; i < len(text)-8; i += 8 {
		hash = mix(hash ^ eightAt(text, i))
	}
	return mix(hash ^ eightAt(text, len(text)-8))
}

// eightAt is the number that eight bytes of a text stand for, the lowest first.
func eightAt(text string, i int) uint64 {
	b := text[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// mix spreads what is in each bit over all.
func mix(n uint64) uint64 {
	high, low := bits.Mul64(n, 0x9e3779b97f4a7c15)
	return high ^ low
}
