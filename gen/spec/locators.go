package spec

// Locators: from `header X-Code` or a mapping to what is read of a response.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// A locatorKind is what a list of locators finds, and what can be said of it.
type locatorKind struct {
	name   string
	delay  bool // it has a unit
	code   bool // it may have a domain
	asText bool // parts of its text, or a member's name, can be the value
}

var (
	codeLocators  = locatorKind{name: "a code", code: true, asText: true}
	textLocators  = locatorKind{name: "a text", asText: true}
	delayLocators = locatorKind{name: "a delay", delay: true, asText: true}
	rawLocators   = locatorKind{name: "details"}
)

// headerMark is what a locator of a header begins with.
const headerMark = "header "

func (c *checker) locators(l *locators) catalog.Locators {
	return catalog.Locators{
		Code:        c.locatorList(l.code, codeLocators),
		Domain:      c.locatorList(l.domain, textLocators),
		Message:     c.locatorList(l.message, textLocators),
		RequestID:   c.locatorList(l.requestID, textLocators),
		Details:     c.locatorList(l.details, rawLocators),
		RetryAfter:  c.locatorList(l.retryAfter, delayLocators),
		ShouldRetry: c.locatorList(l.shouldRetry, textLocators),
	}
}

func (c *checker) locatorList(list []locator, kind locatorKind) []catalog.Locator {
	var locators []catalog.Locator
	for i := range list {
		l := &list[i]
		if kind == rawLocators {
			c.isHeader(l.at, "details are kept as JSON, which no header holds", "/errors")
		}
		if l.at.ok() {
			checked := c.locator(l, kind)
			c.cleanUp(l, &checked, kind)
			c.elements(l, &checked, kind)
			locators = append(locators, checked)
		}
	}
	return locators
}

// locator reads "/pointer" or "header NAME", either with a unit after it unless
// that is a key of its own.
func (c *checker) locator(from *locator, kind locatorKind) (l catalog.Locator) {
	t := from.at
	where := t.value
	if meant, ok := meantHeader(where); ok {
		c.reportText(t, "locator", fmt.Sprintf("%q is no locator", t.value), fmt.Sprintf("did you mean %q?", meant))
		return catalog.Locator{Header: meant}
	}
	switch {
	case from.unit.given():
		l.Unit = c.unit(from, kind)
	case kind.delay:
		where, l.Unit = c.cutUnit(t)
	}
	name, isHeader := strings.CutPrefix(where, headerMark)
	if !isHeader {
		l.Pointer = c.pointer(t, where, ", or header NAME")
		return l
	}
	l.Header = strings.TrimSpace(name)
	if i := strings.IndexByte(l.Header, ' '); i > 0 && (!kind.delay || from.unit.given()) && isToken(l.Header[:i]) {
		c.reportText(t, "locator", fmt.Sprintf("%q follows the name of the header", strings.TrimSpace(l.Header[i:])), unitHint(kind, l.Header[:i]))
	} else if !isToken(l.Header) {
		c.reportText(t, "locator", fmt.Sprintf("%q is no name of a header", l.Header), "write header NAME, such as header X-Request-Id")
	}
	return l
}

// meantHeader is the locator of a header that a text was meant to be, as in
// "Header X-Code" and "header: X-Code".
func meantHeader(s string) (string, bool) {
	i := strings.IndexAny(s, " :")
	if i < 0 || !strings.EqualFold(s[:i], "header") || strings.HasPrefix(s, headerMark) {
		return "", false
	}
	words := strings.Fields(strings.TrimLeft(s[i:], " :")) // a name, and a unit or none
	return headerMark + strings.Join(words, " "), len(words) > 0 && len(words) <= 2 && isToken(words[0])
}

func unitHint(kind locatorKind, header string) string {
	if kind.delay {
		return "the unit is here twice; write header " + header
	}
	return "only a delay has a unit; write header " + header
}

// isHeader reports a header where only a pointer makes sense.
func (c *checker) isHeader(t text, why, pointer string) bool {
	is := t.ok() && strings.HasPrefix(t.value, headerMark)
	if is {
		c.reportText(t, "locator", why, "write a JSON pointer, such as "+pointer)
	}
	return is
}

// unit is that of a locator which has a key for it.
func (c *checker) unit(l *locator, kind locatorKind) catalog.Unit {
	switch {
	case !l.unit.ok():
	case !kind.delay:
		c.reportText(l.unit, "locator", "only a delay has a unit, and this is "+kind.name, "leave unit out")
	default:
		if unit, ok := unitNamed(l.unit.value); ok {
			return unit
		}
		c.reportUnit(l.unit, l.unit.value)
	}
	return catalog.Seconds
}

// cutUnit cuts the unit off a delay's locator.
func (c *checker) cutUnit(t text) (string, catalog.Unit) {
	rest := strings.TrimPrefix(t.value, headerMark)
	i := strings.LastIndexByte(rest, ' ')
	if i < 0 {
		return t.value, catalog.Seconds
	}
	word := rest[i+1:]
	unit, ok := unitNamed(word)
	if !ok {
		c.reportUnit(t, word)
	}
	return strings.TrimRight(strings.TrimSuffix(t.value, word), " "), unit
}

func unitNamed(word string) (catalog.Unit, bool) {
	i := slices.Index(catalog.Units[:], word)
	return catalog.Unit(max(i, 0)), i >= 0
}

func (c *checker) reportUnit(t text, word string) {
	c.reportText(t, "unknown-unit", fmt.Sprintf("%q is no unit of a delay", word), didYouMean(word, catalog.Units[:], "units: "))
}

