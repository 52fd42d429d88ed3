package golang

// Which errors a wire code may be: a switch over the codes, or a hash table of them
// where they are many.

import (
	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitByValue emits
//
//	// byValue finds …
//	func byValue(q query, value string) (c Code, agrees bool) {
//		switch value {
//		case "order_not_found":
//			return ErrOrderNotFound, q.status == 404
//		case "locked":
//			switch q.status {
//			case 403:
//				return ErrLockedForbidden, true
//			}
//		}
//		return 0, false
//	}
//
// or, where more than the status tells codes apart,
//
//	case "locked":
//		return among(q, ErrLockedForbidden, ErrLockedState)
//
// Where there are patterns it is called byText, and byValue is runtime's.
func emitByValue(t *target) []jen.Code {
	name := "byValue"
	if t.holds("patterns") {
		name = "byText"
	}
	doc := comment(name + " finds the error that a wire code identifies, and whether the catalog gives it that status. " +
		"A code that is told apart by its status is found under those statuses only.")
	if len(t.wire) == 0 {
		none := jen.Func().Add(call(name, jen.Id("query"), jen.String()), call("", jen.Id("Code"), jen.Bool()))
		return []jen.Code{documented(doc, none.Block(notFound()))}
	}
	if t.hashed() {
		return emitHashed(t, name, doc)
	}
	return []jen.Code{documented(doc, byValueHead(name).Block(t.switchValue(t.wire)...))}
}

// byValueHead is the head of byValue, or of a function like it.
func byValueHead(name string) *jen.Statement {
	results := call("", jen.Id("c").Id("Code"), jen.Id("agrees").Bool())
	return jen.Func().Add(call(name, asked(), jen.Id("value").String()), results)
}

func notFound() jen.Code { return jen.Return(list(jen.Lit(0), jen.False())) }

// mostInSwitch is the largest number of wire codes that a switch tells apart.
// Beyond, a hash table is as quick and compiles in no time.
const mostInSwitch = 128

// A wireCode is a code on the wire, and the errors that have it in the
// catalog's order.
type wireCode struct {
	value  string
	errors []*catalog.Error
}

// wireCodes lists the wire codes of errors.
func wireCodes(errors []catalog.Error) []wireCode {
	var codes []wireCode
	index := map[string]int{}
	for i := range errors {
		e := &errors[i]
		for _, value := range e.Codes {
			at, known := index[value]
			if !known {
				at = len(codes)
				index[value] = at
				codes = append(codes, wireCode{value: value})
			}
			codes[at].errors = append(codes[at].errors, e)
		}
	}
	return codes
}

// switchValue emits the body of a function that tells wire codes apart.
func (t *target) switchValue(codes []wireCode) []jen.Code {
	cases := func(g *jen.Group) {
		for len(codes) > 0 {
			n := sameError(codes)
			g.Add(caseOf(literals(codes[:n]), t.statements(codes[0])...))
			codes = codes[n:]
		}
	}
	return []jen.Code{jen.Switch(jen.Id("value")).BlockFunc(cases), notFound()}
}

// sameError is how many codes at the start belong to one error and no other.
func sameError(codes []wireCode) int {
	n := 1
	for n < len(codes) && len(codes[0].errors) == 1 && len(codes[n].errors) == 1 &&
		codes[n].errors[0] == codes[0].errors[0] {
		n++
	}
	return n
}

func literals(codes []wireCode) []jen.Code {
	var values []jen.Code
	for _, c := range codes {
		values = append(values, jen.Lit(c.value))
	}
	return values
}

// sharedCodes is how many wire codes several errors have.
func (t *target) sharedCodes() (n int) {
	for _, w := range t.wire {
		if len(w.errors) > 1 {
			n++
		}
	}
	return n
}

// contested reports whether it takes more than the code and the status to tell
// its error.
func (w wireCode) contested() bool {
	return len(w.errors) > 1 || w.errors[0].Domain != "" || w.errors[0].When != nil
}

// statements emits what returns the code's error.
func (t *target) statements(w wireCode) []jen.Code {
	if t.choices && w.contested() {
		considered := append([]jen.Code{jen.Id("q")}, codeNames(w.errors)...)
		return []jen.Code{jen.Return(call("among", considered...))}
	}
	if len(w.errors) == 1 {
		e := w.errors[0]
		return []jen.Code{jen.Return(list(jen.Id(codeName(e)), agrees(e)))}
	}
	var choices []choice
	for _, e := range w.errors {
		choices = append(choices, choice{statuses: e.Statuses, then: jen.Return(list(jen.Id(codeName(e)), jen.True()))})
	}
	return switchStatus(choices, askedStatus)
}
