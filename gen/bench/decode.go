package main

import (
	"encoding/json"
	"net/http"

	"github.com/bytedance/sonic"
	goccy "github.com/goccy/go-json"
	"github.com/mailru/easyjson"

	"github.com/errgen/errgen/gen/bench/internal/body"
	"github.com/errgen/errgen/gen/bench/internal/monogoto"
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

// A decoder reads a body into an error of its own on the heap. Ours is the
// whole error, with its code, header and body; the others' has the three
// members of the body, and still lacks the way from there to a code.
type decoder struct {
	name   string
	decode func(json []byte) error
}

// goccyJSON is the fastest of the peers that need no generated code.
const goccyJSON = "goccy/go-json"

var header = http.Header{"Content-Type": {"application/json"}, "Retry-After": {"47"}}

var decoders = []decoder{
	{"Decode", func(json []byte) error { return monogoto.Decode(http.StatusTooManyRequests, header, json) }},
	{goccyJSON, filling(goccy.Unmarshal)},
	{"bytedance/sonic", filling(sonic.Unmarshal)},
	{"mailru/easyjson", func(json []byte) error {
		e := new(body.Error)
		if err := easyjson.Unmarshal(json, e); err != nil {
			return err
		}
		return e
	}},
	{"encoding/json", filling(json.Unmarshal)},
}

// filling a struct by reflection.
func filling(unmarshal func([]byte, any) error) func([]byte) error {
	return func(json []byte) error {
		e := new(body.Error)
		if err := unmarshal(json, e); err != nil {
			return err
		}
		return e
	}
}

// decode compares the decoders on every body.
func decode(e effort) (*table, error) {
	var situations []situation
	for _, b := range bodyCases {
		situations = append(situations, situation{b.name, decoding([]byte(b.json))})
	}
	c := compare(goccyJSON, situations, e)
	t := c.table("Decoding an error body")
	t.goals = []goal{
		c.atMost(0.8, "plain", "Decode", goccyJSON),
		c.atMost(0.8, "pretty", "Decode", goccyJSON),
		c.atMost(0.8, "extra fields", "Decode", goccyJSON),
		c.atMost(1, "escaped", "Decode", goccyJSON),
		c.allocsAtMost(2, "plain", "Decode"), // the error, and its texts
		c.allocsAtMost(2, "escaped", "Decode"),
	}
	return t, nil
}

var sinkError error // keeps the compiler from dropping what is measured

func decoding(json []byte) []subject {
	var subjects []subject
	for _, d := range decoders {
		subjects = append(subjects, subject{d.name, func(n int) {
			for range n {
				sinkError = d.decode(json)
			}
		}})
	}
	return subjects
}
