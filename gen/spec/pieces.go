package spec

// Parsing a large file in pieces, side by side.

import (
	"errors"
	"io"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

// A large file is parsed in pieces, side by side: most of the time that a spec
// takes is its parser's. A file is cut in the list that `errors` is, before lines
// that begin an entry. That gives what parsing it whole gives, because what a
// parser has read never depends on what comes after:
//
//   - The first piece can be parsed on its own, with the dash behind it that the
//     next one begins with, and the list is the last thing in it. So where it
//     ends, no quote and no bracket is open, and the list is.
//   - Below a line `errors:`, the next piece finds the parser in that same state.
//   - And so on, as each piece but the last one has nothing but entries.
//
// Where any of this does not hold, or an alias and its anchor come to be in two
// pieces, the file is parsed whole.

// pieces are where a file is cut.
type pieces struct {
	begin []int  // lines, of which the first is 1
	entry string // how the others begin: with a dash in the list's column
}

// pieceSize is about how long a piece is, in bytes.
const pieceSize = 1 << 20

// cut finds pieces of at least that many bytes.
func (s *source) cut(size int) pieces {
	p := pieces{begin: []int{1}}
	first := s.firstEntry()
	if first == 0 {
		return p
	}
	line := s.line(first)
	p.entry = line[:strings.IndexByte(line, '-')] + "- "
	last := 0 // offset of the last cut
	for n := first; n < len(s.lines); n++ {
		at := s.lines[n]
		switch {
		case strings.HasPrefix(s.text[at:], p.entry):
			if at-last >= size {
				p.begin = append(p.begin, n+1)
				last = at
			}
		case at < len(s.text) && !isBlank(s.text[at]) && s.text[at] != '#':
			return p // the list ends here, or before
		}
	}
	return p
}

// firstEntry is the line of the first entry of `errors`; 0 if there is none that
// begins a line.
func (s *source) firstEntry() int {
	inList := false
	for n := range s.lines {
		line := s.line(n + 1)
		text := strings.TrimLeft(line, " ")
		switch {
		case !inList:
			inList = line == "errors:"
		case strings.HasPrefix(text, "- "):
			return n + 1
		case text != "" && text[0] != '#':
			return 0
		}
	}
	return 0
}

// parsePieces is the mapping that a file is; nil if it has to be parsed whole.
func (s *source) parsePieces(size int) *yaml.Node {
	if len(s.text) < 2*size {
		return nil
	}
	p := s.cut(size)
	roots := make([]*yaml.Node, len(p.begin))
	text := s.yaml()
	var parsing sync.WaitGroup
	for i, line := range p.begin {
		end, tail := len(text), ""
		if i+1 < len(p.begin) {
			end, tail = s.lines[p.begin[i+1]-1], p.entry
		}
		parsing.Add(1)
		go func() {
			defer parsing.Done()
			roots[i] = parsePiece(text[s.lines[line-1]:end], tail, line)
		}()
	}
	parsing.Wait()
	return p.join(roots)
}

// parsePiece is the mapping that a piece is, which begins at a line, with its
// tail; nil if it is none.
func parsePiece(text, tail string, line int) *yaml.Node {
	head := ""
	if line > 1 {
		head = "errors:\n"
	}
	dec := yaml.NewDecoder(io.MultiReader(strings.NewReader(head), strings.NewReader(text), strings.NewReader(tail)))
	doc, err := decode(dec)
	if err != nil || doc.Content[0].Kind != yaml.MappingNode {
		return nil
	}
	if _, err := decode(dec); !errors.Is(err, io.EOF) {
		return nil
	}
	if line > 1 {
		moveDown(doc, line-2)
	}
	return doc.Content[0]
}

// moveDown moves a node and all in it by some lines.
func moveDown(n *yaml.Node, lines int) {
	n.Line += lines
	for _, inner := range n.Content {
		moveDown(inner, lines)
	}
}

// join makes one mapping of those that the pieces are; nil if it can't.
func (p pieces) join(roots []*yaml.Node) *yaml.Node {
	if len(roots) < 2 {
		return nil
	}
	for i, root := range roots {
		if root == nil || len(root.Content) < 2 {
			return nil
		}
		if last := i == len(roots)-1; i > 0 && !last && len(root.Content) > 2 || !last && !p.endsInList(root) {
			return nil
		}
	}
	whole := roots[0]
	list := whole.Content[len(whole.Content)-1]
	for _, root := range roots[1:] {
		withoutTail := list.Content[:len(list.Content)-1]
		list.Content = append(withoutTail, root.Content[1].Content...)
		whole.Content = append(whole.Content, root.Content[2:]...)
	}
	return whole
}

// endsInList reports whether the last value of a piece is the list.
func (p pieces) endsInList(root *yaml.Node) bool {
	key, list := root.Content[len(root.Content)-2], root.Content[len(root.Content)-1]
	return key.Value == "errors" && key.Column == 1 && list.Kind == yaml.SequenceNode && list.Column == len(p.entry)-1
}
