package markdown

// Text from a catalog means nothing to Markdown: an asterisk in it is an
// asterisk. This file is the only place where text becomes Markdown. It puts a
// backslash before punctuation that would mean something where it stands and
// leaves all other alone, so that the page's source reads well too. Beside
// CommonMark it minds what its renderers add: GitHub's tables, strikethrough,
// math and bare links, mdBook's {{#include}} and heading attributes, Liquid.
//
// White space is collapsed and a text is always one line of the page, so that
// nothing in it can begin a block but at its start.

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/errgen/errgen/gen/lazy"
)

// MD is Markdown. In the views every text from the catalog has this type.
type MD string

// inline shows a text within a line. Web and mail addresses in it are links, on
// GitHub as in mdBook, which does not link bare ones.
func inline(text string) MD { return escape(text, linkOrText) }

// paragraphs shows a text that may have several, parted by empty lines.
func paragraphs(text string) []MD {
	if isPlain(text) {
		return []MD{MD(text)}
	}
	var shown []MD
	for _, p := range emptyLine().Split(lineBreak().ReplaceAllString(text, "\n"), -1) {
		if p := inline(p); p != "" {
			shown = append(shown, p)
		}
	}
	return shown
}

var (
	lineBreak = lazy.Regexp(`\r\n?|\x{85}|\x{2028}|\x{2029}`)
	emptyLine = lazy.Regexp(`\n[ \t\n]*\n`)
)

// heading shows a text as the last thing in a heading, where mdBook would read
// attributes from {braces}.
func heading(text string) MD {
	shown := inline(text)
	if before, found := strings.CutSuffix(string(shown), "}"); found {
		return MD(before + "&#125;")
	}
	return shown
}

// cell makes Markdown fit for a table. The bar becomes a character reference,
// since renderers disagree about backslashes before it.
func cell(shown MD) MD { return MD(strings.ReplaceAll(string(shown), "|", "&#124;")) }

// code shows a text as a code span. One that a code span can't hold, or that
// would be rewritten in it, is shown as plain text instead.
func code(text string) MD {
	if isPlainWord(text) || isCodeSpan(text) && !strings.Contains(text, "{{") && !strings.Contains(text, "{%") {
		return MD("`" + text + "`")
	}
	return inline(text)
}

// isCodeSpan reports whether a text is words that a code span can hold, with single
// spaces between them.
func isCodeSpan(text string) bool {
	before := ' '
	for _, r := range text {
		switch {
		case r == ' ' && before != ' ':
		case r == '`', r == '|', unicode.In(r, unicode.C, unicode.Z):
			return false
		}
		before = r
	}
	return before != ' '
}

// fence shows a text as a code block in a language.
func fence(language, text string) MD {
	mark := "```"
	for strings.Contains(text, mark) {
		mark += "`"
	}
	return MD(mark + language + "\n" + text + "\n" + mark)
}

// link shows a link; where the address is none that a page may link to, both
// are shown as text.
func link(title, address string) MD {
	target, ok := linkTarget(address)
	switch {
	case address == "":
		return inline(title)
	case !ok:
		return inline(title + " (" + address + ")")
	}
	return "[" + escape(title, escapeWord) + "](" + MD(target) + ")"
}

// linkTarget is an address as Markdown's link destination. Only schemes that
// can't run code in the reader's browser are linked to.
func linkTarget(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || !slices.Contains([]string{"https", "http", "mailto", ""}, u.Scheme) {
		return "", false
	}
	return destination(address), true
}

// destination is an address as it can stand in a link's destination.
func destination(address string) string {
	if !strings.ContainsFunc(address, isForeign) {
		return address
	}
	var b strings.Builder
	for i, r := range address {
		_, size := utf8.DecodeRuneInString(address[i:])
		switch char := address[i : i+size]; {
		case r == '&':
			b.WriteString("&amp;")
		case isForeign(r):
			b.WriteString(url.PathEscape(char))
		default:
			b.WriteString(char)
		}
	}
	return b.String()
}

// isForeign reports what can't stand as it is in a link's destination.
func isForeign(r rune) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
		return false
	}
	return !strings.ContainsRune("-._~:/?#@!$'*+,;=%[]", r)
}

// Most texts are plain: they mean nothing to Markdown, and are shown as they
// stand. To find that out takes a fraction of what escaping them would.

