package html_test

import (
	"strings"
	"testing"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/gentest"
	"github.com/errgen/errgen/templates/html"
)

// A template of the user's own gets the page's view, and may use the others.
func TestTemplate(t *testing.T) {
	tests := []struct {
		text  string
		split bool
		want  string
		error string
	}{
		{text: "{{.Head.Header}}<h1>{{.Title}}</h1>", want: "<h1>Minimal API error reference</h1>"},
		{text: `{{define "footer"}}<footer>Ours</footer>{{end}}{{template "page" .}}`, want: "<footer>Ours</footer>"},
		{text: `{{define "bar"}}<p>Ours</p>{{end}}{{template "page" .}}`, split: true, want: "<p>Ours</p>"},
		{text: "{{.Title", error: "template: my.tmpl:1: unclosed action"},
		{text: "{{.Titel}}", error: "my.tmpl:1:2: executing"},
	}
	for _, tt := range tests {
		files, err := html.Backend{Split: tt.split, Template: gen.Template{Name: "my.tmpl", Text: tt.text}}.Generate(gentest.Minimal())
		switch {
		case tt.error != "":
			if err == nil || !strings.Contains(err.Error(), tt.error) {
				t.Errorf("%s: %v, want %q", tt.text, err, tt.error)
			}
		case err != nil:
			t.Errorf("%s: %v", tt.text, err)
		default:
			for _, f := range files {
				if strings.HasSuffix(f.Path, ".html") && !strings.Contains(string(f.Data), tt.want) {
					t.Errorf("%s: no %q in %s", tt.text, tt.want, f.Path)
				}
			}
		}
	}
	if page := string(generate(t, html.Backend{}, gentest.Minimal())[0].Data); strings.Contains(page, "Ours") {
		t.Error("a user's template has changed the page's own")
	}
}
