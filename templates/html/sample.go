package html

// What an error looks like on the wire, and the Go that handles it.

import (
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// samples shows an error as the wire and as Go have it.
func (b *builder) samples(e *catalog.Error) []Sample {
	example := b.examples.Of(e)
	label := "Response"
	if example.Partial {
		label += ", as far as it is known"
	}
	response := Sample{Lang: "response", Label: label, Wire: b.wire(example), Code: example.Body.Indented()}
	if !example.HasBody() {
		response.Wire, response.Code = "", response.Wire
	}
	return []Sample{response, {Lang: "go", Label: "Go", Code: b.goPackage.Handling(b.Catalog, e)}}
}

// typicalBody is that of the error that shows most; "" if none has a body.
func (b *builder) typicalBody() string {
	if x, ok := b.examples.Typical(); ok {
		return x.Body.Indented()
	}
	return ""
}

// wire is the status line and the headers of the response, as curl -i prints
// them for HTTP/2, which has no reason phrases.
func (b *builder) wire(x reference.Example) string {
	var lines []string
	if x.Status != 0 {
		lines = append(lines, "HTTP/2 "+strconv.Itoa(x.Status))
	}
	if b.Response.MediaType != "" && x.HasBody() {
		lines = append(lines, "Content-Type: "+b.Response.MediaType)
	}
	for _, h := range x.Headers {
		lines = append(lines, h.Name+": "+h.Value)
	}
	return strings.Join(lines, "\n")
}

// calling is the Go of a caller of the generated client, if there is one.
func (b *builder) calling() Sample {
	return Sample{Lang: "go", Label: "Go", Code: b.goPackage.Client(b.Catalog)}
}
