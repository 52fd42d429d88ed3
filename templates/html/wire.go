package html

// What all responses have in common, and whom to ask about one.

import (
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

func (b *builder) wirePart() Wire {
	w := Wire{
		Recognized: reference.Recognized(b.Catalog), MediaType: b.Response.MediaType, Fields: b.Response.Fields, Help: b.help(),
	}
	for _, p := range reference.Places(&b.Response) {
		if !p.Documented(b.Response.Fields) {
			w.Places = append(w.Places, newPlace(p))
			w.Wild = w.Wild || p.Wild()
		}
	}
	for _, f := range reference.Forms(&b.Response) {
		if len(f.Places) > 0 {
			w.Forms = append(w.Forms, Form{f.Where, mapped(f.Places, newPlace)})
		}
	}
	if body := b.typicalBody(); body != "" {
		w.Example = &Sample{Lang: "response", Label: "Example", Code: body}
	}
	return w
}

func newPlace(p reference.Place) Place {
	shown := Place{Value: p.Value}
	for _, l := range p.Locators {
		one := reference.Place{Value: p.Value, Locators: []catalog.Locator{l}}
		shown.At = append(shown.At, one.Words())
	}
	if shown.At == nil {
		shown.At = []reference.Phrase{p.Words()} // that it is nowhere
	}
	return shown
}

func (b *builder) help() Help {
	h := Help{Support: newSupport(b.API.Support)}
	if at := b.Response.RequestID; len(at) > 0 {
		h.RequestID = reference.Located(at)
	}
	return h
}
