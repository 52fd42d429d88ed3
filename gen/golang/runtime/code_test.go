package runtime

import (
	"encoding/json"
	"testing"
)

func TestCodeText(t *testing.T) {
	for _, c := range append(Codes(), 0) {
		text, err := c.MarshalText()
		if err != nil || string(text) != c.Name() {
			t.Errorf("%v: %q, %v", c, text, err)
		}
		back := Code(99)
		if err := back.UnmarshalText(text); err != nil || back != c {
			t.Errorf("%q gives %v, %v", text, back, err)
		}
	}
	if _, err := (lastCode + 1).MarshalText(); err == nil {
		t.Error("a Code beyond the last has a text")
	}
	c := ErrNotFound
	err := c.UnmarshalText([]byte("Nope"))
	if err == nil || err.Error() != `orders: no error is named "Nope"` || c != ErrNotFound {
		t.Errorf("%v, %v", c, err)
	}
	if got, err := json.Marshal(map[Code]Code{ErrNotFound: 0}); string(got) != `{"NotFound":""}` || err != nil {
		t.Errorf("%s, %v", got, err)
	}
}

func TestAliases(t *testing.T) {
	stored := []byte(`["SimMissing", "NoSIM", "SimGone"]`)
	var codes []Code
	if err := json.Unmarshal(stored, &codes); err != nil || len(codes) != 3 {
		t.Fatal(codes, err)
	}
	for _, c := range codes {
		if c != ErrSimMissing || c.Name() != "NoSIM" {
			t.Errorf("read %v", c)
		}
	}
}

func TestCodesIsFresh(t *testing.T) {
	Codes()[0] = 0
	codes := Codes()
	if len(codes) != int(lastCode) || codes[0] != 1 || codes[len(codes)-1] != lastCode {
		t.Errorf("%d", codes)
	}
}

func TestCodeFor(t *testing.T) {
	tests := []struct {
		status int
		value  string
		want   Code
	}{
		{404, "", ErrNotFound},
		{404, "order_not_found", ErrOrderNotFound},
		{404, "unheard_of", ErrNotFound},
		{404, "ORDER_NOT_FOUND", ErrNotFound},
		{410, "order_not_found", ErrOrderNotFound}, // no entry for 410: a known code stays known
		{0, "order_not_found", ErrOrderNotFound},
		{400, "order_not_found", ErrBadRequest}, // an entry for 400 comes before one for another status
		{400, "do_not_honor", ErrCardDeclined},
		{529, "overloaded", ErrOverloaded},
		{503, "", ErrServiceUnavailable},
		{502, "", ErrServerTrouble},
		{403, "locked", ErrLockedForbidden},
		{423, "locked", ErrLockedState},
		{402, "locked", 0}, // told apart by its status, which is neither
		{402, "", 0},
		{0, "", 0},
	}
	for _, test := range tests {
		if got := CodeFor(test.status, test.value); got != test.want {
			t.Errorf("CodeFor(%d, %q) = %v, want %v", test.status, test.value, got, test.want)
		}
	}
}