// isPlain reports whether a text is prose of words with the commonest
// punctuation and single spaces. It may say no to such a text, but never yes to
// one that escape would change.
func isPlain(text string) bool {
	before := byte(' ') // as after the last character, where a space is too many too
	for i := range len(text) {
		c := text[i]
		switch {
		case c == ' ' && before != ' ', !needsCare(rune(c)):
		case c == '.' && 'a' <= before && before <= 'z' && before != 'w': // not in a list's number, nor in www.
		default:
			return false
		}
		before = c
	}
	return before != ' '
}

// isPlainWord reports whether a text is ASCII letters, digits and underscores.
func isPlainWord(text string) bool {
	for i := range len(text) {
		if c := rune(text[i]); c != '_' && (needsCare(c) || c == ',' || c == ';' || c == '\'') {
			return false
		}
	}
	return text != ""
}

// escape shows a text word by word.
func escape(text string, show func(string) string) MD {
	if isPlain(text) {
		return MD(text)
	}
	return escapeWords(text, show)
}

func escapeWords(text string, show func(string) string) MD {
	words := strings.FieldsFunc(text, isBlank)
	for i, word := range words {
		words[i] = show(word)
	}
	if len(words) > 0 {
		words[0] = escapeStart(words[0])
	}
	return MD(strings.Join(words, " "))
}

// isBlank reports spaces and line breaks. A no-break space is a character.
func isBlank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// linkOrText shows a word, as a link where it is an address, be it in
// parentheses or quotes or before punctuation.
func linkOrText(word string) string {
	if !strings.ContainsAny(word, "@/") { // the pattern takes its time
		return escapeWord(word)
	}
	m := address().FindStringSubmatch(word)
	if m == nil {
		return escapeWord(word)
	}
	return escapeWord(m[1]) + "<" + m[2] + ">" + escapeWord(m[3])
}

// address finds what CommonMark §6.4 (autolinks) takes in angle brackets, less
// the characters that renderers treat differently there.
var address = lazy.Regexp(`^([("']*)(` +
	`https?://[\w\-.~:/?#@!$&'()*+,=%]*[\w\-~/#&+=%]` +
	`|[\w.+-]+@` + domainLabel + `(?:\.` + domainLabel + `)+` +
	`)([)"'.,;:!?]*)$`)

const domainLabel = `[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?`

// escapeStart keeps the first word of a line, already escaped, from beginning a
// block: a quote, a list, a rule, an underlined heading, a table's second line;
// and a space that does not collapse from keeping emphasis before it from working.
func escapeStart(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsSpace(first):
		return fmt.Sprintf("&#%d;", first) + word[size:]
	case first == '>' || strings.Trim(word, `-+=:\`) == "" && first != '\\':
		return `\` + word
	case listNumber().MatchString(word):
		return word[:len(word)-1] + `\` + word[len(word)-1:]
	}
	return word
}

var listNumber = lazy.Regexp(`^[0-9]{1,9}[.)]$`)

// escapeWord shows a word as text. What would be unseen in the page's source is
// written as a character reference.
func escapeWord(word string) string {
	if !strings.ContainsFunc(word, needsCare) {
		return word
	}
	var b strings.Builder
	for i, r := range word {
		_, size := utf8.DecodeRuneInString(word[i:])
		switch {
		case isUnseen(r):
			fmt.Fprintf(&b, "&#%d;", r)
			continue
		case special(word[:i], r, word[i+size:]):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// needsCare reports all but ASCII letters, digits and the commonest punctuation.
func needsCare(r rune) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == ',', r == ';', r == '\'':
		return false
	}
	return true
}

// isUnseen reports control characters, those that change the direction of what
// follows, and the byte-order mark.
func isUnseen(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff'
}

// special reports whether r would mean something between what stands before
// and after it in its word.
func special(before string, r rune, after string) bool {
	switch r {
	case '*', '`', '[', ']', '~', '$':
		return true
	case '\\':
		return !startsWithLetter(after)
	case '_':
		return !endsInLetter(before) || !startsWithLetter(after)
	case '<':
		return after != ""
	case '&':
		return characterReference().MatchString(after)
	case '#':
		return before == ""
	case '-', '{': // a dash in mdBook; {{#include}} there, and Liquid
		return strings.HasSuffix(before, string(r))
	case '%':
		return strings.HasSuffix(before, "{")
	case ':':
		return strings.HasPrefix(after, "//")
	case '.':
		return len(before) >= 3 && strings.EqualFold(before[len(before)-3:], "www")
	}
	return false
}

// characterReference finds the rest of a character reference: &amp; or &#38;.
var characterReference = lazy.Regexp(`^(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isLetter(r)
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isLetter(r)
}

func isLetter(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
