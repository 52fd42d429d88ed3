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
	var rows distanceRows
	best, found, least := "", false, len(w)+1
	for _, candidate := range candidates {
		c := []rune(strings.ToLower(candidate))
		limit := min(max(len(w), len(c))/3, least-1)
		if len(c) > maxSuggested || max(len(w)-len(c), len(c)-len(w)) > limit {
			continue
		}
		if d := rows.distance(w, c, limit); d <= limit {
			best, found, least = candidate, true, d
		}
	}
	return best, found
}

// distanceRows are three rows of the table of distances between the beginnings of
// two words.
type distanceRows [3][maxSuggested + 1]int

// distance is the Damerau–Levenshtein distance of a and b, with each pair of
// letters swapped at most once (optimal string alignment), or some number above
// the limit if it is.
func (d *distanceRows) distance(a, b []rune, limit int) int {
	before, last, row := d[0][:], d[1][:], d[2][:]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		least := row[0]
		for j := range b {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, change)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > limit+1 { // with one more, since a swap goes back to the row before
			return least
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
