package main

import (
	"encoding/json"
	"io"
	"slices"
)

// A contest compares subjects that take nanoseconds, in several situations.
type contest struct {
	name  string
	title string
	base  string // the subject that the others are compared with

	situations func() ([]situation, error)
	goals      func(timings) []goal
}

// A situation is a group of the table: its name, and the subjects. A subject
// has the same name in every situation that it is in.
type situation struct {
	name     string
	subjects []subject
}

// measure every subject in every situation.
func (c *contest) measure(e effort) (timings, error) {
	situations, err := c.situations()
	if err != nil {
		return nil, err
	}
	all := make(timings)
	for _, s := range situations {
		all[s.name] = make(map[string]timing)
		for i, t := range measure(s.subjects, e) {
			all[s.name][s.subjects[i].name] = t
		}
	}
	return all, nil
}

// write the timings as JSON.
func (c *contest) write(w io.Writer, e effort) error {
	all, err := c.measure(e)
	if err != nil {
		return err
	}
	return json.NewEncoder(w).Encode(all)
}

// table of times in ns, ratios and allocations.
func (c *contest) table(all timings) (*table, error) {
	situations, err := c.situations()
	if err != nil {
		return nil, err
	}
	t := &table{title: c.title + ", beside " + c.base, columns: []string{"ns", "ratio", "allocs"}, goals: c.goals(all)}
	for _, s := range situations {
		t.groups = append(t.groups, s.name)
	}
	for _, subject := range subjectsOf(situations) {
		row := row{name: subject}
		for _, s := range situations {
			row.groups = append(row.groups, all.cells(s.name, subject, c.base))
		}
		t.rows = append(t.rows, row)
	}
	return t, nil
}

// subjectsOf lists the subjects by name, in the order in which they first occur.
func subjectsOf(situations []situation) []string {
	var names []string
	for _, s := range situations {
		for _, subject := range s.subjects {
			if !slices.Contains(names, subject.name) {
				names = append(names, subject.name)
			}
		}
	}
	return names
}
