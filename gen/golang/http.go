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
		emitPlaces(tree),
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

// emitPlaces emits
//
//	// places are where the catalog looks in a body.
//	var places = [...]place{
//		0: {end: 3},
//		1: {token: "error", end: 3},
//		2: {token: "code", end: 3}, // /error/code
//	}
func emitPlaces(tree places) jen.Code {
	lines := []jen.Code{jen.Lit(0).Op(":").Add(fields(numberField("end", len(tree)))).Op(",")}
	for i, p := range tree[1:] {
		token := jen.Id("token").Op(":").Lit(p.token)
		line := jen.Lit(i + 1).Op(":").Add(fields(token, numberField("end", p.end))).Op(",")
		if p.wanted {
			line.Comment("// " + prose(p.pointer.String()))
		}
		lines = append(lines, line)
	}
	list := jen.Options{Open: "{\n", Separator: "\n", Close: "\n}"}
	table := jen.Index(jen.Op("...")).Id("place").Custom(list, lines...)
	return documented(comment("places are where the catalog looks in a body."), jen.Var().Id("places").Op("=").Add(table))
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
