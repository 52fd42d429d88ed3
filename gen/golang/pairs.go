package golang

// The functions that each error has: Is, As, and New where its message has params.

import "github.com/errgen/errgen/gen/catalog"

// emitOfErrors emits the functions that each error has of its own.
func emitOfErrors(a *assembly) {
	for i := range a.Errors {
		e := &a.Errors[i]
		if a.helpers == AllHelpers {
			emitIs(a, e)
			emitAs(a, e)
		}
		if len(e.Params) > 0 {
			a.exact(emitNew(e))
		}
		for _, alias := range e.Aliases {
			emitAliasFunctions(a, e, alias)
		}
	}
}

// mostPlain is up to how many errors Is and As are plain functions. Each costs the
// compiler a third of a millisecond, used or not; of generic ones, it compiles
// those that are called, where they are.
const mostPlain = 1 << 10

func (t *target) genericHelpers() bool { return t.helpers == AllHelpers && len(t.Errors) > mostPlain }

// emitIs emits
//
//	// IsNotFound reports whether err is, or wraps, ErrNotFound.
//	func IsNotFound(err error) bool { return is(err, ErrNotFound) }
func emitIs(a *assembly, e *catalog.Error) {
	doc := helperDoc(e, isName(e)+" reports whether err is, or wraps, "+codeName(e)+".")
	a.plain(doc, function(a.isHead(isName(e)), "is(err, "+codeName(e)+")"))
}

func (t *target) isHead(name string) string { return t.helperHead(name) + " bool" }

// emitAs emits
//
//	// AsNotFound finds the first ErrNotFound in err's tree.
//	func AsNotFound(err error) (*Error, bool) { return as(err, ErrNotFound) }
func emitAs(a *assembly, e *catalog.Error) {
	doc := helperDoc(e, asName(e)+" finds the first "+codeName(e)+" in err's tree.")
	a.plain(doc, function(a.asHead(asName(e)), "as(err, "+codeName(e)+")"))
}

func (t *target) asHead(name string) string { return t.helperHead(name) + " (*Error, bool)" }

// helperHead is the head of a helper, but for what it returns.
func (t *target) helperHead(name string) string {
	if t.genericHelpers() {
		return "func " + name + "[E error](err E)"
	}
	return "func " + name + "(err error)"
}

// helperDoc is the doc of a helper, which is deprecated where its error is.
func helperDoc(e *catalog.Error, what string) []string {
	return comment(append([]string{what}, deprecation(e)...)...)
}

// function is one that returns a value, on a line if gofmt leaves it there.
func function(head, value string) string {
	if isLine(head, value) {
		return head + " { return " + value + " }"
	}
	return longFunction(head, value)
}

// longFunction is one that returns a value, on a line of its own.
func longFunction(head, value string) string { return head + " {\n\treturn " + value + "\n}" }
