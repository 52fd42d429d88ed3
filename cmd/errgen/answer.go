package main

// What explain prints about an error or a response: the facts that are on the pages
// too, laid out for a terminal.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/match"
	"github.com/errgen/errgen/gen/reference"
)

// An answer is what explain prints: the facts that are on the pages too.
type answer struct {
	*screen
	catalog *catalog.Catalog
	told    string // a server's word on whether to retry: "true", "false" or ""
}

// remark prints a sentence on what follows.
func (a *answer) remark(format string, args ...any) {
	a.gap()
	a.hanging("", "", "", fmt.Sprintf(format, args...))
}

// oneOf explains an error, or lists several that what is asked about may be.
func (a *answer) oneOf(what string, errs []*catalog.Error) {
	if len(errs) == 1 {
		a.error(errs[0])
		return
	}
	a.remark(`%s may be %d errors; "errgen explain NAME" tells about one:`, what, len(errs))
	a.gap()
	wide := 0
	for _, e := range errs {
		wide = max(wide, columns(e.Name))
	}
	for _, e := range errs {
		name := indent + e.Name + strings.Repeat(" ", wide-columns(e.Name)+2)
		a.hanging(bold, name, "", reference.Caption(e)+inParentheses(qualifiedCodes(e))+onlyWhen(e))
	}
}

// qualifiedCodes are an error's codes as explain takes them.
func qualifiedCodes(e *catalog.Error) string {
	shown := make([]string, len(e.Codes))
	for i, code := range e.Codes {
		shown[i] = match.Qualified(e.Domain, code)
	}
	return strings.Join(shown, ", ")
}

func onlyWhen(e *catalog.Error) string {
	if e.When == nil {
		return ""
	}
	return ", " + reference.When(e).String()
}

