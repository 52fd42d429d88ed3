package spec

// Statuses, and the defaults that go by them.

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

func (c *checker) declareDefaults() {
	c.defaults = make(map[catalog.StatusRange]choice)
	for _, d := range c.doc.defaults {
		r, ok := c.defaultRange(d.key)
		ch := c.fallback(d.key, &d.value)
		c.badDefault = c.badDefault || !ok
		if ok {
			c.defaults[r] = ch
			c.cat.Defaults = append(c.cat.Defaults, catalog.Default{Statuses: r, Class: ch.class, Action: ch.action})
		}
	}
}

// defaultRange is what a key of `defaults` stands for.
func (c *checker) defaultRange(key text) (catalog.StatusRange, bool) {
	if key.value == "default" {
		return catalog.AllStatuses(), true
	}
	return c.errorStatus(key, "a range such as 5XX, or default")
}

// fallback is the class and action of a default.
func (c *checker) fallback(key text, f *fallback) choice {
	ch := choice{class: c.class(f.class), action: c.action(f.action)}
	switch {
	case ch.class == none, f.action.given() && ch.action == none:
		ch.reported = true
	case ch.action == none:
		c.classDefault(&ch, key)
	}
	return ch
}

// classDefault gives a choice the action of its class; if that has none, that
// is reported at t.
func (c *checker) classDefault(ch *choice, t text) {
	ch.action = c.classAction[ch.class]
	if ch.action != none {
		return
	}
	ch.reported = true
	if class := &c.doc.classes[ch.class]; !class.value.action.given() {
		c.reportText(t, "no-action", fmt.Sprintf("there is no action: neither here nor at the class %q", class.key.value),
			"add action: … here or at the class")
	}
}

// defaultFor is what `defaults` has for an entry, by its first status.
func (c *checker) defaultFor(statuses []catalog.StatusRange) (choice, bool) {
	if len(statuses) > 0 {
		first := statuses[0]
		if ch, ok := c.defaults[first]; ok {
			return ch, true
		}
		if ch, ok := c.defaults[catalog.Hundred(first.Lo/100)]; ok {
			return ch, true
		}
	}
	ch, ok := c.defaults[catalog.AllStatuses()]
	return ch, ok
}

// errorStatus reads the status of an error; also says what else t could be.
func (c *checker) errorStatus(t text, also string) (catalog.StatusRange, bool) {
	r, ok := c.status(t, also)
	switch {
	case !ok || r.Hi >= catalog.MinError:
	case c.doc.response.errorWhen == nil:
		c.reportText(t, "status-below-300", fmt.Sprintf("a response of status %s is no error", t.value),
			"errors have statuses from 300 on, unless response.error_when says which others are")
		return r, false
	case !c.canFail(r):
		c.reportText(t, "unreachable", fmt.Sprintf("no response of status %s is an error: error_when has other statuses", t.value), "add it there, or leave it out")
		return r, false
	}
	return r, ok
}

// canFail reports whether error_when may hold for a status of a range.
func (c *checker) canFail(r catalog.StatusRange) bool {
	return slices.Contains(c.failing[r.Lo:r.Hi+1], true)
}

// A statusSet says of each status whether it is in the set.
type statusSet [catalog.MaxStatus + 1]bool

// failing is the statuses for which one of the conditions may hold.
func failing(conditions []catalog.Condition) (set statusSet) {
	for i := range conditions {
		ranges := conditions[i].Statuses
		if len(ranges) == 0 || slices.Contains(ranges, catalog.StatusRange{}) { // what was wrong may be any
			ranges = []catalog.StatusRange{catalog.AllStatuses()}
		}
		for _, r := range ranges {
			for status := r.Lo; status <= r.Hi; status++ {
				set[status] = true
			}
		}
	}
	return set
}

// status reads a status or a range of them; also says what else t could be. What
// is wrong is no status at all.
func (c *checker) status(t text, also string) (catalog.StatusRange, bool) {
	r, ok := catalog.ParseStatus(t.value)
	if ok {
		return r, true
	}
	message, hint := fmt.Sprintf("%q is no status", t.value), "write three digits from 100 to 599, "+cmp.Or(also, "or a range such as 5XX")
	if upper := strings.ToUpper(t.value); upper != t.value {
		if _, ok := catalog.ParseStatus(upper); ok {
			hint = "write " + upper
		}
	} else if _, err := strconv.ParseUint(t.value, 10, 16); err == nil && len(t.value) == 3 {
		message = fmt.Sprintf("status %s is not between %d and %d", t.value, catalog.MinStatus, catalog.MaxStatus)
	}
	c.reportText(t, "status", message, hint)
	return r, false
}
