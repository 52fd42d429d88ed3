package golang

// Layout that is gofmt's own. What there is once an error is printed exactly as
// gofmt would, since formatting it afterwards would be four fifths of all work;
// what there is once a package is left to jennifer and gofmt. (A jennifer
// statement separates its items by spaces; a Custom group by what it is told.)

import (
	"math"
	"strconv"
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

// looseFile is a file that gofmt lays out.
func looseFile(declarations ...jen.Code) *jen.File {
	f := jen.NewFile(scratchPackage)
	for _, d := range declarations {
		f.Add(d)
		f.Line()
	}
	return f
}

// documented is a declaration under its doc comment.
func documented(doc []string, declaration jen.Code) jen.Code {
	return jen.Custom(jen.Options{Separator: "\n"}, jen.Comment(strings.Join(doc, "\n")), declaration)
}

// specified is a line of a block of constants, under its doc comment.
func specified(doc []string, spec jen.Code) jen.Code {
	return jen.Custom(jen.Options{Separator: "\n\t"}, jen.Comment(strings.Join(doc, "\n\t")), spec)
}

// constants is a block of them.
func constants(specs []jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "const (\n\t", Separator: "\n\n\t", Close: "\n)"}, specs...)
}

// tight is its items without anything between them.
func tight(items ...jen.Code) *jen.Statement { return jen.Custom(jen.Options{}, items...) }

// call is a call, or a declaration's name and parameters.
func call(name string, args ...jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Open: name + "(", Separator: ", ", Close: ")"}, args...)
}

// below is a function's body that returns one value, on a line of its own.
func below(value jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "{\n\treturn ", Close: "\n}"}, value)
}

// oneLine is a function's body that returns one value, on the line of its head.
func oneLine(value jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "{ return ", Close: " }"}, value)
}

// fields is a composite literal on one line, without its type.
func fields(items ...jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "{", Separator: ", ", Close: "}"}, items...)
}

// listed is a composite literal with an item on each line, without its type.
func listed(items ...jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "{\n", Separator: ",\n", Close: ",\n}"}, items...)
}

// field is an item of a composite literal that names what it sets.
func field(name string, value jen.Code) jen.Code { return jen.Id(name).Op(":").Add(value) }

func numberField(name string, n int) jen.Code { return field(name, jen.Lit(n)) }
func textField(name, text string) jen.Code    { return field(name, jen.Lit(text)) }

// A row is a keyed element of an array literal.
type row struct {
	key   string
	value jen.Code
	size  int // of the value in bytes as printed; -1 if it has several lines
}

// textRow is a row that holds a text of the catalog.
func textRow(key, text string) row {
	return row{key, jen.Lit(text), len(strconv.Quote(text))}
}

// nameRow is a row that holds an identifier.
func nameRow(key, name string) row { return row{key, jen.Id(name), len(name)} }

// numberRow is a row that holds a number.
func numberRow(key string, n int) row { return row{key, jen.Lit(n), len("65535")} }

// array is
//
//	var names = [...]string{
//		ErrBadRequest: "BadRequest",
//		ErrNotFound:   "NotFound",
//	}
func array(name, element string, rows []row) jen.Code {
	items := make([]jen.Code, 0, len(rows))
	for _, section := range sections(rows) {
		width := keyWidth(section)
		for _, r := range section {
			gap := strings.Repeat(" ", width-utf8.RuneCountInString(r.key)+1)
			items = append(items, tight(jen.Id(r.key), jen.Op(":"+gap), r.value))
		}
	}
	open := "var " + name + " = [...]" + element + "{\n\t"
	return jen.Custom(jen.Options{Open: open, Separator: ",\n\t", Close: ",\n}"}, items...)
}

// keyWidth is the width of the column of keys.
func keyWidth(rows []row) int {
	width := 0
	for _, r := range rows {
		width = max(width, utf8.RuneCountInString(r.key))
	}
	return width
}

// sections splits rows into the runs whose values gofmt aligns with each other
// (go/printer, exprList): a run ends at a row of several lines, and where a key
// is long and 2.5 times longer or shorter than the run's mean.
func sections(rows []row) [][]row {
	var all [][]row
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
func (r row) alignedSize() int {
	const longestLine = 1e6
	if r.size < 0 || len(r.key)+len(": ")+r.size > longestLine {
		return 0
	}
	return len(r.key)
}
