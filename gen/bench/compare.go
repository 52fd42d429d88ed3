package main

import (
	"fmt"
	"slices"
)

// A situation is a group of the table: its name, and the subjects. A subject
// has the same name in every situation that it is in.
type situation struct {
	name     string
	subjects []subject
}

// A comparison is what was measured of every subject in every situation.
type comparison struct {
	base       string // the subject that the others are compared with
	situations []situation
	timings    map[string]map[string]timing // by situation and subject
}

func compare(base string, situations []situation, e effort) *comparison {
	c := &comparison{base, situations, make(map[string]map[string]timing)}
	for _, s := range situations {
		c.timings[s.name] = make(map[string]timing)
		for i, timing := range measure(s.subjects, e) {
			c.timings[s.name][s.subjects[i].name] = timing
		}
	}
	return c
}

// table of times in ns, ratios and allocations.
func (c *comparison) table(title string) *table {
	t := &table{title: title + ", beside " + c.base, columns: []string{"ns", "ratio", "allocs"}}
	for _, s := range c.situations {
		t.groups = append(t.groups, s.name)
	}
	for _, name := range c.subjects() {
		r := row{name: name}
		for _, s := range c.situations {
			r.groups = append(r.groups, c.cells(s.name, name))
		}
		t.rows = append(t.rows, r)
	}
	return t
}

// subjects by name, in the order in which they first occur.
func (c *comparison) subjects() []string {
	var names []string
	for _, s := range c.situations {
		for _, subject := range s.subjects {
			if !slices.Contains(names, subject.name) {
				names = append(names, subject.name)
			}
		}
	}
	return names
}

func (c *comparison) cells(situation, subject string) []string {
	if _, ok := c.timings[situation][subject]; !ok {
		return []string{"", "", ""}
	}
	return []string{
		fmt.Sprintf("%.1f", median(c.timings[situation][subject].rounds)),
		fmt.Sprintf("%.2f", c.ratio(situation, subject, c.base)),
		fmt.Sprintf("%.0f", c.allocs(situation, subject)),
	}
}

// ratio of a subject's time to that of another in the same situation.
func (c *comparison) ratio(situation, subject, other string) float64 {
	return ratio(c.timings[situation][subject].rounds, c.timings[situation][other].rounds)
}

// difference is how many ns more a subject takes than another.
func (c *comparison) difference(situation, subject, other string) float64 {
	return median(differences(c.timings[situation][subject].rounds, c.timings[situation][other].rounds))
}

// ratioBeyond is the ratio of what two subjects take beyond a third, which is
// a part of both.
func (c *comparison) ratioBeyond(situation, subject, other, part string) float64 {
	in := c.timings[situation]
	return ratio(differences(in[subject].rounds, in[part].rounds), differences(in[other].rounds, in[part].rounds))
}

// allocs of a subject, for an operation.
func (c *comparison) allocs(situation, subject string) float64 {
	return c.timings[situation][subject].allocs
}

// atMost is the goal that a subject's ratio is not over a limit.
func (c *comparison) atMost(limit float64, situation, subject, other string) goal {
	return goal{
		what:  fmt.Sprintf("%s, %s: of the time of %s", subject, situation, other),
		got:   c.ratio(situation, subject, other),
		limit: limit,
	}
}

// allocsAtMost is the goal that a subject allocates no more than a limit.
func (c *comparison) allocsAtMost(limit float64, situation, subject string) goal {
	return goal{
		what:  fmt.Sprintf("%s, %s: allocations", subject, situation),
		got:   c.allocs(situation, subject),
		limit: limit,
	}
}
