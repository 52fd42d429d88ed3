//go:build !linux

package main

import "time"

var epoch = time.Now()

// clock is the time that passes, for want of a thread's CPU time: measure on a
// machine that does nothing else.
func clock() time.Duration { return time.Since(epoch) }
