package main

import (
	"strings"
	"testing"
)

func TestTablePrint(t *testing.T) {
	table := table{
		title:   "Doing, beside theirs",
		groups:  []string{"small", "large"},
		columns: []string{"ns", "ratio"},
		rows: []row{
			{"ours", [][]string{{"5.0", "0.50"}, {"1234.5", "0.97"}}},
			{"the others’", [][]string{{"10.0", "1.00"}, {"1272.7", "1.00"}}},
		},
		goals: []goal{{"ours, small: of the time of theirs", 0.5, 0.8}, {"ours, large: of the time of theirs", 0.97, 0.8}},
	}
	const want = `Doing, beside theirs

            | small         | large        
            |     ns  ratio |     ns  ratio
ours        |    5.0   0.50 | 1234.5   0.97
the others’ |   10.0   1.00 | 1272.7   1.00

met     0.50 ≤ 0.80  ours, small: of the time of theirs
MISSED  0.97 > 0.80  ours, large: of the time of theirs


`
	var b strings.Builder
	if err := table.print(&b); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != want {
		t.Errorf("printed\n%s\nwant\n%s", got, want)
	}
}

func TestGoalIsMetAtItsLimit(t *testing.T) {
	if !(goal{"", 0, 0}).met() || (goal{"", 0.81, 0.8}).met() {
		t.Error("a goal is met up to its limit and not over it")
	}
}
