package match_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/gen/match"
)

func TestNamed(t *testing.T) {
	tests := []struct{ word, want string }{
		{"429", "TooManyRequests"},
		{"TooManyRequests", "TooManyRequests"},
		{"ErrTooManyRequests", "TooManyRequests"},
		{"too-many-requests", "TooManyRequests"},
		{"Too Many Requests", "TooManyRequests"},
		{"do_not_honor", "CardDeclined"},
		{"DoNotHonor", "CardDeclined"},
		{"locked", "LockedForbidden LockedState"},
		{"404", "NotFound OrderNotFound"},
		{"503", "ServiceUnavailable Overloaded"}, // which is not ServerTrouble, the range
		{"502", "ServerTrouble"},
		{"5xx", "InternalServerError ServiceUnavailable ServerTrouble Overloaded"},
		{"418", ""},
		{"600", ""},
		{"9XX", ""},
		{"", ""},
		{"-", ""},
		{"toomany", ""},
	}
	c := gentest.Orders()
	for _, tt := range tests {
		var names []string
		for _, e := range match.Named(c, tt.word) {
			names = append(names, e.Name)
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("Named(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}

func TestNames(t *testing.T) {
	got := match.Names(gentest.Orders())
	for _, want := range []string{"TooManyRequests", "429", "5XX", "do_not_honor"} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
}
