package spec

import (
	"fmt"
	"testing"
)

// Where no work is left, nothing is known of patterns: neither that one matches,
// nor that it does not.
func TestNoWorkIsLeft(t *testing.T) {
	p := newPatterns(t, "a+", "a*", "b")
	if !p[0].within(p[1]) || p[0].within(p[2]) || !p[0].surely("aa") || !p[0].never("b") {
		t.Fatal("they are not told apart")
	}
	p[0].left = 0
	if p[0].within(p[1]) || p[0].withinTexts([]string{"a"}) || p[0].surely("aa") || p[0].never("b") {
		t.Error("something is known without work")
	}
}

// The work on all patterns of a spec is bounded, and so is what is kept of it.
func TestWorkIsBounded(t *testing.T) {
	e := newEffort()
	last := e.left
	for n := 0; e.left > 0; n++ {
		if n > 1<<12 {
			t.Fatalf("%d patterns were looked at, and work is left", n)
		}
		p, err := newPattern(fmt.Sprintf(`(?:a|b)*a(?:a|b){12}c{%d}`, n%1000), e)
		if err != nil {
			t.Fatal(err)
		}
		p.within(e.nothing)
		every, _ := newPattern("[a-c]*", e)
		every.within(p)
		if last-e.left > 4*maxWork || e.held > maxHeld+4*maxWork {
			t.Fatalf("pattern %d took %d, and %d is held", n, last-e.left, e.held)
		}
		last = e.left
	}
}

// What was let go is made again.
func TestLetGo(t *testing.T) {
	p := newPatterns(t, "a+", "a*")
	p[0].automaton()
	p[0].held = maxHeld + 1
	p[1].automaton()
	if p[0].states != nil || p[1].states == nil {
		t.Error("what is held is not what was asked for last")
	}
	if !p[0].within(p[1]) || p[1].within(p[0]) {
		t.Error("they are not told apart")
	}
}
