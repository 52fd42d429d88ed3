package spec

import (
	"fmt"
	"strings"
	"testing"

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
			if _, list := Read("errors.yaml", src); len(list) > 0 {
				b.Fatal(list.Err())
			}
		}
	})
}
