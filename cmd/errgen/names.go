package main

// What generate --list-names prints: which identifiers follow from which codes.
// It is made for reading as well as for comparing with what it was: a line an
// error, in the catalog's order, of five words in columns. Columns grow in
// steps, so that one more error seldom changes the lines of others.

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/golang"
)

const (
	columnStep  = 8
	widestCell  = 46 // what is wider moves the rest of its line
	columnSpace = 2
)

// namesRow is the line of an error: domain, status, code, name, and what it is
// in Go. What it has not is a -.
func namesRow(e *catalog.Error) []string {
	statuses := make([]string, len(e.Statuses))
	for i, s := range e.Statuses {
		statuses[i] = s.String()
	}
	codes := make([]string, len(e.Codes))
	for i, code := range e.Codes {
		codes[i] = word(code)
	}
	if e.Pattern != "" {
		codes = append(codes, word("/"+e.Pattern+"/"))
	}
	return []string{words([]string{word(e.Domain)}), words(statuses), words(codes), e.Name, words(golang.Identifiers(e))}
}

// words is a list as one word.
func words(list []string) string {
	if joined := strings.Join(list, ","); joined != "" {
		return joined
	}
	return "-"
}

// word is a text as a word of a line: in quotes if it would not be one, or
// would pass for something else.
func word(text string) string {
	odd := func(r rune) bool { return r == ',' || r == '"' || unicode.IsSpace(r) || !unicode.IsPrint(r) }
	if text == "-" || strings.ContainsFunc(text, odd) {
		return strconv.Quote(text)
	}
	return text
}

// listNames prints the names of all errors.
func listNames(c *console, cat *catalog.Catalog) {
	rows := make([][]string, len(cat.Errors))
	var widths []int
	for i := range cat.Errors {
		rows[i] = namesRow(&cat.Errors[i])
		widths = widened(widths, rows[i])
	}
	for _, row := range rows {
		c.print(aligned(row, widths) + "\n")
	}
}

// widened are widths of columns in which a row has room too.
func widened(widths []int, row []string) []int {
	if widths == nil {
		widths = make([]int, len(row))
	}
	for i, cell := range row {
		need := min(columns(cell), widestCell) + columnSpace
		widths[i] = max(widths[i], (need+columnStep-1)/columnStep*columnStep)
	}
	return widths
}

// aligned is a row as a line.
func aligned(row []string, widths []int) string {
	var b strings.Builder
	last := len(row) - 1
	for i, cell := range row[:last] {
		b.WriteString(cell)
		b.WriteString(strings.Repeat(" ", max(columnSpace, widths[i]-columns(cell))))
	}
	return b.String() + row[last]
}
