package spec

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

// dump is a document in a form that people can compare with its spec: a line a
// fact, what is empty left out.
func dump(doc *Document) string {
	d := dumper{}
	c := doc.Catalog
	d.api(&c.API)
	d.response(&c.Response)
	for _, class := range c.Classes {
		d.fact(0, "class", keyAndName(class.Key, class.Name)+" — "+class.Title)
	}
	for _, a := range c.Actions {
		methods := "idempotent methods"
		if a.Methods == catalog.AnyMethod {
			methods = "any method"
		}
		d.fact(0, "action", fmt.Sprintf("%s — %s: %s, %s", keyAndName(a.Key, a.Name), a.Title, a.Mode, methods))
	}
	d.fact(0, "policy", fmt.Sprintf("%+v", c.Policy))
	for _, f := range c.Defaults {
		d.fact(0, "default", fmt.Sprintf("%s: %s, %s", f.Statuses, c.Classes[f.Class].Key, c.Actions[f.Action].Key))
	}
	for i := range c.Errors {
		d.error(c, &c.Errors[i])
	}
	for _, r := range c.Retired {
		d.fact(0, "retired", r.Name+" "+r.Description)
		d.fact(1, "domain", r.Domain)
		d.fact(1, "code", strings.Join(r.Codes, ", "))
	}
	d.fact(0, "included", strings.Join(doc.Included, ", "))
	for _, o := range doc.Outputs {
		d.fact(0, "output", o.Backend+" to "+o.Path)
	}
	return d.String()
}

// keyAndName is the key of a class or action, and its name if that is not the usual one.
func keyAndName(key, name string) string {
	if name == ident.Exported(key) {
		return key
	}
	return key + " (" + name + ")"
}

type dumper struct{ strings.Builder }

func (d *dumper) fact(indent int, name, value string) {
	if value != "" {
		value = strings.ReplaceAll(value, "\n", "\n"+strings.Repeat("  ", indent+1))
		fmt.Fprintf(d, "%s%s: %s\n", strings.Repeat("  ", indent), name, value)
	}
}

func (d *dumper) api(a *catalog.API) {
	d.fact(0, "api", a.Name)
	d.fact(1, "package", a.Package)
	d.fact(1, "summary", a.Summary)
	d.fact(1, "support", a.Support)
	d.fact(1, "docs", a.DocsURL)
	for _, l := range a.Links {
		d.fact(1, "link", fmt.Sprintf("%s <%s> %s", l.Title, l.URL, l.Description))
	}
}

func (d *dumper) response(r *catalog.Response) {
	d.fact(0, "response", r.MediaType)
	for _, f := range r.Fields {
		d.fact(1, "field", fmt.Sprintf("%s (%s) %s", f.Name, f.Type, f.Description))
	}
	if len(r.Constants) > 0 {
		d.fact(1, "constants", catalog.Value{Kind: catalog.Object, Members: r.Constants}.Indented())
	}
	d.fact(1, "status", r.Status.String())
	d.conditions(1, "error when", r.ErrorWhen)
	d.allLocators(1, &r.Locators)
	for _, s := range r.Shapes {
		d.conditions(1, "shape when", s.When)
		d.allLocators(2, &s.Locators)
	}
}

func (d *dumper) conditions(indent int, name string, conditions []catalog.Condition) {
	var texts []string
	for _, c := range conditions {
		texts = append(texts, dumpedCondition(&c))
	}
	d.fact(indent, name, strings.Join(texts, "; or "))
}

func dumpedCondition(c *catalog.Condition) string {
	var parts []string
	if len(c.Statuses) > 0 {
		var statuses []string
		for _, s := range c.Statuses {
			statuses = append(statuses, s.String())
		}
		parts = append(parts, "the status is "+strings.Join(statuses, " or "))
	}
	for _, h := range c.Headers {
		parts = append(parts, dumpedTest("the header "+h.Name, h.Test))
	}
	for _, b := range c.Body {
		parts = append(parts, dumpedTest(b.Pointer.String(), b.Test))
	}
	return strings.Join(parts, " and ")
}