// cleanUp reads what is cut off a text, and the domain of the codes.
func (c *checker) cleanUp(from *locator, l *catalog.Locator, kind locatorKind) {
	for _, part := range []struct {
		key  string
		text text
		into *string
		ok   bool
		why  string
	}{
		{"strip_prefix", from.stripPrefix, &l.StripPrefix, kind.asText, "details are kept as raw JSON"},
		{"before", from.before, &l.Before, kind.asText, "details are kept as raw JSON"},
		{"after", from.after, &l.After, kind.asText, "details are kept as raw JSON"},
		{"domain", from.domain, &l.Domain, kind.code, "only codes have a domain, and this is " + kind.name},
	} {
		switch {
		case !part.text.ok():
		case !part.ok:
			c.reportText(part.text, "locator", part.why, "leave "+part.key+" out")
		case part.text.value == "":
			c.reportText(part.text, "missing-value", part.key+" is empty", "leave it out")
		default:
			*part.into = part.text.value
		}
	}
}

// elements reads what is about the elements or members that a * stands for.
func (c *checker) elements(from *locator, l *catalog.Locator, kind locatorKind) {
	wild := l.Pointer.Wild() >= 0
	c.countWild(from.at, l.Pointer)
	l.Key = c.isTrue(from.key)
	switch {
	case !l.Key:
	case !kind.asText:
		c.reportText(from.key, "locator", "details are kept as raw JSON, and a name is none", "leave key out")
	case !wild:
		c.reportText(from.key, "locator", "key asks for the name of the member that the last * stands for, and there is no *", "write a pointer such as /errors/*")
	}
	for _, t := range from.where {
		if !wild {
			c.reportText(t.key, "locator", "where tests the element that the first * stands for, and there is no *", "write a pointer such as /errors/*/code")
			return
		}
		member := c.memberPointer(t.key)
		c.countWild(t.key, slices.Concat(l.Pointer[:l.Pointer.Wild()+1], member))
		l.Where = append(l.Where, catalog.BodyTest{Pointer: member, Test: c.test(&t.value)})
	}
}

// countWild reports the first pointer with a * for which there is no room.
func (c *checker) countWild(t text, p catalog.Pointer) {
	if p.Wild() < 0 || c.wild[p.String()] {
		return
	}
	c.wild[p.String()] = true
	if len(c.wild) == catalog.MaxWild+1 {
		c.reportText(t, "locator", fmt.Sprintf("this is pointer %d with a *, and at most %d are read", len(c.wild), catalog.MaxWild),
			"put pointers without a *, or some of the others, in place of it; equal ones count once")
	}
}

// isTrue reads true or false; what is not given is false.
func (c *checker) isTrue(t text) bool {
	if t.ok() && t.value != "true" && t.value != "false" {
		c.reportText(t, "wrong-type", fmt.Sprintf("%q is neither true nor false", t.value), "write true or false")
	}
	return t.ok() && t.value == "true"
}

// memberPointer reads the name of a member, or a pointer to one further down.
func (c *checker) memberPointer(t text) catalog.Pointer {
	if strings.HasPrefix(t.value, "/") {
		return c.pointer(t, t.value, "")
	}
	return catalog.Pointer{t.value}
}

// pointer reads a JSON pointer (RFC 6901) that stands in t; orElse is what else
// might stand there.
func (c *checker) pointer(t text, s, orElse string) catalog.Pointer {
	why, hint := "", ""
	switch {
	case !strings.HasPrefix(s, "/"):
		why, hint = "does not begin with a slash", "write a JSON pointer, such as "+meantPointer(s)+orElse
	case strings.ContainsAny(s, "\t\r\n"):
		why, hint = "has a tab or a line break in it", "write it without"
	case badTilde(s):
		why, hint = "has a ~ that is not followed by 0 or 1", "write ~0 for a ~, and ~1 for a / in a name"
	}
	tokens := strings.Split(strings.TrimPrefix(s, "/"), "/")
	if len(tokens) > maxDepth {
		c.reportText(t, "locator", fmt.Sprintf("the pointer leads %d levels down; at most %d are read", len(tokens), maxDepth), "point to a value that is nested less deeply")
		return nil
	}
	for i := range tokens {
		tokens[i] = unescapeToken.Replace(tokens[i])
	}
	switch {
	case why != "":
		c.reportText(t, "locator", fmt.Sprintf("%q %s", s, why), hint)
	case slices.Contains(tokens, "**"):
		c.warn(t.place(), "locator", fmt.Sprintf("in %q, ** is a member of that name, not one at any depth", s), "write a pointer for each depth, with a * where any member may stand")
	}
	return tokens
}

// meantPointer is the pointer that a name, or a path with dots, may stand for.
func meantPointer(s string) string {
	names := strings.Split(strings.TrimPrefix(s, "$."), ".")
	if slices.ContainsFunc(names, func(name string) bool { return !isToken(name) || strings.Contains(name, "~") }) {
		return "/error/code"
	}
	return "/" + strings.Join(names, "/")
}

var unescapeToken = strings.NewReplacer("~1", "/", "~0", "~")

func badTilde(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '~' && (i+1 == len(s) || s[i+1] != '0' && s[i+1] != '1') {
			return true
		}
	}
	return false
}

// isToken reports whether s can be the name of a header (RFC 9110 §5.6.2).
func isToken(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return r <= ' ' || r >= 0x7f || strings.ContainsRune(`"(),/:;<=>?@[\]{}`, r)
	})
}
