package spec

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"
)

// large is a spec of n entries with 600 bytes of prose each.
func large(n int) []byte {
	var b strings.Builder
	b.WriteString(head)
	for i := range n {
		fmt.Fprintf(&b, "  - status: %d\n    code: error_code_number_%d\n    class: request\n    action: never\n", 400+i%100, i)
		fmt.Fprintf(&b, "    message: %s\n    description: %s\n", strings.Repeat("word ", 15)+"end", strings.Repeat("longer words ", 15)+"end")
		fmt.Fprintf(&b, "    causes: [%s, %s]\n    fix: %s\n", strings.Repeat("cause ", 10)+"a", strings.Repeat("cause ", 10)+"b", strings.Repeat("do this ", 25)+"now")
	}
	return []byte(b.String())
}

// BenchmarkRead reads 10,000 entries, beside yaml.v3's own parse of them.
func BenchmarkRead(b *testing.B) {
	src := large(10_000)
	b.Run("yaml", func(b *testing.B) {
		for b.Loop() {
			var n yaml.Node
			if err := yaml.Unmarshal(src, &n); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("spec", func(b *testing.B) {
		for b.Loop() {
			if _, list := Read("errors.yaml", src, nil); len(list) > 0 {
				b.Fatal(list.Err())
			}
		}
	})
}

// BenchmarkReadEverything reads 10,000 entries with domains, conditions,
// patterns, groups and affixes, in files of 1,000.
func BenchmarkReadEverything(b *testing.B) {
	const specHead = `version: 1
api: {name: Orders API}
response: {code: /errors/*/code, domain: /errors/*/domain, message: /errors/*/message}
name_affixes: [E_, Exception]
classes: {request: {action: never}}
defaults: {default: {class: request}}
include: ["part*.yaml"]
`
	files := make(fstest.MapFS)
	for part := range 10 {
		var src strings.Builder
		src.WriteString("errors:\n")
		for i := range 200 {
			n := part*1000 + i
			fmt.Fprintf(&src, "  - {domain: one, code: E_order_%d}\n  - {domain: two, code: E_order_%d}\n", n, n)
			fmt.Fprintf(&src, "  - {status: 403, name: Held%d, when: {body: {/reason: held_%d, /kind: order}}}\n", n, n)
			fmt.Fprintf(&src, "  - {code: WAIT_%d, pattern: 'WAIT_%d_(?P<retry_after>\\d+)'}\n", n, n)
			fmt.Fprintf(&src, "  - {group: {status: 404}, errors: [{code: gone_%d, message: 'No {id}', params: {id: string}, aliases: [Left%d]}]}\n", n, n)
		}
		files[fmt.Sprintf("part%d.yaml", part)] = &fstest.MapFile{Data: []byte(src.String())}
	}
	for b.Loop() {
		if _, list := Read("errors.yaml", []byte(specHead), files); len(list) > 0 {
			b.Fatal(list.Err())
		}
	}
}
