// The look-up of wire codes in a hash table, for catalogs with too many of them
// for a switch. gen/golang/hash.go builds the table. What takes time here is
// waiting for memory, so a slot tells all that is needed to compare texts.

package runtime

import "math/bits"

// hashed is the Code that has a wire code; 0 if none has. The slots are numbers
// of eight bytes, the lowest first, a power of two of them: from the lowest bit,
// a Code, the length of its text, and where in the arena that starts. A slot that
// is 0 is free.
func hashed(text, slots, arena string) Code {
	for last, i := len(slots)/8-1, int(hashOf(text)); ; i++ {
		slot := eightAt(slots, i&last*8)
		start, n := int(slot>>32), int(uint8(slot>>24))
		if slot == 0 || n == len(text) && arena[start:start+n] == text {
			return Code(slot & 0xffffff)
		}
	}
}

// hashOf takes sixteen bytes at a time, the last of them being the text's last.
func hashOf(text string) uint64 {
	const scatter = 0x9e3779b97f4a7c15
	hash := uint64(len(text))
	if len(text) < 8 {
		for i := range len(text) {
			hash = hash<<8 | uint64(text[i])
		}
		return mix(hash, scatter)
	}
	for i := 0; i < len(text)-16; i += 16 {
		hash = mix(hash^eightAt(text, i), scatter^eightAt(text, i+8))
	}
	return mix(hash^eightAt(text, max(len(text)-16, 0)), scatter^eightAt(text, len(text)-8))
}

// eightAt is the number that eight bytes of a text stand for, the lowest first.
func eightAt(text string, i int) uint64 {
	b := text[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// mix folds the product of two numbers: each bit of it depends on nearly all of
// theirs.
func mix(m, n uint64) uint64 {
	high, low := bits.Mul64(m, n)
	return high ^ low
}
