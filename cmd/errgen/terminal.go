package main

// What is for terminals alone: color, and the progress of a long run.

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// color says whether to color what goes to w. What was asked for on the command
// line goes before NO_COLOR (no-color.org).
func (c *console) color(choice colorChoice, w io.Writer) bool {
	switch choice {
	case "always":
		return true
	case "never":
		return false
	}
	return isTerminal(w) && c.getenv("NO_COLOR") == "" && c.getenv("TERM") != "dumb"
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// patience is how long work may take before progress shows.
const patience = time.Second

// A progress is a line on the terminal that says what is being done. It shows
// only once that has taken a while, and is gone afterwards.
type progress struct {
	mu    sync.Mutex
	w     io.Writer
	doing string
	shown bool
	ended bool
	timer *time.Timer
}

// startProgress begins to wait. Nothing shows if w is not a terminal, or quiet
// is set.
func startProgress(w io.Writer, quiet bool) *progress {
	p := &progress{w: w}
	if !quiet && isTerminal(w) {
		p.timer = time.AfterFunc(patience, p.show)
	}
	return p
}

// step says what is being done from now on.
func (p *progress) step(doing string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.doing = doing
	if p.shown {
		p.draw()
	}
}

func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.ended { // the timer may have run out just before done
		p.shown = true
		p.draw()
	}
}

// draw goes to the line's beginning and clears the rest of the line.
func (p *progress) draw() { _, _ = fmt.Fprintf(p.w, "\r%s…\x1b[K", p.doing) }

// clear makes room for other lines, until the next step.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.erase()
}

// done takes the line away, for good.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.erase()
	p.shown, p.ended = false, true
	if p.timer != nil {
		p.timer.Stop()
	}
}

func (p *progress) erase() {
	if p.shown {
		_, _ = io.WriteString(p.w, "\r\x1b[K")
	}
}
