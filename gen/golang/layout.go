package golang

// Layout that is gofmt's own. All is printed exactly as gofmt would print it, but
// for indentation, which is found afterwards (indent): to format it would be four
// fifths of all work. A jennifer statement separates its items by spaces, and its
// lists by commas alone; so what has no space before it, or one after its commas,
// is a Custom group, which separates its items by what it is told. Those are here.

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"
)

// exactFile is a file that is printed as it is built: its items are
// declarations, each of which ends a line, with a blank line between.
func exactFile(declarations ...jen.Code) *jen.File {
	f := jen.NewFile(scratchPackage)
	f.NoFormat = true
	f.Add(jen.Custom(jen.Options{Separator: "\n\n"}, declarations...))
	return f
}

// documented is what stands on a line, or several, under its comment.
func documented(doc []string, code jen.Code) jen.Code {
	return jen.Custom(jen.Options{Separator: "\n"}, jen.Comment(strings.Join(doc, "\n")), code)
}

// constants is a block of them.
func constants(specs []jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "const (\n", Separator: "\n\n", Close: "\n)"}, specs...)
}

// tight is its items without anything between them.
func tight(items ...jen.Code) *jen.Statement { return jen.Custom(jen.Options{}, items...) }

// list is its items with commas between them.
func list(items ...jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Separator: ", "}, items...)
}

// call is a call, or a declaration's name and parameters.
func call(name string, args ...jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Open: name + "(", Separator: ", ", Close: ")"}, args...)
}

// callOf is a call of a function of another package.
func callOf(importPath, name string, args ...jen.Code) *jen.Statement {
	return tight(jen.Qual(importPath, name), call("", args...))
}

// elementAt is an element of an array or a string.
func elementAt(name string, index jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: name + "[", Close: "]"}, index)
}

// caseOf is a case of a switch.
func caseOf(values []jen.Code, statements ...jen.Code) jen.Code {
	return jen.Case(list(values...)).Block(statements...)
}

// ifSet is an if that sets a variable first.
func ifSet(variable, condition jen.Code, statements ...jen.Code) jen.Code {
	return jen.If(jen.Custom(jen.Options{Separator: "; "}, variable, condition)).Block(statements...)
}

// below is a function's body that returns one value, on a line of its own.
func below(value jen.Code) jen.Code { return jen.Block(jen.Return(value)) }

// oneLine is a function's body that returns one value, on the line of its head.
func oneLine(value jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "{ return ", Close: " }"}, value)
}

// valueBody is the body of a function with that head that returns a value.
func valueBody(head, value string) jen.Code {
	if isLine(head, value) {
		return oneLine(jen.Id(value))
	}
	return below(jen.Id(value))
}

// isLine reports whether gofmt leaves a function that returns a value on a line
// (go/printer, funcBody).
func isLine(head, value string) bool {
	const longest = 99
	return len(head)+len("return "+value) <= longest
}

// fields is a composite literal on one line. Its type may go without saying: "".
func fields(typ string, items ...jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Open: typ + "{", Separator: ", ", Close: "}"}, items...)
}

// listed is a composite literal with an item on each line.
func listed(typ string, items ...jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Open: typ + "{\n", Separator: ",\n", Close: ",\n}"}, items...)
}

// field is an item of a composite literal that names what it sets.
func field(name string, value jen.Code) jen.Code { return tight(jen.Id(name+": "), value) }

func numberField(name string, n int) jen.Code { return field(name, jen.Lit(n)) }
func textField(name, text string) jen.Code    { return field(name, jen.Lit(text)) }

// padded is a text with spaces behind it up to a width, in characters.
func padded(text string, width int) string {
	return text + strings.Repeat(" ", width-utf8.RuneCountInString(text))
}

// A row is a keyed item of a composite literal, on a line of its own. V is
// string, for Go as it is written, or jen.Code.
type row[V any] struct {
	key   string
	value V
	size  int // of the value in bytes as printed; 0 for a few, -1 if it has several lines
}

// shortRow is a row whose value has one line, far from the longest that gofmt
// aligns.
func shortRow[V any](key string, value V) row[V] { return row[V]{key, value, 0} }

// tallRow is a row whose value has several lines.
func tallRow[V any](key string, value V) row[V] { return row[V]{key, value, -1} }

// aligned is a composite literal whose items are rows, with their values in columns.
func aligned(typ string, rows []row[jen.Code]) jen.Code {
	items := make([]jen.Code, 0, len(rows))
	for _, section := range sections(rows) {
		width := keyWidth(section) + len(": ")
		for _, r := range section {
			items = append(items, tight(jen.Id(padded(r.key+":", width)), r.value))
		}
	}
	return listed(typ, items...)
}

// keyWidth is the width of the column of keys.
func keyWidth[V any](rows []row[V]) int {
	width := 0
	for _, r := range rows {
		width = max(width, utf8.RuneCountInString(r.key))
	}
	return width
}

// sections splits rows into the runs whose values gofmt aligns with each other
// (go/printer, exprList): a run ends at a row of several lines, and where a key
// is long and 2.5 times longer or shorter than the run's mean.
func sections[V any](rows []row[V]) [][]row[V] {
	var all [][]row[V]
	start := 0
	logs := 0.0 // of the sizes in the run
	for i, r := range rows {
		size := r.alignedSize()
		if i > start && !aligns(rows[i-1].alignedSize(), size, logs, i-start) {
			all = append(all, rows[start:i])
			start, logs = i, 0
		}
		if size > 0 {
			logs += math.Log(float64(size))
		}
	}
	return append(all, rows[start:])
}

// aligns reports whether a row of that size continues a run of count rows, of
// which prev is the last one's size and logs the sum of the logarithms.
func aligns(prev, size int, logs float64, count int) bool {
	const (
		small = 40
		ratio = 2.5
	)
	if prev == 0 || size == 0 {
		return false
	}
	if prev <= small && size <= small {
		return true
	}
	r := float64(size) / math.Exp(logs/float64(count))
	return ratio*r > 1 && r < ratio
}

// alignedSize is what go/printer takes for a row's size: its key's, or 0 if the
// row does not fit on a line.
func (r row[V]) alignedSize() int {
	const longestLine = 1e6
	if r.size < 0 || len(r.key)+len(": ")+r.size > longestLine {
		return 0
	}
	return len(r.key)
}
