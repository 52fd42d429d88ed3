package catalog

// What an example says of itself. An API may have a code where only a later
// locator finds it, and an example that shows this must not show it twice.

import (
	"regexp"
	"slices"
	"strconv"
)

// saysCode reports whether an error's example has one of its codes where another
// locator than the one that is written finds it.
func (r *Response) saysCode(e *Error) bool {
	if len(r.Code) < 2 || len(e.Codes) == 0 || len(e.Example) == 0 {
		return false
	}
	example := Value{Kind: Object, Members: e.Example}
	if body := r.SkeletonIn(e.Domain); body.Kind == Array {
		example = Value{Kind: Array, Elements: []Value{example}}
	}
	written := &r.CodesIn(e.Domain)[0]
	for i := range r.Code {
		l := &r.Code[i]
		if l != written && (l.Domain == "" || l.Domain == e.Domain) && slices.ContainsFunc(l.texts(&example), e.hasCode) {
			return true
		}
	}
	return false
}

// hasCode reports whether a text is a code of the error.
func (e *Error) hasCode(text string) bool {
	if slices.Contains(e.Codes, text) {
		return true
	}
	matched, err := regexp.MatchString(Whole(e.Pattern), text)
	return e.Pattern != "" && err == nil && matched
}

// A foundValue is what a pointer leads to.
type foundValue struct {
	*Value
	name string // of the member that the last * stands for
}

// texts are the texts and numbers that a locator finds in a body, cleaned up.
func (l *Locator) texts(body *Value) []string {
	var texts []string
	if l.Header != "" {
		return nil
	}
	for _, f := range body.find(l.Pointer, l.Where) {
		switch {
		case l.Key:
			texts = append(texts, l.Clean(f.name))
		case f.Kind == String || f.Kind == Number:
			texts = append(texts, l.Clean(f.Text))
		}
	}
	return texts
}

// find lists what a pointer leads to. What its first * stands for passes the
// tests.
func (v *Value) find(p Pointer, where []BodyTest) []foundValue {
	found := []foundValue{{Value: v}}
	for i, token := range p {
		var next []foundValue
		for _, f := range found {
			for _, inner := range f.step(token) {
				if token != Any {
					inner.name = f.name
				}
				if i != p.Wild() || inner.passes(where) {
					next = append(next, inner)
				}
			}
		}
		found = next
	}
	return found
}

// step lists what a token stands for: a member, an element, or all of either.
func (v *Value) step(token string) []foundValue {
	var found []foundValue
	for i := range v.Members {
		if m := &v.Members[i]; token == Any || token == m.Name {
			found = append(found, foundValue{&m.Value, m.Name})
		}
	}
	for i := range v.Elements {
		if token == Any || token == strconv.Itoa(i) {
			found = append(found, foundValue{Value: &v.Elements[i]})
		}
	}
	return found
}

// passes reports whether what stands within a value passes all tests.
func (v *Value) passes(tests []BodyTest) bool {
	return !slices.ContainsFunc(tests, func(t BodyTest) bool {
		found := slices.DeleteFunc(v.find(t.Pointer, nil), func(f foundValue) bool { return f.Kind == Null })
		return !t.passes(found)
	})
}

// passes reports whether one of several values is what a test asks for.
func (t Test) passes(found []foundValue) bool {
	if t.Exists != Untested {
		return (t.Exists == Present) == (len(found) > 0)
	}
	return slices.ContainsFunc(found, func(f foundValue) bool {
		hasText := f.Kind != Object && f.Kind != Array
		switch {
		case len(t.Any) > 0:
			return hasText && slices.Contains(t.Any, f.Text)
		case len(t.Not) > 0:
			return !hasText || !slices.Contains(t.Not, f.Text)
		}
		matched, err := regexp.MatchString(Whole(t.Pattern), f.Text)
		return hasText && err == nil && matched
	})
}
