package spec

// From the text of a file to the nodes of its one YAML document.

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"
)

// yaml.v3 follows YAML 1.1, in which U+2028 and U+2029 break lines; in YAML 1.2
// and in every editor they are characters as any other. It is given two
// noncharacters in their place, which checkCharacters keeps out of specs.
var (
	hideSeparators = strings.NewReplacer("\u2028", "\ufdd0", "\u2029", "\ufdd1")
	showSeparators = strings.NewReplacer("\ufdd0", "\u2028", "\ufdd1", "\u2029")
)

// hasSeparators reports whether the spec has such characters; few have.
func (s *source) hasSeparators() bool {
	return strings.Contains(s.text, "\u2028") || strings.Contains(s.text, "\u2029")
}

// yaml is the text that the parser is given: as long as the spec's, character
// by character.
func (s *source) yaml() string {
	if s.hasSeparators() {
		return hideSeparators.Replace(s.text)
	}
	return s.text
}

// parse is the spec's one document as nodes; nil if it has none, or has errors.
func (s *source) parse() *yaml.Node {
	if root := s.parsePieces(pieceSize); root != nil {
		return root
	}
	return s.parseWhole()
}

func (s *source) parseWhole() *yaml.Node {
	dec := yaml.NewDecoder(strings.NewReader(s.yaml()))
	doc, err := decode(dec)
	if err == nil {
		var next *yaml.Node
		if next, err = decode(dec); next != nil || !errors.Is(err, io.EOF) && s.secondDocument() > 0 {
			s.reportSecondDocument(next)
			return nil
		}
	}
	if !errors.Is(err, io.EOF) {
		s.reportSyntax(err)
		return nil
	}
	return s.root(doc)
}

// decode reads a document; at the end of the stream the error is io.EOF. It
// makes an error of a panic in the parser: no spec may stop errgen.
func decode(dec *yaml.Decoder) (doc *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("yaml: the parser failed: %v", r)
		}
	}()
	doc = new(yaml.Node)
	if err = dec.Decode(doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// root is the mapping that a file is.
func (s *source) root(doc *yaml.Node) *yaml.Node {
	if doc == nil || len(doc.Content) == 0 || isEmpty(doc.Content[0]) {
		s.report(s.between(0, 0), "empty", s.what+" is empty", s.beginning())
		return nil
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		s.report(s.place(root), "wrong-type", s.what+" is "+kindOf(root)+", not a mapping", s.beginning())
		return nil
	}
	return root
}

// beginning is the advice on how to begin a file.
func (s *source) beginning() string {
	if s.what == theSpec {
		return "begin with version: 1"
	}
	return "begin with errors: …"
}

// reportSecondDocument says that a stream has several documents.
func (s *source) reportSecondDocument(next *yaml.Node) {
	line := s.secondDocument()
	if line == 0 {
		line = max(next.Line, 1)
	}
	at := s.lines[line-1]
	s.report(s.between(at, at+len("---")), "multi-document", "a second YAML document begins here",
		"a file is one document: leave out the --- or put what follows into a file of its own")
}

// secondDocument is the line of the first --- that has something before it; 0
// if there is none.
func (s *source) secondDocument() int {
	begun := false
	for n := 1; n <= len(s.lines); n++ {
		line := s.line(n)
		switch marker := isDocumentMarker(line); {
		case marker && begun:
			return n
		case marker, strings.TrimLeft(line, " \t") != "" && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "%"):
			begun = true
		}
	}
	return 0
}

func isDocumentMarker(line string) bool {
	rest, ok := strings.CutPrefix(line, "---")
	return ok && (rest == "" || isBlank(rest[0]))
}