func inParentheses(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// error tells all about an error.
func (a *answer) error(e *catalog.Error) {
	a.gap()
	a.line(bold, reference.Caption(e))
	a.raw("")
	a.facts(e)
	a.part("", e.Description)
	a.causes(e)
	a.part("Fix", e.Fix)
	a.message(e)
	a.example(e)
	a.help(e)
}

// facts are what decides how to act.
func (a *answer) facts(e *catalog.Error) {
	a.labelled("Deprecated", yellow, e.Deprecated)
	a.labelled("Name", "", e.Name)
	a.labelled("Aliases", "", strings.Join(e.Aliases, ", "))
	if len(e.Statuses) == 0 {
		a.labelled("Status", "", "any")
	}
	a.labelled("Code", "", reference.Codes(e).String())
	a.labelled("Domain", "", e.Domain)
	if e.When != nil {
		a.labelled("When", "", reference.Condition(e.When).String())
	}
	a.labelled("Severity", "", e.Severity)
	a.decision(a.catalog.ClassTitle(e), a.catalog.Actions[e.Action])
}

func (a *answer) decision(class string, action catalog.Action) {
	a.labelled("Class", "", class)
	a.labelled("Action", "", action.Title)
	a.retry(action)
}

// retry tells whether to try again. The server's word counts for more than the
// catalog's.
func (a *answer) retry(action catalog.Action) {
	words, style := reference.Retry(&a.catalog.Response, action), yellow
	switch {
	case a.told == "false":
		words, style = "no, as the server says", red
	case action.Mode.Retryable():
		style = green
	case action.Mode == catalog.Never && a.told == "true":
		words, style = "yes, as the server says", green
	case action.Mode == catalog.Never:
		style = red
	}
	a.labelled("Retry", style, words)
}

// part is a text below a heading, if there is one.
func (a *answer) part(heading, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	a.gap()
	if heading == "" {
		a.prose("", text)
		return
	}
	a.line(cyan, heading)
	a.prose(indent, text)
}

func (a *answer) causes(e *catalog.Error) {
	if len(e.Causes) == 0 {
		return
	}
	a.gap()
	a.line(cyan, "Common causes")
	for _, cause := range e.Causes {
		a.item(cause)
	}
}

// message is what the server says, where that varies.
func (a *answer) message(e *catalog.Error) {
	if len(e.Params) == 0 {
		return
	}
	a.part("Message", reference.Message(e))
	for _, p := range e.Params {
		text := fmt.Sprintf("{%s}: %s", p.Name, p.Type)
		if p.Example != "" {
			text += ", such as " + p.Example
		}
		a.item(text)
	}
}

// example is the response that the error is met in.
func (a *answer) example(e *catalog.Error) {
	x := reference.NewExamples(a.catalog).Of(e)
	if !x.ShowsBody() && len(x.Headers) == 0 {
		return
	}
	a.gap()
	heading := "Example"
	if x.Partial {
		heading += ", as far as it is known"
	}
	a.line(cyan, heading)
	for _, h := range x.Headers {
		a.code(h.Name + ": " + h.Value)
	}
	if x.ShowsBody() {
		a.code(x.Body.Indented())
	}
}

// help says where there is more, and whom to ask.
func (a *answer) help(e *catalog.Error) {
	url, support := reference.URL(a.catalog, e), a.catalog.API.Support
	if url == "" && support == "" {
		return
	}
	a.gap()
	a.labelled("More", "", url)
	if ids := a.catalog.Response.RequestID; support != "" && len(ids) > 0 {
		support += "; quote the request id (" + reference.Located(ids).String() + ")"
	}
	a.labelled("Support", "", support)
}

// received tells what a response says.
func (a *answer) received(status string, m match.Match) {
	a.labelled("Status", "", status)
	a.labelled("Domain", "", m.Domain)
	a.labelled("Code", "", m.Value)
	a.labelled("Message", "", m.Message)
	a.labelled("Request id", bold, m.RequestID)
	a.wait(m)
	if a.told = m.ShouldRetry; a.told != "" {
		a.labelled("Server", bold, map[string]string{
			"true":  "says to retry, even where the catalog does not",
			"false": "says not to retry, whatever the catalog does",
		}[a.told])
	}
	if m.Details != nil {
		a.labelled("Details", "", " ")
		a.code(a.laidOut(m.Details))
	}
}

// laidOut is JSON with a line for each value: but as it came where that would
// indent it beyond the screen, and take space in proportion to depth squared.
func (a *answer) laidOut(value json.RawMessage) string {
	var b bytes.Buffer
	if depth(value)*len(indent) > a.width || json.Indent(&b, value, "", indent) != nil {
		return string(value)
	}
	return b.String()
}

// depth is how far the objects and arrays in a JSON value are within each other.
func depth(value json.RawMessage) int {
	deepest, open := 0, 0
	for read := json.NewDecoder(bytes.NewReader(value)); ; {
		token, err := read.Token()
		if err != nil {
			return deepest
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			open++
		case json.Delim('}'), json.Delim(']'):
			open--
		}
		deepest = max(deepest, open)
	}
}

// wait tells how long the server asks to wait.
func (a *answer) wait(m match.Match) {
	if !m.HasDelay {
		return
	}
	wait := reference.Brief(m.Delay)
	if longest := a.catalog.Policy.MaxRetryAfter; longest > 0 && m.Delay > longest {
		wait += ", longer than the client waits (" + reference.Brief(longest) + ")"
	}
	a.labelled("Wait", bold, wait)
}

// retired tells what became of errors that are gone.
func (a *answer) retired(all []*catalog.Retired) {
	for _, r := range all {
		a.gap()
		a.hanging(bold, "Retired: ", "", reference.Gone(r).String())
		a.part("", r.Description)
	}
}

// unlisted tells what the catalog says of a status that no error has.
func (a *answer) unlisted(status int) {
	d := a.catalog.DefaultFor(status)
	if d == nil {
		return
	}
	a.gap()
	a.line(bold, fmt.Sprintf("%d is not listed; by its status:", status))
	a.decision(a.catalog.Classes[d.Class].Title, a.catalog.Actions[d.Action])
}
