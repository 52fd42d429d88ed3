package output

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/errgen/errgen/gen/gentest"
)

// TestUnfold compares it with strings.EqualFold for all characters that differ
// from another in case alone, and their neighbors.
func TestUnfold(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		other := unicode.SimpleFold(r)
		if unfold(r) != unfold(other) {
			t.Errorf("%q and %q are told apart", r, other)
		}
		if same := unfold(r) == unfold(r+1); same != strings.EqualFold(string(r), string(r+1)) && unicode.IsLetter(r) {
			t.Errorf("%q and %q: the same is %v", r, r+1, same)
		}
	}
}

// TestCompareCost checks that a plan takes as long as it has files and inputs.
func TestCompareCost(t *testing.T) {
	dir := t.TempDir()
	gentest.TestProportional(t, 500, func(size int) time.Duration {
		var files []File
		var inputs []string
		for i := range size {
			files = append(files, File{Path: filepath.Join(dir, fmt.Sprintf("page%d.html", i))})
			inputs = append(inputs, filepath.Join(dir, fmt.Sprintf("part%d.yaml", i)))
		}
		start := time.Now()
		if _, err := Compare(files, nil, inputs); err != nil {
			t.Fatal(err)
		}
		return time.Since(start)
	})
}
