package main

import (
	"bytes"
	"strings"

	"github.com/errgen/errgen/gen/output"
)

// depfile is the rule by which make and ninja know when to generate again. As
// from gcc -MP, the spec is a target of its own too, so that make goes on when
// it has been moved.
func depfile(path, specPath string, files []output.File) output.File {
	var b strings.Builder
	for i, f := range files {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(escapeMake(f.Path))
	}
	spec := escapeMake(specPath)
	b.WriteString(": " + spec + "\n\n" + spec + ":\n")
	return output.File{Path: path, Data: []byte(b.String()), Ours: isDepfile}
}

// escapeMake writes a path as gcc does for make: blanks and # behind a
// backslash, the backslashes before them doubled, and $ doubled.
func escapeMake(path string) string {
	var b strings.Builder
	backslashes := 0
	for _, r := range path {
		switch r {
		case ' ', '\t', '#':
			b.WriteString(strings.Repeat(`\`, backslashes+1))
		case '$':
			b.WriteByte('$')
		}
		if r == '\\' {
			backslashes++
		} else {
			backslashes = 0
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isDepfile reports whether a file may be replaced by a depfile, which can't
// bear a header since not all tools that read it know comments: one rule for
// files, and one without prerequisites, as depfile writes them. A Makefile that
// was named by mistake is not.
func isDepfile(old []byte) bool {
	if len(old) == 0 {
		return true
	}
	rule, phony, isPair := bytes.Cut(old, []byte("\n\n"))
	spec, isPhony := bytes.CutSuffix(phony, []byte(":\n"))
	return isPair && isPhony && !bytes.Contains(rule, []byte("\n")) && !bytes.Contains(spec, []byte("\n")) &&
		bytes.HasSuffix(rule, append([]byte(": "), spec...))
}
