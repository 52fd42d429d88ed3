package main

import "time"

// A server answers requests at a bounded rate from a bounded queue. While it is
// down it answers none; after an outage it warms up.
type server struct {
	capacity  float64 // requests a second, warm
	downFrom  time.Duration
	downUntil time.Duration
	warmUp    time.Duration // from coldShare of the capacity to all of it

	backlog float64 // requests that wait
	last    time.Duration
}

const (
	coldShare   = 0.5 // of the capacity, right after an outage
	maxQueue    = 1.0 // seconds of work that may wait
	refusalCost = 0.1 // of a request's work, to refuse one
	roundTrip   = 20 * time.Millisecond
)

// rate is how many requests a second the server does.
func (s *server) rate(now time.Duration) float64 {
	up := now - s.downUntil
	switch {
	case now < s.downFrom || up >= s.warmUp:
		return s.capacity
	case up < 0:
		return 0
	}
	return s.capacity * (coldShare + (1-coldShare)*float64(up)/float64(s.warmUp))
}

// serve takes a request: whether it succeeds, and when the answer is there.
func (s *server) serve(now time.Duration) (ok bool, answered time.Duration) {
	rate := s.rate(now)
	s.backlog = max(0, s.backlog-rate*(now-s.last).Seconds())
	s.last = now
	if rate == 0 {
		s.backlog = 0
		return false, now + roundTrip
	}
	if s.backlog >= rate*maxQueue {
		s.backlog += refusalCost
		return false, now + roundTrip
	}
	s.backlog++
	return true, now + roundTrip + time.Duration(s.backlog/rate*float64(time.Second))
}
