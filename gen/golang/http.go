package golang

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// httpFiles are the runtime files of the http part.
func httpFiles(*target) []string {
	return []string{"decode.go", "response.go", "write.go", "delay.go", "scan.go", "lex.go", "text.go"}
}

// emitHTTP emits what reading and writing a response take from the catalog.
func emitHTTP(t *target) []*jen.File {
	tree := newPlaces(&t.Response)
	return []*jen.File{looseFile(
		emitMediaType(t),
		emitIsError(t),
		emitEnds(tree),
		emitChild(tree),
		emitSources(t, tree),
		emitWriteHeader(t),
		emitWriteBody(t),
	)}
}

// emitMediaType emits
//
//	// mediaType is that of an error body.
//	const mediaType = "application/json"
func emitMediaType(t *target) jen.Code {
	doc := comment("mediaType is that of an error body.")
	return documented(doc, jen.Const().Id("mediaType").Op("=").Lit(t.Response.MediaType))
}

// emitIsError emits
//
//	// isError reports …
//	func isError(status int) bool { return status >= 300 && status != http.StatusNotModified }
//
// or, where an error of the catalog is a 304, without the second test.
func emitIsError(t *target) jen.Code {
	test := jen.Id("status").Op(">=").Lit(http.StatusMultipleChoices)
	if !t.lists(http.StatusNotModified) {
		test.Op("&&").Id("status").Op("!=").Qual("net/http", "StatusNotModified")
	}
	doc := comment("isError reports whether a response with that status is an error.")
	head := jen.Func().Id("isError").Params(jen.Id("status").Int()).Bool()
	return documented(doc, head.Add(oneLine(test)))
}

// lists reports whether an error of the catalog has the status.
func (t *target) lists(status int) bool {
	return slices.ContainsFunc(t.Errors, func(e catalog.Error) bool {
		return slices.ContainsFunc(e.Statuses, func(r catalog.StatusRange) bool { return r.Contains(status) })
	})
}

// emitEnds emits
//
//	// ends are the places where the catalog looks in a body, each as the first place that does not stand within it.
//	var ends = [...]int{3, 3, 3}
func emitEnds(tree places) jen.Code {
	var ends []jen.Code
	for _, p := range tree {
		ends = append(ends, jen.Lit(p.end))
	}
	doc := comment("ends are the places where the catalog looks in a body, each as the first place that does not stand within it.")
	return documented(doc, jen.Var().Id("ends").Op("=").Index(jen.Op("...")).Int().Add(fields(ends...)))
}

// emitChild emits
//
//	// child is the place that a member's name, or an element's index, leads to.
//	func child(at int, name []byte) int {
//		switch at {
//		case 0:
//			switch string(name) {
//			case "error":
//				return 1
//			}
//		case 1:
//			switch string(name) {
//			case "code":
//				return 2 // /error/code
//			}
//		}
//		return nowhere
//	}
func emitChild(tree places) jen.Code {
	var cases []jen.Code
	for at, p := range tree {
		if p.end > at+1 {
			names := jen.Switch(jen.String().Call(jen.Id("name"))).Block(tree.children(at)...)
			cases = append(cases, jen.Case(jen.Lit(at)).Block(names))
		}
	}
	var body []jen.Code
	if len(cases) > 0 {
		body = append(body, jen.Switch(jen.Id("at")).Block(cases...))
	}
	body = append(body, jen.Return(jen.Id("nowhere")))
	params := []jen.Code{jen.Id("at").Int(), jen.Id("name").Index().Byte()}
	doc := comment("child is the place that a member's name, or an element's index, leads to.")
	return documented(doc, jen.Func().Id("child").Params(params...).Int().Block(body...))
}

// children are the cases of the places directly within another.
func (p places) children(at int) []jen.Code {
	var cases []jen.Code
	for i := at + 1; i < p[at].end; i = p[i].end {
		found := jen.Return(jen.Lit(i))
		if p[i].wanted {
			found.Comment("// " + prose(p[i].pointer.String()))
		}
		cases = append(cases, jen.Case(jen.Lit(p[i].token)).Block(found))
	}
	return cases
}

// fields is a composite literal on one line, without its type.
func fields(items ...jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "{", Separator: ", ", Close: "}"}, items...)
}

func numberField(name string, n int) jen.Code { return jen.Id(name).Op(":").Lit(n) }

// emitSources emits
//
//	// Where a response says what, …
//	var (
//		codeSources = [...]source{{place: 2}, {header: "X-Error-Code"}}
//		…
//	)
func emitSources(t *target, tree places) jen.Code {
	r := &t.Response
	lists := []struct {
		name     string
		locators []catalog.Locator
	}{
		{"codeSources", r.Code}, {"messageSources", r.Message}, {"requestIDSources", r.RequestID}, {"detailsSources", r.Details},
	}
	var specs []jen.Code
	for _, l := range lists {
		specs = append(specs, sourceList(l.name, tree.sources(l.locators)))
	}
	specs = append(specs, sourceList("retryAfterSources", tree.delays(r.RetryAfter)))
	doc := comment("Where a response says what, each list in the order in which it is tried.")
	return documented(doc, jen.Var().Defs(specs...))
}

// sourceList is one of the lists.
func sourceList(name string, sources []jen.Code) jen.Code {
	return jen.Id(name).Op("=").Index(jen.Op("...")).Id("source").Add(fields(sources...))
}

// sources are the sources that locators stand for.
func (p places) sources(locators []catalog.Locator) []jen.Code {
	var sources []jen.Code
	for _, l := range locators {
		sources = append(sources, fields(p.source(l)))
	}
	return sources
}

