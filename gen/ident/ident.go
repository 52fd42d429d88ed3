// Package ident makes names: it splits what a spec calls things into words, and
// joins words in the casing that an output needs. It knows spelling alone, and
// no catalog.
package ident

import (
	"go/doc"
	"go/token"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Exported is s as an exported Go identifier, with initialisms as Go writes
// them: "order_not_found" is OrderNotFound, "api_error" is APIError. What no
// identifier can hold is left out. A word that stands in capitals among others
// that don't keeps them ("SIM not found" is SIMNotFound), and a first letter
// that has no upper case gets an X before it.
//
// The result is "" if s has neither letter nor digit, and no identifier if its
// first character is a digit: the caller has to say so.
func Exported(s string) string { return standard.Exported(s) }

// Exported is s as an exported Go identifier. A word whose own casing begins
// with a lower-case letter begins with a capital there.
func (sp *Spelling) Exported(s string) string {
	words := sp.capitalized(s)
	for i, w := range words {
		words[i] = upperFirst(w)
	}
	name := strings.Join(words, "")
	first, _ := utf8.DecodeRuneInString(name)
	if name == "" || unicode.IsUpper(first) || unicode.IsDigit(first) {
		return name
	}
	return "X" + name
}

// Unexported is s as an identifier that begins with a lower-case letter, as far
// as it begins with a letter: "sim_id" is simID, "HTTPStatus" is httpStatus.
func (sp *Spelling) Unexported(s string) string {
	words := sp.capitalized(s)
	for i, w := range words {
		if i == 0 {
			words[i] = strings.ToLower(w)
		} else {
			words[i] = upperFirst(w)
		}
	}
	return strings.Join(words, "")
}

// Title is s as a heading: "OrderNotFound" is "Order Not Found".
func (sp *Spelling) Title(s string) string { return strings.Join(sp.capitalized(s), " ") }

// Sentence is s as words of a sentence that it begins: "ask_for_another_card" is
// "Ask for another card".
func (sp *Spelling) Sentence(s string) string {
	words := sp.capitalized(s)
	for i, w := range words {
		lower := strings.ToLower(w)
		if _, special := sp.initialism(w); i > 0 && !special && w == upperFirst(lower) {
			words[i] = lower
		}
	}
	return strings.Join(words, " ")
}

// Kebab is s as an anchor or a file name: "TooManyRequests" is
// "too-many-requests".
func Kebab(s string) string { return strings.ToLower(strings.Join(Words(s), "-")) }

// Suffixed is name with a suffix, which is not doubled: Suffixed("APIError",
// "Error") is APIError.
func Suffixed(name, suffix string) string {
	if strings.HasSuffix(name, suffix) {
		return name
	}
	return name + suffix
}

// IsExported reports whether s is an exported Go identifier.
func IsExported(s string) bool { return token.IsIdentifier(s) && token.IsExported(s) }

// IsPackage reports whether s can stand in a package clause of Go.
func IsPackage(s string) bool { return token.IsIdentifier(s) && s != "_" }

// Keyword reports whether s is a keyword of Go.
func Keyword(s string) bool { return token.IsKeyword(s) }

// Predeclared reports whether s is one of Go's predeclared identifiers, such as
// error, string or len.
func Predeclared(s string) bool { return doc.IsPredeclared(s) }

// capitalized is the words of s, each as it stands in an identifier or heading.
func (sp *Spelling) capitalized(s string) []string {
	words := sp.Words(s)
	shouted := !strings.ContainsFunc(s, unicode.IsLower)
	for i, w := range words {
		words[i] = sp.capitalize(w, shouted)
	}
	return words
}

// capitalize is a word with its first letter in upper case, or as an
// initialism. In a shouted text capitals mean nothing; elsewhere a word all in
// capitals keeps them.
func (sp *Spelling) capitalize(word string, shouted bool) string {
	if special, ok := sp.initialism(word); ok {
		return special
	}
	if !shouted && !strings.ContainsFunc(word, unicode.IsLower) {
		return word
	}
	return upperFirst(strings.ToLower(word))
}

func upperFirst(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}
