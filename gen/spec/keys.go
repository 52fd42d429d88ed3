package spec

// The tables of keys that mappings have, and reading a mapping by one.

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/errgen/errgen/gen/ident"
)

// A key is one that a mapping may have, and how its value gets into a T.
type key[T any] struct {
	name     string
	required bool
	refused  bool // it is read to say why it can't be here
	read     func(*source, *yaml.Node, *T)
}

// optional is a key that a mapping may leave out.
func optional[T, V any](name string, read func(*source, *yaml.Node) V, field func(*T) *V) key[T] {
	return key[T]{name: name, read: func(s *source, n *yaml.Node, into *T) { *field(into) = read(s, n) }}
}

// required is a key that a mapping must have.
func required[T, V any](name string, read func(*source, *yaml.Node) V, field func(*T) *V) key[T] {
	k := optional(name, read, field)
	k.required = true
	return k
}

// refused is a key that a mapping can't have, as is reported once it is read.
func refused[T any](k key[T]) key[T] {
	k.refused = true
	return k
}

// mappingOf reads a mapping that has the given keys; what it is called in
// diagnostics is said first.
func mappingOf[T any](what string, keys []key[T]) func(*source, *yaml.Node) T {
	return func(s *source, n *yaml.Node) T { return readMapping(s, n, what, keys) }
}

func readMapping[T any](s *source, n *yaml.Node, what string, keys []key[T]) T {
	var v T
	readInto(s, n, what, keys, &v)
	return v
}

// readInto reads a mapping over what v has already.
func readInto[T any](s *source, n *yaml.Node, what string, keys []key[T], v *T) {
	n = s.target(n)
	if n.Kind != yaml.MappingNode {
		if n.Kind != broken {
			s.report(s.place(n), "wrong-type", "this is "+kindOf(n)+", not a mapping", keyHint(n, keys))
		}
		return
	}
	seen := 0 // a bit a key
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		switch at := findKey(keys, name.Value); {
		case name.Kind == broken:
		case at >= 0:
			seen |= 1 << at
			s.needValue(name, value)
			keys[at].read(s, value, v)
		case value.Kind != broken:
			s.unknownKey(name, what, keyNames(keys))
		}
	}
	for i := range keys {
		if keys[i].required && seen&(1<<i) == 0 {
			s.report(s.place(n), "missing-key", fmt.Sprintf("%s has no %s", what, keys[i].name), "add "+keys[i].name+": …")
		}
	}
}

// keyHint is the advice for a text where a mapping should be: "status 304" has a
// key but no colon, and "client" can be only the one that must be there.
func keyHint[T any](n *yaml.Node, keys []key[T]) string {
	if n.Kind != yaml.ScalarNode {
		return typeHint(n, "a mapping")
	}
	if i := strings.IndexAny(n.Value, " :"); i >= 0 && findKey(keys, n.Value[:i]) >= 0 {
		return "write " + n.Value[:i] + ": " + strings.TrimLeft(n.Value[i:], " :")
	}
	needed := slices.DeleteFunc(slices.Clone(keys), func(k key[T]) bool { return !k.required })
	if len(needed) == 1 && n.Value != "" {
		return "write {" + needed[0].name + ": " + n.Value + "}"
	}
	return "write keys with their values; known here: " + list(keyNames(keys))
}

// misplaced is the advice for keys that are looked for in the wrong mapping.
var misplaced = map[[2]string]string{
	{"an error", "retired"}: "move it out of errors, into the list retired beside it",
}

// findKey is the index of a key by name, or -1. Mappings have few keys.
func findKey[T any](keys []key[T], name string) int {
	for i := range keys {
		if keys[i].name == name {
			return i
		}
	}
	return -1
}

func keyNames[T any](keys []key[T]) []string {
	names := make([]string, 0, len(keys))
	for i := range keys {
		if !keys[i].refused {
			names = append(names, keys[i].name)
		}
	}
	return names
}

func (s *source) unknownKey(name *yaml.Node, what string, known []string) {
	hint := "known here: " + strings.Join(known, ", ")
	if meant, ok := ident.Closest(name.Value, known); ok {
		hint = fmt.Sprintf("did you mean %q?", meant)
	}
	if advice := misplaced[[2]string{what, name.Value}]; advice != "" {
		hint = advice
	}
	s.report(s.place(name), "unknown-key", fmt.Sprintf("%s has no key %q", what, name.Value), hint)
}
