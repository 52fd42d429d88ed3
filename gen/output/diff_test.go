package output

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestUnified(t *testing.T) {
	tests := []struct {
		name, old, new string
		want           string
	}{
		{"same", "a\nb\n", "a\nb\n", ""},
		{"both empty", "", "", ""},
		{"new", "", "a\nb\n", "@@ -0,0 +1,2 @@\n+a\n+b\n"},
		{"gone", "a\n", "", "@@ -1,1 +0,0 @@\n-a\n"},
		{"one line", "a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"},
		{"no line break at the end", "a\nb", "a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"},
		{"far apart", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n",
			"@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n"},
		{"close by", "a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n",
			"@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n"},
		{"moved", "a\nb\nc\n", "c\na\nb\n", "@@ -1,3 +1,3 @@\n+c\n a\n b\n-c\n"},
		{"repeated lines", "{\n}\n{\n}\n", "{\n}\n{\nx\n}\n", "@@ -1,4 +1,5 @@\n {\n }\n {\n+x\n }\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.want
			if want != "" {
				want = "--- old\n+++ new\n" + want
			}
			got := string(unified("old", "new", []byte(tt.old), []byte(tt.new)))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Whatever the texts, patch makes the new one of the old.
func TestUnifiedPatches(t *testing.T) {
	patch, err := exec.LookPath("patch")
	if err != nil {
		patch = ""
		t.Log("no patch command: the edits are applied here instead")
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	for range 100 {
		old, data := randomText(random), randomText(random)
		if got := applyEdits(old, data); !bytes.Equal(got, data) {
			t.Fatalf("the edits of %q give %q, want %q", old, got, data)
		}
		if patch == "" || bytes.Equal(old, data) {
			continue
		}
		file := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(file, old, 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(patch, "-s", "-f", file)
		cmd.Stdin = bytes.NewReader(unified(file, file, old, data))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("patch: %v\n%s", err, out)
		}
		got, err := os.ReadFile(file)
		if len(data) > 0 && err != nil || !bytes.Equal(got, data) {
			t.Fatalf("patching %q gives %q (%v), want %q", old, got, err, data)
		}
	}
}

// randomText has few different lines, so that many are repeated.
func randomText(random *rand.Rand) []byte {
	var b bytes.Buffer
	for range random.IntN(20) {
		fmt.Fprintf(&b, "%d\n", random.IntN(12))
	}
	if random.IntN(3) == 0 {
		b.WriteString("end")
	}
	return b.Bytes()
}

func applyEdits(old, data []byte) []byte {
	x, y := splitLines(old), splitLines(data)
	var got strings.Builder
	at := 0
	for _, e := range edits(x, y) {
		got.WriteString(strings.Join(x[at:e.x0], ""))
		got.WriteString(strings.Join(y[e.y0:e.y1], ""))
		at = e.x1
	}
	got.WriteString(strings.Join(x[at:], ""))
	return []byte(got.String())
}

// Texts of ten megabytes without a line in common, and of one line repeated,
// are the worst for most ways of finding a difference.
func TestUnifiedIsBounded(t *testing.T) {
	var odd, even bytes.Buffer
	for i := range 400_000 {
		fmt.Fprintf(&odd, "this is line number %d\n", 2*i+1)
		fmt.Fprintf(&even, "this is line number %d\n", 2*i)
	}
	repeated := bytes.Repeat([]byte("the same line again\n"), 500_000)
	for _, texts := range [][2][]byte{{odd.Bytes(), even.Bytes()}, {repeated, repeated[:len(repeated)/2]}} {
		start := time.Now()
		unified("old", "new", texts[0], texts[1])
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("took %v", took)
		}
	}
}
