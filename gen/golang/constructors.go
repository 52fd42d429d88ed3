package golang

// Constructors: what a server makes an error with whose message has params. An
// error without params has none, since New(ErrX, "") says as much.

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitNew emits
//
//	// NewNoSIM makes an ErrNoSIM that says "No SIM {iccid}", as in "No SIM 8937".
//	func NewNoSIM(iccid string) *Error {
//		return New(ErrNoSIM, "No SIM "+iccid)
//	}
func emitNew(e *catalog.Error) jen.Code {
	names := paramNames(e.Params)
	made := call("New", jen.Id(codeName(e)), message(e, names))
	return documented(helperDoc(e, newDoc(e, names)), newHead(newName(e), e, names).Add(below(made)))
}

// newHead is the head of a constructor.
func newHead(name string, e *catalog.Error, names []string) *jen.Statement {
	return jen.Func().Add(call(name, parameters(e.Params, names)...)).Id("*Error")
}

// newDoc says what a constructor makes, in the words of its parameters.
func newDoc(e *catalog.Error, names []string) string {
	template := messageTemplate(e, names)
	doc, last := newName(e)+" makes an "+codeName(e)+" that says ", template
	if !slices.ContainsFunc(e.Params, func(p catalog.Param) bool { return p.Example == "" }) {
		doc, last = doc+`"`+template+`", as in `, e.ExampleMessage()
	}
	if strings.HasSuffix(last, ".") {
		return doc + `"` + last + `"`
	}
	return doc + `"` + last + `".`
}

// messageTemplate is an error's message with the names of parameters in braces.
func messageTemplate(e *catalog.Error, names []string) string {
	var template strings.Builder
	for _, part := range e.MessageParts() {
		if part.Param < 0 {
			template.WriteString(part.Text)
		} else {
			template.WriteString("{" + names[part.Param] + "}")
		}
	}
	return template.String()
}

// parameters are a constructor's, those in a row that are of one type under one.
func parameters(params []catalog.Param, names []string) []jen.Code {
	var list []jen.Code
	for i, p := range params {
		parameter := jen.Id(names[i])
		if i+1 == len(params) || params[i+1].Type != p.Type {
			parameter.Add(paramType(p.Type))
		}
		list = append(list, parameter)
	}
	return list
}

// paramType is the Go type of a param's values.
func paramType(t catalog.ParamType) jen.Code {
	switch t {
	case catalog.IntParam:
		return jen.Int()
	case catalog.BoolParam:
		return jen.Bool()
	case catalog.DurationParam:
		return jen.Qual("time", "Duration")
	case catalog.TimeParam:
		return jen.Qual("time", "Time")
	}
	return jen.String()
}

// message is the sum of an error's message and what stands for its params in it:
//
//	"No SIM "+iccid+" since "+since.Format(time.RFC3339)
func message(e *catalog.Error, names []string) jen.Code {
	var terms []jen.Code
	for _, part := range e.MessageParts() {
		if part.Param < 0 {
			terms = append(terms, jen.Lit(part.Text))
		} else {
			terms = append(terms, paramText(names[part.Param], e.Params[part.Param].Type))
		}
	}
	return jen.Custom(jen.Options{Separator: "+"}, terms...)
}

// paramText is a parameter as a text.
func paramText(name string, t catalog.ParamType) jen.Code {
	switch t {
	case catalog.IntParam:
		return tight(jen.Qual("strconv", "Itoa"), call("", jen.Id(name)))
	case catalog.BoolParam:
		return tight(jen.Qual("strconv", "FormatBool"), call("", jen.Id(name)))
	case catalog.DurationParam:
		return call(name + ".String")
	case catalog.TimeParam:
		return call(name+".Format", jen.Qual("time", "RFC3339"))
	}
	return jen.Id(name)
}
