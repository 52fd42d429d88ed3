package catalog

import "testing"

func TestParseStatus(t *testing.T) {
	for text, want := range map[string]StatusRange{
		"429": One(429), "100": One(100), "599": One(599), "5XX": Hundred(5), "1XX": Hundred(1),
	} {
		if got, ok := ParseStatus(text); !ok || got != want || got.String() != text {
			t.Errorf("ParseStatus(%q) = %v, %t", text, got, ok)
		}
	}
	for _, text := range []string{"", "4", "42", "4290", "099", "600", "0XX", "6XX", "5xx", "5X", "+42", "4_2", "4.2", "٤٢٩"} {
		if got, ok := ParseStatus(text); ok || got != (StatusRange{}) {
			t.Errorf("ParseStatus(%q) = %v, %t", text, got, ok)
		}
	}
}
