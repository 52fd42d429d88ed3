package markdown

// An error, or several that are documented together.

import (
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

func (b *builder) section(of reference.Section, decisions []decision) Section {
	s := Section{Title: heading(joined(of, " / ", sectionHeading)), Anchors: b.sectionAnchors(of)}
	for _, e := range of {
		if x := b.example(e, len(of) > 1); x.Lead != "" {
			s.Examples = append(s.Examples, x)
		}
	}
	for _, p := range of.Deprecations() {
		s.Deprecated = append(s.Deprecated, afterLead(deprecated(p), p.Text))
	}
	for _, p := range of.Descriptions() {
		s.Descriptions = append(s.Descriptions, afterLead(lead("", p), p.Text))
	}
	for _, d := range decisions {
		s.Facts = append(s.Facts, d.facts)
	}
	for _, p := range of.Causes() {
		s.Causes = append(s.Causes, causes(p))
	}
	for _, p := range of.Fixes() {
		s.Fixes = append(s.Fixes, afterLead(lead("Fix", p), p.Text))
	}
	for _, p := range of.Messages() {
		s.Messages = append(s.Messages, message(p))
	}
	for _, p := range of.Pages(b.Catalog) {
		s.More = append(s.More, lead("More", p)+" "+link(p.Text, p.Text))
	}
	return s
}

// sectionAnchors are all that lead to a section.
func (b *builder) sectionAnchors(of reference.Section) []string {
	var own, former []string
	for _, e := range of {
		own = append(own, b.anchors[e])
		former = append(former, b.former.Of(e)...)
	}
	return append(own, former...)
}

// A decision is a part of a section, and what decides how to act on its errors.
type decision struct {
	reference.Part
	facts Facts
}

func (b *builder) decisions(of reference.Section) []decision {
	var all []decision
	for _, p := range of.Decisions() {
		all = append(all, decision{p, b.facts(p)})
	}
	return all
}

func (b *builder) facts(p reference.Part) Facts {
	e := p.First()
	action := b.Actions[e.Action]
	f := Facts{
		Lead:     lead("", p),
		Code:     phrase(reference.Codes(e)),
		Class:    inline(b.ClassTitle(e)),
		Severity: inline(e.Severity),
		Action:   inline(action.Title),
		Retry:    inline(reference.Retry(&b.Response, action)),
		Formerly: phrase(reference.Aliases(e)),
	}
	if e.Domain != "" {
		f.Domain = code(e.Domain)
	}
	if e.When != nil {
		f.When = phrase(reference.Condition(e.When))
	}
	return f
}

func message(p reference.Part) Message {
	e := p.First()
	m := Message{Text: lead("Message", p) + " " + inline(reference.Message(e))}
	for _, param := range e.Params {
		m.Params = append(m.Params, Param{
			Name:    cell(code(param.Name)),
			Type:    cell(inline(param.Type.String())),
			Example: cell(code(param.Example)),
		})
	}
	return m
}

func causes(p reference.Part) List {
	l := List{Lead: lead("Common causes", p)}
	for _, cause := range p.First().Causes {
		l.Items = append(l.Items, inline(cause))
	}
	return l
}

// example is the response that e is met in, without a lead if nothing of it is
// known; named says that the section has other errors too.
func (b *builder) example(e *catalog.Error, named bool) Example {
	response := b.examples.Of(e)
	x := Example{Body: b.codeBlock(response)}
	headers := headers(response.Headers)
	what := MD("Example")
	if x.Body == "" {
		what = "Example headers"
	}
	if named {
		what += " of " + inline(reference.Caption(e))
	}
	if response.Partial {
		what += ", as far as it is known"
	}
	switch {
	case x.Body == "" && headers == "":
	case x.Body == "":
		x.Lead = what + ": " + headers
	case headers == "":
		x.Lead = what + ":"
	case len(response.Headers) == 1:
		x.Lead = what + ", with the header " + headers + ":"
	default:
		x.Lead = what + ", with the headers " + headers + ":"
	}
	return x
}

func headers(all []catalog.Header) MD {
	shown := make([]string, len(all))
	for i, h := range all {
		shown[i] = string(code(h.Name + ": " + h.Value))
	}
	return MD(strings.Join(shown, ", "))
}

// codeBlock is the body of an example, "" if nothing of it is known.
func (b *builder) codeBlock(x reference.Example) MD {
	if !x.ShowsBody() {
		return ""
	}
	return fence("json", inFence.Replace(x.Body.Indented()))
}

// inFence spells as JSON allows what a string in a code block should not hold: a
// byte-order mark, and the braces of {{#include}}, on which mdBook acts there too.
var inFence = strings.NewReplacer("{{", `{\u007b`, "\ufeff", `\ufeff`)

// lead begins a part in bold: what it is, and of which errors if not of all.
func lead(what MD, p reference.Part) MD {
	of := inline(p.Of())
	if what != "" && of != "" {
		what += " of "
	}
	if what+of == "" {
		return ""
	}
	return "**" + what + of + ":**"
}

// deprecated is the lead of what to use instead.
func deprecated(p reference.Part) MD {
	if of := inline(p.Of()); of != "" {
		return "**Deprecated (" + of + "):**"
	}
	return "**Deprecated:**"
}

// afterLead is a text whose first paragraph begins with a lead.
func afterLead(lead MD, text string) []MD {
	shown := paragraphs(text)
	if lead != "" && len(shown) > 0 {
		shown[0] = lead + " " + shown[0]
	}
	return shown
}

func joined(errs []*catalog.Error, sep string, text func(*catalog.Error) string) string {
	shown := make([]string, len(errs))
	for i, e := range errs {
		shown[i] = text(e)
	}
	return strings.Join(shown, sep)
}
