package reference

// What is said of one error: its caption, codes, and when it is met.

import (
	"cmp"
	"regexp/syntax"
	"slices"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

// Caption is what an error is called: "429 Too Many Requests", and behind it its
// domain, unless the title begins with that.
func Caption(e *catalog.Error) string {
	caption := e.Title
	if len(e.Statuses) > 0 {
		caption = Statuses(e) + " " + caption
	}
	if e.Domain != "" && !strings.HasPrefix(ident.Kebab(e.Title)+"-", ident.Kebab(e.Domain)+"-") {
		caption += " (" + e.Domain + ")"
	}
	return caption
}

// Statuses lists an error's statuses: "503, 529".
func Statuses(e *catalog.Error) string {
	if len(e.Statuses) == 0 {
		return "any"
	}
	shown := make([]string, len(e.Statuses))
	for i, s := range e.Statuses {
		shown[i] = status(s)
	}
	return strings.Join(shown, ", ")
}

func status(s catalog.StatusRange) string {
	if s == catalog.AllStatuses() {
		return "any"
	}
	return s.String()
}

// Codes says which wire codes an error has: "SLOW, or any that matches SLOW_.*".
func Codes(e *catalog.Error) Phrase {
	shown := join(codes(e.Codes), ", ", ", ")
	if e.Pattern == "" {
		return shown
	}
	shown = slices.Concat(shown, say(", or any that matches ", e.Pattern))
	for _, group := range groups(e.Pattern) {
		if unit, isDelay := catalog.DelayGroup(group); isDelay {
			shown = append(shown, say("; ", group, " is the time to wait, "+inUnit(unit))...)
		}
	}
	return shown
}

// groups lists the names of a pattern's groups.
func groups(pattern string) []string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil // the pattern of a checked catalog is one
	}
	return re.CapNames()
}

// When says what a response has to be like, beside status and code, for the error
// to be told: "when the header X-Remaining is 0"; nil if that is nothing.
func When(e *catalog.Error) Phrase {
	if e.When == nil {
		return nil
	}
	return append(say("when "), Condition(e.When)...)
}

// Message is what the server says, with {params} in it: the title, if it has no
// words of its own.
func Message(e *catalog.Error) string { return cmp.Or(e.Message, e.Title) }

// Aliases lists the names that an error had.
func Aliases(e *catalog.Error) Phrase { return join(codes(e.Aliases), ", ", ", ") }

// Gone says what a retired error had: "E8, E9 (Gone)".
func Gone(r *catalog.Retired) Phrase {
	if len(r.Codes) == 0 {
		return say("", r.Name)
	}
	shown := join(codes(r.Codes), ", ", ", ")
	if r.Domain != "" {
		shown = append(shown, say(" in the domain ", r.Domain)...)
	}
	if r.Name != "" {
		shown = append(shown, say(" (", r.Name, ")")...)
	}
	return shown
}

// URL is an error's page where that is another than the reference itself, which
// api.docs_url is about; else "".
func URL(c *catalog.Catalog, e *catalog.Error) string {
	docs, _, _ := strings.Cut(c.API.DocsURL, "{")
	if docs != "" && strings.HasPrefix(e.URL, docs) {
		return ""
	}
	return e.URL
}
