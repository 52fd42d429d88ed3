package diag

// The line of a spec as a terminal shows it: what does not fit is cut, and what a
// terminal would obey or hide is made visible.

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxColumns is how much of a long line is shown, in columns of the terminal.
const maxColumns = 100

// before is how many of them stand before the carets of a line that is cut.
const before = 40

// An excerpt is a line as a terminal shows it.
type excerpt struct {
	text   string
	indent int // columns before the carets
	carets int
}

// A cell is a character as it is shown, and the columns that it fills.
type cell struct {
	text  string
	width int
}

// excerptOf shows the line of a place; of a long line the part around it.
func excerptOf(at Place) excerpt {
	cells, first := window(at.Line, at.Col-1)
	last := min(first+max(at.Width, 1), len(cells))
	e := excerpt{indent: columns(cells[:first]), carets: max(columns(cells[first:last]), 1)}
	if e.indent > before+1 && e.indent+e.carets+columns(cells[last:]) > maxColumns {
		cells, e.indent = cutBefore(cells, first, e.indent)
	}
	e.text = text(cutAfter(cells))
	e.carets = min(e.carets, max(maxColumns-e.indent, 1))
	return e
}

// window is the cells of a line from far enough before the character at index
// at to far enough after it, and that character's index among them. Lines may
// be megabytes long.
func window(line string, at int) ([]cell, int) {
	start := 0
	for range at - 2*maxColumns {
		_, size := utf8.DecodeRuneInString(line[start:])
		start += size
	}
	var cells []cell
	rest := line[start:]
	for len(rest) > 0 && len(cells) < 4*maxColumns {
		r, size := utf8.DecodeRuneInString(rest)
		cells = append(cells, cellOf(r, rest[:size]))
		rest = rest[size:]
	}
	return cells, min(at-max(at-2*maxColumns, 0), len(cells))
}

// cutBefore drops cells so that few columns stand before the cell at first.
func cutBefore(cells []cell, first, indent int) ([]cell, int) {
	from := 0
	for ; from < first && indent > before; from++ {
		indent -= cells[from].width
	}
	return append([]cell{{"…", 1}}, cells[from:]...), indent + 1
}

// cutAfter drops what does not fit.
func cutAfter(cells []cell) []cell {
	width := 0
	for i, c := range cells {
		if width += c.width; width > maxColumns {
			return append(cells[:i:i], cell{"…", 1})
		}
	}
	return cells
}

func columns(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}

func text(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
	}
	return strings.TrimRight(b.String(), " ")
}

// visible is s with every character as cellOf shows it.
func visible(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		b.WriteString(cellOf(r, s[:size]).text)
		s = s[size:]
	}
	return b.String()
}

// cellOf shows a character: a tab as four spaces; controls by the symbols that
// Unicode has for them; what is invisible, or would change the direction of
// the text, by its number; and a byte that is not UTF-8 as \xFF.
func cellOf(r rune, raw string) cell {
	switch {
	case r == '\t':
		return cell{"    ", 4}
	case r == utf8.RuneError && len(raw) == 1:
		return cell{fmt.Sprintf(`\x%02X`, raw[0]), 4}
	case r < ' ':
		return cell{string('␀' + r), 1}
	case r == 0x7f:
		return cell{"␡", 1}
	case unicode.IsMark(r) || r == zeroWidthJoiner:
		return cell{raw, 0}
	case !unicode.IsPrint(r) && r != ' ' && !unicode.Is(unicode.Co, r):
		number := fmt.Sprintf("<%U>", r)
		return cell{number, len(number)}
	case unicode.Is(wide, r):
		return cell{raw, 2}
	}
	return cell{raw, 1}
}

// zeroWidthJoiner joins emoji.
const zeroWidthJoiner = '\u200d'

// wide are the characters that fill two columns (Unicode TR 11, classes W and
// F), in whole blocks.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115f, Stride: 1}, // Hangul
		{Lo: 0x2e80, Hi: 0x303e, Stride: 1}, // CJK radicals, punctuation
		{Lo: 0x3041, Hi: 0xa4cf, Stride: 1}, // kana, CJK, Yi
		{Lo: 0xa960, Hi: 0xa97f, Stride: 1}, // Hangul
		{Lo: 0xac00, Hi: 0xd7a3, Stride: 1}, // Hangul
		{Lo: 0xf900, Hi: 0xfaff, Stride: 1}, // CJK
		{Lo: 0xfe30, Hi: 0xfe6f, Stride: 1}, // CJK forms
		{Lo: 0xff01, Hi: 0xff60, Stride: 1}, // full-width forms
		{Lo: 0xffe0, Hi: 0xffe6, Stride: 1}, // full-width signs
	},
	R32: []unicode.Range32{
		{Lo: 0x16fe0, Hi: 0x1b2ff, Stride: 1}, // Tangut, kana
		{Lo: 0x1f300, Hi: 0x1f64f, Stride: 1}, // emoji
		{Lo: 0x1f680, Hi: 0x1f6ff, Stride: 1},
		{Lo: 0x1f900, Hi: 0x1f9ff, Stride: 1},
		{Lo: 0x1fa70, Hi: 0x1faff, Stride: 1},
		{Lo: 0x20000, Hi: 0x3fffd, Stride: 1}, // CJK
	},
}
