package spec

// The response but for its conditions and locators: media type, fields and status.

import (
	"fmt"
	"mime"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/diag"
)

func (c *checker) response() {
	r := &c.doc.response
	c.cat.Response = catalog.Response{
		MediaType: c.mediaType(r.mediaType),
		Fields:    c.fields(r.fields),
		Status:    c.statusPointer(r.status),
		Locators:  c.locators(&r.locators),
		ErrorWhen: c.errorWhen(r.errorWhen),
	}
	for i := range r.shapes {
		c.shape(&r.shapes[i])
	}
	c.shapes()
	c.cat.Response.Constants = c.members(r.constants)
	c.bodies()
}

// defaultMediaType is that of a body whose spec does not say.
const defaultMediaType = "application/json"

func (c *checker) mediaType(t text) string {
	if !t.ok() {
		return defaultMediaType
	}
	typ, _, err := mime.ParseMediaType(t.value)
	switch {
	case err != nil || !strings.Contains(typ, "/"):
		c.reportText(t, "media-type", fmt.Sprintf("%q is no media type", t.value), "write one such as "+defaultMediaType)
	case strings.HasSuffix(typ, "/xml") || strings.HasSuffix(typ, "+xml"):
		c.reportText(t, "xml", "XML bodies are not read", "errgen is for bodies in JSON, such as "+defaultMediaType)
	}
	return t.value
}

// fields checks the documented members, and notes their types for examples.
func (c *checker) fields(fields []field) []catalog.Field {
	var checked []catalog.Field
	c.fieldTypes = make(map[string]string)
	first := make(map[string]text)
	for _, f := range fields {
		at := "/" + strings.TrimPrefix(f.name.value, "/")
		if twin, ok := first[at]; ok && f.name.ok() {
			c.report(f.name.place(), "duplicate-field", fmt.Sprintf("the field %q is documented twice", f.name.value), "leave one of them out",
				diag.Related{Place: twin.place(), Message: "it stands here first"})
		} else if f.name.ok() {
			first[at] = f.name
			c.fieldTypes[everyElement(strings.Split(at[1:], "/"))] = prose(f.typ)
		}
		if f.name.ok() && strings.HasPrefix(f.name.value, "/") {
			c.pointer(f.name, f.name.value, "")
		}
		c.fieldType(f.typ)
		checked = append(checked, catalog.Field{Name: prose(f.name), Type: prose(f.typ), Description: prose(f.description)})
	}
	return checked
}

// jsonTypes are those of JSON Schema, by how they are called elsewhere.
var jsonTypes = map[string]string{
	"int": "integer", "bool": "boolean", "str": "string", "double": "number", "float": "number",
	"integer": "integer", "boolean": "boolean", "string": "string", "number": "number", "object": "object", "array": "array",
}

// fieldType reports a type that is JSON's but is not called so. Any other text is
// documentation, as in "date" or "array of strings".
func (c *checker) fieldType(t text) {
	if meant := jsonTypes[strings.ToLower(t.value)]; t.ok() && meant != "" && meant != t.value {
		c.reportText(t, "field-type", fmt.Sprintf("%q is no type of JSON", t.value), fmt.Sprintf("did you mean %q?", meant))
	}
}

// statusPointer is where the body repeats the status.
func (c *checker) statusPointer(t text) catalog.Pointer {
	if !t.ok() || c.isHeader(t, "a response has its status in its first line; this is where the body repeats it", "/status") {
		return nil
	}
	p := c.pointer(t, t.value, "")
	if p.Wild() >= 0 {
		c.reportText(t, "locator", fmt.Sprintf("%q has a wildcard, *, in it", t.value), "name the member")
	}
	return p
}
