package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// A table has a row a subject and a group of columns a situation; all groups
// have the same columns.
type table struct {
	title   string
	groups  []string
	columns []string
	rows    []row
	goals   []goal
}

// A row has its cells by group and column.
type row struct {
	name   string
	groups [][]string
}

// A goal is a figure that must not be over its limit.
type goal struct {
	what       string
	got, limit float64
}

func (g goal) met() bool { return g.got <= g.limit }

func (g goal) String() string {
	if g.met() {
		return fmt.Sprintf("met    %5.2f ≤ %.2f  %s", g.got, g.limit, g.what)
	}
	return fmt.Sprintf("MISSED %5.2f > %.2f  %s", g.got, g.limit, g.what)
}

func (t *table) print(w io.Writer) error {
	var b strings.Builder
	b.WriteString(t.title)
	b.WriteString("\n\n")
	first, widths := t.widths()
	line := func(name string, groups []string) {
		fmt.Fprintf(&b, "%-*s", first, name)
		for _, g := range groups {
			b.WriteString(" | ")
			b.WriteString(g)
		}
		b.WriteString("\n")
	}
	line("", t.headings(widths))
	line("", slices.Repeat([]string{align(t.columns, widths)}, len(t.groups)))
	for _, r := range t.rows {
		var groups []string
		for _, cells := range r.groups {
			groups = append(groups, align(cells, widths))
		}
		line(r.name, groups)
	}
	b.WriteString("\n")
	for _, g := range t.goals {
		fmt.Fprintf(&b, "%s\n", g)
	}
	b.WriteString("\n\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// widths of the names, and of the columns in a group.
func (t *table) widths() (first int, columns []int) {
	columns = make([]int, len(t.columns))
	widen := func(cells []string) {
		for i, c := range cells {
			columns[i] = max(columns[i], utf8.RuneCountInString(c))
		}
	}
	widen(t.columns)
	for _, r := range t.rows {
		first = max(first, utf8.RuneCountInString(r.name))
		for _, cells := range r.groups {
			widen(cells)
		}
	}
	return first, columns
}

// headings are the names of the groups, as wide as a group.
func (t *table) headings(widths []int) []string {
	var padded []string
	for _, g := range t.groups {
		padded = append(padded, fmt.Sprintf("%-*s", utf8.RuneCountInString(align(t.columns, widths)), g))
	}
	return padded
}

// align sets the cells of a group right in their columns.
func align(cells []string, widths []int) string {
	padded := make([]string, len(cells))
	for i, c := range cells {
		padded[i] = fmt.Sprintf("%*s", widths[i], c)
	}
	return strings.Join(padded, "  ")
}
