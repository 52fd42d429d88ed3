package main

import (
	"strings"
	"testing"
	"time"
)

// least effort: enough to see that a table is made whole.
var least = effort{rounds: 1, batch: time.Microsecond, processes: 1}

// checkTable makes a table and looks at its shape: every cell is there, and it
// has goals.
func checkTable(t *testing.T, make func(effort) (*table, error), groups, rows int) {
	t.Helper()
	table, err := make(least)
	if err != nil {
		t.Fatal(err)
	}
	if len(table.groups) != groups || len(table.rows) != rows || len(table.goals) == 0 {
		t.Errorf("%d groups, %d rows, %d goals; want %d, %d, some",
			len(table.groups), len(table.rows), len(table.goals), groups, rows)
	}
	for _, r := range table.rows {
		for _, cells := range r.groups {
			if len(r.groups) != groups || len(cells) != len(table.columns) || strings.Contains(strings.Join(cells, " "), "NaN") {
				t.Errorf("%s: cells %q", r.name, r.groups)
			}
		}
	}
}

func TestUnknownTable(t *testing.T) {
	err := run(t.Output(), "clasify", least)
	if err == nil || !strings.Contains(err.Error(), "classify, decode") {
		t.Errorf("run of a table that is not there: %v", err)
	}
}
