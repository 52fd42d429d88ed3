package golang

import (
	"fmt"
	"go/format"
	"slices"
	"testing"
	"time"

	"github.com/errgen/errgen/gen/gentest"
)

// BenchmarkGenerate reports how long a package takes beside what go/format
// alone takes on it: medians, and their ratio.
func BenchmarkGenerate(b *testing.B) {
	for _, n := range []int{10, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c := gentest.Synthetic(n)
			var generating, formatting []time.Duration
			for b.Loop() {
				start := time.Now()
				files := generate(b, c)
				generating = append(generating, time.Since(start))
				start = time.Now()
				for _, f := range files {
					if _, err := format.Source(f.Data); err != nil {
						b.Fatal(err)
					}
				}
				formatting = append(formatting, time.Since(start))
			}
			ours, theirs := median(generating), median(formatting)
			b.ReportMetric(float64(ours.Microseconds())/1000, "generate-ms")
			b.ReportMetric(float64(theirs.Microseconds())/1000, "format-ms")
			b.ReportMetric(ours.Seconds()/theirs.Seconds(), "ratio")
		})
	}
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}
