package spec

import (
	"fmt"
	"mime"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
	"github.com/errgen/errgen/gen/ident"
)

func (c *checker) response() {
	r := &c.doc.response
	c.cat.Response = catalog.Response{
		MediaType:  c.mediaType(r.mediaType),
		Fields:     c.fields(r.fields),
		Status:     c.statusPointer(r.status),
		Code:       c.locators(r.code, false),
		Message:    c.locators(r.message, false),
		RequestID:  c.locators(r.requestID, false),
		Details:    c.detailsLocators(r.details),
		RetryAfter: c.locators(r.retryAfter, true),
	}
	c.cat.Response.Constants = c.members(r.constants)
}

// defaultMediaType is that of a body whose spec does not say.
const defaultMediaType = "application/json"

func (c *checker) mediaType(t text) string {
	if !t.ok() {
		return defaultMediaType
	}
	typ, _, err := mime.ParseMediaType(t.value)
	switch {
	case err != nil || !strings.Contains(typ, "/"):
		c.reportText(t, "media-type", fmt.Sprintf("%q is no media type", t.value), "write one such as "+defaultMediaType)
	case strings.HasSuffix(typ, "/xml") || strings.HasSuffix(typ, "+xml"):
		c.reportText(t, "xml", "XML bodies are not read", "errgen is for bodies in JSON, such as "+defaultMediaType)
	}
	return t.value
}

// fields checks the documented members, and notes their types for examples.
func (c *checker) fields(fields []field) []catalog.Field {
	var checked []catalog.Field
	c.fieldTypes = make(map[string]string)
	first := make(map[string]text)
	for _, f := range fields {
		at := "/" + strings.TrimPrefix(f.name.value, "/")
		if twin, ok := first[at]; ok && f.name.ok() {
			c.report(c.place(f.name.node), "duplicate-field", fmt.Sprintf("the field %q is documented twice", f.name.value), "leave one of them out",
				diag.Related{Place: c.place(twin.node), Message: "it stands here first"})
		} else if f.name.ok() {
			first[at] = f.name
			c.fieldTypes[at] = prose(f.typ)
		}
		if f.name.ok() && strings.HasPrefix(f.name.value, "/") {
			c.pointer(f.name, f.name.value)
		}
		checked = append(checked, catalog.Field{Name: prose(f.name), Type: prose(f.typ), Description: prose(f.description)})
	}
	return checked
}

// statusPointer is where the body repeats the status.
func (c *checker) statusPointer(t text) catalog.Pointer {
	if !t.ok() || c.isHeader(t, "a response has its status in its first line; this is where the body repeats it", "/status") {
		return nil
	}
	return c.pointer(t, t.value)
}

// locators checks locators, of delays if units may follow.
func (c *checker) locators(texts []text, units bool) []catalog.Locator {
	var locators []catalog.Locator
	for _, t := range texts {
		if t.ok() {
			locators = append(locators, c.locator(t, units))
		}
	}
	return locators
}

// detailsLocators checks the locators of what is kept as JSON.
func (c *checker) detailsLocators(texts []text) []catalog.Locator {
	for _, t := range texts {
		c.isHeader(t, "details are kept as JSON, which no header holds", "/errors")
	}
	return c.locators(texts, false)
}

// isHeader reports a header where only a pointer makes sense.
func (c *checker) isHeader(t text, why, pointer string) bool {
	is := t.ok() && strings.HasPrefix(t.value, "header ")
	if is {
		c.reportText(t, "locator", why, "write a JSON pointer, such as "+pointer)
	}
	return is
}

// locator reads "/pointer" or "header NAME", either with a unit after it.
func (c *checker) locator(t text, units bool) (l catalog.Locator) {
	where := t.value
	if units {
		where, l.Unit = c.cutUnit(t)
	}
	name, isHeader := strings.CutPrefix(where, "header ")
	if !isHeader {
		l.Pointer = c.pointer(t, where)
		return l
	}
	l.Header = strings.TrimSpace(name)
	if i := strings.IndexByte(l.Header, ' '); i > 0 && !units && isToken(l.Header[:i]) {
		c.reportText(t, "locator", fmt.Sprintf("only a delay has a unit, %q", strings.TrimSpace(l.Header[i:])), "write header "+l.Header[:i])
	} else if !isToken(l.Header) {
		c.reportText(t, "locator", fmt.Sprintf("%q is no name of a header", l.Header), "write header NAME, such as header X-Request-Id")
	}
	return l
}

// cutUnit cuts the unit off a delay's locator.
func (c *checker) cutUnit(t text) (string, catalog.Unit) {
	rest := strings.TrimPrefix(t.value, "header ")
	i := strings.LastIndexByte(rest, ' ')
	if i < 0 {
		return t.value, catalog.Seconds
	}
	word := rest[i+1:]
	where := strings.TrimRight(strings.TrimSuffix(t.value, word), " ")
	for unit, name := range catalog.Units {
		if name == word {
			return where, catalog.Unit(unit)
		}
	}
	hint := "units: " + strings.Join(catalog.Units[:], ", ")
	if meant, ok := ident.Closest(word, catalog.Units[:]); ok {
		hint = fmt.Sprintf("did you mean %q?", meant)
	}
	c.reportText(t, "unknown-unit", fmt.Sprintf("%q is no unit of a delay", word), hint)
	return where, catalog.Seconds
}

// pointer reads a JSON pointer (RFC 6901) that stands in t.
func (c *checker) pointer(t text, s string) catalog.Pointer {
	why, hint := "", ""
	switch {
	case !strings.HasPrefix(s, "/"):
		why, hint = "does not begin with a slash", "write a JSON pointer, such as /error/code, or header NAME"
	case strings.ContainsAny(s, "\t\r\n"):
		why, hint = "has a tab or a line break in it", "write it without"
	case badTilde(s):
		why, hint = "has a ~ that is not followed by 0 or 1", "write ~0 for a ~, and ~1 for a / in a name"
	}
	tokens := strings.Split(strings.TrimPrefix(s, "/"), "/")
	if len(tokens) > maxDepth {
		c.reportText(t, "locator", fmt.Sprintf("the pointer leads %d levels down; at most %d are read", len(tokens), maxDepth), "")
		return nil
	}
	for i := range tokens {
		if tokens[i] == "*" {
			why, hint = "has a wildcard, *, in it", "name the member"
		}
		tokens[i] = unescapeToken.Replace(tokens[i])
	}
	if why != "" {
		c.reportText(t, "locator", fmt.Sprintf("%q %s", s, why), hint)
	}
	return tokens
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
