package main

// Sending a request, with and without a retry.

import (
	"fmt"
	"io"
	"net/http"
)

// The groups of the table.
const (
	trip     = "RoundTrip, success"
	do       = "Do, success"
	retried  = "after a 503 without body"
	answered = "after a 503 with a body"
)

// resting is the sleep between two tries, without the tries.
const resting = "the sleep alone"

// client compares the senders: what they add to a success, and to one retry.
// Of a 503 with a body errgen makes the whole error, while the others throw the
// body away.
var client = contest{
	name:       "client",
	title:      "Sending a GET, to a RoundTripper in memory",
	base:       plain,
	situations: clientSituations,
	goals: func(t timings) []goal {
		goals := []goal{
			{"errgen, " + trip + ": ns more than the base", t.difference(trip, ours, plain), 15},
			t.allocsAtMost(0, trip, ours),
			{
				"errgen, " + do + ": allocations more than http.Client makes",
				t.allocs(do, ours) - t.allocs(do, plain), t.allocs(do, plain),
			},
		}
		for _, retry := range []string{retried, answered} {
			goals = append(goals, goal{
				fmt.Sprintf("errgen, %s: of the time of %s, both without the sleep", retry, retryable),
				t.ratioBeyond(retry, ours, retryable, resting), 0.4,
			}, t.allocsAtMost(8, retry, ours))
		}
		return goals
	},
}

func clientSituations() ([]situation, error) {
	req, err := http.NewRequest(http.MethodGet, "https://api.example.com/v1/things/8937010000000000000?fields=state", http.NoBody)
	if err != nil {
		return nil, err
	}
	sleeping := subject{resting, func(n int) {
		for range n {
			rest(req)
		}
	}}
	return []situation{
		{trip, sending(req, roundTrippers(new(stub)))},
		{do, sending(req, clients(new(stub)))},
		{retried, append(sending(req, roundTrippers(&stub{failure: http.NoBody})), sleeping)},
		{answered, append(sending(req, roundTrippers(&stub{failure: new(replayed)})), sleeping)},
	}, nil
}

var sinkResponse *http.Response // keeps the compiler from dropping what is measured

func sending(req *http.Request, senders []sender) []subject {
	var subjects []subject
	for _, s := range senders {
		subjects = append(subjects, subject{s.name, func(n int) {
			for range n {
				if sinkResponse, sinkError = s.send(req); sinkError == nil {
					_ = sinkResponse.Body.Close()
				}
			}
		}})
	}
	return subjects
}

// A stub is a base RoundTripper that answers in memory and allocates nothing:
// with 200 and no body or, if there is a failure's body, with that after a 503.
type stub struct {
	failure io.ReadCloser
	sent    int
	resp    http.Response
}

func (s *stub) RoundTrip(req *http.Request) (*http.Response, error) {
	s.resp = http.Response{StatusCode: http.StatusOK, Header: jsonHeader, Body: http.NoBody, Request: req}
	s.sent++
	if s.failure != nil && s.sent%2 == 1 {
		s.resp.StatusCode, s.resp.Body = http.StatusServiceUnavailable, s.failure
	}
	return &s.resp, nil
}

var jsonHeader = http.Header{"Content-Type": {"application/json"}}

// A replayed body gives the same text whenever it has come to its end.
type replayed struct{ read int }

const unavailable = `{"status_code":503,"message":"The gateway is restarting. Please try again.",` +
	`"request_id":"c0d1e2f3-a4b5-6789-cdef-678900000009"}`

func (r *replayed) Read(p []byte) (int, error) {
	n := copy(p, unavailable[r.read:])
	if r.read += n; n == 0 {
		r.read = 0
		return 0, io.EOF
	}
	return n, nil
}

func (r *replayed) Close() error {
	r.read = 0
	return nil
}
