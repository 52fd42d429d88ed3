package spec

// The values that messages hold.

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
	"github.com/errgen/errgen/gen/lazy"
)

// params checks the values that an entry's message holds.
func (c *checker) params(e *entry) []catalog.Param {
	if len(e.params) == 0 {
		return nil
	}
	var params []catalog.Param
	names := make(map[string]text, len(e.params))
	held := make(map[string]bool) // by the message
	for _, found := range inBraces().FindAllStringSubmatch(prose(e.message), -1) {
		held[found[1]] = true
	}
	for i := range e.params {
		p := &e.params[i]
		if !c.paramName(p.key, names) {
			continue
		}
		typ := c.paramType(p.value.typ)
		c.paramExample(p.value.example, typ)
		if !held[p.key.value] && (e.message.ok() || !e.message.given()) {
			c.suggest(p.key, "unused-param", fmt.Sprintf("the message does not have {%s}", p.key.value), func() string { return misspelt(e, p.key.value) })
		}
		params = append(params, catalog.Param{
			Name: p.key.value, Ident: c.spelling.Unexported(p.key.value), Type: typ, Example: prose(p.value.example),
		})
	}
	return params
}

var inBraces = lazy.Regexp(`\{(\w+)\}`)

// misspelt is the advice for a param that the message does not have, but may have
// by a name that is none.
func misspelt(e *entry, name string) string {
	params := make(map[string]bool, len(e.params))
	for i := range e.params {
		params[e.params[i].key.value] = true
	}
	var others []string
	for _, found := range inBraces().FindAllStringSubmatch(prose(e.message), -1) {
		if !params[found[1]] {
			others = append(others, found[1])
		}
	}
	if other, ok := ident.Closest(name, others); ok {
		return fmt.Sprintf("did you mean {%s} by {%s}?", name, other)
	}
	return "write it where the value stands, or leave the param out"
}

// paramName checks a name of which code makes that of a parameter.
func (c *checker) paramName(t text, names map[string]text) bool {
	name := ident.Kebab(c.spelling.Unexported(t.value))
	twin, taken := names[name]
	switch {
	case !isParamName(t.value):
		c.reportText(t, "param", fmt.Sprintf("%q can't be the name of a param", t.value), "write a lower-case letter, followed by letters, digits and _")
		return false
	case taken:
		c.reportClash(t, twin, fmt.Sprintf("the params %q and %q get the same name in code", twin.value, t.value), "rename one of them")
		return false
	}
	names[name] = t
	return true
}

func isParamName(s string) bool {
	return s != "" && isLower(rune(s[0])) && !strings.ContainsFunc(s, func(r rune) bool {
		return r != '_' && !isLower(r|0x20) && (r < '0' || '9' < r)
	})
}

func isLower(r rune) bool { return 'a' <= r && r <= 'z' }

// paramType is the type of a param, string unless it says otherwise.
func (c *checker) paramType(t text) catalog.ParamType {
	if !t.ok() {
		return catalog.StringParam
	}
	i := slices.Index(catalog.ParamTypes[:], t.value)
	if i >= 0 {
		return catalog.ParamType(i)
	}
	c.reportText(t, "param", fmt.Sprintf("%q is no type of a param", t.value), didYouMean(t.value, catalog.ParamTypes[:], "types: "))
	return catalog.StringParam
}

// paramExample checks that an example is a value of the param's type.
func (c *checker) paramExample(t text, typ catalog.ParamType) {
	if !t.ok() {
		return
	}
	var err error
	like := ""
	switch typ {
	case catalog.IntParam:
		var n int64
		if n, err = strconv.ParseInt(t.value, 10, 64); err == nil && strconv.FormatInt(n, 10) != t.value {
			c.reportText(t, "param", fmt.Sprintf("%q is not how an int is printed", t.value), fmt.Sprintf("write %d", n))
		}
		like = "42"
	case catalog.BoolParam:
		if like = "true"; t.value != "true" && t.value != "false" {
			err = strconv.ErrSyntax
		}
	case catalog.DurationParam:
		_, err = time.ParseDuration(t.value)
		like = "1m30s"
	case catalog.TimeParam:
		_, err = time.Parse(time.RFC3339, t.value)
		like = "2024-05-01T09:30:00Z"
	}
	if err != nil {
		c.reportText(t, "param", fmt.Sprintf("%q is no %s", t.value, typ), "write one such as "+like)
	}
}
