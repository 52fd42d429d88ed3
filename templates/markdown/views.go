package markdown

// The views: what a template is given. A template of one's own, Backend.Template,
// is given a Page.

// A Page is the view of page.md.tmpl.
type Page struct {
	Header   MD // the comment by which errgen knows its files; a page has it in one of its first lines
	Title    MD
	Summary  []MD // paragraphs
	Body     Body
	Help     MD   // whom to send what; may be ""
	HasCodes bool // whether the classification has a column for wire codes
	Rows     []Row
	Defaults []Row
	Retrying MD
	Client   MD // a code block: how a caller uses the Go client
	Sections []Section
	Links    []MD // related guides
}

// A Body says how an error looks on the wire. It has no Intro where the catalog
// says nothing of that.
type Body struct {
	Intro   MD
	Fields  []Field
	Places  []MD // of the values that Fields does not show the place of
	Example MD   // a code block, or ""
}

// A Field is a row of the body's table.
type Field struct {
	Name, Type, Description MD
}

// A Row is one of the classification: errors that are documented together and
// decided on alike, or a default, which has no Code and no Error.
type Row struct {
	Status, Code, Error, Class, Action MD
}

// A Section is the view of section.md.tmpl: one error, or several that are
// documented together. What they share is said once; where they differ, a lead
// names the errors that each part is of.
type Section struct {
	Anchors      []string // one an error
	Title        MD
	Descriptions [][]MD // paragraphs
	Facts        []Facts
	Causes       []List
	Fixes        [][]MD // paragraphs
	Examples     []Example
	More         []MD // links to the errors' own pages
}

// Facts are what decides how to act.
type Facts struct {
	Lead   MD // "" where they are of the whole section
	Code   MD // "" where the status alone identifies the error
	Class  MD
	Action MD
	Retry  MD // in plain words: "no"
}

// A List is a bulleted one below a lead.
type List struct {
	Lead  MD
	Items []MD
}

// An Example is a response as the server sends it.
type Example struct {
	Lead MD // tells the headers too
	Body MD // a code block, or "" where nothing of the body is known
}
