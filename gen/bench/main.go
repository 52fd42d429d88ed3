// Command bench measures errgen beside its peers: classifying errors, decoding
// a response, generating, and retrying. It prints one table a subject, with
// every peer's ratio, then each goal and whether it is met.
//
//	go run .                  all tables, in under five minutes
//	go run . -quick           fewer and shorter rounds, in under one
//	go run . -only decode     one table
//
// All that is compared runs in turn, A B A B …, so that a machine whose speed
// drifts does so for all of them. Times are medians over the rounds; a ratio
// is the median of the rounds' own ratios, hence not always the quotient of
// the two times beside it. Trust the ratios, not the times.
//
// What takes nanoseconds is measured in CPU time of its thread, where the
// system has that (Linux): other processes do not count, nor does a sleep, nor
// the part of garbage collection that runs beside it. Whole processes are
// measured by the clock on the wall, their CPU time beside it: for that table
// the machine should be quiet.
package main

//go:generate go tool errgen generate ../../errors.yaml --go internal/monogoto

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

// A bench makes one table.
type bench struct {
	name string
	run  func(effort) (*table, error)
}

var benches = []bench{
	{"classify", classify},
	{"decode", decode},
	{"generate", generate},
	{"client", client},
}

func main() {
	quick := flag.Bool("quick", false, "fewer and shorter rounds")
	only := flag.String("only", "", "make one table: "+strings.Join(names(), ", "))
	flag.Parse()
	e := thorough
	if *quick {
		e = brief
	}
	if err := run(os.Stdout, *only, e); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

// run prints the table called only, or all if that is empty.
func run(w io.Writer, only string, e effort) error {
	if only != "" && !strings.Contains(" "+strings.Join(names(), " ")+" ", " "+only+" ") {
		return fmt.Errorf("there is no table %q; there are %s", only, strings.Join(names(), ", "))
	}
	var failed []error
	for _, b := range benches {
		if only != "" && only != b.name {
			continue
		}
		t, err := b.run(e)
		if err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", b.name, err))
			continue
		}
		if err := t.print(w); err != nil {
			return err
		}
	}
	return errors.Join(failed...)
}

func names() []string {
	all := make([]string, len(benches))
	for i, b := range benches {
		all[i] = b.name
	}
	return all
}
