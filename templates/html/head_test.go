package html

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

// The texts in scripts come through as they are when spaces go.
func TestTextsInScriptsStay(t *testing.T) {
	names, err := fs.Glob(assets, "assets/*.js")
	if err != nil || len(names) < 5 {
		t.Fatalf("the scripts are %v, %v", names, err)
	}
	texts := regexp.MustCompile("\"[^\"\\\\\n]*\"|`[^`\n]*`")
	expressions := regexp.MustCompile(`\$\{[^}]*\}`)
	patterns := regexp.MustCompile(`/(?:[^/\\\n ]|\\.)*"(?:[^/\\\n]|\\.)*/[a-z]*`) // whose quotes are no text's
	seen := 0
	for _, name := range names {
		for line := range strings.Lines(compact(strings.TrimPrefix(name, "assets/"))) {
			for _, text := range texts.FindAllString(patterns.ReplaceAllString(line, ""), -1) {
				text = expressions.ReplaceAllString(text, "")
				if tight := tightScript.Replace(text); tight != text {
					t.Errorf("%s: the text %s becomes %s", name, text, tight)
				}
				seen++
			}
		}
	}
	if seen < 100 {
		t.Errorf("found only %d texts", seen)
	}
}
