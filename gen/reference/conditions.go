package reference

// Conditions in words.

import (
	"net/http"
	"slices"

	"github.com/errgen/errgen/gen/catalog"
)

// Condition says when a condition holds: "the header X-Remaining is 0".
func Condition(c *catalog.Condition) Phrase {
	tests := headersAndBody(c)
	if len(c.Statuses) > 0 {
		tests = slices.Insert(tests, 0, append(say("the status is "), anyStatus(c.Statuses)...))
	}
	return join(tests, " and ", " and ")
}

// anyCondition says when one of several conditions holds.
func anyCondition(conditions []catalog.Condition) Phrase {
	shown := make([]Phrase, len(conditions))
	for i := range conditions {
		shown[i] = Condition(&conditions[i])
	}
	return join(shown, ", or where ", ", or where ")
}

// Recognized says, in sentences, which responses are errors; nil where that is
// as HTTP has it.
func Recognized(c *catalog.Catalog) []Phrase {
	if len(c.Response.ErrorWhen) == 0 {
		return nil
	}
	sentences := []Phrase{say("A response from status 300 on is an error, but for 304.")}
	if c.Lists(http.StatusNotModified) {
		sentences[0] = say("A response from status 300 on is an error.")
	}
	for i := range c.Response.ErrorWhen {
		sentences = append(sentences, failure(&c.Response.ErrorWhen[i]))
	}
	return sentences
}

// failure says which responses below 300 are errors by a condition: "A 2XX
// response is an error where /ok is false."
func failure(c *catalog.Condition) Phrase {
	sentence := say("A response below 300 is an error")
	if len(c.Statuses) > 0 {
		sentence = slices.Concat(say("A "), anyStatus(c.Statuses), say(" response is an error"))
	}
	if tests := headersAndBody(c); len(tests) > 0 {
		sentence = slices.Concat(sentence, say(" where "), join(tests, " and ", " and "))
	}
	return append(sentence, Piece{Text: "."})
}

func anyStatus(statuses []catalog.StatusRange) Phrase {
	shown := make([]Phrase, len(statuses))
	for i, s := range statuses {
		shown[i] = say(status(s))
	}
	return join(shown, ", ", " or ")
}

func headersAndBody(c *catalog.Condition) []Phrase {
	var tests []Phrase
	for _, h := range c.Headers {
		tests = append(tests, headerTest(h))
	}
	for _, b := range c.Body {
		tests = append(tests, bodyTest(b))
	}
	return tests
}

// headerTest says what a header is like. One that is "not 0" has to be there.
func headerTest(h catalog.HeaderTest) Phrase {
	if len(h.Not) > 0 {
		return slices.Concat(say("the header ", h.Name, " is there, and"), test(h.Test))
	}
	return append(say("the header ", h.Name), test(h.Test)...)
}

// bodyTest says what a value is like. Of the values that a * stands for, one is
// enough; but none is there if they are absent.
func bodyTest(b catalog.BodyTest) Phrase {
	words := test(b.Test)
	switch {
	case b.Pointer.Wild() >= 0 && b.Exists != catalog.Absent:
		return slices.Concat(say("some "), member(b.Pointer), words)
	case len(b.Not) > 0:
		return slices.Concat(member(b.Pointer), say(" is there, and"), words)
	}
	return append(member(b.Pointer), words...)
}

// test says what a test asks of a value.
func test(t catalog.Test) Phrase {
	switch {
	case len(t.Any) > 0:
		return append(say(" is "), texts(t.Any)...)
	case len(t.Not) > 0:
		return append(say(" is not "), texts(t.Not)...)
	case t.Pattern != "":
		return say(" matches ", t.Pattern)
	case t.Exists == catalog.Absent:
		return say(" is absent")
	}
	return say(" is there")
}

func texts(some []string) Phrase {
	shown := make([]Phrase, len(some))
	for i, t := range some {
		shown[i] = quoted(t)
	}
	return join(shown, ", ", " or ")
}
