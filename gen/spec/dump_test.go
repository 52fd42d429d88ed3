package spec

import (
	"fmt"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// dump is a document in a form that people can compare with its spec: a line a
// fact, what is empty left out.
func dump(doc *Document) string {
	d := dumper{}
	c := doc.Catalog
	d.api(&c.API)
	d.response(&c.Response)
	for _, class := range c.Classes {
		d.fact(0, "class", class.Key+" — "+class.Title)
	}
	for _, a := range c.Actions {
		methods := "idempotent methods"
		if a.Methods == catalog.AnyMethod {
			methods = "any method"
		}
		d.fact(0, "action", fmt.Sprintf("%s — %s: %s, %s", a.Key, a.Title, a.Mode, methods))
	}
	d.fact(0, "policy", fmt.Sprintf("%+v", c.Policy))
	for _, f := range c.Defaults {
		d.fact(0, "default", fmt.Sprintf("%s: %s, %s", f.Statuses, c.Classes[f.Class].Key, c.Actions[f.Action].Key))
	}
	for i := range c.Errors {
		d.error(c, &c.Errors[i])
	}
	for _, o := range doc.Outputs {
		d.fact(0, "output", o.Backend+" to "+o.Path)
	}
	return d.String()
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
	d.locators("code", r.Code)
	d.locators("message", r.Message)
	d.locators("request id", r.RequestID)
	d.locators("details", r.Details)
	d.locators("retry after", r.RetryAfter)
}

func (d *dumper) locators(name string, locators []catalog.Locator) {
	var texts []string
	for _, l := range locators {
		text := l.Pointer.String()
		if l.Header != "" {
			text = "header " + l.Header
		}
		if name == "retry after" {
			text += " in " + l.Unit.String()
		}
		texts = append(texts, text)
	}
	d.fact(1, name, strings.Join(texts, ", "))
}

func (d *dumper) error(c *catalog.Catalog, e *catalog.Error) {
	d.fact(0, "error", fmt.Sprintf("%s at %d:%d", e.Name, e.Pos.Line, e.Pos.Col))
	var statuses []string
	for _, s := range e.Statuses {
		statuses = append(statuses, s.String())
	}
	d.fact(1, "status", strings.Join(statuses, ", "))
	d.fact(1, "code", strings.Join(e.Codes, ", "))
	d.fact(1, "title", e.Title)
	class := c.Classes[e.Class].Key
	if e.Qualifier != "" {
		class += " — " + e.Qualifier
	}
	d.fact(1, "class", class)
	d.fact(1, "action", c.Actions[e.Action].Key)
	d.fact(1, "message", e.Message)
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
