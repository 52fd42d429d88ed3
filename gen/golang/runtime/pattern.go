// Regular expressions of the catalog. Each is compiled when it is first needed,
// and needed only where plain texts don't do.

package runtime

import (
	"regexp"
	"sync"
)

// A pattern matches whole texts.
type pattern struct {
	text     string // as in the catalog
	once     sync.Once
	compiled *regexp.Regexp
}

// regexp is the pattern, compiled.
func (p *pattern) regexp() *regexp.Regexp {
	p.once.Do(func() { p.compiled = regexp.MustCompile(`\A(?:` + p.text + `)\z`) })
	return p.compiled
}

func (p *pattern) matches(text string) bool { return p.regexp().MatchString(text) }
