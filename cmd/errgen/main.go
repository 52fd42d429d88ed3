// Command errgen turns an API's error catalog, errors.yaml, into a Go error
// package and the reference of its errors. `errgen help` says how it is used.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], &console{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv,
	}))
}
