package golang

import (
	"strconv"
	"strings"
	"testing"
)

// TestColumn reads the numbers of columns again, by their digits.
func TestColumn(t *testing.T) {
	for _, n := range []int{1, 2, 23, 24, 25, 50, 100} {
		var numbers []uint32
		for i := range n {
			numbers = append(numbers, []uint32{0, 62, 63, 63*63 - 1, 1<<30 - 1}[i%5]>>(n%20))
		}
		literal, _ := strings.CutPrefix(strings.Join(column("numbers", numbers), ""), "const numbers = ")
		text, err := strconv.Unquote(literal)
		if err != nil {
			t.Fatalf("%d numbers: %v in %s", n, err, literal)
		}
		for i, want := range numbers {
			digits := int(text[0] - '0')
			got := uint32(0)
			for _, digit := range []byte(text[len("4\n")+digits*i+i/24:][:digits]) {
				got = 63*got + uint32(digit-'!')
			}
			if got != want {
				t.Errorf("number %d of %d is %d, want %d", i, n, got, want)
			}
		}
	}
}
