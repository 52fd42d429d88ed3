package spec

// Reading YAML nodes as the texts, lists and mappings that a document has.

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/diag"
)

// A spot is where something stands in the spec or in a file that it includes.
type spot struct {
	in   *source
	node *yaml.Node // nil if the spec does not have it
}

func (at spot) place() diag.Place { return at.in.place(at.node) }

// A text is a scalar of the spec.
type text struct {
	value string
	spot
	wrong bool // it was reported
}

// given reports whether the spec has the text, be it right or wrong.
func (t text) given() bool { return t.node != nil }

// ok reports whether there is a text to go on with.
func (t text) ok() bool { return t.node != nil && !t.wrong }

// reportText adds an error at a text.
func (f *findings) reportText(t text, rule, message, hint string) {
	f.report(t.place(), rule, message, hint)
}

// Aliases let a few lines stand for very much. What is read may have this many
// nodes beyond the bytes of the spec and its files; textPerNode bytes count as a node more.
const (
	maxExpansion = 1 << 18
	textPerNode  = 16
)

// target is the node itself, or the one that an alias refers to.
func (s *source) target(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		alias := n
		if n = n.Alias; s.visited > s.size+maxExpansion {
			if !s.exhausted {
				s.report(s.place(alias), "alias-expansion", "the aliases up to here stand for too much text", "write less with aliases")
			}
			s.exhausted = true
			return &yaml.Node{Kind: broken}
		}
	}
	s.visited += 1 + len(n.Value)/textPerNode
	return n
}

// readText reads prose: a scalar of which YAML must not have cut a part off.
func readText(s *source, n *yaml.Node) text {
	t := readWord(s, n)
	if t.ok() && s.isCut(t.node) {
		t.wrong = true
	}
	return t
}

// isCut reports a plain scalar that a comment cuts short.
func (s *source) isCut(n *yaml.Node) bool {
	if n.Style != 0 {
		return false
	}
	start := s.start(n)
	end := s.plainEnd(n.Value, start)
	comment := commentLike(s.text[end:])
	if comment == "" {
		return false
	}
	end += len(comment)
	s.report(s.between(start, end), "cut-text", fmt.Sprintf("the text ends before %q, which is a comment", strings.TrimSpace(comment)),
		quoteHint(s.text[start:end])+"; if that is a comment, write a blank after the #")
	return true
}

// commentLike is what follows a plain scalar if it is a comment that looks like
// a part of the text: blanks, then a # with something other than a blank or
// another # after it. "see # 42" can't be told from a comment.
func commentLike(rest string) string {
	trimmed := strings.TrimLeft(rest, " \t")
	if len(trimmed) < 2 || trimmed[0] != '#' || trimmed[1] == '#' || isBlank(trimmed[1]) {
		return ""
	}
	if i := strings.IndexAny(rest, "\r\n"); i >= 0 {
		rest = rest[:i]
	}
	return strings.TrimRight(rest, " \t")
}

// readWord reads a scalar that is one of a few words, a number or the like: a
// comment may follow it closely.
func readWord(s *source, n *yaml.Node) text {
	n = s.target(n)
	t := text{value: n.Value, spot: spot{s, n}, wrong: true}
	switch {
	case n.Kind == broken:
	case n.Kind != yaml.ScalarNode:
		s.wrongType(n, "a text")
	case isEmpty(n):
		s.report(s.place(n), "missing-value", "there is no text here", `write one, or "" for the empty text`)
	case n.Style == 0 && isNull(n.Value):
		s.report(s.place(n), "null", n.Value+" is no text", `write "`+n.Value+`" in quotes if that is the text, else leave it out`)
	default:
		t.wrong = false
	}
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		t.value = strings.TrimRight(t.value, "\n")
	}
	return t
}

// isNull reports whether YAML reads a plain scalar as null.
func isNull(value string) bool {
	return value == "null" || value == "~" || value == "Null" || value == "NULL"
}

func (s *source) wrongType(n *yaml.Node, want string) {
	s.report(s.place(n), "wrong-type", "this is "+kindOf(n)+", not "+want, typeHint(n, want))
}

// typeHint is the advice for the slips that most often give a value another type.
func typeHint(n *yaml.Node, want string) string {
	switch {
	case want == "a text" && n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) == 2 && n.Content[1].Kind == yaml.ScalarNode:
		return quoteHint(n.Content[0].Value + ": " + n.Content[1].Value)
	case want == "a list" && n.Kind == yaml.ScalarNode:
		return "write a list, if need be of one: [" + n.Value + "]"
	case want == "a list":
		return "begin each item with a dash and a blank, or put them into brackets"
	case want == "a mapping":
		return "write keys with their values, as in {key: value}"
	}
	return "write one text here"
}

// listOf reads a list.
func listOf[V any](read func(*source, *yaml.Node) V) func(*source, *yaml.Node) []V {
	return func(s *source, n *yaml.Node) []V {
		n = s.target(n)
		if n.Kind != yaml.SequenceNode {
			if n.Kind != broken {
				s.wrongType(n, "a list")
			}
			return nil
		}
		values := make([]V, len(n.Content))
		for i, item := range n.Content {
			values[i] = read(s, item)
		}
		return values
	}
}

// oneOrMore reads a value, or a list of them.
func oneOrMore[V any](read func(*source, *yaml.Node) V) func(*source, *yaml.Node) []V {
	many := listOf(read)
	return func(s *source, n *yaml.Node) []V {
		if t := s.target(n); t.Kind != yaml.SequenceNode {
			return []V{read(s, n)}
		} else if len(t.Content) == 0 {
			s.report(s.place(t), "missing-value", "the list is empty", "leave the key out instead")
		}
		return many(s, n)
	}
}

// A named value is a member of a mapping whose keys the spec chooses.
type named[V any] struct {
	key   text
	value V
}

// mapOf reads a mapping whose keys the spec chooses, in order.
func mapOf[V any](read func(*source, *yaml.Node) V) func(*source, *yaml.Node) []named[V] {
	return func(s *source, n *yaml.Node) []named[V] {
		n = s.target(n)
		if n.Kind != yaml.MappingNode {
			if n.Kind != broken {
				s.wrongType(n, "a mapping")
			}
			return nil
		}
		values := make([]named[V], 0, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			if key.Kind != broken {
				s.needValue(key, value)
				values = append(values, named[V]{text{value: key.Value, spot: spot{s, key}}, read(s, value)})
			}
		}
		return values
	}
}

// needValue reports the key of a value that is not there.
func (s *source) needValue(key, value *yaml.Node) {
	if !isEmpty(value) {
		return
	}
	s.report(s.place(key), "missing-value", fmt.Sprintf("%q is a key without a value", key.Value), valueHint)
	value.Kind = broken
}
