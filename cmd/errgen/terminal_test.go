package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What a terminal is shown once the work has taken a while, and that nothing is
// left of it.
func TestProgress(t *testing.T) {
	var screen strings.Builder
	p := &progress{w: &screen}
	p.step("reading")
	if screen.Len() > 0 {
		t.Errorf("before the time is up: %q", screen.String())
	}
	p.show()
	p.step("generating")
	p.clear()
	p.step("writing")
	p.done()
	p.done()
	p.show() // the timer may run out late
	p.step("idling")
	const want = "\rreading…\x1b[K" + "\rgenerating…\x1b[K" + "\r\x1b[K" + "\rwriting…\x1b[K" + "\r\x1b[K"
	if got := screen.String(); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// A file gets no progress, and a terminal none that is to be left quiet.
func TestNoProgress(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if p := startProgress(f, false); p.timer != nil {
		t.Error("a file would be shown progress")
	}
	terminal, err := os.Open("/dev/ptmx")
	if err != nil {
		t.Skip("there is no terminal: ", err)
	}
	defer terminal.Close()
	if p := startProgress(terminal, true); p.timer != nil {
		t.Error("--quiet shows progress")
	}
	p := startProgress(terminal, false)
	defer p.done()
	if p.timer == nil {
		t.Error("a terminal gets no progress")
	}
}
