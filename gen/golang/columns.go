package golang

// Tables of large catalogs, in constant strings: arenas of texts, and columns of
// numbers. To a compiler each element of an array literal is an expression of
// its own, to be typed and converted; a string is one thing, however long.

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// An arena holds texts end to end, each with a line break behind it, as the
// pieces of a constant: what can stand in a raw literal as it is does, a text on
// a line, and any other text is a piece of its own, quoted.
type arena struct {
	pieces []string
	starts []uint32 // of the texts; then where the last ends
}

// newArena begins with a line break, so that the first text is on a line of its
// own.
func newArena(texts []string) arena {
	a := arena{starts: make([]uint32, 0, len(texts)+1)}
	var raw strings.Builder
	raw.Grow(arenaSize(texts))
	raw.WriteString("`\n")
	at := len("\n")
	for _, text := range texts {
		a.starts = append(a.starts, uint32(at))
		at += len(text) + len("\n")
		if !isRaw(text) {
			a.end(&raw)
			a.pieces = append(a.pieces, strconv.Quote(text+"\n"))
			continue
		}
		if raw.Len() == 0 {
			raw.WriteByte('`')
		}
		raw.WriteString(text)
		raw.WriteByte('\n')
	}
	a.end(&raw)
	a.starts = append(a.starts, uint32(at))
	return a
}

// arenaSize is that of the texts in a raw literal, in bytes.
func arenaSize(texts []string) int {
	size := len("`\n`")
	for _, text := range texts {
		size += len(text) + len("\n")
	}
	return size
}

// end ends the piece that is a raw literal, if there is one.
func (a *arena) end(raw *strings.Builder) {
	if raw.Len() > 0 {
		raw.WriteByte('`')
		a.pieces = append(a.pieces, raw.String())
		raw.Reset()
	}
}

// isRaw reports whether a text is itself between backquotes, and shows there.
func isRaw(text string) bool {
	for i := range len(text) {
		c := text[i]
		if c == '`' || (c < ' ' || c > '~') && c != '\n' {
			return !strings.ContainsFunc(text[i:], isHidden)
		}
	}
	return true
}

// isHidden reports what can't stand between backquotes, or does not show there.
func isHidden(r rune) bool {
	return r == '`' || r == utf8.RuneError || r != '\n' && !strconv.IsPrint(r)
}

// column is a table of numbers, as numberAt of runtime/arena.go reads them:
//
//	const namesAt = `2
//	!!!%!)!/…
//	…`
func column[N ~int | ~uint32](name string, numbers []N) []string {
	const perLine, base = 24, 63
	digits := 1
	for n := slices.Max(numbers); n >= base; n /= base {
		digits++
	}
	column := make([]byte, 0, len("`9\n`")+len(numbers)*(digits+1))
	column = append(column, '`', '0'+byte(digits), '\n')
	for i, n := range numbers {
		if i > 0 && i%perLine == 0 {
			column = append(column, '\n')
		}
		end := len(column) + digits
		column = column[:end]
		for at := end - 1; at >= end-digits; at-- {
			column[at] = '!' + byte(n%base)
			n /= base
		}
	}
	return constant(name, []string{string(append(column, '`'))})
}

// packed is a table of numbers, each in size bytes, the lowest first, for those
// that are looked up most:
//
//	const statuses = "" +
//		("\x00\x00\x90\x01" +
//			"\x91\x01\x93\x01")
func packed[N ~int | ~uint64](name string, size int, numbers []N) []string {
	const perLine = 32
	pieces := []string{`""`}
	for start := 0; start < len(numbers); start += perLine {
		line := []byte{'"'}
		for _, n := range numbers[start:min(start+perLine, len(numbers))] {
			line = appendEscaped(line, uint64(n), size)
		}
		pieces = append(pieces, string(append(line, '"')))
	}
	return constant(name, pieces)
}

// appendEscaped appends the lowest bytes of n, the lowest first, as escapes in a
// literal.
func appendEscaped(b []byte, n uint64, size int) []byte {
	const digits = "0123456789abcdef"
	for range size {
		b = append(b, '\\', 'x', digits[n>>4&0xf], digits[n&0xf])
		n >>= 8
	}
	return b
}

// constant is a constant string in pieces:
//
//	const names = first +
//		(second +
//			third +
//			…) +
//		(…)
//
// The groups keep go/printer, which is quadratic in the length of a sum, from
// taking minutes.
func constant(name string, pieces []string) []string {
	const perGroup = 64
	parts := []string{"const ", name, " = ", pieces[0]}
	for i, piece := range pieces[1:] {
		switch {
		case i == 0:
			parts = append(parts, " +\n\t(", piece)
		case i%perGroup == 0:
			parts = append(parts, ") +\n\t(", piece)
		default:
			parts = append(parts, " +\n\t\t", piece)
		}
	}
	if len(pieces) > 1 {
		parts = append(parts, ")")
	}
	return parts
}
