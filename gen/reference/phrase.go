package reference

// Words with code among them, which each output marks up in its own way.

import (
	"strconv"
	"strings"
)

// A Phrase is a text of the reference's own, in which some pieces are code:
// what stands like that on the wire. A back end marks them up, or String does
// without.
type Phrase []Piece

// A Piece is a part of a Phrase.
type Piece struct {
	Text string
	Code bool
}

func (p Phrase) String() string {
	var b strings.Builder
	for _, piece := range p {
		b.WriteString(piece.Text)
	}
	return b.String()
}

// say is a phrase of texts and codes in turn, beginning with a text.
func say(pieces ...string) Phrase {
	var p Phrase
	for i, text := range pieces {
		if text != "" {
			p = append(p, Piece{text, i%2 == 1})
		}
	}
	return p
}

// join puts phrases together with sep between them, and before the last one last.
func join(phrases []Phrase, sep, last string) Phrase {
	var joined Phrase
	for i, p := range phrases {
		switch {
		case i == 0:
		case i == len(phrases)-1:
			joined = append(joined, Piece{Text: last})
		default:
			joined = append(joined, Piece{Text: sep})
		}
		joined = append(joined, p...)
	}
	return joined
}

// codes are texts as code.
func codes(texts []string) []Phrase {
	shown := make([]Phrase, len(texts))
	for i, t := range texts {
		shown[i] = say("", t)
	}
	return shown
}

// quoted is a text as code, in quotes where a blank would not show.
func quoted(text string) Phrase {
	if text == "" || strings.Trim(text, " ") != text {
		text = strconv.Quote(text)
	}
	return say("", text)
}
