package errgen_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/errgen/errgen/gen/spec"
)

// rest is what a snippet of the README leaves out: its key is the first word of
// each part.
var rest = []string{
	"version: 1\n",
	"api: {name: Orders API}\n",
	"response: {code: /code, message: /message}\n",
	"classes: {request: {title: Bad request, action: never}, transient: {title: Transient, action: backoff}}\n",
	"defaults: {default: {class: request}}\n",
	"errors: [{status: 400}]\n",
}

// Each YAML of the README is a spec without a mistake, or some of its keys, or
// some of its errors.
func TestReadmeYAML(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	included := fstest.MapFS{"errors/more.yaml": {Data: []byte("errors: [{code: more}]\n")}}
	snippets := regexp.MustCompile("(?ms)^( *)```yaml\n(.*?)^ *```$").FindAllStringSubmatch(string(readme), -1)
	if len(snippets) == 0 {
		t.Fatal("the README shows no YAML")
	}
	whole := 0
	for _, s := range snippets {
		src := completed(regexp.MustCompile("(?m)^"+s[1]).ReplaceAllString(s[2], ""))
		if strings.HasPrefix(src, "version:") {
			whole++
		}
		if _, found := spec.Read("README.md", []byte(src), included); len(found) > 0 {
			var said strings.Builder
			found.Print(&said, false)
			t.Errorf("%s\nof this snippet of the README:\n%s", said.String(), src)
		}
	}
	if whole == 0 {
		t.Error("no snippet is a whole spec")
	}
}

// completed is a snippet with the rest of a spec around it.
func completed(snippet string) string {
	if strings.HasPrefix(snippet, "- ") {
		snippet = "errors:\n" + snippet
	}
	for _, part := range rest {
		key, _, _ := strings.Cut(part, ":")
		if !slices.ContainsFunc(strings.Split(snippet, "\n"), func(line string) bool { return strings.HasPrefix(line, key+":") }) {
			snippet += part
		}
	}
	return snippet
}

// What the README links to within itself is a heading.
func TestReadmeAnchors(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	anchors := map[string]bool{}
	for _, heading := range regexp.MustCompile("(?m)^#+ (.*)$").FindAllSubmatch(readme, -1) {
		words := strings.ToLower(string(heading[1]))
		anchors[strings.ReplaceAll(regexp.MustCompile("[^a-z0-9 -]").ReplaceAllString(words, ""), " ", "-")] = true
	}
	links := regexp.MustCompile(`\]\(#([^)]*)\)`).FindAllSubmatch(readme, -1)
	if len(links) == 0 {
		t.Error("the README has no links within itself")
	}
	for _, link := range links {
		if anchor := string(link[1]); !anchors[anchor] {
			t.Errorf("#%s is no heading", anchor)
		}
	}
}
