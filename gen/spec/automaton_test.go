package spec

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// newPatterns are patterns that share an effort.
func newPatterns(t *testing.T, texts ...string) []*pattern {
	t.Helper()
	e := newEffort()
	patterns := make([]*pattern, len(texts))
	for i, text := range texts {
		p, err := newPattern(text, e)
		if err != nil {
			t.Fatal(err)
		}
		patterns[i] = p
	}
	return patterns
}

// within reports whether all that a pattern matches is found to be matched by
// another.
func within(t *testing.T, a, b string) bool {
	t.Helper()
	p := newPatterns(t, a, b)
	_, found, certain := p[0].beyond(p[1])
	return !found && certain
}

func TestWithin(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{`a`, `a|b`, true}, {`a|b`, `a`, false}, {`b\d`, `b\d+`, true}, {`b\d+`, `b\d`, false},
		{`[!-~]+`, `.*`, true}, {`[!-~]+`, `\S+`, true}, {`[!-~]+`, `\w+`, false}, {`[!-~]+`, `..+`, false},
		{`e_7`, `(?i)E_\d`, true}, {`E_7`, `e_\d`, false}, {`ſ`, `(?i)s`, true},
		{`(?:aa)*`, `a*`, true}, {`a*`, `(?:aa)*`, false}, {`(?:a|b)*abb`, `[ab]*bb`, true},
		{`\bab\b`, `ab`, true}, {`a\bb`, `x`, true}, {`a^b`, ``, true}, {`^ab$`, `ab`, true}, {`ab`, `^ab$`, true},
		{`(?m)a$\n^b`, `a\nb`, true}, {`a.b`, `a[^\n]b`, true}, {`(?s)a.b`, `a.b`, false},
		{`\p{Greek}+`, `\p{L}+`, false}, {`[α-ω]+`, `\p{L}+`, true}, {`x{3,5}`, `x{2,}`, true},
	} {
		if got := within(t, tt.a, tt.b); got != tt.want {
			t.Errorf("%s is within %s: %t", tt.a, tt.b, got)
		}
	}
}

// Patterns whose states multiply are given up on, soon, and taken to differ.
func TestWithinGivesUp(t *testing.T) {
	pattern := `(?:a|b)*a(?:a|b){18}`
	if within(t, pattern, pattern+"|c") {
		t.Error("it was not given up on")
	}
}

// What is found differs as package regexp says, and where nothing is found no
// short text does.
func TestWithinAgrees(t *testing.T) {
	const seed = 4
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, seed))
	texts := allTexts("aB\n", 5)
	for range 400 {
		p, q := randomPattern(rng, 4), randomPattern(rng, 4)
		rp, rq := regexp.MustCompile(`\A(?:`+p+`)\z`), regexp.MustCompile(`\A(?:`+q+`)\z`)
		if text, found, _ := newPatterns(t, p)[0].beyond(newPatterns(t, q)[0]); found {
			if !rp.MatchString(text) || rq.MatchString(text) {
				t.Errorf("%q is said to be matched by %s and not by %s", text, p, q)
			}
			continue
		}
		for _, text := range texts {
			if rp.MatchString(text) && !rq.MatchString(text) {
				t.Errorf("%q is matched by %s and not by %s", text, p, q)
				break
			}
		}
	}
}

// allTexts are the texts of some letters, up to a length.
func allTexts(letters string, length int) []string {
	texts := []string{""}
	for from := 0; length > 0; length-- {
		last := len(texts)
		for _, text := range texts[from:last] {
			for _, letter := range letters {
				texts = append(texts, text+string(letter))
			}
		}
		from = last
	}
	return texts
}

func randomPattern(rng *rand.Rand, depth int) string {
	atoms := []string{"a", "B", "b", "[aB]", "[^a]", ".", `\b`, "^", "$", `\n`, `\w`, "(?i:b)", "(?s:.)", "(?m:^)", "(?m:$)", ""}
	if depth == 0 {
		return atoms[rng.IntN(len(atoms))]
	}
	one, two := randomPattern(rng, depth-1), randomPattern(rng, depth-1)
	switch rng.IntN(5) {
	case 0:
		return "(?:" + one + "|" + two + ")"
	case 1:
		return "(?:" + one + ")" + strings.Split("* + ? {0,2}", " ")[rng.IntN(4)]
	case 2:
		return one
	}
	return one + two
}
