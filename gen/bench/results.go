package main

import "fmt"

// timings are what was measured, by situation and subject.
type timings map[string]map[string]timing

// add the rounds of other timings of the same subjects.
func (t timings) add(other timings) {
	for situation, subjects := range other {
		if t[situation] == nil {
			t[situation] = make(map[string]timing)
		}
		for name, more := range subjects {
			sum := t[situation][name]
			sum.Rounds = append(sum.Rounds, more.Rounds...)
			sum.Allocs = max(sum.Allocs, more.Allocs)
			t[situation][name] = sum
		}
	}
}

// cells of a subject: ns, ratio, allocations; empty where it was not measured.
func (t timings) cells(situation, subject, base string) []string {
	if _, ok := t[situation][subject]; !ok {
		return []string{"", "", ""}
	}
	return []string{
		fmt.Sprintf("%.1f", median(t[situation][subject].Rounds)),
		fmt.Sprintf("%.2f", t.ratio(situation, subject, base)),
		fmt.Sprintf("%.0f", t.allocs(situation, subject)),
	}
}

// ratio of a subject's time to that of another in the same situation.
func (t timings) ratio(situation, subject, other string) float64 {
	return ratio(t[situation][subject].Rounds, t[situation][other].Rounds)
}

// difference is how many ns more a subject takes than another.
func (t timings) difference(situation, subject, other string) float64 {
	return median(differences(t[situation][subject].Rounds, t[situation][other].Rounds))
}

// ratioBeyond is the ratio of what two subjects take beyond a third, which is
// a part of both.
func (t timings) ratioBeyond(situation, subject, other, part string) float64 {
	in := t[situation]
	return ratio(differences(in[subject].Rounds, in[part].Rounds), differences(in[other].Rounds, in[part].Rounds))
}

// allocs of a subject, for an operation.
func (t timings) allocs(situation, subject string) float64 {
	return t[situation][subject].Allocs
}

// atMost is the goal that a subject's ratio is not over a limit.
func (t timings) atMost(limit float64, situation, subject, other string) goal {
	return goal{
		what:  fmt.Sprintf("%s, %s: of the time of %s", subject, situation, other),
		got:   t.ratio(situation, subject, other),
		limit: limit,
	}
}

// allocsAtMost is the goal that a subject allocates no more than a limit.
func (t timings) allocsAtMost(limit float64, situation, subject string) goal {
	return goal{
		what:  fmt.Sprintf("%s, %s: allocations", subject, situation),
		got:   t.allocs(situation, subject),
		limit: limit,
	}
}