// delays are those of a delay, each with its unit; the standard header comes
// last.
func (p places) delays(locators []catalog.Locator) []jen.Code {
	if !slices.ContainsFunc(locators, isRetryAfter) {
		locators = append(slices.Clip(locators), catalog.Locator{Header: retryAfter})
	}
	var sources []jen.Code
	for _, l := range locators {
		sources = append(sources, fields(p.source(l), jen.Id("unit").Op(":").Id(unitNames[l.Unit])))
	}
	return sources
}

// retryAfter is the header of RFC 9110 §10.2.3, in seconds.
const retryAfter = "Retry-After"

func isRetryAfter(l catalog.Locator) bool {
	return l.Unit == catalog.Seconds && canonical(l.Header) == retryAfter
}

func canonical(header string) string { return http.CanonicalHeaderKey(header) }

// source is header: "X-Error-Code", or place: 2.
func (p places) source(l catalog.Locator) jen.Code {
	if l.Header != "" {
		return jen.Id("header").Op(":").Lit(canonical(l.Header))
	}
	return numberField("place", p.index(l.Pointer))
}

// emitWriteHeader emits
//
//	// writeHeader sets what an error says in headers.
//	func writeHeader(h http.Header, e *Error) {
//		setHeader(h, "Retry-After", e.delayIn(seconds))
//	}
func emitWriteHeader(t *target) jen.Code {
	r := &t.Response
	var sets []jen.Code
	set := func(locators []catalog.Locator, value jen.Code) {
		if len(locators) > 0 && locators[0].Header != "" {
			name := jen.Lit(canonical(locators[0].Header))
			sets = append(sets, jen.Id("setHeader").Call(jen.Id("h"), name, value))
		}
	}
	set(r.Code, ofError("wireCode"))
	set(r.Message, ofError("message"))
	set(r.RequestID, jen.Id("e").Dot("RequestID"))
	set(r.Details, jen.String().Call(jen.Id("e").Dot("Details")))
	if len(r.RetryAfter) > 0 && canonical(r.RetryAfter[0].Header) != retryAfter {
		set(r.RetryAfter, delayIn(r.RetryAfter[0].Unit))
	}
	set([]catalog.Locator{{Header: retryAfter}}, delayIn(catalog.Seconds))
	params := []jen.Code{jen.Id("h").Qual("net/http", "Header"), jen.Id("e").Op("*").Id("Error")}
	doc := comment("writeHeader sets what an error says in headers.")
	return documented(doc, jen.Func().Id("writeHeader").Params(params...).Block(sets...))
}

// ofError calls a method of the error that is written.
func ofError(method string, args ...jen.Code) jen.Code { return jen.Id("e").Dot(method).Call(args...) }

func delayIn(u catalog.Unit) jen.Code { return ofError("delayIn", jen.Id(unitNames[u])) }

// emitWriteBody emits
//
//	// writeBody writes what an error says in the body.
//	func writeBody(w *jsonWriter, e *Error) {
//		w.begin("")
//		w.string("message", e.message())
//		w.end()
//	}
func emitWriteBody(t *target) jen.Code {
	params := []jen.Code{jen.Id("w").Op("*").Id("jsonWriter"), jen.Id("e").Op("*").Id("Error")}
	doc := comment("writeBody writes what an error says in the body.")
	head := jen.Func().Id("writeBody").Params(params...)
	return documented(doc, head.Block(t.writeObject("", t.Response.Skeleton())...))
}

// writeObject emits what writes an object.
func (t *target) writeObject(name string, v catalog.Value) []jen.Code {
	statements := []jen.Code{write("begin", jen.Lit(name))}
	for _, m := range v.Members {
		switch {
		case m.Value.Kind == catalog.Slot:
			statements = append(statements, t.writeSlot(m))
		case hasSlot(m.Value):
			statements = append(statements, t.writeObject(m.Name, m.Value)...)
		default:
			statements = append(statements, write("constant", jen.Lit(m.Name), jen.Lit(compact(m.Value))))
		}
	}
	return append(statements, write("end"))
}

// write calls a method of the jsonWriter.
func write(method string, args ...jen.Code) jen.Code { return jen.Id("w").Dot(method).Call(args...) }

// writeSlot emits what writes one of the error's own values.
func (t *target) writeSlot(m catalog.Member) jen.Code {
	method := "string"
	if m.Value.Text == "number" {
		method = "number"
	}
	name := jen.Lit(m.Name)
	switch m.Value.Slot {
	case catalog.SlotStatus:
		return write(method, name, jen.Qual("strconv", "Itoa").Call(jen.Id("e").Dot("Status")))
	case catalog.SlotCode:
		return write(method, name, ofError("wireCode"))
	case catalog.SlotMessage:
		return write(method, name, ofError("message"))
	case catalog.SlotRequestID:
		return write(method, name, jen.Id("e").Dot("RequestID"))
	case catalog.SlotDetails:
		return write("json", name, jen.Id("e").Dot("Details"))
	}
	return write(method, name, delayIn(t.Response.RetryAfter[0].Unit))
}

// hasSlot reports whether an error's own value stands somewhere in an object.
func hasSlot(v catalog.Value) bool {
	return v.Kind == catalog.Slot || slices.ContainsFunc(v.Members, func(m catalog.Member) bool { return hasSlot(m.Value) })
}

// compact is a value as JSON without white space.
func compact(v catalog.Value) string {
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(v.Indented())); err != nil {
		panic("the JSON of a catalog is not JSON: " + strconv.Quote(v.Indented()))
	}
	return b.String()
}
