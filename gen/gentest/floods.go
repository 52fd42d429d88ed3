package gentest

// Responses that go on and on: to read one twice as long is to take twice as long.

import (
	"slices"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// A Flood is a response of any length: its body is Once[0], n times Repeated[0],
// Once[1], and so on.
type Flood struct {
	Once, Repeated []string
	Header         map[string]string // each of them n times
}

// Floods are responses in which each * of each pointer stands for many elements,
// of which each has all that the catalog looks for, and none of it is of use.
func Floods(c *catalog.Catalog) (floods []Flood) {
	f := flooder{vocabulary: newVocabulary(c, nil), texts: map[string]string{}}
	f.note(c)
	f.pour(nil)
	floods = append(floods, f.flood)
	for _, p := range f.pointers {
		for i, token := range p {
			if token == catalog.Any {
				f.pour(p[:i])
				floods = append(floods, f.flood)
			}
		}
	}
	return floods
}

// A flooder makes floods.
type flooder struct {
	*vocabulary
	code    string
	texts   map[string]string // that tests ask for, by pointer
	headers map[string]string
	rising  catalog.Pointer // to the array that is long
	flood   Flood
}

// note notes what a response has to say so that the catalog looks on.
func (f *flooder) note(c *catalog.Catalog) {
	f.code, f.headers = "unheard_of", map[string]string{}
	for _, name := range f.vocabulary.headers {
		f.headers[name] = ""
	}
	for i := range c.Errors {
		if e := &c.Errors[i]; e.When != nil && len(e.Codes) > 0 {
			f.code = e.Codes[0]
		}
	}
	for i := range c.Response.Code {
		l := &c.Response.Code[i]
		f.texts[l.Pointer.String()] = f.code
		if l.Header != "" {
			f.headers[l.Header] = f.code
		}
		for _, w := range l.Where {
			if len(w.Any) > 0 {
				f.texts[slices.Concat(l.Pointer[:l.Pointer.Wild()+1], w.Pointer).String()] = w.Any[0]
			}
		}
	}
	f.headers["Retry-After"] = "Sun, 06 Nov 1994 08:49:37 GMT"
}

// pour makes the flood in which the array at a pointer is long.
func (f *flooder) pour(rising catalog.Pointer) {
	f.rising, f.flood = rising, Flood{Once: []string{""}, Header: f.headers}
	f.value(nil, true)
}

func (f *flooder) write(text string) { f.flood.Once[len(f.flood.Once)-1] += text }

// repeat writes a text n times.
func (f *flooder) repeat(text string) {
	f.flood.Repeated = append(f.flood.Repeated, text)
	f.flood.Once = append(f.flood.Once, "")
}

// value writes what stands where a pointer leads: once only, or in each of many
// elements.
func (f *flooder) value(at catalog.Pointer, once bool) {
	tokens := f.tokens(at)
	switch {
	case len(tokens) == 0 && f.texts[at.String()] == "" && once:
		f.write(`"`)
		f.repeat(`\u0061`)
		f.write(`"`)
	case len(tokens) == 0:
		f.write(strconv.Quote(f.texts[at.String()]))
	case len(tokens) > 1 || tokens[0] != catalog.Any:
		f.object(at, tokens, once)
	case once && f.rising != nil && slices.Equal(at, f.rising):
		element := flooder{vocabulary: f.vocabulary, texts: f.texts, flood: Flood{Once: []string{""}}}
		element.value(append(slices.Clip(at), catalog.Any), false)
		f.write("[")
		f.repeat(element.flood.Once[0] + ",")
		f.write("0]")
	default:
		f.write("[")
		f.value(append(slices.Clip(at), catalog.Any), once)
		f.write("]")
	}
}

func (f *flooder) object(at catalog.Pointer, tokens []string, once bool) {
	for i, token := range tokens {
		f.write([]string{"{", ","}[min(i, 1)] + strconv.Quote(strings.Replace(token, catalog.Any, "other", 1)) + ":")
		f.value(append(slices.Clip(at), token), once)
	}
	f.write("}")
}

// tokens are those with which pointers go on from a place.
func (f *flooder) tokens(at catalog.Pointer) (tokens []string) {
	for _, p := range f.pointers {
		if len(p) > len(at) && slices.Equal(p[:len(at)], at) && !slices.Contains(tokens, p[len(at)]) {
			tokens = append(tokens, p[len(at)])
		}
	}
	return tokens
}
