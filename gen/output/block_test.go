package output

import (
	"strings"
	"testing"
)

func TestSplice(t *testing.T) {
	const begin, end = beginMarker + "\n", endMarker + "\n"
	tests := []struct {
		name, file string
		want       string // "" if there is no block, or no good one
		failure    string
	}{
		{"no block", "by hand\n", "", ""},
		{"empty file", "", "", ""},
		{"empty block", "a\n" + begin + end + "b\n", "a\n" + begin + "new\n" + end + "b\n", ""},
		{"at both ends", begin + "old\nold\n" + endMarker, begin + "new\n" + endMarker, ""},
		{"indented", "  " + begin + "old\n\t" + end, "  " + begin + "new\n\t" + end, ""},
		{"other line breaks", beginMarker + "\r\nold\r\n" + endMarker + "\r\nb\r\n", beginMarker + "\r\nnew\r\n" + endMarker + "\r\nb\r\n", ""},
		{"within a line", "write " + begin + "and " + end, "", ""},
		{"no end", "a\n" + begin, "", "line 2 has the marker " + beginMarker + ", but the block has no end"},
		{"no begin", end, "", "line 1 has the marker " + endMarker + ", but no block is open there"},
		{"turned around", end + begin, "", "line 1"},
		{"two begins", begin + "a\n" + begin + end, "", "line 3 has the marker " + beginMarker + ", and line 1 too"},
		{"two ends", begin + end + end, "", "line 3 has the marker " + endMarker},
		{"two blocks", begin + end + begin + end, "", "line 3 has the marker " + beginMarker},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, found, err := splice([]byte(tt.file), []byte("new\n"))
			if failed := err != nil; failed != (tt.failure != "") || failed && !strings.Contains(err.Error(), tt.failure) {
				t.Fatalf("error %v, want %q", err, tt.failure)
			}
			if !found {
				got = nil
			}
			if string(got) != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
