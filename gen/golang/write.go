package golang

// The server's side: what an error says in headers and in the body.

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitWriteHeader emits
//
//	// writeHeader sets what an error says in headers.
//	func writeHeader(h http.Header, e *Error) {
//		setHeader(h, "Retry-After", e.delayIn(seconds))
//	}
func emitWriteHeader(t *target) jen.Code {
	r := &t.Response
	var sets []jen.Code
	add := func(locators []catalog.Locator, value jen.Code) {
		if len(locators) > 0 && locators[0].Header != "" {
			sets = append(sets, setHeader(locators[0].Header, withPrefix(locators[0].StripPrefix, value)))
		}
	}
	if len(t.codeDomains()) == 0 {
		add(r.Code, ofError("wireCode"))
	} else {
		sets = append(sets, t.setCodeHeaders()...)
	}
	add(r.Domain, ofError("wireDomain"))
	add(r.Message, ofError("message"))
	add(r.RequestID, jen.Id("e").Dot("RequestID"))
	add(r.Details, jen.String().Call(jen.Id("e").Dot("Details")))
	if len(r.RetryAfter) > 0 && canonical(r.RetryAfter[0].Header) != retryAfter {
		add(r.RetryAfter, delayIn(r.RetryAfter[0].Unit))
	}
	add([]catalog.Locator{{Header: retryAfter}}, delayIn(catalog.Seconds))
	sets = append(sets, t.setConditionHeaders()...)
	params := []jen.Code{jen.Id("h").Qual("net/http", "Header"), jen.Id("e").Op("*").Id("Error")}
	doc := comment("writeHeader sets what an error says in headers.")
	return documented(doc, jen.Func().Id("writeHeader").Params(params...).Block(sets...))
}

// retryAfter is the header of RFC 9110 §10.2.3, in seconds.
const retryAfter = "Retry-After"

func setHeader(name string, value jen.Code) jen.Code {
	return jen.Id("setHeader").Call(jen.Id("h"), jen.Lit(canonical(name)), value)
}

// withPrefix is a value with what its locator strips.
func withPrefix(prefix string, value jen.Code) jen.Code {
	if prefix == "" {
		return value
	}
	return jen.Id("prefixed").Call(jen.Lit(prefix), value)
}

// codeDomains lists the domains that locators of codes have.
func (t *target) codeDomains() (domains []string) {
	for i := range t.Response.Code {
		if d := t.Response.Code[i].Domain; d != "" && !slices.Contains(domains, d) {
			domains = append(domains, d)
		}
	}
	return domains
}

// codeOf is where the code of a domain is written.
func (t *target) codeOf(domain string) *catalog.Locator { return &t.Response.CodesIn(domain)[0] }

// setCodeHeaders emits
//
//	switch e.wireDomain() {
//	case "sms":
//		setHeader(h, "X-Sms-Error", e.wireCode())
//	}
func (t *target) setCodeHeaders() []jen.Code {
	inHeader := func(domain string) bool { return t.codeOf(domain).Header != "" }
	if !inHeader("") && !slices.ContainsFunc(t.codeDomains(), inHeader) {
		return nil
	}
	cases := t.domainCases(func(domain string) []jen.Code {
		if l := t.codeOf(domain); l.Header != "" {
			return []jen.Code{setHeader(l.Header, withPrefix(l.StripPrefix, ofError("wireCode")))}
		}
		return nil
	})
	return []jen.Code{jen.Switch(ofError("wireDomain")).Block(cases...)}
}

// domainCases are the cases of a switch over domains, the last for all others.
func (t *target) domainCases(of func(domain string) []jen.Code) []jen.Code {
	var cases []jen.Code
	for _, d := range t.codeDomains() {
		cases = append(cases, jen.Case(jen.Lit(d)).Block(of(d)...))
	}
	return append(cases, jen.Default().Block(of("")...))
}

// setConditionHeaders emits what the conditions of errors ask of headers:
//
//	switch e.Code {
//	case ErrRateLimited:
//		setHeader(h, "X-Ratelimit-Remaining", "0")
//	}
func (t *target) setConditionHeaders() []jen.Code {
	var cases []jen.Code
	for _, e := range t.conditional() {
		var sets []jen.Code
		for _, test := range e.When.Headers {
			if len(test.Any) > 0 {
				sets = append(sets, setHeader(test.Name, jen.Lit(test.Any[0])))
			}
		}
		if len(sets) > 0 {
			cases = append(cases, jen.Case(jen.Id(codeName(e))).Block(sets...))
		}
	}
	if len(cases) == 0 {
		return nil
	}
	return []jen.Code{jen.Switch(jen.Id("e").Dot("Code")).Block(cases...)}
}

// ofError calls a method of the error that is written.
func ofError(method string, args ...jen.Code) jen.Code { return jen.Id("e").Dot(method).Call(args...) }

func delayIn(u catalog.Unit) jen.Code { return ofError("delayIn", jen.Id(unitNames[u])) }

