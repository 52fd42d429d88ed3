package html

// The views: what a template is given. A template of one's own, Backend.Template,
// is given a Page. In quotes is the template that shows a view; it can be used,
// {{template "section" .}}, and defined anew. Strings are plain text, which
// html/template escapes where it stands; a text, list or pointer that the
// catalog has nothing for is "" or nil.

import (
	"html/template"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

// A Page is the view of "page": the whole reference, or the index of a split
// one. Long lists come in chunks, so that a browser lays out only those in view.
type Page struct {
	Head     Head
	Bar      Bar
	Split    bool // the errors have pages of their own; "page" shows them in "brief"
	Title    string
	Summary  string    // what the API is, in a line; may be ""
	Parts    []Part    // the index: what the page has beside the errors
	Index    [][]Entry // the index: the errors, in chunks
	Tools    Tools
	Wire     Wire
	Sections [][]Section // in chunks
	Tables   [][]Row     // the classification, in chunks; the view of "tables"
	Retired  []Gone      // errors that the API had
	Client   Client
	Guides   []Guide
	Data     data // what the scripts read: write it as "page" does
}

// Alone is the view of "alone": the page of one error in a split reference.
type Alone struct {
	Head     Head
	Bar      Bar
	Section  Section // of that error alone, so that no part of it has an Of
	Help     *Help   // nil if the catalog says nothing of it
	Previous *Link   // nil on the first page
	Next     *Link   // nil on the last page
}

// Moved is the view of "moved": in a split reference, the page of a name that an
// error had.
type Moved struct {
	Head Head
	Bar  Bar
	Name string
	Now  Link // where that is documented now
}

// A Head is the view of "head", which opens the document; the scripts at the
// page's end are in it too.
type Head struct {
	Header      template.HTML // the comment by which errgen knows its files; a page has it in one of its first lines
	Policy      string        // the content security policy, which admits errgen's own style and scripts alone
	Title       string
	Description string // for search engines; may be ""
	Canonical   string // the page's URL; "" if it is not known where it stands
	MovedTo     string // the page that readers are sent on to, as a file beside this one; in most cases ""

	Linked bool         // style.css and the scripts are files beside the page, and the fields below are ""
	Style  template.CSS // the content of <style>
	Theme  template.JS  // theme.js: the content of a <script> in the head
	Script template.JS  // page.js, reader.js and finder.js, which read Data: that of one at the end of the body
}

// A Bar is the view of "bar": the line at the top.
type Bar struct {
	Home   string // where the name leads: the page's top, or the index
	Name   string // the API's
	Search bool   // there is a field to search the errors
}

// A Part is an entry of the index: something that is no error.
type Part struct {
	Anchor string // the id that "page" gives it
	Title  string
}

// An Entry is an error in the index.
type Entry struct {
	Href   string // the error's place on this page, or its own page
	Status string // the first if there are several, "any"; or ""
	Title  string
}

// Tools is the view of "tools": what a reader finds an error with.
type Tools struct {
	Filters []Filter
	Headers bool   // headers tell something too that a pasted response is read for
	Sample  string // a body that may be pasted; "" if no error has one
}

// A Filter narrows the errors shown to those of one choice.
type Filter struct {
	Label   string
	ID      string // that the scripts know it by
	Choices []Choice
}

// A Choice is one of a filter.
type Choice struct {
	Key  string // that the scripts know it by
	Text string
}

// Wire is the view of "wire": how an error looks in a response, and whom to ask
// about one.
type Wire struct {
	Recognized []reference.Phrase // sentences on which responses are errors; nil where that is as HTTP has it
	MediaType  string             // of the body; may be ""
	Fields     []catalog.Field    // of the body, as the catalog describes them
	Places     []Place            // of the values that Fields does not show the place of
	Wild       bool               // there is a * in them
	Forms      []Form             // that responses have beside the usual one
	Example    *Sample            // nil if no error has a body
	Help
}

// A Place says where a value is, for instance the request id. It is the view of
// "places", in a list. A phrase, here as elsewhere, is the view of "phrase": words,
// of which some are code.
type Place struct {
	Value string             // what is there: "Request id"
	At    []reference.Phrase // in the order in which they are tried
}

// A Form is another form of responses: the first that a response has is its own.
type Form struct {
	Where  reference.Phrase // "the header X-Remaining is 0"
	Places []Place          // of values that are elsewhere than usual
}

// Help says whom to send what.
type Help struct {
	Support   Link             // an address or a page; its Text is "" if the API has none
	RequestID reference.Phrase // where it is; nil if the API has none
}

// A Section is the view of "section" and of "brief": one error, or several that
// are documented together. What they share is said once. Where they differ, Of
// names the errors that a part is of; it is "" where that is all of them.
type Section struct {
	Heads        []ErrorHead // one an error
	Deprecated   []Passage   // what to use instead
	Descriptions []Passage
	Notes        []Note
	Todos        []Todo
	Causes       []Causes
	Fixes        []Passage
	Params       []Params
	More         []More
	Examples     []Example // one an error
}

// An ErrorHead is the heading of an error. It is the view of "caption", the
// statuses and the title, and of "marks", the rest.
type ErrorHead struct {
	Anchor     string   // permanent; the id of the heading
	Former     []string // the anchors of names that the error had, which lead to it still
	Href       string   // the error's place on this page, or its own page
	Title      string
	Statuses   []Badge
	Domain     string   // of the codes; may be ""
	Codes      []string // nil where the status alone identifies the error
	Deprecated bool
	Class      string // with what qualifies it
	Severity   string // as the API calls it; may be ""
}

// A Badge is a status.
type Badge struct {
	Text string // "404", "5XX", "any"
	Kind string // what colours it: "s4" for 4XX; "" for any
}

// A Passage is a text in words of the catalog.
type Passage struct {
	Of, Text string
}

// A Note is how an error is told beside what its heading shows, or what it was
// called.
type Note struct {
	Of    string
	Words reference.Phrase // a sentence without its end: "Only when the header X-Remaining is 0"
}

// Params are the values in a message.
type Params struct {
	Of      string
	Message string // with {params}
	Items   []Param
}

// A Param is a value in a message.
type Param struct {
	Name    string
	Type    string // "string", "int", …
	Example string // may be ""
}

// A Todo is what a caller does.
type Todo struct {
	Of     string
	Action string
	Retry  Retry
}

// A Retry says whether a caller tries again.
type Retry struct {
	Words string // "yes, with exponential backoff"
	Label string // in short: "Yes", "No", "Once", "After a change"
	Kind  string // what colours it, and readers filter by: "yes", "no", or "step" for what is between
}

// Causes are the common ones.
type Causes struct {
	Of    string
	Items []string
}

// More leads to a page about the error that is no part of the reference.
type More struct {
	Of   string
	Link Link
}

// An Example is an error as it is met.
type Example struct {
	Of      string   // the error, if the section has others too
	Samples []Sample // the response, then the Go
}

// A Sample is the view of "sample": a block of code.
type Sample struct {
	Lang  string // "response" or "go"
	Label string
	Wire  string // a response's status line and headers; may be ""
	Code  string // a response's body, the rest of one that has none, or the Go
}

// A Row is one of the classification: errors that are documented together and
// classified alike, or a default.
type Row struct {
	Errors []ErrorHead // nil for a default
	Other  *Badge      // the status of a default, else nil
	Note   string      // what follows Other if that is no single status: " any other"; else ""
	Class  string
	Action string
	Retry  Retry
}

// Gone is an error that the API had.
type Gone struct {
	Anchor      string           // of its name; may be ""
	What        reference.Phrase // its codes and its name
	Description string           // may be ""
}

// A Client is the view of "client": how calls are retried, and what does it.
type Client struct {
	Retrying string // how often, after what delays
	Example  Sample // a use of the generated Go client; without Code, there is none
}

// A Guide is a related page.
type Guide struct {
	Link        Link
	Description string // may be ""
}

// A Link is the view of "link".
type Link struct {
	Text string
	URL  string // "" if it is none that a browser should follow; then there is only the text
}
