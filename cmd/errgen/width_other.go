//go:build !(darwin || dragonfly || freebsd || linux || netbsd)

package main

import "io"

// terminalWidth is how many columns a terminal has; here nothing tells.
func terminalWidth(io.Writer) int { return 0 }
