package output

// The difference of two texts is found by their anchors: lines that are once in
// each, of which the longest run in the same order is taken as kept. Equal
// lines next to an anchor are kept too; what lies between is replaced. That
// costs n log n at worst, however large and different the texts are, and reads
// well, since the lines that say something are mostly unique.

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
)

// around is how many equal lines are shown on each side of a change.
const around = 3

// An edit replaces lines [x0, x1) of the old text by [y0, y1) of the new.
type edit struct{ x0, x1, y0, y1 int }

// unified is the difference in unified format, as diff -u prints it and patch
// reads it; nothing if there is none.
func unified(from, to string, old, data []byte) []byte {
	x, y := splitLines(old), splitLines(data)
	edits := edits(x, y)
	if len(edits) == 0 {
		return nil
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", from, to)
	for len(edits) > 0 {
		n := 1
		for n < len(edits) && edits[n].x0-edits[n-1].x1 <= 2*around {
			n++
		}
		writeHunk(&b, edits[:n], x, y)
		edits = edits[n:]
	}
	return b.Bytes()
}

// writeHunk writes neighbouring edits with the lines around and between them.
func writeHunk(b *bytes.Buffer, edits []edit, x, y []string) {
	first, last := edits[0], edits[len(edits)-1]
	before := min(around, first.x0)
	after := min(around, len(x)-last.x1)
	fmt.Fprintf(b, "@@ -%s +%s @@\n",
		span(first.x0-before, last.x1+after), span(first.y0-before, last.y1+after))
	at := first.x0 - before
	for _, e := range edits {
		writeLines(b, ' ', x[at:e.x0])
		writeLines(b, '-', x[e.x0:e.x1])
		writeLines(b, '+', y[e.y0:e.y1])
		at = e.x1
	}
	writeLines(b, ' ', x[at:at+after])
}

// span is a hunk's first line and length; one without lines counts as after
// the line before it.
func span(lo, hi int) string {
	if lo < hi {
		lo++
		hi++
	}
	return fmt.Sprintf("%d,%d", lo, hi-lo)
}

func writeLines(b *bytes.Buffer, mark byte, lines []string) {
	for _, line := range lines {
		b.WriteByte(mark)
		b.WriteString(line)
		if !strings.HasSuffix(line, "\n") {
			b.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// splitLines splits a text after each line break.
func splitLines(text []byte) []string {
	lines := strings.SplitAfter(string(text), "\n")
	if end := len(lines) - 1; lines[end] == "" {
		return lines[:end]
	}
	return lines
}

// edits lists the changes from x to y in order.
func edits(x, y []string) []edit {
	var edits []edit
	doneX, doneY := 0, 0
	for _, a := range anchors(x, y) {
		if a.x < doneX {
			continue // kept already, beside the anchor before
		}
		lo := a
		for lo.x > doneX && lo.y > doneY && x[lo.x-1] == y[lo.y-1] {
			lo.x, lo.y = lo.x-1, lo.y-1
		}
		if lo.x > doneX || lo.y > doneY {
			edits = append(edits, edit{doneX, lo.x, doneY, lo.y})
		}
		for a.x < len(x) && a.y < len(y) && x[a.x] == y[a.y] {
			a.x, a.y = a.x+1, a.y+1
		}
		doneX, doneY = a.x, a.y
	}
	return edits
}

// A pair is a line of the old and a line of the new text.
type pair struct{ x, y int }

// anchors are the pairs of lines to keep, in order; the texts' beginnings and
// ends count as such.
func anchors(x, y []string) []pair {
	unique := longestRun(uniquePairs(x, y))
	return append(append([]pair{{0, 0}}, unique...), pair{len(x), len(y)})
}

// uniquePairs pairs the lines that are once in x and once in y, in the order
// of x.
func uniquePairs(x, y []string) []pair {
	type place struct{ inX, inY, y int }
	places := make(map[string]*place, len(x))
	for _, line := range x {
		if p := places[line]; p != nil {
			p.inX++
		} else {
			places[line] = &place{inX: 1}
		}
	}
	for i, line := range y {
		if p := places[line]; p != nil {
			p.inY++
			p.y = i
		}
	}
	var pairs []pair
	for i, line := range x {
		if p := places[line]; p.inX == 1 && p.inY == 1 {
			pairs = append(pairs, pair{i, p.y})
		}
	}
	return pairs
}

// longestRun is the longest subsequence of the pairs, which are in the order
// of x, that is in the order of y too.
func longestRun(pairs []pair) []pair {
	var tails []int                   // tails[n] ends the run of n+1 pairs with the smallest y
	before := make([]int, len(pairs)) // the pair before each in its run, or -1
	for i, p := range pairs {
		n := sort.Search(len(tails), func(n int) bool { return pairs[tails[n]].y > p.y })
		before[i] = -1
		if n > 0 {
			before[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	if len(tails) == 0 {
		return nil
	}
	run := make([]pair, len(tails))
	at := tails[len(tails)-1]
	for n := len(run) - 1; n >= 0; n-- {
		run[n] = pairs[at]
		at = before[at]
	}
	return run
}
