package reference

// Where in a response the values are, in words.

import (
	"slices"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// A Place says where in a response a value is.
type Place struct {
	Value    string // "Request id"
	Locators []catalog.Locator
}

const timeToWait = "Time to wait"

// Places lists the values that a response is read for.
func Places(r *catalog.Response) []Place {
	var found []Place
	for _, p := range places(&r.Locators) {
		if len(p.Locators) > 0 {
			found = append(found, p)
		}
	}
	return found
}

func places(l *catalog.Locators) []Place {
	return []Place{
		{"Code", l.Code},
		{"Domain", l.Domain},
		{"Message", l.Message},
		{"Request id", l.RequestID},
		{"Details", l.Details},
		{timeToWait, l.RetryAfter},
		{"Whether to retry", l.ShouldRetry},
	}
}

// A Form is another form of responses than the usual one.
type Form struct {
	Where  Phrase  // "the header X-Remaining is 0"
	Places []Place // where values are elsewhere than usual; one without locators is nowhere
}

// Forms lists the forms of responses beside the usual one: the first that a
// response has is its own.
func Forms(r *catalog.Response) []Form {
	usual := places(&r.Locators)
	forms := make([]Form, len(r.Shapes))
	for i := range r.Shapes {
		forms[i].Where = anyCondition(r.Shapes[i].When)
		for n, p := range places(&r.Shapes[i].Locators) {
			if !slices.EqualFunc(p.Locators, usual[n].Locators, sameLocator) {
				forms[i].Places = append(forms[i].Places, p)
			}
		}
	}
	return forms
}

func sameLocator(a, b catalog.Locator) bool {
	return a.Header == b.Header && slices.Equal(a.Pointer, b.Pointer) && catalog.SameTests(a.Where, b.Where) && a.Key == b.Key &&
		a.StripPrefix == b.StripPrefix && a.Before == b.Before && a.After == b.After && a.Unit == b.Unit && a.Domain == b.Domain
}

// Words says where the value is, and which part of the text there it is: "/type
// (without the prefix urn:), else the header X-Error-Code".
func (p Place) Words() Phrase {
	if len(p.Locators) == 0 {
		return say("not in this form")
	}
	return located(p.Locators, explained)
}

// Wild reports whether a * is in one of the places.
func (p Place) Wild() bool {
	return slices.ContainsFunc(p.Locators, func(l catalog.Locator) bool { return l.Pointer.Wild() >= 0 })
}

// Plain reports whether the value is what stands at one member of the body.
func (p Place) Plain() bool {
	return len(p.Locators) == 1 && p.Locators[0].Header == "" && !p.Wild() && notes(p.Locators[0]) == nil
}

// Documented reports whether one of the fields tells all about the place.
func (p Place) Documented(fields []catalog.Field) bool {
	return p.Plain() && slices.ContainsFunc(fields, func(f catalog.Field) bool { return f.IsAt(p.Locators[0].Pointer) })
}

// Located lists places in the order in which they are tried: "/error/code, else
// the header X-Error-Code".
func Located(locators []catalog.Locator) Phrase { return located(locators, place) }

func located(locators []catalog.Locator, words func(catalog.Locator) Phrase) Phrase {
	shown := make([]Phrase, len(locators))
	for i, l := range locators {
		shown[i] = words(l)
	}
	return join(shown, ", else ", ", else ")
}

// place says where a locator leads.
func place(l catalog.Locator) Phrase {
	switch {
	case l.Header != "":
		return say("the header ", l.Header)
	case l.Key:
		return say("the name that the last ", catalog.Any, " of ", l.Pointer.String(), " stands for")
	}
	return member(l.Pointer)
}

// member names a member of the body as JSON does, one further down by its JSON
// pointer, and so one whose name looks like that.
func member(p catalog.Pointer) Phrase {
	if len(p) == 1 && p[0] != "" && p[0] != catalog.Any && !strings.HasPrefix(p[0], "/") {
		return say("", p[0])
	}
	return say("", p.String())
}

// explained says where a locator leads, and what it does with the text there.
func explained(l catalog.Locator) Phrase {
	remarks := notes(l)
	if remarks == nil {
		return place(l)
	}
	return slices.Concat(place(l), say(" ("), join(remarks, "; ", "; "), say(")"))
}

// notes is what is to say of a locator beside where it leads.
func notes(l catalog.Locator) []Phrase {
	var remarks []Phrase
	if len(l.Where) > 0 {
		tests := make([]Phrase, len(l.Where))
		for i, t := range l.Where {
			tests[i] = bodyTest(t)
		}
		remarks = append(remarks, append(say("of an element in which "), join(tests, " and ", " and ")...))
	}
	if cuts := cuts(l); cuts != nil {
		remarks = append(remarks, join(cuts, ", then ", ", then "))
	}
	if l.Unit != catalog.Seconds {
		remarks = append(remarks, say(inUnit(l.Unit)))
	}
	if l.Domain != "" {
		remarks = append(remarks, say("in the domain ", l.Domain))
	}
	return remarks
}

// cuts says which part of the text is the value.
func cuts(l catalog.Locator) []Phrase {
	var all []Phrase
	for _, cut := range [...]struct{ words, mark string }{
		{"without the prefix ", l.StripPrefix}, {"what stands before the first ", l.Before}, {"what stands after the last ", l.After},
	} {
		if cut.mark != "" {
			all = append(all, append(say(cut.words), quoted(cut.mark)...))
		}
	}
	return all
}

// inUnit says what a delay is given in: "in milliseconds".
func inUnit(u catalog.Unit) string {
	return [...]string{
		catalog.Seconds:      "in seconds",
		catalog.Milliseconds: "in milliseconds",
		catalog.Minutes:      "in minutes",
		catalog.Epoch:        "as a time, in seconds since 1970",
		catalog.EpochMillis:  "as a time, in milliseconds since 1970",
		catalog.Duration:     "with its unit, such as 3.5s",
	}[u]
}
