package main

import (
	"fmt"
	"slices"
)

// Where the linker puts a function makes a loop of a few nanoseconds up to a
// third faster or slower, and so the ratio of two such loops. Hence a contest
// is held in several programs, which are this one in layouts that the linker
// draws from a seed; the rounds in all of them count alike.

// run holds the contest in every layout.
func (c *contest) run(w *workshop, e effort) (*table, error) {
	all := make(timings)
	for seed := 1; seed <= e.layouts; seed++ {
		program, err := w.build(fmt.Sprintf("bench-%d", seed), fmt.Sprintf("-ldflags=-randlayout=%d", seed), ".")
		if err != nil {
			return nil, err
		}
		var one timings
		if err := output(&one, "", program, append(slices.Clone(e.args), "-hold", c.name)...); err != nil {
			return nil, err
		}
		all.add(one)
	}
	return c.table(all)
}
