package main

// The dependency file, for make and ninja.

import (
	"bytes"
	"strings"

	"github.com/errgen/errgen/gen/output"
)

// depfile is the rule by which make and ninja know when to generate again. As
// from gcc -MP, each input is a target of its own too, so that make goes on when
// it has been moved.
func depfile(path string, inputs []string, files []output.File) output.File {
	var b strings.Builder
	for i, f := range files {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(escapeMake(f.Path))
	}
	b.WriteByte(':')
	for _, input := range inputs {
		b.WriteString(" " + escapeMake(input))
	}
	b.WriteByte('\n')
	for _, input := range inputs {
		b.WriteString("\n" + escapeMake(input) + ":\n")
	}
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
// files, and one without prerequisites for each input, as depfile writes them. A Makefile that
// was named by mistake is not.
func isDepfile(old []byte) bool {
	if len(old) == 0 {
		return true
	}
	rules := bytes.Split(bytes.TrimSuffix(old, []byte("\n")), []byte("\n\n"))
	inputs := []byte(":")
	for _, rule := range rules[1:] {
		input, isPhony := bytes.CutSuffix(rule, []byte(":"))
		if !isPhony || len(input) == 0 {
			return false
		}
		inputs = append(append(inputs, ' '), input...)
	}
	return len(rules) > 1 && bytes.HasSuffix(old, []byte(":\n")) && bytes.HasSuffix(rules[0], inputs) &&
		bytes.Count(old, []byte("\n")) == 2*len(rules)-1
}
