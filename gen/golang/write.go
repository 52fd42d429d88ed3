package golang

// The server's side: what an error says in the body.

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// findSkeletons finds the bodies that errors have: of those without a domain, then
// of each domain whose codes have a place of their own.
func (t *target) findSkeletons() {
	for _, d := range append([]string{""}, t.codeDomains()...) {
		t.skeletons = append(t.skeletons, t.SkeletonIn(d))
	}
}

// skeletonIn is the body of a domain's errors.
func (t *target) skeletonIn(domain string) catalog.Value {
	return t.skeletons[1+slices.Index(t.codeDomains(), domain)]
}

// emitWriteBody emits
//
//	// writeBody writes what an error says in the body.
//	func writeBody(w *jsonWriter, e *Error) {
//		w.begin("")
//		w.string("message", e.message())
//		w.end()
//	}
//
// Where codes of some domains have a place of their own, there is a case for
// each.
func emitWriteBody(t *target) jen.Code {
	body := func(domain string) []jen.Code { return t.write("", t.skeletonIn(domain)) }
	statements := body("")
	if len(t.codeDomains()) > 0 {
		statements = []jen.Code{jen.Switch(ofError("wireDomain")).Block(t.domainCases(body)...)}
	}
	params := []jen.Code{jen.Id("w").Id("*jsonWriter"), jen.Id("e").Id("*Error")}
	doc := comment("writeBody writes what an error says in the body.")
	return documented(doc, jen.Func().Add(call("writeBody", params...)).Block(statements...))
}

// write emits what writes a value under a name; an element has the name "".
func (t *target) write(name string, v catalog.Value) []jen.Code {
	switch {
	case v.Kind == catalog.Slot:
		return []jen.Code{t.writeSlot(name, v)}
	case !hasSlot(v):
		return []jen.Code{write("constant", jen.Lit(name), jen.Lit(compact(v)))}
	case v.IsMark():
		return []jen.Code{write("mark", jen.Lit(name), jen.Lit(compact(marked(v))))}
	}
	return t.writeNested(jen.Lit(name), v)
}

// writeNested emits what writes an object or array under a name.
func (t *target) writeNested(name jen.Code, v catalog.Value, first ...jen.Code) []jen.Code {
	begin := "begin"
	if v.Kind == catalog.Array {
		begin = "list"
	}
	statements := append([]jen.Code{write(begin, name)}, first...)
	for _, e := range v.Elements {
		statements = append(statements, t.write("", e)...)
	}
	for _, m := range v.Members {
		if m.Key != nil {
			statements = append(statements, t.writeKeyed(m))
		} else {
			statements = append(statements, t.write(m.Name, m.Value)...)
		}
	}
	return append(statements, write("end"))
}

// writeKeyed emits what writes a member whose name is one of the error's own
// values:
//
//	if name := e.wireDomain(); name != "" {
//		w.begin(name)
//		w.say()
//		…
//		w.end()
//	}
//
// Where the error may have no value for it, an empty object stands there, so that
// the name is not lost:
//
//	size := len(w.text)
//	w.json(name, e.Details)
//	if len(w.text) == size {
//		w.constant(name, "{}")
//	}
func (t *target) writeKeyed(m catalog.Member) jen.Code {
	name := jen.Id("name")
	var statements []jen.Code
	switch v := m.Value; {
	case v.Kind == catalog.Null:
		statements = []jen.Code{write("constant", name, jen.Lit("{}"))}
	case !hasSlot(v):
		statements = []jen.Code{write("constant", name, jen.Lit(compact(v)))}
	case v.Kind != catalog.Slot:
		statements = t.writeNested(name, v, write("say"))
	case v.Slot == catalog.SlotMessage:
		statements = []jen.Code{t.writeSlotAs(name, v)}
	default:
		size := jen.Id("size").Op(":=").Len(jen.Id("w.text"))
		none := jen.If(jen.Len(jen.Id("w.text")).Op("==").Id("size")).Block(write("constant", name, jen.Lit("{}")))
		statements = []jen.Code{size, t.writeSlotAs(name, v), none}
	}
	key := jen.Id("name").Op(":=").Add(t.slotText(*m.Key))
	return ifSet(key, jen.Id("name").Op("!=").Lit(""), statements...)
}

// write calls a method of the jsonWriter.
func write(method string, args ...jen.Code) jen.Code { return call("w."+method, args...) }

// writeSlot emits what writes one of the error's own values.
func (t *target) writeSlot(name string, v catalog.Value) jen.Code {
	return t.writeSlotAs(jen.Lit(name), v)
}

