package main

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
}

// oneOf explains an error, or lists several that what is asked about may be.
func (a *answer) oneOf(what string, errs []*catalog.Error) {
	if len(errs) == 1 {
		a.error(errs[0])
		return
	}
	a.gap()
	a.hanging("", "", "", fmt.Sprintf(`%s may be %d errors; "errgen explain NAME" tells about one:`, what, len(errs)))
	a.gap()
	wide := 0
	for _, e := range errs {
		wide = max(wide, columns(e.Name))
	}
	for _, e := range errs {
		name := indent + e.Name + strings.Repeat(" ", wide-columns(e.Name)+2)
		a.hanging(bold, name, "", reference.Caption(e)+inParentheses(strings.Join(e.Codes, ", ")))
	}
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
	a.example(e)
	a.help(e)
}

// facts are what decides how to act.
func (a *answer) facts(e *catalog.Error) {
	a.labelled("Name", "", e.Name)
	a.labelled("Code", "", strings.Join(e.Codes, ", "))
	a.decision(reference.Class(a.catalog, e), a.catalog.Actions[e.Action])
}

func (a *answer) decision(class string, action catalog.Action) {
	a.labelled("Class", "", class)
	a.labelled("Action", "", action.Title)
	style := yellow
	switch {
	case action.Mode == catalog.Never:
		style = red
	case action.Mode.Retryable():
		style = green
	}
	a.labelled("Retry", style, reference.Retry(&a.catalog.Response, action))
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

// example is the response that the error is met in.
func (a *answer) example(e *catalog.Error) {
	body := a.catalog.ExampleBody(e)
	if len(body.Members) == 0 && len(e.ExampleHeaders) == 0 {
		return
	}
	a.gap()
	a.line(cyan, "Example")
	for _, h := range e.ExampleHeaders {
		a.code(h.Name + ": " + h.Value)
	}
	if len(body.Members) > 0 {
		a.code(body.Indented())
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
		support += "; quote the request id (" + reference.Located(ids) + ")"
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
	if m.HasDelay {
		a.labelled("Wait", bold, m.Delay.String())
	}
	var details bytes.Buffer
	if m.Details != nil && json.Indent(&details, m.Details, "", indent) == nil {
		a.labelled("Details", "", " ")
		a.code(details.String())
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
