package golang

import (
	"strconv"
	"strings"
	"testing"
)

// TestColumn reads the numbers of columns again, by their digits.
func TestColumn(t *testing.T) {
	for _, n := range []int{0, 1, 15, 16, 17, 50} {
		var numbers []uint32
		for i := range n {
			numbers = append(numbers, []uint32{0, 31, 32, 1 << 15, 1<<30 - 1}[i%5])
		}
		literal, _ := strings.CutPrefix(strings.Join(column("numbers", numbers), ""), "const numbers = ")
		text, err := strconv.Unquote(literal)
		if err != nil {
			t.Fatalf("%d numbers: %v in %s", n, err, literal)
		}
		for i, want := range numbers {
			got := uint32(0)
			for _, digit := range []byte(text[6*i+i/16:][:6]) {
				got = got<<5 | uint32(digit-'@')
			}
			if got != want {
				t.Errorf("number %d of %d is %d, want %d", i, n, got, want)
			}
		}
	}
}
