// Places that a * of a pointer leads to: each may hold many values. They are
// found in the same pass, and kept in the order of the document with the way to
// each, so that what stands in one element can be read together.

package runtime

import (
	"cmp"
	"slices"
	"strings"
)

// wildcards is the part of a scanner that is about them. A member that is
// repeated in its object counts where it stands last, as everywhere.
type wildcards struct {
	path    [pathLength]int32 // where the values around begin, by their depth
	found   []found           // by their ends
	members []member          // of objects whose members a * stands for
}

// A found is a value that stands where a pointer with a * leads.
type found struct {
	kind       kind // 0 if it does not count any more
	place      int32
	start, end int32
	path       [pathLength]int32 // where each element begins that it stands in, and it itself
}

// A member is a member of an object.
type member struct {
	name, nameEnd int32
	start         int32 // of its value
	depth         int32
}

// other is the place of what no token but a * stands for.
func (s *scanner) other(at int) int {
	inner := others[at]
	if inner == 0 {
		return nowhere
	}
	clear(s.values[inner:ends[inner]]) // of the element before
	return inner
}

// enter notes where a value begins.
func (s *scanner) enter(at, depth, start int) {
	if at != nowhere && depth < len(s.path) {
		s.path[depth] = int32(start)
	}
}

// member notes a member, if a * stands for such.
func (s *scanner) member(at, depth, name, nameEnd, start int) {
	if at != nowhere && others[at] != 0 {
		s.members = append(s.members, member{int32(name), int32(nameEnd), int32(start), int32(depth)})
	}
}

// find keeps what has been noted at a place.
func (s *scanner) find(at int) {
	if at != nowhere && wilds[at] != 0 {
		v := &s.values[at]
		s.found = append(s.found, found{v.kind, int32(at), int32(v.start), int32(v.end), s.path})
	}
}

// drop makes the values between two bytes of the body count no more.
func (s *scanner) drop(start, end int) {
	for i := s.foundFrom(int32(start)); i < len(s.found) && s.found[i].end <= int32(end); i++ {
		s.found[i].kind = 0
	}
}

// foundFrom is the index of the first found value that does not end before a
// byte of the body.
func (s *scanner) foundFrom(start int32) int {
	i, _ := slices.BinarySearchFunc(s.found, start, func(f found, start int32) int { return cmp.Compare(f.end, start) })
	return i
}

// dropTwins drops the members of an object, those from first on, whose names
// come again further on. The object ends at end.
func (s *scanner) dropTwins(at, depth, first, end int) {
	if at == nowhere || others[at] == 0 || len(s.members)-first < 2 || s.foundFrom(s.members[first].start) == len(s.found) {
		return
	}
	last := make(map[string]bool, len(s.members)-first)
	for i := len(s.members) - 1; i >= first; i-- {
		m := &s.members[i]
		if m.depth != int32(depth) {
			continue // within another member
		}
		if name := s.nameOf(m); last[name] {
			s.drop(int(m.start), end)
		} else {
			last[name] = true
		}
		end = int(m.name)
	}
}

// nameOf is the text of a member's name.
func (s *scanner) nameOf(m *member) string {
	raw := s.body[m.name:m.nameEnd]
	if isPlain(raw) {
		return string(raw)
	}
	var b strings.Builder
	writeText(&b, raw)
	return b.String()
}

// wildTexts are the texts of the values at a locator with a *. The values
// themselves are listed in origins.
func (d *decoder) wildTexts(l *locator, least kind) []string {
	d.many, d.origins = d.many[:0], d.origins[:0]
	for i := range d.found {
		if text, ok := d.wildText(l, least, &d.found[i]); ok {
			d.many, d.origins = append(d.many, text), append(d.origins, i)
		}
	}
	return d.many
}

// wildText is the text of a found value, if it is one of the locator's.
func (d *decoder) wildText(l *locator, least kind, f *found) (text string, ok bool) {
	switch {
	case f.kind == 0 || wilds[f.place]&l.wild == 0:
		return "", false
	//errgen:if where
	case !d.elementPasses(l, f):
		return "", false
	//errgen:end
	//errgen:if keys
	case l.key > 0:
		return d.keyText(f.path[l.key])
	//errgen:end
	case f.kind < least:
		return "", false
	case f.kind < kindFlag:
		return "", true // no text
	}
	return d.keep(&value{f.kind, int(f.start), int(f.end)}), true
}

// beside is the first text of a list of locators that is not empty. Of those that
// share a * with the locator of the code at origin, it is one in the code's
// element; shared is the depth of that element for each.
func (d *decoder) beside(list []locator, least kind, shared []uint8, origin int) string {
	for i := range list {
		depth := int(shared[i])
		if text := d.firstIn(&list[i], least, depth, d.found[origin].path[depth]); text != "" {
			return text
		}
	}
	return ""
}

// An elementText is the first text that a locator has in an element.
type elementText struct {
	start int32 // of the element in the body
	text  string
}

// firstIn is the first text of a locator that is not empty, in the element of a
// depth that begins at start. The whole response is that of depth 0, and begins
// at 0. However many codes stand in an element, it is looked through once: they
// follow each other.
func (d *decoder) firstIn(l *locator, least kind, depth int, start int32) string {
	first, known := d.firsts[l]
	if !known || first.start != start {
		first = elementText{start, d.lookIn(l, least, depth, start)}
		if d.firsts == nil {
			d.firsts = make(map[*locator]elementText)
		}
		d.firsts[l] = first
	}
	return first.text
}

// lookIn is firstIn for an element that is not known.
func (d *decoder) lookIn(l *locator, least kind, depth int, start int32) string {
	if l.wild == 0 {
		return d.firstOf(l, least)
	}
	for i := d.foundFrom(start); i < len(d.found) && d.found[i].path[depth] == start; i++ {
		text, ok := d.wildText(l, least, &d.found[i])
		//errgen:if cleanup
		text = l.clean(text)
		//errgen:end
		if ok && text != "" {
			return text
		}
	}
	return ""
}

// firstFound is the first value of a locator with a * that is neither null nor
// "", as it stands in the body.
func (d *decoder) firstFound(l *locator) value {
	for i := range d.found {
		f := &d.found[i]
		if _, ok := d.wildText(l, kindOther, f); ok && f.kind != kindNull && f.start < f.end {
			return value{f.kind, int(f.start), int(f.end)}
		}
	}
	return value{}
}
