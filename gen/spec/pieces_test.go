package spec

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gopkg.in/yaml.v3"
)

// checkPieces compares what a file gives in pieces with what it gives whole, and
// reports whether it can be cut.
func checkPieces(t *testing.T, src []byte, size int) bool {
	t.Helper()
	in := newSource(theSpec, "errors.yaml", src, new(findings))
	got := in.parsePieces(size)
	if got == nil {
		return false
	}
	want := newSource(theSpec, "errors.yaml", src, new(findings)).parseWhole()
	if want == nil || outline(got) != outline(want) {
		t.Fatalf("in pieces of %d bytes:\n%s\ngives\n%s\nwhole\n%s", size, src, outline(got), outline(want))
	}
	return true
}

// outline is all that is read of a node and what is in it.
func outline(n *yaml.Node) string {
	if n == nil {
		return "nothing"
	}
	s := fmt.Sprintf("%d:%d %d %d &%s %s %q\n", n.Line, n.Column, n.Kind, n.Style, n.Anchor, n.Tag, n.Value)
	if n.Alias != nil {
		s += fmt.Sprintf("to %d:%d\n", n.Alias.Line, n.Alias.Column)
	}
	for _, inner := range n.Content {
		s += outline(inner)
	}
	return s
}

func TestPiecesOfScenarios(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	cut := 0
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range []int{1, 60, 200} {
			if checkPieces(t, archive.Files[0].Data, size) {
				cut++
			}
		}
	}
	if cut < 50 {
		t.Errorf("only %d times was a spec cut", cut)
	}
}

// Lines that make the list end, stay open, or look like another one, in any order.
func TestPiecesOfAnything(t *testing.T) {
	lines := strings.Split(`errors:
  - a: b
  - c
  - d
  - {e: f,
  g: h}
  - "i
  j"
  - 'k
  - l'
  - |
    m
   n
  - >
    - o
      - p
    - q
- r
# s
  # t

u:
  - v
    w: x
  - &y z
  - *y
---
...
%YAML 1.2
"
]
  - [1, 2
  -
  - ? 3
  - !!str 4
errors: 5
'6': "
7: '`, "\n")
	random := rand.New(rand.NewPCG(3, 4))
	cut := 0
	for range 30_000 {
		var b strings.Builder
		if random.IntN(10) > 0 {
			b.WriteString("errors:\n  - a: b\n")
		}
		for range 1 + random.IntN(6) {
			b.WriteString(lines[random.IntN(len(lines))] + "\n")
		}
		if checkPieces(t, []byte(b.String()), 1+random.IntN(20)) {
			cut++
		}
	}
	if cut < 1000 {
		t.Errorf("only %d times was something cut", cut)
	}
	t.Log(cut, "of 30000 could be cut")
}

// What comes after the list may be anything, and is found where it stands.
func TestPiecesKeepPositions(t *testing.T) {
	src := head + strings.Repeat("  - {status: 404}\n", 100) + "retired:\n  - {cod: x}\n"
	in := newSource(theSpec, "errors.yaml", []byte(src), new(findings))
	root := in.parsePieces(200)
	if root == nil {
		t.Fatal("it was not cut")
	}
	last := root.Content[len(root.Content)-1]
	if want := strings.Count(src, "\n"); last.Line != want {
		t.Errorf("the last value is on line %d, want %d", last.Line, want)
	}
}