func dumpedTest(what string, t catalog.Test) string {
	switch {
	case len(t.Any) > 0:
		return what + " is " + dumpedTexts(t.Any)
	case len(t.Not) > 0:
		return what + " is not " + dumpedTexts(t.Not)
	case t.Pattern != "":
		return what + " matches " + t.Pattern
	case t.Exists == catalog.Absent:
		return what + " is absent"
	}
	return what + " is present"
}

// dumpedTexts are texts with "or" between them, in quotes where they would not show.
func dumpedTexts(texts []string) string {
	shown := make([]string, len(texts))
	for i, t := range texts {
		if shown[i] = t; t == "" || strings.ContainsAny(t, " \t\r\n,") {
			shown[i] = strconv.Quote(t)
		}
	}
	return strings.Join(shown, " or ")
}

func (d *dumper) allLocators(indent int, l *catalog.Locators) {
	d.locators(indent, "code", l.Code)
	d.locators(indent, "domain", l.Domain)
	d.locators(indent, "message", l.Message)
	d.locators(indent, "request id", l.RequestID)
	d.locators(indent, "details", l.Details)
	d.locators(indent, "retry after", l.RetryAfter)
	d.locators(indent, "should retry", l.ShouldRetry)
}

func (d *dumper) locators(indent int, name string, locators []catalog.Locator) {
	var texts []string
	for _, l := range locators {
		text := l.Pointer.String()
		if l.Header != "" {
			text = "header " + l.Header
		}
		if l.Key {
			text += " (its name)"
		}
		for _, w := range l.Where {
			text += " where " + dumpedTest(w.Pointer.String(), w.Test)
		}
		for _, part := range [][2]string{{"without", l.StripPrefix}, {"before", l.Before}, {"after", l.After}, {"domain", l.Domain}} {
			if part[1] != "" {
				text += fmt.Sprintf(" %s %q", part[0], part[1])
			}
		}
		if name == "retry after" {
			text += " in " + l.Unit.String()
		}
		texts = append(texts, text)
	}
	d.fact(indent, name, strings.Join(texts, ", "))
}

func (d *dumper) error(c *catalog.Catalog, e *catalog.Error) {
	at := fmt.Sprintf("%d:%d", e.Pos.Line, e.Pos.Col)
	if e.Pos.File != c.Errors[0].Pos.File {
		at = e.Pos.String()
	}
	d.fact(0, "error", e.Name+" at "+at)
	d.fact(1, "aliases", strings.Join(e.Aliases, ", "))
	var statuses []string
	for _, s := range e.Statuses {
		statuses = append(statuses, s.String())
	}
	d.fact(1, "status", strings.Join(statuses, ", "))
	d.fact(1, "domain", e.Domain)
	d.fact(1, "code", strings.Join(e.Codes, ", "))
	d.fact(1, "pattern", e.Pattern)
	if e.When != nil {
		d.fact(1, "when", dumpedCondition(e.When))
	}
	d.fact(1, "title", e.Title)
	class := c.Classes[e.Class].Key
	if e.Qualifier != "" {
		class += " — " + e.Qualifier
	}
	d.fact(1, "class", class)
	d.fact(1, "action", c.Actions[e.Action].Key)
	d.fact(1, "severity", e.Severity)
	d.fact(1, "deprecated", e.Deprecated)
	d.fact(1, "message", e.Message)
	for _, p := range e.Params {
		d.fact(1, "param", p.Name+" as "+p.Ident+" "+p.Type.String()+" "+p.Example)
	}
	if len(e.Params) > 0 {
		d.fact(1, "example message", e.ExampleMessage())
	}
	d.fact(1, "description", e.Description)
	for _, cause := range e.Causes {
		d.fact(1, "cause", cause)
	}
	d.fact(1, "fix", e.Fix)
	d.fact(1, "section", e.Section)
	d.fact(1, "url", e.URL)
	for _, h := range e.ExampleHeaders {
		d.fact(1, "header", h.Name+": "+h.Value)
	}
	if len(e.Example) > 0 {
		d.fact(1, "body", c.ExampleBody(e).Indented())
	}
}
