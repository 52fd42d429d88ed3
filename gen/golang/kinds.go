package golang

// The types Class and Action, which are alike.

import (
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// A kind is a class or an action: what the package says of both is alike.
type kind struct {
	name       string // ClassAuth
	key, title string
}

func (t *target) classes() []kind {
	var kinds []kind
	for i := range t.Classes {
		c := &t.Classes[i]
		kinds = append(kinds, kind{className(c), c.Key, c.Title})
	}
	return kinds
}

func (t *target) actions() []kind {
	var kinds []kind
	for i := range t.Actions {
		a := &t.Actions[i]
		kinds = append(kinds, kind{actionName(a), a.Key, a.Title})
	}
	return kinds
}

// emitClass emits the type Class, its constants and methods.
func emitClass(t *target) []jen.Code {
	first := t.Classes[0]
	return []jen.Code{
		emitKind("Class", "A Class is a kind of error. The zero Class is none."),
		emitKinds("Class", t.classes()),
		emitKindText("Class", "String", `String is the class's key in the catalog: "`+first.Key+`".`, t.classes(), kind.keyText),
		emitKindText("Class", "Title", `Title is the class in words: "`+first.Title+`".`, t.classes(), kind.titleText),
	}
}

// emitAction emits the type Action, its constants and methods.
func emitAction(t *target) []jen.Code {
	first := t.Actions[0]
	return []jen.Code{
		emitKind("Action", "An Action is what a caller does about an error. The zero Action is none."),
		emitKinds("Action", t.actions()),
		emitKindText("Action", "String", `String is the action's key in the catalog: "`+first.Key+`".`, t.actions(), kind.keyText),
		emitKindText("Action", "Title", `Title is the action in words: "`+first.Title+`".`, t.actions(), kind.titleText),
		emitMode(t),
	}
}

func (k kind) keyText() string   { return k.key }
func (k kind) titleText() string { return k.title }

// emitKind emits
//
//	// A Class is a kind of error. …
//	type Class uint8
func emitKind(typ, doc string) jen.Code {
	return documented(comment(doc), jen.Type().Id(typ).Uint8())
}

// emitKinds emits
//
//	const (
//		ClassRequest Class = iota + 1 // Bad request
//		ClassAuth                     // Auth error
//	)
func emitKinds(typ string, kinds []kind) jen.Code {
	width := 0
	for _, k := range kinds {
		width = max(width, utf8.RuneCountInString(k.name))
	}
	value := typ + " = iota + 1"
	var specs []jen.Code
	for _, k := range kinds {
		specs = append(specs, jen.Id(padded(k.name, width)).Id(value).Add(remark(k.key, k.title)))
		value = padded("", len(value))
	}
	return jen.Const().Defs(specs...)
}

// emitKindText emits
//
//	// Title is …
//	func (c Class) Title() string {
//		switch c {
//		case ClassRequest:
//			return "Bad request"
//		}
//		return ""
//	}
func emitKindText(typ, method, doc string, kinds []kind, of func(kind) string) jen.Code {
	cases := func(g *jen.Group) {
		for _, k := range kinds {
			g.Case(jen.Id(k.name)).Block(jen.Return(jen.Lit(of(k))))
		}
	}
	self := receiver(typ)
	return documented(comment(doc), kindMethod(typ, method).String().Block(
		jen.Switch(jen.Id(self)).BlockFunc(cases),
		jen.Return(jen.Lit("")),
	))
}

// receiver is c for Class and a for Action.
func receiver(typ string) string {
	if typ == "Class" {
		return "c"
	}
	return "a"
}

// kindMethod is the head of a method of Class or Action.
func kindMethod(typ, method string) *jen.Statement {
	return jen.Func().Params(jen.Id(receiver(typ)).Id(typ)).Add(call(method))
}

// emitMode emits
//
//	// Mode is how a client carries the action out.
//	func (a Action) Mode() Mode {
//		switch a {
//		case ActionWait:
//			return RetryWait
//		}
//		return RetryNever
//	}
func emitMode(t *target) jen.Code {
	var cases []jen.Code
	for mode := catalog.Refresh; mode <= catalog.Backoff; mode++ {
		if actions := t.actionsOf(mode); len(actions) > 0 {
			cases = append(cases, caseOf(actions, jen.Return(jen.Id(modeNames[mode]))))
		}
	}
	doc, never := comment("Mode is how a client carries the action out."), jen.Id(modeNames[catalog.Never])
	if len(cases) == 0 {
		return documented(doc, jen.Func().Params(jen.Id("Action")).Add(call("Mode")).Id("Mode").Add(oneLine(never)))
	}
	byAction := jen.Switch(jen.Id("a")).Block(cases...)
	return documented(doc, kindMethod("Action", "Mode").Id("Mode").Block(byAction, jen.Return(never)))
}

// actionsOf names the actions with that mode.
func (t *target) actionsOf(mode catalog.Mode) []jen.Code {
	var names []jen.Code
	for i := range t.Actions {
		if a := &t.Actions[i]; a.Mode == mode {
			names = append(names, jen.Id(actionName(a)))
		}
	}
	return names
}

// emitClassHelpers emits a helper a class.
func emitClassHelpers(t *target) []jen.Code {
	var helpers []jen.Code
	for i := range t.Classes {
		helpers = append(helpers, emitIsClass(&t.Classes[i]))
	}
	return helpers
}

// emitIsClass emits
//
//	// IsAuthError reports whether the first error of the API in err's tree is of ClassAuth: Auth error.
//	func IsAuthError(err error) bool { return ClassOf(err) == ClassAuth }
func emitIsClass(c *catalog.Class) jen.Code {
	doc := comment(isClassName(c) + " reports whether the first error of the API in err's tree is of " +
		className(c) + ": " + sentence(c.Title))
	head, value := "func "+isClassName(c)+"(err error) bool", "ClassOf(err) == "+className(c)
	return documented(doc, jen.Id(head).Add(valueBody(head, value)))
}
