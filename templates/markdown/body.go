package markdown

// How an error looks on the wire.

import (
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

func (b *builder) body() Body {
	shown := Body{Fields: b.fields(), Forms: b.forms()}
	wild := false
	for _, p := range reference.Places(&b.Response) {
		if !p.Documented(b.Response.Fields) {
			shown.Places = append(shown.Places, place(p))
			wild = wild || p.Wild()
		}
	}
	if wild {
		shown.Note = "There " + code(catalog.Any) + " stands for every element or member, in order."
	}
	if x, ok := b.examples.Typical(); ok {
		shown.Example = b.codeBlock(x)
	}
	if shown.Fields != nil || shown.Places != nil || shown.Forms != nil || shown.Example != "" {
		shown.Intro = b.intro()
	}
	return shown
}

func (b *builder) intro() MD {
	said := MD("Every error has a body of this form")
	if b.Response.MediaType != "" {
		said += ", sent as " + code(b.Response.MediaType)
	}
	if len(b.Response.Shapes) > 0 {
		said += ", unless one of the cases below holds"
	}
	return said + "."
}

func (b *builder) fields() []Field {
	var fields []Field
	for _, f := range b.Response.Fields {
		fields = append(fields, Field{
			Name:        cell(code(f.Name)),
			Type:        cell(inline(f.Type)),
			Description: cell(inline(f.Description)),
		})
	}
	return fields
}

func place(p reference.Place) MD { return MD(p.Value) + ": " + phrase(p.Words()) }

// forms says where values are in responses of another form.
func (b *builder) forms() []List {
	var forms []List
	for _, f := range reference.Forms(&b.Response) {
		l := List{Lead: "Where " + phrase(f.Where) + ", instead:"}
		for _, p := range f.Places {
			l.Items = append(l.Items, place(p))
		}
		if l.Items != nil {
			forms = append(forms, l)
		}
	}
	return forms
}

// phrase shows what the reference says in words of its own.
func phrase(p reference.Phrase) MD {
	var shown MD
	for _, piece := range p {
		if piece.Code {
			shown += code(piece.Text)
		} else {
			shown += MD(piece.Text)
		}
	}
	return shown
}
