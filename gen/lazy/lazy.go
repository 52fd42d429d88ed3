// Package lazy makes at its first use what most runs of a short process don't
// need.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp compiles a pattern when it is first asked for; that takes as long as all
// else that a program does before main.
func Regexp(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
