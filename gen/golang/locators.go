package golang

// Locators as tables, which runtime/decode.go reads responses by.

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitLocated emits
//
//	// located is where a response says what, …
//	var located = &locators{
//		code:    []locator{{place: 2}, {header: "X-Error-Code"}},
//		message: []locator{{place: 3}},
//	}
//
// which is called shapeless where there are shapes.
func emitLocated(t *target) jen.Code {
	name, responses := "located", "a response"
	if t.holds("shapes") {
		name, responses = "shapeless", "a response that has none of the shapes"
	}
	doc := comment(name + " is where " + responses + " says what, each list in the order in which it is tried.")
	return documented(doc, jen.Var().Id(name).Op("=").Add(t.locatorLists("&locators", &t.Response.Locators)))
}

// emitShapes emits, where there are shapes,
//
//	// shapes are …
//	var shapes = [...]shape{
//		{
//			when: []condition{…},
//			locators: locators{…},
//		},
//	}
func emitShapes(t *target) []jen.Code {
	if !t.holds("shapes") {
		return nil
	}
	var items []jen.Code
	for i := range t.Response.Shapes {
		s := &t.Response.Shapes[i]
		items = append(items, listed("",
			field("when", t.conditionList(s.When)),
			field("locators", t.locatorLists("locators", &s.Locators)),
		))
	}
	doc := comment("shapes are the other forms that responses have. The first that applies counts.")
	return []jen.Code{documented(doc, jen.Var().Id("shapes").Op("=").Add(listed("[...]shape", items...)))}
}

// mostOnLine is how many plain locators stand on one line.
const mostOnLine = 3

// locatorLists are the lists of locators that are not empty, in a literal of that
// type.
func (t *target) locatorLists(typ string, l *catalog.Locators) jen.Code {
	codes := make([]jen.Code, len(l.Code))
	for i := range l.Code {
		codes[i] = fields("", append(t.locator(&l.Code[i]), t.shared(l, &l.Code[i])...)...)
	}
	var set []row[jen.Code]
	add := func(name string, locators []catalog.Locator, items []jen.Code) {
		if len(items) > 0 {
			set = append(set, locatorRow(name, locators, items))
		}
	}
	add("code", l.Code, codes)
	add("domain", l.Domain, t.locatorsOf(l.Domain))
	add("message", l.Message, t.locatorsOf(l.Message))
	add("requestID", l.RequestID, t.locatorsOf(l.RequestID))
	add("details", l.Details, t.locatorsOf(l.Details))
	add("retryAfter", l.Delays(), t.delays(l.Delays()))
	add("shouldRetry", l.ShouldRetry, t.locatorsOf(l.ShouldRetry))
	return aligned(typ, set)
}

// locatorRow is a list of locators, as items: on one line if they are few and
// plain, else on a line each, those with a * under their pointers.
func locatorRow(name string, locators []catalog.Locator, items []jen.Code) row[jen.Code] {
	const typ = "[]locator"
	if len(items) <= mostOnLine && !slices.ContainsFunc(locators, isWild) {
		return shortRow[jen.Code](name, fields(typ, items...))
	}
	lines := slices.Clone(items)
	for i, l := range locators {
		if isWild(l) {
			lines[i] = documented([]string{"// " + prose(l.Pointer.String())}, items[i])
		}
	}
	return tallRow[jen.Code](name, listed(typ, lines...))
}

func isWild(l catalog.Locator) bool { return l.Pointer.Wild() >= 0 }

// locatorsOf are the items of a list of locators.
func (t *target) locatorsOf(locators []catalog.Locator) []jen.Code {
	var items []jen.Code
	for i := range locators {
		items = append(items, fields("", t.locator(&locators[i])...))
	}
	return items
}

