package main

import (
	"container/heap"
	"math/rand/v2"
	"time"
)

const clients = 1000

// A strategy is how clients retry.
type strategy struct {
	name   string
	delay  func(r *rand.Rand, retry int) (time.Duration, bool) // before the retry, from 1; false: no more
	budget func() budget
}

// A world is one run: clients that call at a rate, and one server.
type world struct {
	rng      *rand.Rand
	strategy strategy
	server   server
	period   time.Duration // between two calls of a client
	end      time.Duration
	budgets  []budget
	events   queue
	seconds  []second
}

// A second is what happened in one second of the run.
type second struct {
	calls, survived  int // calls that began in it, and how many of them succeeded in the end
	requests, failed int // that reached the server in it
}

func newWorld(s strategy, callsPerSecond float64, down, warmUp, length time.Duration) *world {
	w := &world{
		rng:      rand.New(rand.NewPCG(1, 2)),
		strategy: s,
		period:   time.Duration(float64(time.Second) / callsPerSecond),
		end:      warm + length,
		budgets:  make([]budget, clients),
		seconds:  make([]second, int((warm+length)/time.Second)+1),
		server: server{
			capacity: headroom * clients * callsPerSecond,
			downFrom: warm, downUntil: warm + down, warmUp: warmUp,
		},
	}
	for i := range w.budgets {
		w.budgets[i] = s.budget()
		phase := time.Duration(w.rng.Int64N(int64(w.period)))
		w.events.add(event{at: phase, kind: begins, client: i})
	}
	return w
}

func (w *world) run() {
	for len(w.events.list) > 0 {
		e := w.events.next()
		if e.at >= w.end {
			continue
		}
		switch e.kind {
		case begins:
			w.events.add(event{at: e.at + w.period, kind: begins, client: e.client})
			e.began = e.at
			w.second(e.at).calls++
			w.send(e)
		case sends:
			w.send(e)
		case answered:
			w.answer(e)
		}
	}
}

func (w *world) second(at time.Duration) *second { return &w.seconds[at/time.Second] }

// send is a request's arrival at the server.
func (w *world) send(e event) {
	s := w.second(e.at)
	s.requests++
	ok, at := w.server.serve(e.at)
	if !ok {
		s.failed++
	}
	e.kind, e.at, e.ok = answered, at, ok
	w.events.add(e)
}

// answer is an answer's arrival at its client.
func (w *world) answer(e event) {
	budget := w.budgets[e.client]
	if e.ok {
		budget.succeeded()
		w.second(e.began).survived++
		return
	}
	budget.failed(e.at)
	e.retry++
	delay, more := w.strategy.delay(w.rng, e.retry)
	if !more || !budget.withdraw(e.at) {
		return
	}
	e.kind, e.at = sends, e.at+delay
	w.events.add(e)
}

type kind uint8

const (
	begins   kind = iota // a client begins a call
	sends                // a client sends a call again
	answered             // the server's answer reaches the client
)

// An event is something that happens at a time.
type event struct {
	at, began time.Duration
	seq       int // makes the order of simultaneous events certain
	client    int
	retry     int
	kind      kind
	ok        bool
}

// A queue has events in the order of their times.
type queue struct {
	list []event
	seq  int
}

func (q *queue) add(e event) {
	q.seq++
	e.seq = q.seq
	heap.Push(q, e)
}

func (q *queue) next() event { return heap.Pop(q).(event) }

func (q *queue) Len() int { return len(q.list) }
func (q *queue) Less(i, j int) bool {
	a, b := &q.list[i], &q.list[j]
	return a.at < b.at || a.at == b.at && a.seq < b.seq
}
func (q *queue) Swap(i, j int) { q.list[i], q.list[j] = q.list[j], q.list[i] }
func (q *queue) Push(x any)    { q.list = append(q.list, x.(event)) }
func (q *queue) Pop() any {
	last := len(q.list) - 1
	e := q.list[last]
	q.list = q.list[:last]
	return e
}
