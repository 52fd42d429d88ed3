package markdown

// The views: what a template is given. A template of one's own, Backend.Template,
// is given a Page.

// A Page is the view of page.md.tmpl.
type Page struct {
	Header     MD // the comment by which errgen knows its files; a page has it in one of its first lines
	Title      MD
	Summary    []MD // paragraphs
	Recognized []MD // sentences: which responses are errors; nil where that is as HTTP has it
	Body       Body
	Help       MD   // whom to send what; may be ""
	HasCodes   bool // whether the classification has a column for wire codes
	HasDomains bool // whether it has one for their domains
	Rows       []Row
	Defaults   []Row
	Retrying   MD
	Client     MD // a code block: how a caller uses the Go client; "" if there is none
	Sections   []Section
	Retired    []Retired
	Links      []MD // related guides

	anchors map[string]bool // of errors
}

// Heading is the text of a heading that the template gives the page. Renderers
// derive an anchor from it; where that is an error's, the heading gives way.
func (p Page) Heading(text string) MD { return ownHeading(text, p.anchors) }

// A Body says how an error looks on the wire. It has no Intro where the catalog
// says nothing of that.
type Body struct {
	Intro   MD
	Fields  []Field
	Places  []MD   // of the values that Fields does not show the place of
	Note    MD     // on what is in Places and Forms; may be ""
	Forms   []List // where values are in responses of another form, each below a lead that says which
	Example MD     // a code block, or ""
}

// A Field is a row of the body's table.
type Field struct {
	Name, Type, Description MD
}

// A Row is one of the classification: errors that are documented together and
// decided on alike, or a default, which has no Domain, Code and Error.
type Row struct {
	Status, Domain, Code, Error, Class, Action MD
}

// A Section is the view of section.md.tmpl: one error, or several that are
// documented together. What they share is said once; where they differ, a lead
// names the errors that each part is of.
type Section struct {
	Anchors      []string // the errors' own, then those of their aliases
	Title        MD
	Deprecated   [][]MD // paragraphs, on what to use instead
	Descriptions [][]MD // paragraphs
	Facts        []Facts
	Causes       []List
	Fixes        [][]MD // paragraphs
	Messages     []Message
	Examples     []Example
	More         []MD // links to the errors' own pages
}

// Facts are what decides how to act.
type Facts struct {
	Lead     MD // "" where they are of the whole section
	Code     MD // "" where the status alone identifies the error
	Domain   MD // of the code, or ""
	When     MD // what a response has to be like beside that; may be ""
	Class    MD
	Severity MD // may be ""
	Action   MD
	Retry    MD // in plain words: "no"
	Formerly MD // the errors' aliases, or ""
}

// A List is a bulleted one below a lead.
type List struct {
	Lead  MD
	Items []MD
}

// A Message is what the server says, where that varies.
type Message struct {
	Text   MD // begins with a lead; {name} is a param's value
	Params []Param
}

// A Param is a value that a message holds.
type Param struct {
	Name, Type, Example MD
}

// A Retired error is gone: it has only a place where links to it lead.
type Retired struct {
	Anchor string // "" if it had no name
	Text   MD     // its codes and name, and what became of it
}

// An Example is a response as the server sends it.
type Example struct {
	Lead MD // tells the headers too
	Body MD // a code block, or "" where nothing of the body is known
}
