package spec

// The slips that most often break YAML, found in a line that a parser gave up on.

import (
	"regexp"
	"strings"

	"github.com/errgen/errgen/gen/lazy"
)

// A slip is a text in a line that YAML can't read without quotes.
type slip struct {
	start, end    int
	message, hint string
}

// findSlip finds the first text of a line that needs quotes and has none, as
// far as the line alone can tell.
func findSlip(line string) (slip, bool) {
	f := slipFinder{line: line}
	f.skipIndicators()
	for f.at < len(line) && f.found == nil && line[f.at] != '#' {
		f.step()
	}
	if f.found == nil {
		return slip{}, false
	}
	return *f.found, true
}

// A slipFinder walks through a line, token by token.
type slipFinder struct {
	line    string
	at      int
	open    []int // the offsets of the brackets that are open
	inValue bool  // a key and its colon came before
	found   *slip
}

// skipIndicators skips the indentation, and the dashes of list items.
func (f *slipFinder) skipIndicators() {
	f.skipBlanks()
	for strings.HasPrefix(f.line[f.at:], "- ") {
		f.at++
		f.skipBlanks()
	}
}

func (f *slipFinder) skipBlanks() {
	for f.at < len(f.line) && isBlank(f.line[f.at]) {
		f.at++
	}
}

var (
	blockHeader = lazy.Regexp(`^[|>][-+0-9]*[ \t]*(#.*)?$`)
	anchorToken = lazy.Regexp(`^&[0-9A-Za-z_-]+([ \t,\]}]|$)`)
	aliasToken  = lazy.Regexp(`^\*[0-9A-Za-z_-]+[ \t]*([,\]}:]|#.*|$)`)
)

// step goes past the token at f.at.
func (f *slipFinder) step() {
	start, rest := f.at, f.line[f.at:]
	switch c := rest[0]; c {
	case '[', '{':
		f.open = append(f.open, start)
		f.inValue = false
		f.at++
	case ']', '}':
		f.closeBracket()
	case ',':
		f.comma()
	case ':':
		f.at++
		f.inValue = true
	case '"', '\'':
		f.quoted()
	case '%', '@', '`', '!':
		f.badStart()
	case '|', '>':
		f.unless(blockHeader())
	case '&':
		f.unless(anchorToken())
	case '*':
		f.unless(aliasToken())
	default:
		f.plain()
	}
	f.skipBlanks()
}

// comma goes past a comma, which separates only in brackets.
func (f *slipFinder) comma() {
	if len(f.open) == 0 {
		f.badStart()
		return
	}
	f.at++
	f.inValue = false
}

// badStart notes a text that begins with what has a meaning in YAML.
func (f *slipFinder) badStart() {
	f.needsQuotes(f.at, "a text can't begin with "+f.line[f.at:f.at+1]+" unless it is quoted")
}

// closeBracket goes past a closing bracket, after which no text may follow.
func (f *slipFinder) closeBracket() {
	f.at++
	if len(f.open) == 0 {
		return
	}
	start := f.open[len(f.open)-1]
	f.open = f.open[:len(f.open)-1]
	f.endsToken(start)
}

// quoted goes past a quoted text.
func (f *slipFinder) quoted() {
	start := f.at
	n := quotedLen(f.line[start:])
	f.at += n
	if n < 2 || f.line[f.at-1] != f.line[start] {
		f.needsQuotes(start, "the text begins with "+f.line[start:start+1]+", which is never closed")
		f.found.hint = "close it; a text that begins with a quotation mark itself is put into the other ones"
		return
	}
	f.endsToken(start)
}

// endsToken finds text after what began at start and is closed.
func (f *slipFinder) endsToken(start int) {
	rest := strings.TrimLeft(f.line[f.at:], " \t")
	if rest == "" || strings.ContainsRune(",:]}#", rune(rest[0])) {
		return
	}
	f.needsQuotes(start, "nothing may follow the closing "+f.line[f.at-1:f.at])
}

// unless goes past a token of the given form; anything else is a text.
func (f *slipFinder) unless(form *regexp.Regexp) {
	token := form.FindString(f.line[f.at:])
	if token == "" {
		f.badStart()
		return
	}
	f.at += len(strings.TrimRight(token, ",]}: \t"))
}

// plain goes past a text without quotes. In a value it may hold no ": ", and in
// brackets a comment after it hides what closes them.
func (f *slipFinder) plain() {
	start := f.at
	f.at += f.plainLen()
	switch rest := f.line[f.at:]; {
	case f.inValue && strings.HasPrefix(rest, ":"):
		f.needsQuotes(start, `a text can't hold ": " unless it is quoted`)
		if meant, ok := meantHeader(f.line[start:f.found.end]); ok {
			f.found.hint = "write " + meant
		}
	case len(f.open) > 0 && commentLike(" "+rest) != "":
		end := start + len(strings.TrimRight(f.line[start:], " \t,]}"))
		f.found = &slip{start, end, "the text ends before the #, which begins a comment", quoteHint(f.line[start:end])}
	}
}

// plainLen is how far a text without quotes goes.
func (f *slipFinder) plainLen() int {
	rest := f.line[f.at:]
	for i := 1; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == ':' && (i+1 == len(rest) || isBlank(rest[i+1])),
			c == '#' && isBlank(rest[i-1]),
			len(f.open) > 0 && strings.IndexByte(",[]{}", c) >= 0:
			return i
		}
	}
	return len(rest)
}

// needsQuotes notes the slip: a text from start to where its value ends.
func (f *slipFinder) needsQuotes(start int, message string) {
	end := start + f.valueLen(start)
	f.found = &slip{start, end, message, quoteHint(f.line[start:end])}
	f.at = len(f.line)
}

// valueLen is the length of the value at start: to the comma or bracket that
// ends it where brackets are open, else to the end of the line.
func (f *slipFinder) valueLen(start int) int {
	text := f.line[start:]
	if i := strings.Index(text, " #"); i > 0 {
		text = text[:i]
	}
	if len(f.open) > 0 {
		from := strings.IndexAny(text, "]}") // of brackets that the text itself begins with
		if text[0] != '[' && text[0] != '{' || from < 0 {
			from = 0
		}
		if i := strings.IndexAny(text[min(from+1, len(text)):], ",]}"); i >= 0 {
			text = text[:from+1+i]
		}
	}
	return len(strings.TrimRight(text, " \t"))
}
