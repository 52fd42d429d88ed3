package main

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/errgen/errgen/gen/bench/internal/body"
)

// All decoders find what encoding/json finds.
func TestDecodersAgree(t *testing.T) {
	for _, b := range bodyCases {
		var want body.Error
		if err := json.Unmarshal([]byte(b.json), &want); err != nil {
			t.Fatal(err)
		}
		if want.StatusCode != http.StatusTooManyRequests || want.Message == "" || want.RequestID == "" {
			t.Fatalf("%s: the body holds %+v", b.name, want)
		}
		for _, d := range decoders {
			if got := d.decode([]byte(b.json)); got != want {
				t.Errorf("%s, %s: %+v, want %+v", d.name, b.name, got, want)
			}
		}
	}
}

func TestPlainBodySize(t *testing.T) {
	if size := len(bodyCases[0].json); size != 146 {
		t.Errorf("the plain body has %d bytes; earlier figures are for 146", size)
	}
}

func TestDecodeTable(t *testing.T) { checkContest(t, &decode, len(bodyCases), len(decoders), 0) }
