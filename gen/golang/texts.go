package golang

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// A text is a kind of text that errors have.
type text struct {
	method string // of Code
	table  string // what holds the texts
	of     func(*catalog.Error) string
	doc    func(example *catalog.Error) string
}

// codeTexts are the kinds of text, each a method of Code. What the catalog says
// of a message is unexported, since Message falls back on the title.
var codeTexts = []text{
	{"Name", "names", func(e *catalog.Error) string { return e.Name }, nameDoc},
	{"Value", wireTable, (*catalog.Error).Value, valueDoc},
	{"Title", "titles", func(e *catalog.Error) string { return e.Title }, titleDoc},
	{"Description", "descriptions", func(e *catalog.Error) string { return e.Description }, descriptionDoc},
	{"Fix", "fixes", func(e *catalog.Error) string { return e.Fix }, fixDoc},
	{"URL", "urls", func(e *catalog.Error) string { return e.URL }, urlDoc},
	{"message", "messages", exampleMessage, messageDoc},
}

// wireTable holds the wire codes.
const wireTable = "values"

// The kinds of text that only some catalogs know of.
var (
	domainText   = text{"Domain", "domains", func(e *catalog.Error) string { return e.Domain }, domainDoc}
	severityText = text{"Severity", "severities", func(e *catalog.Error) string { return e.Severity }, severityDoc}
)

// texts are the kinds of text in the package.
func (t *target) texts() []text {
	texts := slices.Clip(codeTexts)
	if t.holds("domains") {
		texts = append(texts, domainText)
	}
	if _, some := severityText.given(t); some {
		texts = append(texts, severityText)
	}
	return texts
}

// exampleMessage is an error's message, with examples for its params.
func exampleMessage(e *catalog.Error) string {
	if e.Message == "" {
		return ""
	}
	return e.ExampleMessage()
}

func domainDoc(*catalog.Error) string {
	return `Domain is the namespace of the wire code; "" if the catalog does not give one.`
}

func severityDoc(*catalog.Error) string {
	return `Severity is how grave the error is, in the API's own words; "" if the catalog does not say.`
}

func nameDoc(e *catalog.Error) string {
	return `Name is the error's name in the catalog: "` + e.Name + `". It is "" for a Code that is none of Codes.`
}

func valueDoc(*catalog.Error) string {
	return `Value is the code on the wire; where the HTTP status alone identifies the error it is that: "404", or "5XX".`
}

func titleDoc(e *catalog.Error) string {
	return `Title is the error in a few words: "` + e.Title + `".`
}

func messageDoc(*catalog.Error) string {
	return `message is the example of a message; "" if the catalog has none.`
}

func descriptionDoc(*catalog.Error) string {
	return `Description says what the error means; "" if the catalog does not.`
}

func fixDoc(*catalog.Error) string {
	return `Fix says how to mend what led to the error; "" if the catalog does not.`
}

func urlDoc(*catalog.Error) string { return `URL is the error's page; "" if it has none.` }

// given lists the texts of all errors, and reports whether there is any.
func (x text) given(t *target) (all []string, some bool) {
	for i := range t.Errors {
		s := x.of(&t.Errors[i])
		all = append(all, s)
		some = some || s != ""
	}
	return all, some
}

// A textStore is how the package holds its texts. What calls the methods of
// Code does not see which.
type textStore interface {
	// declare emits what holds one kind of text, given that there is any.
	declare(a *assembly, table string, texts []string)
	// lookUp emits the body of the method that finds c's.
	lookUp(table string) []jen.Code

	// declareLists and lookUpList are the same for lists of texts.
	declareLists(a *assembly, table string, lists [][]string)
	lookUpList(table string) []jen.Code
}

// mostInArrays is the largest number of errors whose texts are in arrays of
// strings, which people can read. Beyond, a compiler and a garbage collector
// are quicker with arenas.
const mostInArrays = 512

// textStore is what holds a kind of text; a hash table looks for wire codes in an
// arena.
func (t *target) textStore(table string) textStore {
	if t.large() || table == wireTable && t.hashed() {
		return arenas{}
	}
	return arrays{}
}

func (t *target) large() bool { return len(t.Errors) > mostInArrays }

