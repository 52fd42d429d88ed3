// The look-up in a perfect hash of the wire codes, for catalogs with too many
// of them for a switch. gen/golang/hash.go builds the tables.

package runtime

// hashed is the one Code that a wire code can be; whether it is, the caller has
// to compare. Both tables have a power of two as their length.
func hashed(value string, displacements []uint16, slots []Code) Code {
	hash := uint64(14695981039346656037) // FNV-1a
	for i := range len(value) {
		hash = (hash ^ uint64(value[i])) * 1099511628211
	}
	hash += uint64(displacements[hash&uint64(len(displacements)-1)]) * 0xff51afd7ed558ccd
	hash ^= hash >> 32
	hash *= 0xc4ceb9fe1a85ec53
	hash ^= hash >> 32
	return slots[hash&uint64(len(slots)-1)]
}