// skeletons are the bodies that errors have: of those without a domain, then of
// each domain whose codes have a place of their own.
func (t *target) skeletons() []catalog.Value {
	all := []catalog.Value{t.Response.Skeleton()}
	for _, d := range t.codeDomains() {
		all = append(all, t.Response.SkeletonIn(d))
	}
	return all
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
	body := func(domain string) []jen.Code { return t.write("", t.Response.SkeletonIn(domain)) }
	statements := body("")
	if len(t.codeDomains()) > 0 {
		statements = []jen.Code{jen.Switch(ofError("wireDomain")).Block(t.domainCases(body)...)}
	}
	params := []jen.Code{jen.Id("w").Op("*").Id("jsonWriter"), jen.Id("e").Op("*").Id("Error")}
	doc := comment("writeBody writes what an error says in the body.")
	return documented(doc, jen.Func().Id("writeBody").Params(params...).Block(statements...))
}

// write emits what writes a value under a name; an element has the name "".
func (t *target) write(name string, v catalog.Value) []jen.Code {
	switch {
	case v.Kind == catalog.Slot:
		return []jen.Code{t.writeSlot(name, v)}
	case !hasSlot(v):
		return []jen.Code{write("constant", jen.Lit(name), jen.Lit(compact(v)))}
	case v.Kind == catalog.Array:
		statements := []jen.Code{write("list", jen.Lit(name))}
		for _, e := range v.Elements {
			statements = append(statements, t.write("", e)...)
		}
		return append(statements, write("end"))
	}
	return t.writeObject(jen.Lit(name), v)
}

// writeObject emits what writes an object under a name.
func (t *target) writeObject(name jen.Code, v catalog.Value, first ...jen.Code) []jen.Code {
	statements := append([]jen.Code{write("begin", name)}, first...)
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
func (t *target) writeKeyed(m catalog.Member) jen.Code {
	name := jen.Id("name")
	var statements []jen.Code
	if m.Value.Kind == catalog.Slot {
		statements = []jen.Code{t.writeSlotAs(name, m.Value)}
	} else {
		statements = t.writeObject(name, m.Value, write("say"))
	}
	key := jen.Id("name").Op(":=").Add(withPrefix(m.Key.Prefix, t.slotText(*m.Key)))
	return jen.If(key, jen.Id("name").Op("!=").Lit("")).Block(statements...)
}

// write calls a method of the jsonWriter.
func write(method string, args ...jen.Code) jen.Code { return jen.Id("w").Dot(method).Call(args...) }

// writeSlot emits what writes one of the error's own values.
func (t *target) writeSlot(name string, v catalog.Value) jen.Code {
	return t.writeSlotAs(jen.Lit(name), v)
}

func (t *target) writeSlotAs(name jen.Code, v catalog.Value) jen.Code {
	switch {
	case v.Slot == catalog.SlotMark:
		return write("mark", name, jen.Lit(compact(catalog.Scalar(v.Text))))
	case v.Slot == catalog.SlotDetails:
		return write("json", name, jen.Id("e").Dot("Details"))
	case v.Numeric && v.Prefix == "":
		return write("number", name, t.slotText(v))
	}
	return write("string", name, withPrefix(v.Prefix, t.slotText(v)))
}

// slotText is one of the error's own values, as a text.
func (t *target) slotText(v catalog.Value) jen.Code {
	switch v.Slot {
	case catalog.SlotStatus:
		return jen.Qual("strconv", "Itoa").Call(jen.Id("e").Dot("Status"))
	case catalog.SlotCode:
		return ofError("wireCode")
	case catalog.SlotDomain:
		return ofError("wireDomain")
	case catalog.SlotMessage:
		return ofError("message")
	case catalog.SlotRequestID:
		return jen.Id("e").Dot("RequestID")
	case catalog.SlotDetails:
		return jen.String().Call(jen.Id("e").Dot("Details"))
	}
	return delayIn(t.Response.RetryAfter[0].Unit)
}

// hasSlot reports whether an error's own value stands somewhere in a value.
func hasSlot(v catalog.Value) bool {
	return hasSlotThat(v, func(*catalog.Value) bool { return true })
}

// writes reports whether one of an error's own values in a body is such a one.
func (t *target) writes(is func(*catalog.Value) bool) bool {
	return slices.ContainsFunc(t.skeletons(), func(v catalog.Value) bool { return hasSlotThat(v, is) })
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
	for _, list := range lists(&t.Response.Locators) {
		if len(list) > 0 && prefixed(&list[0]) {
			return true
		}
	}
	inHeader := func(domain string) bool { return prefixed(t.codeOf(domain)) }
	if domains := t.codeDomains(); len(domains) > 0 && (inHeader("") || slices.ContainsFunc(domains, inHeader)) {
		return true
	}
	return t.writes(func(v *catalog.Value) bool { return v.Prefix != "" })
}

// hasList reports whether an error's own value stands somewhere in an array.
func hasList(v catalog.Value) bool {
	if v.Kind == catalog.Array {
		return hasSlot(v)
	}
	return slices.ContainsFunc(v.Members, func(m catalog.Member) bool { return hasList(m.Value) })
}

// compact is a value as JSON without white space.
func compact(v catalog.Value) string {
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(v.Indented())); err != nil {
		panic("the JSON of a catalog is not JSON: " + strconv.Quote(v.Indented()))
	}
	return b.String()
}
