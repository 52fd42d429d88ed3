package main

import (
	"os"
	"path/filepath"
	"testing"
)

// A file gets no progress, and a terminal none that is to be left quiet.
func TestProgressNeedsATerminal(t *testing.T) {
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
