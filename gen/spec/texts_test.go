package spec

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestWithinTexts(t *testing.T) {
	for _, tt := range []struct {
		pattern, texts string
		want           bool
	}{
		{`a`, "a", true}, {`[ab]`, "a b", true}, {`[abc]`, "a b", false}, {`a|bc`, "a bc bd", true}, {`a?`, "a", false}, {`a*`, "a aa", false},
		{`a{1,3}`, "a aa aaa", true}, {`a{1,3}`, "a aaa", false}, {`(?i)s`, "s S ſ", true}, {`(?i)s`, "s S", false}, {`[α-γ]x`, "αx βx γx", true},
		{`\x{FFFD}`, "\uFFFD", false}, {`\bab\b`, "ab", true}, {`ab|a`, "ab", false},
	} {
		texts := strings.Fields(tt.texts)
		slices.Sort(texts)
		if got := newPatterns(t, tt.pattern)[0].withinTexts(texts); got != tt.want {
			t.Errorf("%s is within %s: %t", tt.pattern, tt.texts, got)
		}
	}
}

// What is within some texts matches none but those.
func TestWithinTextsAgrees(t *testing.T) {
	const seed = 5
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, seed))
	universe := allTexts("aB\n", 4)
	within := 0
	for range 400 {
		p := randomPattern(rng, 3)
		whole := regexp.MustCompile(`\A(?:` + p + `)\z`)
		var texts []string
		for _, text := range universe {
			if whole.MatchString(text) && rng.IntN(20) > 0 {
				texts = append(texts, text)
			}
		}
		slices.Sort(texts)
		if !newPatterns(t, p)[0].withinTexts(texts) {
			continue
		}
		within++
		for _, text := range universe {
			if whole.MatchString(text) && !slices.Contains(texts, text) {
				t.Errorf("%s is said to be within %q", p, texts)
			}
		}
	}
	if within < 20 {
		t.Errorf("only %d are within their texts", within)
	}
}

// Hundreds of texts that begin with each other, as one pattern, would be nested too
// deeply to be one.
func TestManyPrefixes(t *testing.T) {
	texts := make([]string, 1200)
	for i := range texts {
		texts[i] = strings.Repeat("a", i+1)
	}
	p := newPatterns(t, "a{1,1000}", "a+")
	if !p[0].withinTexts(texts) || p[1].withinTexts(texts) {
		t.Error("they are not told apart")
	}
}
