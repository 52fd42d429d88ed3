package main

// The dependency file, for make and ninja.

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/errgen/errgen/gen/lazy"
	"github.com/errgen/errgen/gen/output"
)

// depfile is the rule by which make and ninja know when to generate again: when a
// file has changed, or in a folder there are others than before. As from gcc -MP,
// each of them is a target of its own too, so that make goes on when it has been
// moved.
func depfile(path string, files []output.File, inputs, folders []string) (output.File, error) {
	var targets []string
	for _, f := range files {
		targets = append(targets, f.Path)
	}
	needed := append(slices.Clip(inputs), apart(folders, append(slices.Clip(targets), path))...)
	if err := checkRule(targets, needed); err != nil {
		return output.File{}, err
	}
	var b strings.Builder
	b.WriteString(makeWords(targets) + ": " + makeWords(needed) + "\n")
	for _, name := range needed {
		if !strings.ContainsAny(name, notInTargets) {
			b.WriteString("\n" + makeWord(name) + ":\n")
		}
	}
	return output.File{Path: path, Data: []byte(b.String()), Ours: isDepfile}, nil
}

// apart leaves out folders that something is written into: they would be newer
// than what is, each time.
func apart(folders, written []string) []string {
	holdsOutput := func(folder string) bool {
		return slices.ContainsFunc(written, func(path string) bool { return absolute(filepath.Dir(path)) == absolute(folder) })
	}
	return slices.DeleteFunc(slices.Clone(folders), holdsOutput)
}

// absolute is a path from the root, so that paths can be compared however they
// are written; where nobody knows where the run is, it is the path as it stands.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return filepath.Clean(path)
}

// notInTargets are what makes of a target a pattern or a variable. What the first
// input has of them does the same to its rule.
const notInTargets = "%="

// unwritable is what make or ninja takes for something else wherever it stands,
// and has no way to write.
var unwritable = []struct {
	what string
	in   func() *regexp.Regexp
}{
	{"a line break or another control character", lazy.Regexp(`[\x00-\x1f\x7f]`)},
	{"a ; or |", lazy.Regexp(`[;|]`)},
	{`a \ before a blank, #, :, $ or \, or at its end`, lazy.Regexp(`\\([ #:$\\]|$)`)},
	{"a : at its end", lazy.Regexp(`:$`)},
	{"parentheses at its end", lazy.Regexp(`^[^(]+\(.*\)$`)},
}

// checkRule refuses names that can't stand in a rule.
func checkRule(targets, needed []string) error {
	refuse := func(name, what string) error {
		return fmt.Errorf("--depfile: a Makefile can't name %q, which has %s; rename it, or leave out --depfile", name, what)
	}
	for _, name := range slices.Concat(targets, needed) {
		for _, u := range unwritable {
			if u.in().MatchString(name) {
				return refuse(name, u.what)
			}
		}
	}
	for _, name := range append(slices.Clip(targets), needed[0]) {
		if strings.ContainsAny(name, notInTargets) {
			return refuse(name, "a % or =")
		}
	}
	return nil
}

func makeWords(paths []string) string {
	words := make([]string, len(paths))
	for i, p := range paths {
		words[i] = makeWord(p)
	}
	return strings.Join(words, " ")
}

// makeWord writes a path as make and ninja both read it. The colon of a drive
// stays as it is.
func makeWord(path string) string {
	drive := filepath.VolumeName(path)
	return drive + inMake.Replace(path[len(drive):])
}

var inMake = strings.NewReplacer(" ", `\ `, "#", `\#`, ":", `\:`, "$", "$$")

// isDepfile reports whether a file may be replaced by a depfile, which can't
// bear a header since not all tools that read it know comments: one rule for
// files, and one without prerequisites for its inputs, as depfile writes them. A
// Makefile that was named by mistake is not.
func isDepfile(old []byte) bool {
	if len(old) == 0 {
		return true
	}
	rules := bytes.Split(bytes.TrimSuffix(old, []byte("\n")), []byte("\n\n"))
	first := append(slices.Clip(rules[0]), ' ')
	for _, rule := range rules[1:] {
		input, isPhony := bytes.CutSuffix(rule, []byte(":"))
		if !isPhony || len(input) == 0 || !bytes.Contains(first, slices.Concat([]byte(" "), input, []byte(" "))) {
			return false
		}
	}
	return len(rules) > 1 && bytes.HasSuffix(old, []byte(":\n")) && bytes.Contains(first, []byte(": ")) &&
		bytes.Count(old, []byte("\n")) == 2*len(rules)-1
}
