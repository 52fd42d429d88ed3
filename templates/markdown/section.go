package markdown

import (
	"fmt"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

func (b *builder) section(errs []*catalog.Error) Section {
	s := Section{Title: heading(joined(errs, " / ", reference.Caption))}
	for _, e := range errs {
		s.Anchors = append(s.Anchors, b.anchors[e])
		if x := b.example(e, len(errs) > 1); x.Lead != "" {
			s.Examples = append(s.Examples, x)
		}
	}
	for _, p := range reference.Parts(errs, func(e *catalog.Error) string { return e.Description }) {
		s.Descriptions = append(s.Descriptions, afterLead(lead("", p), p.First().Description))
	}
	for _, p := range reference.Parts(errs, decision) {
		s.Facts = append(s.Facts, b.facts(p))
	}
	for _, p := range reference.Parts(errs, func(e *catalog.Error) string { return strings.Join(e.Causes, "\x00") }) {
		s.Causes = append(s.Causes, causes(p))
	}
	for _, p := range reference.Parts(errs, func(e *catalog.Error) string { return e.Fix }) {
		s.Fixes = append(s.Fixes, afterLead(lead("Fix", p), p.First().Fix))
	}
	for _, p := range reference.Parts(errs, func(e *catalog.Error) string { return reference.URL(b.Catalog, e) }) {
		s.More = append(s.More, lead("More", p)+" "+link(p.First().URL, p.First().URL))
	}
	return s
}

// decision is equal for errors of equal facts.
func decision(e *catalog.Error) string {
	return fmt.Sprintf("%d %d %q %q", e.Class, e.Action, e.Qualifier, e.Codes)
}

func (b *builder) facts(p reference.Part) Facts {
	e := p.First()
	action := b.Actions[e.Action]
	return Facts{
		Lead:   lead("", p),
		Code:   codes(e),
		Class:  inline(reference.Class(b.Catalog, e)),
		Action: inline(action.Title),
		Retry:  inline(reference.Retry(&b.Response, action)),
	}
}

func codes(e *catalog.Error) MD {
	shown := make([]string, len(e.Codes))
	for i, value := range e.Codes {
		shown[i] = string(code(value))
	}
	return MD(strings.Join(shown, ", "))
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
	x := Example{Body: b.exampleBody(e)}
	headers := headers(e)
	what := MD("Example")
	if x.Body == "" {
		what = "Example headers"
	}
	if named {
		what += " of " + inline(reference.Caption(e))
	}
	switch {
	case x.Body == "" && headers == "":
	case x.Body == "":
		x.Lead = what + ": " + headers
	case headers == "":
		x.Lead = what + ":"
	case len(e.ExampleHeaders) == 1:
		x.Lead = what + ", with the header " + headers + ":"
	default:
		x.Lead = what + ", with the headers " + headers + ":"
	}
	return x
}

func headers(e *catalog.Error) MD {
	shown := make([]string, len(e.ExampleHeaders))
	for i, h := range e.ExampleHeaders {
		shown[i] = string(code(h.Name + ": " + h.Value))
	}
	return MD(strings.Join(shown, ", "))
}

// exampleBody is the body of e as a code block, "" if it has no members.
func (b *builder) exampleBody(e *catalog.Error) MD {
	body := b.ExampleBody(e)
	if len(body.Members) == 0 {
		return ""
	}
	return fence("json", inFence.Replace(body.Indented()))
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