func (t *target) writeSlotAs(name jen.Code, v catalog.Value) jen.Code {
	switch {
	case v.Slot == catalog.SlotMark:
		return write("mark", name, jen.Lit(compact(catalog.Passing(v.Text))))
	case v.Slot == catalog.SlotAsked:
		return write("asked", name, t.asked(v.Asked))
	case v.Slot == catalog.SlotDetails:
		return write("json", name, jen.Id("e.Details"))
	case v.Numeric && v.Prefix == "":
		return write("number", name, t.slotText(v))
	}
	return write("string", name, t.slotText(v))
}

// asked is what the condition of the error asks for at one of some pointers:
//
//	e.asked(bodyTest{place: 12})
func (t *target) asked(at []catalog.Pointer) jen.Code {
	places := make([]jen.Code, len(at))
	for i, p := range at {
		places[i] = fields("bodyTest", t.placeField(p))
	}
	return ofError("asked", places...)
}

// slotText is one of the error's own values, as the text that is written, or what
// the condition of the error asks for there.
func (t *target) slotText(v catalog.Value) jen.Code {
	text := withPrefix(v.Prefix, t.ownText(v))
	if len(v.Asked) == 0 {
		return text
	}
	return call("oneOf", t.asked(v.Asked), text)
}

// ownText is one of the error's own values, as a text.
func (t *target) ownText(v catalog.Value) jen.Code {
	switch v.Slot {
	case catalog.SlotStatus:
		return callOf("strconv", "Itoa", jen.Id("e.Status"))
	case catalog.SlotCode:
		return ofError("wireCode")
	case catalog.SlotDomain:
		return ofError("wireDomain")
	case catalog.SlotMessage:
		return ofError("message")
	case catalog.SlotRequestID:
		return jen.Id("e.RequestID")
	case catalog.SlotDetails:
		return call("string", jen.Id("e.Details"))
	}
	return delayIn(t.Response.RetryAfter[0].Unit)
}

// hasSlot reports whether an error's own value stands somewhere in a value.
func hasSlot(v catalog.Value) bool {
	return hasSlotThat(v, func(*catalog.Value) bool { return true })
}

// writes reports whether one of an error's own values in a body is such a one.
func (t *target) writes(is func(*catalog.Value) bool) bool {
	return slices.ContainsFunc(t.skeletons, func(v catalog.Value) bool { return hasSlotThat(v, is) })
}

func hasSlotThat(v catalog.Value, is func(*catalog.Value) bool) bool {
	within := func(v catalog.Value) bool { return hasSlotThat(v, is) }
	return v.Kind == catalog.Slot && is(&v) || slices.ContainsFunc(v.Elements, within) ||
		slices.ContainsFunc(v.Members, func(m catalog.Member) bool { return m.Key != nil && within(*m.Key) || within(m.Value) })
}

// writesPrefix reports whether a value is written with a prefix, in a body or a
// header.
func (t *target) writesPrefix() bool {
	prefixed := func(l *catalog.Locator) bool { return l.Header != "" && l.StripPrefix != "" }
	if slices.ContainsFunc(t.headers(), func(h writtenHeader) bool { return prefixed(&h.Locator) }) ||
		slices.ContainsFunc(t.codesByDomain(), prefixed) {
		return true
	}
	return t.writes(func(v *catalog.Value) bool { return v.Prefix != "" })
}

// marked is a value that has only marks, with the texts that they set.
func marked(v catalog.Value) catalog.Value {
	if v.Kind == catalog.Slot {
		return catalog.Passing(v.Text)
	}
	v.Elements, v.Members = slices.Clone(v.Elements), slices.Clone(v.Members)
	for i := range v.Elements {
		v.Elements[i] = marked(v.Elements[i])
	}
	for i := range v.Members {
		v.Members[i].Value = marked(v.Members[i].Value)
	}
	return v
}

// hasList reports whether an error's own value stands somewhere in an array.
func hasList(v catalog.Value) bool {
	switch {
	case v.IsMark():
		return false // written as a constant
	case v.Kind == catalog.Array:
		return hasSlot(v)
	}
	return slices.ContainsFunc(v.Members, func(m catalog.Member) bool {
		isKeyed := m.Key != nil && m.Value.Kind == catalog.Array && hasSlot(m.Value) // it is no constant, even if all in it is marks
		return isKeyed || hasList(m.Value)
	})
}

// compact is a value as JSON without white space.
func compact(v catalog.Value) string {
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(v.Indented())); err != nil {
		panic("the JSON of a catalog is not JSON: " + strconv.Quote(v.Indented()))
	}
	return b.String()
}
