// The text that a JSON string stands for (RFC 8259 §7), read as encoding/json
// reads it, and the way back.

package runtime

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// writeText writes the text that a string without its quotes stands for. Eight
// bytes at a time are copied whole; those count that stand for themselves.
func writeText(b *strings.Builder, raw document) {
	var chunk [128]byte
	n := 0
	for i := 0; i < len(raw); {
		if n > len(chunk)-8-utf8.UTFMax {
			b.Write(chunk[:n])
			n = 0
		}
		word := raw.word(i)
		binary.LittleEndian.PutUint64(chunk[n:], word)
		marks := odd(word)
		same := min(bits.TrailingZeros64(marks)/8, len(raw)-i)
		n += same
		i += same
		if marks == 0 || i == len(raw) {
			continue
		}
		if c := escapes[raw.at(i+1)]; c != 0 && raw[i] == '\\' {
			chunk[n] = c
			n++
			i += 2
			continue
		}
		r, size := nextRune(raw[i:])
		n += utf8.EncodeRune(chunk[n:], r)
		i += size
	}
	b.Write(chunk[:n])
}

// nextRune is the first character of a string that has been scanned, and its
// length there. An escape of half a surrogate pair is U+FFFD.
func nextRune(raw []byte) (r rune, n int) {
	if raw[0] != '\\' {
		return utf8.DecodeRune(raw)
	}
	if c := escapes[raw[1]]; c != 0 {
		return rune(c), 2
	}
	return nextUnicode(raw)
}

// nextUnicode is nextRune for \uXXXX, or two that are a surrogate pair.
func nextUnicode(raw []byte) (r rune, n int) {
	r = hex4(raw[2:])
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if len(raw) >= 12 && raw[6] == '\\' && raw[7] == 'u' {
		if pair := utf16.DecodeRune(r, hex4(raw[8:])); pair != utf8.RuneError {
			return pair, 12
		}
	}
	return utf8.RuneError, 6
}

// appendString appends text as a JSON string, as json.Marshal would: what is
// not UTF-8 becomes U+FFFD, and what could end a script is escaped.
func appendString(b []byte, text string) []byte {
	b = append(b, '"')
	for len(text) > 0 {
		n := plainPrefix(text)
		b = append(b, text[:n]...)
		if text = text[n:]; text == "" {
			break
		}
		r, n := utf8.DecodeRuneInString(text)
		b = appendEscaped(b, r, n)
		text = text[n:]
	}
	return append(b, '"')
}

// plainPrefix is how many bytes of text a JSON string can hold as they are.
func plainPrefix(text string) int {
	for i, r := range text {
		if r < ' ' || r == utf8.RuneError || strings.ContainsRune("\"\\<>&\u2028\u2029", r) {
			return i
		}
	}
	return len(text)
}

// appendEscaped appends a character that was n bytes long, escaped if it must be.
func appendEscaped(b []byte, r rune, n int) []byte {
	const digits = "0123456789abcdef"
	switch r {
	case '"', '\\':
		return append(b, '\\', byte(r))
	case '\b':
		return append(b, `\b`...)
	case '\f':
		return append(b, `\f`...)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	case utf8.RuneError:
		if n > 1 {
			return utf8.AppendRune(b, r)
		}
	}
	return append(b, '\\', 'u', digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
}