// delays are those of a delay, each with its unit.
func (t *target) delays(locators []catalog.Locator) []jen.Code {
	var items []jen.Code
	for i := range locators {
		unit := field("unit", jen.Id(unitNames[locators[i].Unit]))
		items = append(items, fields("", append(t.locator(&locators[i]), unit)...))
	}
	return items
}

func canonical(header string) string { return http.CanonicalHeaderKey(header) }

// locator is header: "X-Error-Code", or place: 2, and what else a locator says.
func (t *target) locator(l *catalog.Locator) []jen.Code {
	var set []jen.Code
	if l.Header != "" {
		set = append(set, textField("header", canonical(l.Header)))
	} else {
		set = append(set, t.placeField(l.Pointer))
	}
	if len(l.Where) > 0 {
		set = append(set, field("where", t.elementTests(l)), numberField("depth", l.Pointer.Wild()+1))
	}
	if l.Key {
		set = append(set, numberField("key", l.Pointer.LastWild()+1))
	}
	for _, cut := range [...]struct{ name, text string }{
		{"prefix", l.StripPrefix}, {"before", l.Before}, {"after", l.After}, {"domain", l.Domain},
	} {
		if cut.text != "" {
			set = append(set, textField(cut.name, cut.text))
		}
	}
	return set
}

// placeField is place: 2, or wild: 1 << 2 for a pointer with a *.
func (t *target) placeField(p catalog.Pointer) jen.Code {
	if p.Wild() >= 0 {
		return field("wild", jen.Id(bitSet([]int{t.places.wildIndex(p)})))
	}
	return numberField("place", t.places.index(p))
}

// bitSet is 1 << 3, or 1<<0 | 1<<3.
func bitSet(numbers []int) string {
	if len(numbers) == 1 {
		return "1 << " + strconv.Itoa(numbers[0])
	}
	bits := make([]string, len(numbers))
	for i, n := range numbers {
		bits[i] = "1<<" + strconv.Itoa(n)
	}
	return strings.Join(bits, " | ")
}

// elementTests are the tests of a locator's element, where they stand in the
// whole body.
func (t *target) elementTests(l *catalog.Locator) jen.Code {
	tests := make([]catalog.BodyTest, len(l.Where))
	for i, w := range l.Where {
		tests[i] = catalog.BodyTest{Pointer: inElement(l, w.Pointer), Test: w.Test}
	}
	return t.bodyTests(tests)
}

// inElement is a pointer into the element that a locator's first * stands for.
func inElement(l *catalog.Locator, p catalog.Pointer) catalog.Pointer {
	return slices.Concat(l.Pointer[:l.Pointer.Wild()+1], p)
}

// shared are, for the locator of a code with a *, the depths of the elements
// that it shares with domains and messages.
func (t *target) shared(l *catalog.Locators, code *catalog.Locator) []jen.Code {
	if code.Header != "" || code.Pointer.Wild() < 0 {
		return nil
	}
	var set []jen.Code
	if code.Domain == "" && len(l.Domain) > 0 {
		set = append(set, field("domains", depths(sharedDepths(code, l.Domain))))
	}
	if messages := sharedDepths(code, l.Message); slices.ContainsFunc(messages, func(depth int) bool { return depth > 0 }) {
		set = append(set, field("messages", depths(messages)))
	}
	return set
}

func depths(numbers []int) jen.Code { return fields("[]uint8", integers(numbers)...) }

// sharedDepths says for each of some locators how deep the element is that they
// share with a code: 0 for none.
func sharedDepths(code *catalog.Locator, locators []catalog.Locator) []int {
	shared := make([]int, len(locators))
	for i := range locators {
		l := &locators[i]
		if l.Header != "" || len(l.Where) > 0 && !catalog.SameTests(l.Where, code.Where) {
			continue
		}
		same := 0
		for same < min(len(l.Pointer), len(code.Pointer)) && l.Pointer[same] == code.Pointer[same] {
			same++
		}
		shared[i] = l.Pointer[:same].LastWild() + 1
	}
	return shared
}
