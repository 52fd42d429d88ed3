package golang

// The type Code, and its constants with all that a reader wants to know of an error.

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
	"github.com/errgen/errgen/gen/reference"
)

// emitCodes emits the type Code and its constants.
func emitCodes(a *assembly) {
	a.exact(emitPrefix(a.target), emitCode(a.target))
	emitConstants(a)
	a.exact(append(emitAliases(a.target), emitLastCode(a.target))...)
}

// emitPrefix emits
//
//	// prefix begins the text of every error.
//	const prefix = "orders: "
func emitPrefix(t *target) jen.Code {
	return documented(
		comment("prefix begins the text of every error."),
		jen.Const().Id("prefix").Op("=").Lit(t.prefix()+": "),
	)
}

// emitCode emits
//
//	// A Code is one of the errors of the Orders API, …
//	type Code uint8
func emitCode(t *target) jen.Code {
	doc := comment(
		"A Code is one of the errors of the "+t.API.Name+", and as an error the sentinel for it: errors.Is(err, "+
			codeName(&t.Errors[0])+") holds for every *Error with that code. The zero Code is none of them.",
		"Numbers move when the catalog grows: keep names, not numbers.",
	)
	return documented(doc, jen.Type().Id("Code").Id(t.codeType()))
}

// codeType is the smallest type that holds every Code.
func (t *target) codeType() string {
	switch n := len(t.Errors); {
	case n <= math.MaxUint8:
		return "uint8"
	case n <= math.MaxUint16:
		return "uint16"
	}
	return "uint32"
}

// emitConstants emits the errors:
//
//	const (
//		// ErrBadRequest is 400 Bad Request: …
//		ErrBadRequest Code = iota + 1
//
//		// ErrUnauthorized is 401 Unauthorized: …
//		ErrUnauthorized
//	)
func emitConstants(a *assembly) {
	a.write("\nconst (\n")
	for i := range a.Errors {
		e := &a.Errors[i]
		if i > 0 {
			a.write("\n")
		}
		for _, line := range a.codeDoc(e) {
			a.write("\t", line, "\n")
		}
		a.write("\t", codeName(e))
		if i == 0 {
			a.write(" Code = iota + 1")
		}
		a.write("\n")
	}
	a.write(")\n")
}

// codeDoc is what a reader of the code wants to know of an error: which it is
// and what it means, what a program does about it, how to mend it, and where to
// read on.
func (t *target) codeDoc(e *catalog.Error) []string {
	is := codeName(e) + " is " + identity(e)
	if e.When != nil {
		is += ", " + reference.When(e).String()
	}
	if e.Description == "" {
		is += "."
	} else {
		is += ": " + sentence(e.Description)
	}
	doc := []string{is, t.codeFacts(e)}
	if e.Fix != "" {
		doc = append(doc, "Fix: "+sentence(e.Fix))
	}
	if e.URL != "" {
		doc = append(doc, "See "+e.URL)
	}
	return comment(append(doc, deprecation(e)...)...)
}

// codeFacts is what a program goes by.
func (t *target) codeFacts(e *catalog.Error) string {
	facts := "Class: " + sentence(t.ClassTitle(e)) + " Action: " + sentence(t.Actions[e.Action].Title)
	if e.Severity != "" {
		facts += " Severity: " + sentence(e.Severity)
	}
	return facts
}

// identity says which error it is: "429 Too Many Requests",
// "404 order_not_found", "E1 or a match of E1_\d+", or "1 in the domain sms,
// Rejected".
func identity(e *catalog.Error) string {
	var statuses []string
	for _, s := range e.Statuses {
		statuses = append(statuses, s.String())
	}
	status := ident.Or(statuses)
	codes := e.Codes
	if e.Pattern != "" {
		codes = append(slices.Clip(codes), "a match of "+e.Pattern)
	}
	if len(codes) == 0 {
		return status + " " + e.Title
	}
	domain := ""
	if e.Domain != "" {
		domain = " in the domain " + e.Domain
	}
	known := strings.TrimSpace(status+" "+ident.Or(codes)) + domain
	if len(e.Codes) == 1 && strings.EqualFold(letters(e.Codes[0]), letters(e.Title)) {
		return known // the title says the same
	}
	return known + ", " + e.Title
}

// letters are those of a text, and its digits.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// emitLastCode emits
//
//	// lastCode is the largest Code.
//	const lastCode = ErrLockedState
func emitLastCode(t *target) jen.Code {
	return documented(
		comment("lastCode is the largest Code."),
		jen.Const().Id("lastCode").Op("=").Id(codeName(&t.Errors[len(t.Errors)-1])),
	)
}
