package match_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/errgen/errgen/gen/catalog"
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

func TestNamedByMore(t *testing.T) {
	c := gentest.Everything()
	c.Errors[0].Aliases = []string{"Malformed", "BadSIM"}
	tests := []struct{ word, want string }{
		{"Malformed", "BadRequest"},
		{"ErrMalformed", "BadRequest"},
		{"bad sim", "BadRequest"},
		{"1", "SmsRejected CdcRejected Rejected"},
		{"sms/1", "SmsRejected"},
		{"cdc/1", "CdcRejected"},
		{"mms/1", ""},
		{"FLOOD_WAIT_17", "FloodWait"},
		{"FLOOD_WAIT", "FloodWait"},
		{"FLOOD_WAIT_x", ""},
		{"403", "LockedForbidden RateLimited SecondaryLimit CdcExpired"},
	}
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

func TestAlias(t *testing.T) {
	e := &catalog.Error{Name: "BadRequest", Codes: []string{"bad"}, Aliases: []string{"Malformed", "Bad"}}
	for word, want := range map[string]string{
		"Malformed": "Malformed", "ErrMalformed": "Malformed", "malformed": "Malformed", "BadRequest": "", "bad": "", "Bad": "Bad", "other": "",
	} {
		if got := match.Alias(e, word); got != want {
			t.Errorf("%s is the alias %q, want %q", word, got, want)
		}
	}
}

func TestWaitIn(t *testing.T) {
	e := &catalog.Error{Domain: "sms", Pattern: `WAIT_(?P<retry_after_min>\d+)`}
	for word, want := range map[string]time.Duration{"WAIT_2": 2 * time.Minute, "sms/WAIT_3": 3 * time.Minute, "WAIT": 0} {
		if got, ok := match.WaitIn(e, word, time.Now()); got != want || ok != (want > 0) {
			t.Errorf("%s says to wait for %v, %v; want %v", word, got, ok, want)
		}
	}
}

func TestRetired(t *testing.T) {
	c := &catalog.Catalog{Retired: []catalog.Retired{{Domain: "sms", Codes: []string{"E8", "E9"}, Name: "NoPaper"}, {Codes: []string{"E9"}}}}
	for word, want := range map[string]int{"E9": 2, "sms/E9": 1, "E8": 1, "NoPaper": 1, "ErrNoPaper": 1, "no paper": 1, "E7": 0, "": 0, "-": 0} {
		if got := match.Retired(c, word); len(got) != want {
			t.Errorf("Retired(%q) are %d, want %d", word, len(got), want)
		}
	}
	for code, want := range map[string]int{"sms E9": 2, " E9": 2, "mms E9": 1, "sms E8": 1, "mms E8": 0, "sms ": 0} {
		domain, value, _ := strings.Cut(code, " ")
		if got := match.RetiredCode(c, domain, value); len(got) != want {
			t.Errorf("RetiredCode(%q) are %d, want %d", code, len(got), want)
		}
	}
	names := match.Names(c)
	if want := []string{"E8", "E9", "sms/E8", "sms/E9", "NoPaper", "E9"}; !slices.Equal(names, want) {
		t.Errorf("the names are %q, want %q", names, want)
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
