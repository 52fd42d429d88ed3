package ident

// Splitting a text into words, whatever its casing.

import (
	"slices"
	"unicode"
)

// Words splits s into its words, their letters as they are in s. A word ends
// where something other than a letter or a digit stands, and where camel case
// says so: orderNotFound, HTTPStatus, http2Error. Digits belong to the word
// before them, or after them if a lower-case letter follows or all is in
// capitals: oauth2, 2fa, 3DS. Combining marks and apostrophes are left out,
// since no identifier can hold them and no word ends at them.
func Words(s string) []string { return standard.Words(s) }

// Words splits s into its words.
func (sp *Spelling) Words(s string) []string {
	words := make([]string, 0, 4)
	letters := []rune(s)
	for len(letters) > 0 {
		n := slices.IndexFunc(letters, isSeparator)
		if n < 0 {
			n = len(letters)
		}
		words = sp.appendWords(words, slices.DeleteFunc(letters[:n:n], isUnspellable))
		letters = letters[min(n+1, len(letters)):]
	}
	return words
}

// appendWords appends the words of a run of letters and digits.
func (sp *Spelling) appendWords(words []string, run []rune) []string {
	for len(run) > 0 {
		n := sp.wordEnd(run)
		words = sp.appendWord(words, run[:n])
		run = run[n:]
	}
	return words
}

func isSeparator(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !isUnspellable(r)
}

// isUnspellable reports whether r may stand inside a word, but in no identifier.
func isUnspellable(r rune) bool { return r == '\'' || r == '’' || unicode.IsMark(r) }

// appendWord appends a word, or the initialisms that it is a row of.
func (sp *Spelling) appendWord(words []string, word []rune) []string {
	if len(word) <= maxRun && allUpper(word) {
		if parts := sp.splitInitialisms(string(word)); parts != nil {
			return append(words, parts...)
		}
	}
	return append(words, string(word))
}

// maxRun bounds the search for initialisms in a row.
const maxRun = 24

func allUpper(word []rune) bool {
	for _, r := range word {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return true
}

// wordEnd is the length of the first word of s, which has letters and digits
// only and is not empty.
func (sp *Spelling) wordEnd(s []rune) int {
	if n := sp.mixedLen(s); n > 0 {
		return n + digits(s[n:])
	}
	for i := 1; i < len(s); i++ {
		if startsWord(s, i) {
			return i
		}
	}
	return len(s)
}

// mixedLen is the length of the word of mixed casing that s begins with, or 0.
func (sp *Spelling) mixedLen(s []rune) int {
	for _, w := range sp.mixed {
		n := len(w)
		if s[0] == rune(w[0]) && len(s) >= n && string(s[:n]) == w && (len(s) == n || !unicode.IsLower(s[n])) {
			return n
		}
	}
	return 0
}

// digits counts the digits that s begins with.
func digits(s []rune) int {
	for i, r := range s {
		if !unicode.IsDigit(r) {
			return i
		}
	}
	return len(s)
}

// startsWord reports whether camel case starts a word at s[i], i > 0.
func startsWord(s []rune, i int) bool {
	if !unicode.IsUpper(s[i]) {
		return false
	}
	lowerNext := i+1 < len(s) && unicode.IsLower(s[i+1]) && !isPlural(s, i+1)
	switch before := s[i-1]; {
	case unicode.IsUpper(before):
		return lowerNext // HTTP|Status
	case unicode.IsDigit(before):
		return i > 1 && lowerNext || lowerBefore(s[:i]) // http2|Error, but 3DS
	}
	return true // order|Not
}

// lowerBefore reports whether the last letter of s is in lower case.
func lowerBefore(s []rune) bool {
	for i := len(s) - 1; i >= 0; i-- {
		if !unicode.IsDigit(s[i]) {
			return unicode.IsLower(s[i])
		}
	}
	return false
}

// isPlural reports whether s[i] is the s that ends the plural of an initialism:
// IDs, userIDsFound.
func isPlural(s []rune, i int) bool {
	return s[i] == 's' && i > 1 && unicode.IsUpper(s[i-2]) && (i+1 == len(s) || !unicode.IsLower(s[i+1]))
}
