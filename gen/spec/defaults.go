package spec

// Statuses, and the defaults that go by them.

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

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
	return slices.ContainsFunc(c.cat.Response.ErrorWhen, func(cond catalog.Condition) bool {
		return len(cond.Statuses) == 0 || slices.ContainsFunc(cond.Statuses, r.Overlaps)
	})
}

// status reads a status or a range of them; also says what else t could be.
func (c *checker) status(t text, also string) (catalog.StatusRange, bool) {
	r, ok := parseStatus(t.value)
	switch {
	case !ok && len(t.value) == 3 && t.value[1:] == "xx" && isHundred(t.value[0]):
		c.reportText(t, "status", fmt.Sprintf("%q is no status", t.value), "write "+t.value[:1]+"XX")
	case !ok:
		c.reportText(t, "status", fmt.Sprintf("%q is no status", t.value), "write three digits from 100 to 599, "+cmp.Or(also, "or a range such as 5XX"))
	case r.Lo < catalog.MinStatus || r.Hi > catalog.MaxStatus:
		c.reportText(t, "status", fmt.Sprintf("status %s is not between %d and %d", t.value, catalog.MinStatus, catalog.MaxStatus), "")
		return r, false
	}
	return r, ok
}

// parseStatus reads three digits, or one and XX.
func parseStatus(s string) (catalog.StatusRange, bool) {
	if len(s) != 3 {
		return catalog.StatusRange{}, false
	}
	if s[1:] == "XX" && isHundred(s[0]) {
		return catalog.Hundred(int(s[0] - '0')), true
	}
	n, err := strconv.ParseUint(s, 10, 16)
	return catalog.One(int(n)), err == nil
}

func isHundred(c byte) bool { return '1' <= c && c <= '5' }
