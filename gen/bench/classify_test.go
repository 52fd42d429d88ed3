package main

import "testing"

// All classifiers answer the same: what is measured is the same question.
func TestClassifiersAgree(t *testing.T) {
	for _, a := range arrivals {
		for _, c := range classifiers {
			if got := c.ask(a.of(c.hit)); got != a.hit {
				t.Errorf("%s, %s: %v, want %v", c.name, a.name, got, a.hit)
			}
		}
	}
}

func TestClassifyTable(t *testing.T) { checkContest(t, &classify, len(arrivals), len(classifiers), 0) }
