// Command bench measures errgen beside its peers: classifying errors, decoding
// a response, retrying, generating at every size up to 100,000 errors, and what
// the generated package costs. It prints one table a subject, with every peer's
// ratio, then each goal and whether it is met.
//
//	go run .                  all tables, in a quarter of an hour
//	go run . -quick           fewer and shorter rounds, in a third of that
//	go run . -only decode     one table
//
// All that is compared runs in turn, A B A B …, so that a machine whose speed
// drifts does so for all of them. Times are medians over the rounds; a ratio
// is the median of the rounds' own ratios, hence not always the quotient of
// the two times beside it. Trust the ratios, not the times.
//
// What takes nanoseconds is measured in CPU time, on one processor: what other
// processes do does not count, nor does a sleep, but garbage collection does.
// Whole processes are measured by the clock on the wall, their CPU time beside
// it; for that table the machine should be quiet.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// A bench makes one table.
type bench struct {
	name string
	run  func(*workshop, effort) (*table, error)
}

var (
	contests = []*contest{&classify, &decode, &client}
	benches  = []bench{
		{classify.name, classify.run},
		{decode.name, decode.run},
		{client.name, client.run},
		{"generate", generate},
		{"package", pkg},
	}
)

func main() {
	quick := flag.Bool("quick", false, "fewer and shorter rounds")
	only := flag.String("only", "", "make one `table`: "+names())
	hold := flag.String("hold", "", "measure one `contest` in this layout alone, and print the timings as JSON")
	flag.Parse()
	e := thorough
	if *quick {
		e = brief
	}
	var err error
	if *hold != "" {
		err = measureAlone(os.Stdout, *hold, e)
	} else {
		err = run(os.Stdout, *only, e)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

// measureAlone writes the timings of one contest.
func measureAlone(w io.Writer, name string, e effort) error {
	i := slices.IndexFunc(contests, func(c *contest) bool { return c.name == name })
	if i < 0 {
		return fmt.Errorf("there is no contest %q", name)
	}
	return contests[i].write(w, e)
}

// run prints the table called only, or all if that is empty.
func run(out io.Writer, only string, e effort) error {
	chosen := benches
	if only != "" {
		i := slices.IndexFunc(benches, func(b bench) bool { return b.name == only })
		if i < 0 {
			return fmt.Errorf("there is no table %q; there are %s", only, names())
		}
		chosen = benches[i : i+1]
	}
	w, err := newWorkshop()
	if err != nil {
		return err
	}
	defer w.close()
	var failed []error
	for _, b := range chosen {
		t, err := b.run(w, e)
		if err == nil {
			err = t.print(out)
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", b.name, err))
		}
	}
	return errors.Join(failed...)
}

func names() string {
	var all []string
	for _, b := range benches {
		all = append(all, b.name)
	}
	return strings.Join(all, ", ")
}
