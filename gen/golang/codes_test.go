package golang

import (
	"testing"

	"github.com/errgen/errgen/gen/catalog"
)

func TestIdentity(t *testing.T) {
	statuses := []catalog.StatusRange{catalog.One(502), catalog.One(503), catalog.One(504)}
	tests := []struct {
		e    catalog.Error
		want string
	}{
		{catalog.Error{Statuses: statuses, Title: "Busy"}, "502, 503 or 504 Busy"},
		{catalog.Error{Statuses: statuses[:2], Codes: []string{"busy"}, Title: "Busy"}, "502 or 503 busy"},
		{catalog.Error{Codes: []string{"a", "b", "c"}, Domain: "sms", Title: "Busy"}, "a, b or c in the domain sms, Busy"},
	}
	for _, tt := range tests {
		if got := identity(&tt.e); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
