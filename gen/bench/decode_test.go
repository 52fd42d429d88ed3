package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"testing"

	"github.com/errgen/errgen/gen/bench/internal/body"
	"github.com/errgen/errgen/gen/bench/internal/monogoto"
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
			if got := texts(t, d.decode([]byte(b.json))); got != want {
				t.Errorf("%s, %s: %+v, want %+v", d.name, b.name, got, want)
			}
		}
	}
}

// texts of what a decoder made.
func texts(t *testing.T, err error) body.Error {
	if e, ok := errors.AsType[*monogoto.Error](err); ok {
		return body.Error{StatusCode: e.Code.Status(), Message: e.Message, RequestID: e.RequestID}
	}
	e, ok := errors.AsType[*body.Error](err)
	if !ok {
		t.Fatal(err)
	}
	return *e
}

func TestDecodeTable(t *testing.T) { checkTable(t, decode, len(bodyCases), len(decoders)) }
