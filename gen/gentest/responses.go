package gentest

// Random responses that a catalog has something to say about.

import (
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// A Sample is a response to try a catalog on.
type Sample struct {
	Status int
	Header http.Header
	Body   string
}

// Samples are n random responses, made of what a catalog looks for and of what
// it doesn't.
func Samples(c *catalog.Catalog, seed uint64, n int) []Sample {
	v := newVocabulary(c, rand.New(rand.NewPCG(seed, 0)))
	samples := make([]Sample, n)
	for i := range samples {
		body := v.object()
		if i%4 == 0 {
			body = v.value(6)
		}
		samples[i] = Sample{v.statuses[v.IntN(len(v.statuses))], v.header(), body}
	}
	return samples
}

// A vocabulary is what random responses are made of.
type vocabulary struct {
	*rand.Rand
	statuses []int
	pointers []catalog.Pointer
	names    []string // of members, as JSON
	scalars  []string // as JSON
	headers  []string // names
	texts    []string
}

func newVocabulary(c *catalog.Catalog, r *rand.Rand) *vocabulary {
	v := &vocabulary{
		Rand:     r,
		statuses: []int{200, 204, 304, 404, 418, 502, 599},
		names:    []string{`"0"`, `"1"`, `"*"`, `""`, `"other"`},
		scalars: []string{
			"0", "1", "1.5", "1e3", "-1", "null", "true", "false", `"true"`, `"about:blank"`, `""`, `"unheard_of"`, `"` + "\xff" + `"`, "{}", "[]",
			`"3.5s"`, `"1m30s"`, "1700000000000", `"1700000100"`,
		},
		headers: []string{"Retry-After"},
		texts:   []string{"", "0", "true", "false", "47", "Tue, 14 Nov 2023 22:14:00 GMT", "1700000050", "unheard_of"},
	}
	v.addResponse(&c.Response)
	for i := range c.Errors {
		v.addError(&c.Errors[i])
	}
	v.addUncut(c)
	return v
}

func (v *vocabulary) addResponse(r *catalog.Response) {
	all := []*catalog.Locators{&r.Locators}
	for i := range r.Shapes {
		all = append(all, &r.Shapes[i].Locators)
		v.addConditions(r.Shapes[i].When)
	}
	v.addConditions(r.ErrorWhen)
	for _, l := range all {
		for _, list := range [][]catalog.Locator{l.Code, l.Domain, l.Message, l.RequestID, l.Details, l.RetryAfter, l.ShouldRetry} {
			for i := range list {
				v.addLocator(&list[i])
			}
		}
	}
}

func (v *vocabulary) addLocator(l *catalog.Locator) {
	if l.Header != "" {
		v.headers = append(v.headers, l.Header)
	} else {
		v.addPointer(l.Pointer)
	}
	for _, w := range l.Where {
		v.addPointer(slices.Concat(l.Pointer[:l.Pointer.Wild()+1], w.Pointer))
		v.addTest(w.Test)
	}
	for _, cut := range []string{l.Before, l.After} {
		if cut != "" {
			v.addText("unheard_of" + cut + "1" + cut)
		}
	}
	v.addText(l.StripPrefix)
}

// addUncut adds codes as they are before a locator cuts off what it does: one of
// each error, each for another locator.
func (v *vocabulary) addUncut(c *catalog.Catalog) {
	cutters := slices.DeleteFunc(slices.Clone(c.Response.Code), func(l catalog.Locator) bool { return uncut(&l, "") == "" })
	for i := range c.Errors {
		if codes := c.Errors[i].Codes; len(codes) > 0 && len(cutters) > 0 {
			v.addText(uncut(&cutters[i%len(cutters)], codes[0]))
		}
	}
}

// uncut is a text of which a locator leaves the code.
func uncut(l *catalog.Locator, code string) string {
	if l.After != "" {
		code = "x" + l.After + code
	}
	if l.Before != "" {
		code += l.Before + "x"
	}
	return l.StripPrefix + code
}

func (v *vocabulary) addPointer(p catalog.Pointer) {
	v.pointers = append(v.pointers, p)
	for _, token := range p {
		v.names = append(v.names, strconv.Quote(token))
	}
}

func (v *vocabulary) addConditions(conditions []catalog.Condition) {
	for _, c := range conditions {
		for _, s := range c.Statuses {
			v.statuses = append(v.statuses, s.Lo, s.Hi)
		}
		for _, h := range c.Headers {
			v.headers = append(v.headers, h.Name)
			v.addTest(h.Test)
		}
		for _, b := range c.Body {
			v.addPointer(b.Pointer)
			v.addTest(b.Test)
		}
	}
}

func (v *vocabulary) addTest(t catalog.Test) {
	for _, text := range slices.Concat(t.Any, t.Not, matching(t.Pattern)) {
		v.addText(text)
	}
}

func (v *vocabulary) addError(e *catalog.Error) {
	for _, s := range e.Statuses {
		v.statuses = append(v.statuses, s.Lo, s.Hi)
	}
	for _, text := range slices.Concat(e.Codes, matching(e.Pattern)) {
		v.addText(text)
	}
	if e.Domain != "" {
		v.names = append(v.names, strconv.Quote(e.Domain))
		v.addText(e.Domain)
	}
	if e.When != nil {
		v.addConditions([]catalog.Condition{*e.When})
	}
}

// addText adds a text, plain and with an escape in it.
func (v *vocabulary) addText(text string) {
	if text == "" {
		return
	}
	v.texts = append(v.texts, text)
	v.scalars = append(v.scalars, strconv.Quote(text), `"`+`\u00`+strconv.FormatInt(int64(text[0]), 16)+strconv.Quote(text[1:])[1:])
	if _, err := strconv.Atoi(text); err == nil {
		v.scalars = append(v.scalars, text)
	}
}

// matching are texts that a pattern of digits and letters matches, more or less.
func matching(pattern string) (texts []string) {
	for _, alternative := range strings.Split(pattern, "|") {
		if i := strings.IndexByte(alternative, '('); i >= 0 {
			_, rest, _ := strings.Cut(alternative, ")")
			texts = append(texts, alternative[:i]+"31"+rest, alternative[:i]+rest)
		} else if alternative != "" {
			texts = append(texts, strings.ReplaceAll(alternative, ".*", "some"), alternative)
		}
	}
	return texts
}

func (v *vocabulary) pick(texts []string) string { return texts[v.IntN(len(texts))] }

// value is a JSON value of at most that depth.
func (v *vocabulary) value(depth int) string {
	kind := v.IntN(10)
	if depth == 0 || kind < 2 {
		return v.pick(v.scalars)
	}
	var items []string
	for range v.IntN(5) {
		item := v.value(depth - 1)
		if kind < 7 {
			item = v.pick(v.names) + ":" + item
		}
		items = append(items, item)
	}
	if kind < 7 {
		return "{" + strings.Join(items, ",") + "}"
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// object is a JSON object whose members lead where pointers do.
func (v *vocabulary) object() string {
	if len(v.pointers) == 0 {
		return v.value(2)
	}
	var members []string
	for range 1 + v.IntN(5) {
		members = append(members, v.leading(v.pointers[v.IntN(len(v.pointers))], 0))
	}
	return "{" + strings.Join(members, ",") + "}"
}

// leading is a member on the way of a pointer, its name being the token at that
// depth.
func (v *vocabulary) leading(p catalog.Pointer, depth int) string {
	name := strconv.Quote(p[depth])
	if p[depth] == catalog.Any {
		name = v.pick(v.names)
	}
	if len(p) == depth+1 {
		return name + ":" + v.value(v.IntN(2))
	}
	next := p[depth+1]
	if next != catalog.Any && next != "0" || v.IntN(4) == 0 {
		return name + ":" + v.members(p, depth+1)
	}
	var elements []string
	for range v.IntN(4) {
		if len(p) == depth+2 {
			elements = append(elements, v.value(1))
		} else {
			elements = append(elements, v.members(p, depth+2))
		}
	}
	return name + ":[" + strings.Join(elements, ",") + "]"
}

// members is an object on the way of a pointer, with what other pointers want
// there, in any order.
func (v *vocabulary) members(p catalog.Pointer, depth int) string {
	members := []string{v.leading(p, depth)}
	for _, other := range v.pointers {
		if len(other) > depth && slices.Equal(other[:depth], p[:depth]) && v.IntN(2) == 0 {
			members = append(members, v.leading(other, depth))
		}
	}
	v.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
	return "{" + strings.Join(members, ",") + "}"
}

func (v *vocabulary) header() http.Header {
	h := http.Header{"Date": {"Tue, 14 Nov 2023 22:13:20 GMT"}}
	for _, name := range v.headers {
		for v.IntN(8) == 0 {
			h.Add(name, v.pick(v.texts))
		}
	}
	return h
}
