// The tokens of JSON (RFC 8259): where one ends, and whether it is one. Strings
// are scanned eight bytes at a time.

package runtime

import (
	"encoding/binary"
	"math/bits"
)

// A document is a JSON text. Its methods take the index of the byte to go on
// from, which may be past the last, and return the one after what they read, or
// -1 if that is not JSON.
type document []byte

// at is the byte at i; 0, which no token holds, after the last.
func (b document) at(i int) byte {
	if i >= len(b) {
		return 0
	}
	return b[i]
}

// next is the first byte from i on that is no white space, and its index; 0 if
// there is none.
func (b document) next(i int) (int, byte) {
	for ; i < len(b); i++ {
		if c := b[i]; c > ' ' || !isSpace(c) {
			return i, c
		}
	}
	return i, 0
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// literal scans a word.
func (b document) literal(i int, word string) int {
	if end := i + len(word); end <= len(b) && string(b[i:end]) == word {
		return end
	}
	return -1
}

// number scans a number (RFC 8259 §6).
func (b document) number(i int) int {
	if b.at(i) == '-' {
		i++
	}
	start := i
	if i = b.digits(i); i < 0 || b[start] == '0' && i > start+1 {
		return -1
	}
	if b.at(i) == '.' {
		if i = b.digits(i + 1); i < 0 {
			return -1
		}
	}
	if b.at(i)|0x20 != 'e' {
		return i
	}
	if c := b.at(i + 1); c == '+' || c == '-' {
		i++
	}
	return b.digits(i + 1)
}

// digits scans one digit or more.
func (b document) digits(i int) int {
	start := i
	for i < len(b) && b[i]-'0' < 10 {
		i++
	}
	if i == start {
		return -1
	}
	return i
}

const (
	lowBits  = 0x0101010101010101 // the lowest bit of each byte
	highBits = 0x8080808080808080 // the highest
)

// run is the index of the first byte from i on that is a quote, a backslash, a
// control character, not ASCII, or one of the last. It is small enough to
// inline: most strings are one run, and need no call.
func (b document) run(i int) int {
	if i < 0 {
		return i
	}
	for ; i <= len(b)-8; i += 8 {
		if marks := odd(binary.LittleEndian.Uint64(b[i:])); marks != 0 {
			return i + bits.TrailingZeros64(marks)/8
		}
	}
	return i
}

// text finds the quote that ends a string, from after the one that begins it or
// from the end of a run, and whether the bytes between are ASCII without escapes.
func (b document) text(i int) (end int, plain bool) {
	seen := uint64(0)
	for {
		word := b.word(i)
		marks := special(word)
		if marks == 0 {
			seen |= word
			i += 8
			continue
		}
		bit := bits.TrailingZeros64(marks) &^ 7
		seen |= word & (1<<bit - 1)
		i += bit / 8
		switch b.at(i) {
		case '"':
			return i, seen&highBits == 0
		case '\\':
			if i = b.escape(i + 1); i < 0 {
				return -1, false
			}
			seen = highBits // not plain
		default: // a control character, or no more bytes
			return -1, false
		}
	}
}

// escape scans what follows a backslash.
func (b document) escape(i int) int {
	switch c := b.at(i); {
	case escapes[c] != 0:
		return i + 1
	case c == 'u' && i+5 <= len(b) && hex4(b[i+1:]) >= 0:
		return i + 5
	}
	return -1
}

// escapes gives what a backslash and a letter stand for, 0 for nothing.
var escapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// word is the eight bytes from i on, the first lowest; 0 after the last.
func (b document) word(i int) uint64 {
	switch past := i + 8 - len(b); {
	case past <= 0:
		return binary.LittleEndian.Uint64(b[i : i+8 : i+8])
	case len(b) >= 8:
		return binary.LittleEndian.Uint64(b[len(b)-8:]) >> (8 * past)
	}
	return b[min(i, len(b)):].shortWord()
}

// shortWord is word for a body of fewer than eight bytes.
func (b document) shortWord() (word uint64) {
	for i := len(b) - 1; i >= 0; i-- {
		word = word<<8 | uint64(b[i])
	}
	return word
}

// odd marks, by its highest bit, each byte that is a quote, a backslash, a
// control character or not ASCII. A borrow may mark bytes after such a one: only
// the first mark is exact. Flipping the bit that quote and space differ in makes
// quote and the control characters the bytes below '!'.
func odd(word uint64) uint64 {
	quote := (word ^ 2*lowBits) - '!'*lowBits
	backslash := (word ^ '\\'*lowBits) - lowBits
	return (quote | backslash | word) & highBits
}

// special is odd without what is not ASCII.
func special(word uint64) uint64 { return odd(word) &^ word }

// hex4 is the number that the first four, hexadecimal digits, stand for;
// -1 if they are none.
func hex4(digits []byte) rune {
	d := (*[4]byte)(digits)
	a, b, c, e := hexDigits[d[0]], hexDigits[d[1]], hexDigits[d[2]], hexDigits[d[3]]
	if a&b&c&e == 0 {
		return -1
	}
	return rune(a&15)<<12 | rune(b&15)<<8 | rune(c&15)<<4 | rune(e&15)
}

// hexDigits gives what a digit stands for, and 16; 0 for what is none.
var hexDigits = [256]byte{
	'0': 16, '1': 17, '2': 18, '3': 19, '4': 20, '5': 21, '6': 22, '7': 23, '8': 24, '9': 25,
	'a': 26, 'b': 27, 'c': 28, 'd': 29, 'e': 30, 'f': 31,
	'A': 26, 'B': 27, 'C': 28, 'D': 29, 'E': 30, 'F': 31,
}
