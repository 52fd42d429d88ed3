package ident

// Suggestions for words that are not known.

import "strings"

// maxSuggested bounds the length of words that Closest compares; longer ones
// are not slips of the hand.
const maxSuggested = 64

// Closest is the candidate that word was most likely meant to be: the first one
// of the least distance, counting letters that are added, dropped, replaced or
// swapped with their neighbour, and ignoring case. It is none if more than a
// third of the letters would have to change.
func Closest(word string, candidates []string) (string, bool) {
	if len(word) > maxSuggested {
		return "", false
	}
	w := []rune(strings.ToLower(word))
	best, found, least := "", false, len(w)+1
	for _, candidate := range candidates {
		c := []rune(strings.ToLower(candidate))
		limit := max(len(w), len(c)) / 3
		if len(c) > maxSuggested || max(len(w)-len(c), len(c)-len(w)) > limit {
			continue
		}
		if d := distance(w, c); d <= limit && d < least {
			best, found, least = candidate, true, d
		}
	}
	return best, found
}

// distance is the Damerau–Levenshtein distance of a and b, with each pair of
// letters swapped at most once (optimal string alignment).
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, change)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
