package spec

// What comparing patterns takes, all of those of a spec together. It is bounded:
// whoever writes thousands of patterns whose states multiply is told less about
// them, and waits no longer.

// The bounds of the work that patterns take, in instructions that are looked at.
const (
	maxWork    = 1 << 19 // of comparing one with others
	maxAllWork = 1 << 25 // of comparing all
	maxHeld    = 1 << 21 // of which the results are held at once
)

// An effort is the work that the patterns of a spec share.
type effort struct {
	left    int // that may be done still
	held    int // that was done for the automata of the holders
	holders []*pattern
	nothing *pattern // that matches the empty text alone
}

func newEffort() *effort {
	e := &effort{left: maxAllWork}
	e.nothing, _ = newPattern("", e) // which is one
	return e
}

// spend notes work that was done, and reports whether that much was left.
func (e *effort) spend(work int) bool {
	e.left -= work
	e.held += work
	return e.left > 0
}

// hold notes that a pattern has an automaton. Where there is too much of them,
// those that the others have are let go: they are made again when they are asked
// for.
func (e *effort) hold(p *pattern) {
	if e.held > maxHeld {
		for _, other := range e.holders {
			other.states = nil
		}
		e.held, e.holders = 0, nil
	}
	e.holders = append(e.holders, p)
}
