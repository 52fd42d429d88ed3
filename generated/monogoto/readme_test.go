package monogoto_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// What the documentation of the client shows is what the examples run.
func TestClientSnippetsAreExamples(t *testing.T) {
	examples := words(read(t, "example_client_test.go"))
	for _, page := range []struct{ name, text string }{
		{"README.md", section(t, read(t, "../../README.md"), "## The client")},
		{"docs/stops.md", read(t, "../../docs/stops.md")},
	} {
		snippets := goBlock.FindAllStringSubmatch(page.text, -1)
		if len(snippets) == 0 {
			t.Errorf("%s shows no Go on the client", page.name)
		}
		for _, snippet := range snippets {
			if !strings.Contains(examples, words(snippet[1])) {
				t.Errorf("%s shows what is not in example_client_test.go:\n%s", page.name, snippet[1])
			}
		}
	}
}

var goBlock = regexp.MustCompile("(?ms)^```go\n(.*?)^```$")

// section is the text between a heading and the next of its level.
func section(t *testing.T, page, heading string) string {
	t.Helper()
	_, text, found := strings.Cut(page, "\n"+heading+"\n")
	if !found {
		t.Fatalf("there is no section %q", heading)
	}
	text, _, _ = strings.Cut(text, "\n## ")
	return text
}

// words is the text with each run of white space as one space.
func words(text string) string { return strings.Join(strings.Fields(text), " ") }

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
