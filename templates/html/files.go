package html

// File names for the pages of a split reference.

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"github.com/errgen/errgen/gen/lazy"
)

// fileNames gives the pages of a split reference names that every file system
// takes: none is a device's on Windows or longer than 255 bytes, and no two are
// equal where case is ignored. The names taken are its keys, folded.
type fileNames map[string]bool

// devices are the names that Windows keeps for itself, whatever their extension.
var devices = lazy.Regexp(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// longestName leaves room for a suffix and the extension.
const longestName = 200

// forAnchor is the name of the page for an anchor, which it is part of where it
// can be. An anchor has no underscore, so that what is put behind one makes the
// name another than that of any anchor.
func (taken fileNames) forAnchor(anchor string) string {
	name := anchor
	switch {
	case devices().MatchString(name):
		name += "_"
	case len(name) > longestName:
		name = cut(name, longestName) + "_" + digest(anchor)
	case taken[fold(name)]:
		name += "_" + digest(anchor)
	}
	taken[fold(name)] = true
	return name + ".html"
}

// fold is equal for names that are one where case is ignored.
func fold(name string) string { return strings.ToLower(strings.ToUpper(name)) }

// cut is the first bytes of a text, less a character that would be cut in two.
func cut(text string, length int) string {
	for !utf8.RuneStart(text[length]) {
		length--
	}
	return text[:length]
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}
