// One pass over a JSON body that notes where the values stand that the catalog's
// JSON pointers (RFC 6901) lead to. It accepts what encoding/json accepts and
// builds nothing: on every input its values are those that json.Unmarshal and a
// walk along the pointers would find.

package runtime

import (
	"bytes"
	"math"
	"strconv"
	"unicode/utf8"
)

// The places in a body that pointers lead to, or pass, are numbered as a tree
// is walked: 0 is the whole body, and what stands within the place p are those
// from p+1 up to, and without, ends[p].

// nowhere is the number of no place.
const nowhere = -1

// A value is a JSON value as a piece of the body, a string without its quotes.
type value struct {
	kind       kind
	start, end int
}

// A kind is that of a JSON value. The zero kind is no value.
type kind uint8

const (
	kindOther  kind = iota + 1 // an object or an array
	kindNull                   // null
	kindFlag                   // true or false
	kindNumber                 // a number
	kindPlain                  // a string whose bytes are its text
	kindString                 // a string with escapes or invalid UTF-8
)

// maxDepth is how deep encoding/json lets values nest.
const maxDepth = 10_000

// A scanner finds the values of a body. Its methods take the index of the byte
// to go on from, and return the one after what they read, or -1 if that is not
// JSON.
type scanner struct {
	body   document
	values [len(ends)]value // by place
	//errgen:if wildcards

	wildcards
	//errgen:end
}

// scan finds the values of a body; none if it is not one JSON value.
func (s *scanner) scan(body []byte) {
	//errgen:if wildcards
	if len(body) > math.MaxInt32 {
		return // where values stand is kept in 32 bits
	}
	//errgen:end
	s.body = body
	if len(body) >= 3 && string(body[:3]) == "\uFEFF" { // a byte-order mark
		s.body = body[3:]
	}
	i, c := s.body.next(0)
	if i = s.value(i, c, 0, 0); i >= 0 {
		i, _ = s.body.next(i)
	}
	if i != len(s.body) {
		clear(s.values[:])
		//errgen:if wildcards
		s.found = nil
		//errgen:end
	}
}

// value scans the value that begins with c, at a place or at none, inside of
// depth others.
func (s *scanner) value(i int, c byte, at, depth int) int {
	start, kind := i, kindOther
	switch c {
	case '"':
		return s.text(i+1, at)
	case '{':
		i = s.object(i+1, at, depth+1)
	case '[':
		i = s.array(i+1, at, depth+1)
	case 't':
		i, kind = s.body.literal(i, "true"), kindFlag
	case 'f':
		i, kind = s.body.literal(i, "false"), kindFlag
	case 'n':
		i, kind = s.body.literal(i, "null"), kindNull
	default:
		i, kind = s.body.number(i), kindNumber
	}
	s.note(at, kind, start, i)
	return i
}

// text scans a string from after its first quote.
func (s *scanner) text(i, at int) int {
	b := s.body
	end := b.run(i)
	plain := b.at(end) == '"'
	if !plain {
		if end, plain = b.text(end); end < 0 {
			return -1
		}
	}
	switch {
	case at == nowhere:
	case plain || isPlain(s.body[i:end]):
		s.values[at] = value{kindPlain, i, end}
	default:
		s.values[at] = value{kindString, i, end}
	}
	//errgen:if wildcards
	s.find(at)
	//errgen:end
	return end + 1
}

// isPlain reports whether a string's bytes, without the quotes, are its text.
func isPlain(raw []byte) bool { return bytes.IndexByte(raw, '\\') < 0 && utf8.Valid(raw) }

// note keeps what stands at a place.
func (s *scanner) note(at int, kind kind, start, end int) {
	if at != nowhere {
		v := &s.values[at]
		v.kind, v.start, v.end = kind, start, end
	}
	//errgen:if wildcards
	s.find(at)
	//errgen:end
}

// forget drops what was found at a place and within: of several members with
// one name the last counts, as a whole.
func (s *scanner) forget(at int) {
	//errgen:if wildcards
	s.drop(s.values[at].start, s.values[at].end)
	//errgen:end
	clear(s.values[at:ends[at]])
}

// object scans an object after its brace.
func (s *scanner) object(i, at, depth int) int {
	if depth > maxDepth {
		return -1
	}
	b := s.body
	i, c := b.next(i)
	if c == '}' {
		return i + 1
	}
	//errgen:if wildcards
	first := len(s.members)
	//errgen:end
	for c == '"' {
		name := i + 1
		end := b.run(name)
		plain := b.at(end) == '"'
		if !plain {
			if end, plain = b.text(end); end < 0 {
				return -1
			}
		}
		inner := nowhere
		if at != nowhere {
			if inner = child(at, b[name:end]); inner == nowhere {
				inner = s.unlisted(at, b[name:end], plain)
			}
		}
		if i, c = b.next(end + 1); c != ':' {
			return -1
		}
		if inner != nowhere && s.values[inner].kind != 0 {
			s.forget(inner)
		}
		i, c = b.next(i + 1)
		//errgen:if wildcards
		s.enter(inner, depth, i)
		s.member(at, depth, name, end, i)
		//errgen:end
		if c == '"' {
			i = s.text(i+1, inner)
		} else {
			i = s.value(i, c, inner, depth)
		}
		if i < 0 {
			return -1
		}
		if i, c = b.next(i); c == '}' {
			//errgen:if wildcards
			s.dropTwins(at, depth, first, i)
			//errgen:end
			return i + 1
		}
		if c != ',' {
			return -1
		}
		i, c = b.next(i + 1)
	}
	return -1
}

// unlisted is the place that a member's name leads to if its bytes are none that
// child knows; plain says that they are its text.
func (s *scanner) unlisted(at int, name []byte, plain bool) int {
	inner := nowhere
	if !plain {
		inner = oddChild(at, name)
	}
	//errgen:if wildcards
	if inner == nowhere {
		inner = s.other(at)
	}
	//errgen:end
	return inner
}

// array scans an array after its bracket.
func (s *scanner) array(i, at, depth int) int {
	if depth > maxDepth {
		return -1
	}
	b := s.body
	i, c := b.next(i)
	if c == ']' {
		return i + 1
	}
	for index := 0; ; index++ {
		inner := element(at, index)
		//errgen:if wildcards
		if inner == nowhere && at != nowhere {
			inner = s.other(at)
		}
		s.enter(inner, depth, i)
		//errgen:end
		if i = s.value(i, c, inner, depth); i < 0 {
			return -1
		}
		if i, c = b.next(i); c == ']' {
			return i + 1
		}
		if c != ',' {
			return -1
		}
		i, c = b.next(i + 1)
	}
}

// oddChild is child for a name with escapes or invalid UTF-8.
func oddChild(at int, raw []byte) int {
	name := make([]byte, 0, 64)
	for len(raw) > 0 {
		r, n := nextRune(raw)
		name = utf8.AppendRune(name, r)
		raw = raw[n:]
	}
	return child(at, name)
}

// element is the place that an array's index leads to.
func element(at, index int) int {
	if at == nowhere || ends[at] == at+1 {
		return nowhere
	}
	var digits [20]byte
	return child(at, strconv.AppendInt(digits[:0], int64(index), 10))
}
