// Command timed runs a command and prints what it took as one JSON object.
//
// It is a process of its own because Linux counts the memory of the process
// that starts a command to the command's peak: a small one leaves it true.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: timed COMMAND [ARGUMENT]...")
		os.Exit(2)
	}
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	cmd.Stdin, cmd.Stderr = os.Stdin, os.Stderr
	start := time.Now()
	if err := cmd.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "timed:", err)
		os.Exit(1)
	}
	wall := time.Since(start)
	state := cmd.ProcessState
	usage := state.SysUsage().(*syscall.Rusage)
	_ = json.NewEncoder(os.Stdout).Encode(map[string]float64{
		"wall_ms": float64(wall) / 1e6,
		"cpu_ms":  float64(state.UserTime()+state.SystemTime()) / 1e6,
		"peak_mb": float64(usage.Maxrss) / 1024, // in KiB on Linux
	})
}
