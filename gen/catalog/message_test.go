package catalog_test

import (
	"fmt"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
)

func TestMessage(t *testing.T) {
	params := []catalog.Param{{Name: "iccid", Example: "8937"}, {Name: "n", Type: catalog.IntParam}}
	for _, tt := range []struct {
		message, parts, example string
		params                  []catalog.Param
	}{
		{"No SIM {iccid}", "[{No SIM  -1} { 0}]", "No SIM 8937", params},
		{"{n}{iccid}{n}", "[{ 1} { 0} { 1}]", "{n}8937{n}", params},
		{"{{iccid}} {other} {n", "[{{ -1} { 0} {} {other} {n -1}]", "{8937} {other} {n", params},
		{"{iccid}", "[{{iccid} -1}]", "{iccid}", nil},
		{"", "[{The title -1}]", "The title", params},
	} {
		e := catalog.Error{Title: "The title", Message: tt.message, Params: tt.params}
		if got := fmt.Sprint(e.MessageParts()); got != tt.parts {
			t.Errorf("%q has the parts %s, want %s", tt.message, got, tt.parts)
		}
		if got := e.ExampleMessage(); got != tt.example {
			t.Errorf("%q is %q, want %q", tt.message, got, tt.example)
		}
	}
}
