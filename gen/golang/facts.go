package golang

// The small values of an error that programs branch on: its status, class, action and
// mode.

import (
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// A fact is a small value that every error has. Facts are in arrays of small
// numbers, or in columns of them.
type fact struct {
	method  string // of Code
	table   string
	element string // of the table
	result  string // of the method
	number  func(*target, *catalog.Error) int
	name    func(*target, *catalog.Error) string // what people read for the number
	doc     string
}

var codeFacts = []fact{
	{
		"Status", "statuses", "uint16", "int",
		func(_ *target, e *catalog.Error) int { return e.Status() },
		nil,
		"Status is the HTTP status that the error usually comes with; 0 if the catalog gives none.",
	},
	{
		"Class", "classOf", "Class", "Class",
		func(_ *target, e *catalog.Error) int { return e.Class + 1 },
		func(t *target, e *catalog.Error) string { return className(&t.Classes[e.Class]) },
		"Class is the kind of error; 0 for a Code that is none of Codes.",
	},
	{
		"Action", "actionOf", "Action", "Action",
		func(_ *target, e *catalog.Error) int { return e.Action + 1 },
		func(t *target, e *catalog.Error) string { return actionName(&t.Actions[e.Action]) },
		"Action is what a caller does about the error; 0 for a Code that is none of Codes.",
	},
	{
		"mode", "modeOf", "Mode", "Mode",
		func(t *target, e *catalog.Error) int { return int(t.Actions[e.Action].Mode) },
		func(t *target, e *catalog.Error) string { return modeNames[t.Actions[e.Action].Mode] },
		"mode is that of the error's action, found at once.",
	},
}

// given reports whether any error has the fact.
func (f fact) given(t *target) bool {
	return slices.ContainsFunc(t.Errors, func(e catalog.Error) bool { return f.number(t, &e) != 0 })
}

// emitFactMethods emits the methods of Code that give its facts.
func emitFactMethods(t *target) []jen.Code {
	var methods []jen.Code
	for _, f := range codeFacts {
		methods = append(methods, emitFactMethod(t, f))
	}
	return methods
}

// emitFactMethod emits
//
//	// Status is …
//	func (c Code) Status() int {
//		if int(c) >= len(statuses) {
//			return 0
//		}
//		return int(statuses[c])
//	}
//
// or, where no error has the fact,
//
//	func (Code) Status() int { return 0 }
func emitFactMethod(t *target, f fact) jen.Code {
	if !f.given(t) {
		return documented(comment(f.doc), noneMethod(f.method, jen.Id(f.result), jen.Lit(0)))
	}
	body := f.lookUp
	if t.large() {
		body = f.lookUpColumn
	}
	return documented(comment(f.doc), codeMethod(f.method, jen.Id(f.result)).Block(body()...))
}

func (f fact) lookUp() []jen.Code {
	value := elementAt(f.table, jen.Id("c"))
	if f.result != f.element {
		value = call(f.result, value)
	}
	return indexed(f.table, jen.Lit(0), value)
}

// lookUpColumn emits the same for a column:
//
//	i := 2 * int(c)
//	if i >= len(statuses) {
//		return 0
//	}
//	return int(statuses[i]) | int(statuses[i+1])<<8
//
// or, where a number is one byte,
//
//	if int(c) >= len(classOf) {
//		return 0
//	}
//	return Class(classOf[c])
func (f fact) lookUpColumn() []jen.Code {
	if f.size() == 1 {
		return indexed(f.table, jen.Lit(0), call(f.result, elementAt(f.table, jen.Id("c"))))
	}
	low := call("int", elementAt(f.table, jen.Id("i")))
	high := call("int", elementAt(f.table, jen.Id("i+1")))
	return []jen.Code{
		jen.Id("i").Op(":=").Lit(2).Op("*").Add(call("int", jen.Id("c"))),
		jen.If(jen.Id("i").Op(">=").Len(jen.Id(f.table))).Block(jen.Return(jen.Lit(0))),
		jen.Return(low.Op("|").Add(tight(high, jen.Id("<<8")))),
	}
}

// size is that of a number in bytes.
func (f fact) size() int {
	if f.element == "uint16" {
		return 2
	}
	return 1
}

// emitFacts emits the arrays.
func emitFacts(a *assembly) {
	for _, f := range codeFacts {
		switch {
		case !f.given(a.target):
		case a.large():
			a.plain(nil, factColumn(a.target, f)...)
		default:
			emitFactArray(a, f)
		}
	}
}

// emitFactArray emits
//
//	var classOf = [...]Class{
//		ErrBadRequest: ClassRequest,
//	}
func emitFactArray(a *assembly, f fact) {
	var rows []row[string]
	for i := range a.Errors {
		e := &a.Errors[i]
		switch n := f.number(a.target, e); {
		case n == 0:
		case f.name != nil:
			rows = append(rows, shortRow(codeName(e), f.name(a.target, e)))
		default:
			rows = append(rows, shortRow(codeName(e), strconv.Itoa(n)))
		}
	}
	a.array(f.table, f.element, rows)
}

// factColumn is
//
//	const classOf = "" +
//		("\x00\x01\x01\x02")
func factColumn(t *target, f fact) []string {
	values := []int{0} // no error is Code 0
	for i := range t.Errors {
		values = append(values, f.number(t, &t.Errors[i]))
	}
	return packed(f.table, f.size(), values)
}
