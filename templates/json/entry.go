package jsondoc

// An error in the document.

import (
	"encoding/json"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

type entry struct {
	Name        string        `json:"name"`
	Aliases     []string      `json:"aliases"`
	Anchor      string        `json:"anchor"`
	Value       string        `json:"value"`
	Statuses    []statusRange `json:"statuses"`
	Domain      string        `json:"domain"`
	Codes       []string      `json:"codes"`
	Pattern     string        `json:"pattern"`
	When        *condition    `json:"when"`
	Title       string        `json:"title"`
	Class       string        `json:"class"`
	Qualifier   string        `json:"qualifier"`
	Action      string        `json:"action"`
	Severity    string        `json:"severity"`
	Deprecated  string        `json:"deprecated"`
	Message     string        `json:"message"`
	Params      []param       `json:"params"`
	Description string        `json:"description"`
	Causes      []string      `json:"causes"`
	Fix         string        `json:"fix"`
	Section     string        `json:"section"`
	URL         string        `json:"url"`
	Example     example       `json:"example"`
}

type param struct {
	Name    string `json:"name"`
	Type    string `json:"type"`
	Example string `json:"example"`
}

// An example is the whole response.
type example struct {
	Status  int             `json:"status"`
	Headers []header        `json:"headers"`
	Body    json.RawMessage `json:"body"`
	Partial bool            `json:"partial"`
}

type header struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

func newEntry(c *catalog.Catalog, e *catalog.Error, anchor string, x reference.Example) entry {
	return entry{
		Name: e.Name, Aliases: list(e.Aliases), Anchor: anchor, Value: e.Value(),
		Statuses: each(e.Statuses, newRange), Domain: e.Domain, Codes: list(e.Codes), Pattern: e.Pattern, When: when(e),
		Title: e.Title, Class: c.Classes[e.Class].Key, Qualifier: e.Qualifier, Action: c.Actions[e.Action].Key,
		Severity: e.Severity, Deprecated: e.Deprecated,
		Message:     e.Message,
		Params:      each(e.Params, func(p catalog.Param) param { return param{p.Name, p.Type.String(), p.Example} }),
		Description: e.Description, Causes: list(e.Causes), Fix: e.Fix, Section: e.Section, URL: e.URL,
		Example: example{
			Status:  x.Status,
			Headers: each(x.Headers, func(h catalog.Header) header { return header(h) }),
			Body:    raw(x.Body),
			Partial: x.Partial,
		},
	}
}

func when(e *catalog.Error) *condition {
	if e.When == nil {
		return nil
	}
	shown := newCondition(*e.When)
	return &shown
}

func raw(v catalog.Value) json.RawMessage { return json.RawMessage(v.Indented()) }
