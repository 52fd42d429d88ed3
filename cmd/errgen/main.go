// Command errgen turns an API's error catalog, errors.yaml, into a Go error
// package and the reference of its errors. `errgen help` says how it is used.
package main

import (
	"os"
	"runtime/debug"
)

func main() {
	relaxGC()
	os.Exit(run(os.Args[1:], &console{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv,
	}))
}

// relaxGC lets the heap grow before it is collected, as suits a process that
// ends within a second: a large catalog takes a quarter less time. Near 1.25 GiB,
// which 100,000 errors reach, the collector works as hard as ever. GOGC and
// GOMEMLIMIT, if set, decide.
func relaxGC() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(5 << 28)
	}
}
