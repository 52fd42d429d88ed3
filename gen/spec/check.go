package spec

// From a document to a catalog: the order of the checks, and what they share.

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

// A checker makes the catalog of a document. Where something is wrong it
// reports that and goes on; what it makes then is of no use, and Read drops it.
type checker struct {
	*findings
	doc *document
	cat *catalog.Catalog

	classes     map[string]int // the index of each class by key
	classAction []int          // the action of each class, or none
	actions     map[string]int
	defaults    map[catalog.StatusRange]choice
	failing     statusSet // below 300, those that may be of errors
	badDefault  bool      // a key of defaults was reported: it may be for any error

	spelling *ident.Spelling
	affixes  []string // that names leave out

	effort   *effort                           // of comparing patterns
	patterns map[string]*pattern               // by text
	subjects map[string]int                    // the numbers of what asks are about
	demands  map[*catalog.Condition]demand     // what conditions come to
	whens    map[*yaml.Node]*catalog.Condition // those that groups share are read once

	numberFields map[string]*field // see documentedNumber; nil until it is asked for

	wild map[string]bool // the pointers with a * so far

	fieldTypes map[string]string // by JSON pointer, as response.fields documents them
	twins      map[int]bool      // the errors that were reported as having another's identity
	taken      map[string]text   // the names of errors, and their aliases, by anchor: names that differ in no word can't be told apart
	wanted     map[string]bool   // the anchors of names that errors have or were told to take, once one was suggested
	tried      map[string]int    // how many numbers were tried behind a name, to make others of it
	isHelpers  map[string]text   // the classes' Is functions, by name, and what each is for
}

// none is the index of a class or action that is not given, or was reported.
const none = -1

// A choice is a class and an action, each an index or none.
type choice struct {
	class, action int
	reported      bool // why one is missing
}

func newChecker(f *findings, doc *document) *checker {
	return &checker{
		findings: f, doc: doc, cat: new(catalog.Catalog), tried: make(map[string]int), patterns: make(map[string]*pattern),
		effort: newEffort(), subjects: make(map[string]int),
		demands: make(map[*catalog.Condition]demand), whens: make(map[*yaml.Node]*catalog.Condition),
		wild: make(map[string]bool),
	}
}

// check turns a document into what it means.
func check(f *findings, doc *document) *Document {
	c := newChecker(f, doc)
	c.version()
	c.spell()
	c.api()
	c.response()
	c.declareActions()
	c.declareClasses()
	c.policy()
	c.declareDefaults()
	c.errors()
	return &Document{Catalog: c.cat, Package: c.doc.api.pkg.value, Outputs: c.outputs()}
}

// version checks that this format is the one that the spec is written in.
func (c *checker) version() {
	if v := c.doc.version; v.ok() && v.value != "1" {
		c.reportText(v, "version", fmt.Sprintf("version %q of the format is not known", v.value), "this errgen reads version 1")
	}
}

func (c *checker) outputs() []Output {
	var outputs []Output
	for _, o := range c.doc.outputs {
		if o.value.ok() && o.value.value == "" {
			c.reportText(o.value, "missing-value", "the path is empty", "write a file or folder, relative to the spec")
		}
		if o.value.ok() {
			outputs = append(outputs, Output{o.key.value, o.value.value, o.key.place(), o.value.place()})
		}
	}
	return outputs
}

// reportUnknown reports a reference to something that is not declared.
func (c *checker) reportUnknown(t text, kind string, declared func() []string) {
	c.suggest(t, "unknown-"+kind, fmt.Sprintf("%s %q is not declared", kind, t.value), func() string {
		return didYouMean(t.value, declared(), "declared: ")
	})
}

// prose is a text for people: all of it, or "".
func prose(t text) string {
	if !t.ok() {
		return ""
	}
	return t.value
}

// values are the texts that are right.
func values(texts []text) []string {
	var values []string
	for _, t := range texts {
		if t.ok() {
			values = append(values, t.value)
		}
	}
	return values
}
