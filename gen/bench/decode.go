package main

// Reading an error body: the generated decoder beside JSON libraries.

import (
	"encoding/json"
	"net/http"

	"github.com/bytedance/sonic"
	goccy "github.com/goccy/go-json"
	"github.com/mailru/easyjson"

	"github.com/errgen/errgen/gen/bench/internal/body"
	"github.com/errgen/errgen/generated/monogoto"
)

// A bodyCase is an error body of the example API, each with the same texts but
// for the escaped one.
type bodyCase struct{ name, json string }

var bodyCases = []bodyCase{
	{"plain", `{"status_code":429,"message":"Rate limit of 100 requests per minute exceeded. Retry in 47 s.",` +
		`"request_id":"b9c0d1e2-f3a4-5678-bcde-567890000007"}`},
	{"pretty", `{
  "status_code": 429,
  "message": "Rate limit of 100 requests per minute exceeded. Retry in 47 s.",
  "request_id": "b9c0d1e2-f3a4-5678-bcde-567890000007"
}
`},
	{"extra fields", `{"timestamp":"2025-01-31T12:00:00.000Z","path":"/v1/things/8937010000000000000/state","status_code":429,` +
		`"message":"Rate limit of 100 requests per minute exceeded. Retry in 47 s.",` +
		`"details":{"limit":100,"window":60.0,"tags":["a","b"],"burst":null},` +
		`"request_id":"b9c0d1e2-f3a4-5678-bcde-567890000007"}`},
	{"escaped", `{"status_code":429,"message":"Rate limit of \"100 requests\" per minute\nexceeded \u2014 retry in 47\u00a0s.",` +
		`"request_id":"b9c0d1e2-f3a4-5678-bcde-567890000007"}`},
}

// A decoder reads a body and returns what it found there.
type decoder struct {
	name   string
	decode func(json []byte) body.Error
}

// The decoders that goals speak of.
const (
	decodeUsed     = "Decode, error used at once"
	decodeReturned = "Decode, error returned"
	goccyJSON      = "goccy/go-json"
)

// decoders are ours, which make the whole error (one that does not outlive its
// use needs no heap), and others, which fill the three members of the body.
var decoders = []decoder{
	{decodeUsed, func(json []byte) body.Error {
		return members(monogoto.Decode(http.StatusTooManyRequests, nil, json))
	}},
	{decodeReturned, func(json []byte) body.Error {
		return members(returned(monogoto.Decode(http.StatusTooManyRequests, nil, json)))
	}},
	{"Decode, with the header", func(json []byte) body.Error {
		return members(returned(monogoto.Decode(http.StatusTooManyRequests, header, json)))
	}},
	{goccyJSON, filling(goccy.Unmarshal)},
	{"bytedance/sonic", filling(sonic.Unmarshal)},
	{"mailru/easyjson", func(json []byte) (e body.Error) {
		sinkError = easyjson.Unmarshal(json, &e)
		return e
	}},
	{"encoding/json", filling(json.Unmarshal)},
}

var header = http.Header{"Content-Type": {"application/json"}, "Retry-After": {"47"}}

func members(e *monogoto.Error) body.Error {
	return body.Error{StatusCode: e.Code.Status(), Message: e.Message, RequestID: e.RequestID}
}

var sinkError error

// returned is e, out of reach of the compiler: on the heap.
func returned(e *monogoto.Error) *monogoto.Error {
	sinkError = e
	return e
}

// filling a struct by reflection.
func filling(unmarshal func([]byte, any) error) func([]byte) body.Error {
	return func(json []byte) (e body.Error) {
		sinkError = unmarshal(json, &e)
		return e
	}
}

// decode compares the decoders on every body.
var decode = contest{
	name:       "decode",
	title:      "Decoding an error body",
	base:       goccyJSON,
	situations: decodeSituations,
	goals: func(t timings) []goal {
		var goals []goal
		for _, ours := range []string{decodeUsed, decodeReturned} {
			goals = append(goals,
				t.atMost(0.8, "plain", ours, goccyJSON),
				t.atMost(0.8, "pretty", ours, goccyJSON),
				t.atMost(0.8, "extra fields", ours, goccyJSON),
				t.atMost(1, "escaped", ours, goccyJSON),
			)
		}
		return append(goals,
			t.allocsAtMost(1, "escaped", decodeUsed), // the texts
			t.allocsAtMost(2, "escaped", decodeReturned),
		)
	},
}

func decodeSituations() ([]situation, error) {
	var situations []situation
	for _, b := range bodyCases {
		situations = append(situations, situation{b.name, decoding([]byte(b.json))})
	}
	return situations, nil
}

var sinkBody body.Error // keeps the compiler from dropping what is measured

func decoding(json []byte) []subject {
	var subjects []subject
	for _, d := range decoders {
		subjects = append(subjects, subject{d.name, func(n int) {
			for range n {
				sinkBody = d.decode(json)
			}
		}})
	}
	return subjects
}
