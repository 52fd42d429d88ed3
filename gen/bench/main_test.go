package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// least effort: enough to see that a table is made whole.
var least = effort{layouts: 1, rounds: 1, batch: time.Microsecond, processes: 1, largest: 1, args: []string{"-quick"}}

// checkContest holds a contest in this program and looks at the table's shape:
// the cells are there, but for those of subjects that are not in a situation.
func checkContest(t *testing.T, c *contest, groups, rows, empty int) {
	t.Helper()
	all, err := c.measure(least)
	if err != nil {
		t.Fatal(err)
	}
	table, err := c.table(all)
	if err != nil {
		t.Fatal(err)
	}
	if len(table.groups) != groups || len(table.rows) != rows || len(table.goals) == 0 {
		t.Errorf("%d groups, %d rows, %d goals; want %d, %d, some",
			len(table.groups), len(table.rows), len(table.goals), groups, rows)
	}
	for _, r := range table.rows {
		for _, cells := range r.groups {
			if len(r.groups) != groups || len(cells) != len(table.columns) {
				t.Errorf("%s: cells %q", r.name, r.groups)
			}
			if cells[0] == "" {
				empty--
			}
		}
	}
	if empty != 0 {
		t.Errorf("%d empty cells are missing", empty)
	}
}

// A whole run: the program builds itself in a layout and reads what that prints.
func TestRun(t *testing.T) {
	var out bytes.Buffer
	if err := run(&out, "decode", least); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Decoding an error body, beside goccy/go-json\n", "\nencoding/json ", "allocations\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the output lacks %q:\n%s", want, &out)
		}
	}
}

func TestUnknownTable(t *testing.T) {
	err := run(t.Output(), "clasify", least)
	if err == nil || !strings.Contains(err.Error(), "classify, decode") {
		t.Errorf("run of a table that is not there: %v", err)
	}
	if err := measureAlone(t.Output(), "generate", least); err == nil {
		t.Error("generate is no contest")
	}
}