// emitTextMethods emits the methods of Code that give its texts.
func emitTextMethods(t *target) []jen.Code {
	var methods []jen.Code
	for _, x := range t.texts() {
		methods = append(methods, emitTextMethod(t, x))
	}
	methods = append(methods, emitMessage())
	for _, l := range t.listTexts() {
		methods = append(methods, emitListMethod(t, l))
	}
	return methods
}

// emitTextMethod emits
//
//	// Fix says …
//	func (c Code) Fix() string {
//		if int(c) >= len(fixes) {
//			return ""
//		}
//		return fixes[c]
//	}
//
// or, where no error has such a text,
//
//	func (Code) Fix() string { return "" }
func emitTextMethod(t *target, x text) jen.Code {
	doc, store := x.doc(&t.Errors[0]), t.textStore(x.table)
	if _, some := x.given(t); !some {
		return documented(comment(doc), noneMethod(x.method, jen.String(), jen.Lit("")))
	}
	return documented(lookUpDoc(store, doc), codeMethod(x.method, jen.String()).Block(store.lookUp(x.table)...))
}

// lookUpDoc is the doc of a method that finds a text. Where a compiler may put
// the method in place of a call, it tells all who import the package what the
// method reads, and an arena is megabytes.
func lookUpDoc(store textStore, doc string) []string {
	if store == (arenas{}) {
		return append(comment(doc), "//", "//go:noinline")
	}
	return comment(doc)
}

// codeMethod is the head of a method of Code.
func codeMethod(name string, result jen.Code) *jen.Statement {
	return jen.Func().Params(jen.Id("c").Id("Code")).Add(call(name), result)
}

// noneMethod is a method of Code that gives the same for every Code.
func noneMethod(name string, result, value jen.Code) jen.Code {
	return jen.Func().Params(jen.Id("Code")).Add(call(name), result, oneLine(value))
}

// emitMessage emits
//
//	// Message is …
//	func (c Code) Message() string { return cmp.Or(c.message(), c.Title()) }
func emitMessage() jen.Code {
	doc := comment("Message is what the server says with the error, as an example; where the catalog has none, it is the title.")
	either := callOf("cmp", "Or", call("c.message"), call("c.Title"))
	return documented(doc, codeMethod("Message", jen.String()).Add(oneLine(either)))
}

// A listText is a kind of list of texts that errors have.
type listText struct {
	method string // of Code
	table  string // what holds the texts
	of     func(*catalog.Error) []string
	doc    string
}

var (
	causes  = listText{"Causes", "causes", func(e *catalog.Error) []string { return e.Causes }, "Causes lists what commonly leads to the error."}
	aliases = listText{"aliases", "aliases", func(e *catalog.Error) []string { return e.Aliases }, "aliases lists further names of the error."}
)

// listTexts are the kinds of lists in the package.
func (t *target) listTexts() []listText {
	if t.holds("aliases") {
		return []listText{causes, aliases}
	}
	return []listText{causes}
}

// given lists the lists of all errors, and reports whether any has a text.
func (l listText) given(t *target) (all [][]string, some bool) {
	for i := range t.Errors {
		texts := l.of(&t.Errors[i])
		all = append(all, texts)
		some = some || len(texts) > 0
	}
	return all, some
}

// emitListMethod emits
//
//	// Causes lists …
//	func (c Code) Causes() []string {
//		if int(c) >= len(causes) {
//			return nil
//		}
//		return slices.Clone(causes[c])
//	}
func emitListMethod(t *target, l listText) jen.Code {
	texts := jen.Id("[]string")
	if _, some := l.given(t); !some {
		return documented(comment(l.doc), noneMethod(l.method, texts, jen.Nil()))
	}
	store := t.textStore(l.table)
	return documented(lookUpDoc(store, l.doc), codeMethod(l.method, texts).Block(store.lookUpList(l.table)...))
}

// emitTexts emits what holds the texts.
func emitTexts(a *assembly) {
	for _, x := range a.texts() {
		if texts, some := x.given(a.target); some {
			a.textStore(x.table).declare(a, x.table, texts)
		}
	}
	for _, l := range a.listTexts() {
		if lists, some := l.given(a.target); some {
			a.textStore(l.table).declareLists(a, l.table, lists)
		}
	}
}
