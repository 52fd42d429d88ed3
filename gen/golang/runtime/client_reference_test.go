//go:build go1.25

package runtime

import (
	"context"
	"slices"
	"testing"
)

// The decision table of the handler that the error reference prints, and what
// this client does instead where it does so on purpose. Its catalog is not the
// reference's, which lists 502; the range 5XX has the same action.
func TestReferenceHandler(t *testing.T) {
	tests := []struct {
		name      string
		replies   []int
		header    string
		policy    Policy
		requests  int   // that the handler sends
		gaps      []int // whole seconds between them, jitter left out
		refreshes int
		differs   string // why this client does otherwise, and then:
		want      int
		wantGaps  []int
	}{
		{name: "success", replies: []int{200}, requests: 1},
		{name: "400", replies: []int{400}, requests: 1},
		{name: "403", replies: []int{403}, requests: 1},
		{name: "404", replies: []int{404}, requests: 1},
		{name: "422", replies: []int{422}, requests: 1},
		{name: "409 without a hook", replies: []int{409}, requests: 1},
		{name: "401 then success", replies: []int{401, 200}, requests: 2, gaps: []int{0}, refreshes: 1},
		{name: "401 twice", replies: []int{401}, requests: 2, gaps: []int{0}, refreshes: 1},
		{name: "429", replies: []int{429}, requests: 4, gaps: []int{1, 2, 4}},
		{name: "500", replies: []int{500}, requests: 4, gaps: []int{1, 2, 4}},
		{name: "502", replies: []int{502}, requests: 4, gaps: []int{1, 2, 4}},
		{name: "503", replies: []int{503}, requests: 4, gaps: []int{1, 2, 4}},
		{name: "503 then success", replies: []int{503, 503, 200}, requests: 3, gaps: []int{1, 2}},
		{name: "429 with Retry-After", replies: []int{429, 200}, header: "Retry-After: 47", requests: 2, gaps: []int{47}},

		{name: "401 after a 503", replies: []int{503, 401, 200}, requests: 2, gaps: []int{1},
			differs: "the handler renews only at the first attempt, though a token expires at any",
			want:    3, wantGaps: []int{1, 0}, refreshes: 1},
		{name: "401 then three failures", replies: []int{401, 503, 503, 503, 200}, requests: 4, gaps: []int{0, 2, 4},
			differs: "the handler counts the renewal as an attempt, and backs off as if it had failed",
			want:    5, wantGaps: []int{0, 1, 2, 4}, refreshes: 1},
		{name: "Retry-After over the cap", replies: []int{429, 200}, header: "Retry-After: 86400", requests: 2, gaps: []int{86400},
			differs: "the handler sleeps for a day; here the caller gets the error, with RetryAfter",
			want:    1},
		{name: "Retry-After in words", replies: []int{429, 200}, header: "Retry-After: soon", requests: 2, gaps: []int{0},
			differs: "the handler waits NaN, which is not at all",
			want:    2, wantGaps: []int{1}},
		{name: "504", replies: []int{504}, requests: 1,
			differs: "the handler lists its statuses; here the catalog's defaults hold for those that it does not",
			want:    4, wantGaps: []int{1, 2, 4}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			virtually(t, func(t *testing.T) {
				requests, gaps := test.requests, test.gaps
				if test.differs != "" {
					requests, gaps = test.want, test.wantGaps
				}
				s := answering(test.replies...)
				s.replies[0].header = test.header
				source := newTokens("t1")
				c := over(s)
				c.Tokens = source
				resp, err := c.Do(newRequest(t, "POST", "x"))
				if err == nil {
					resp.Body.Close()
				}
				wantCount(t, s, requests)
				if got := s.gaps(); !slices.Equal(got, gaps) {
					t.Errorf("gaps of %v s, want %v", got, gaps)
				}
				if source.refreshes != test.refreshes {
					t.Errorf("%d renewals, want %d", source.refreshes, test.refreshes)
				}
			})
		})
	}
}

// Further differences on purpose: what the handler does not know at all.
func TestReferenceHandlerHasNo(t *testing.T) {
	t.Run("deadline", func(t *testing.T) {
		virtually(t, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 500_000_000)
			defer cancel()
			_, err := over(answering(503)).Do(requestWith(t, ctx, "GET", ""))
			wantStop(t, err, StopDeadline, 1)
		})
	})
	t.Run("budget", func(t *testing.T) {
		virtually(t, func(t *testing.T) {
			c := over(answering(503))
			c.Budget = &Budget{Capacity: 5, Cost: 5}
			_, err := c.Do(newRequest(t, "GET", ""))
			wantStop(t, err, StopBudget, 2)
		})
	})
	t.Run("failures without a response", func(t *testing.T) {
		virtually(t, func(t *testing.T) {
			s := newScript(reply{err: errReset}, reply{status: 200})
			resp, err := over(s).Do(newRequest(t, "GET", ""))
			wantSuccess(t, resp, err)
		})
	})
	t.Run("single flight", func(t *testing.T) {
		TestCase62OneRefresh(t)
	})
}
