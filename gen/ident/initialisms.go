package ident

// Words that have a casing of their own.

import (
	"strings"
	"unicode"
)

// initialisms are the words that Go writes in one case throughout, as listed by
// staticcheck's ST1003, and names that have a casing of their own.
const initialisms = `
	ACL AMQP API ASCII CPU CSS DB DNS EOF GID GUID HTML HTTP HTTPS ID IP JSON
	QPS RAM RPC RTP SIP SLA SMTP SQL SSH TCP TLS TS TTL UDP UI UID URI URL
	UTF8 UUID VM XML XMPP XSRF XSS
	GraphQL IPv4 IPv6 OAuth`

// A Spelling knows the words that have a casing of their own. Its methods are
// those of this package's functions that depend on them.
type Spelling struct {
	words map[string]string // the spelling of each, by the word in lower case
	mixed []string          // those in which the rules of Words would see several words
}

// standard is the spelling of every name whose spec does not add to it.
var standard = NewSpelling(nil)

// NewSpelling is the usual spelling, with further words that are always written
// as they are given: SIM, ICCID, eSIM.
func NewSpelling(further []string) *Spelling {
	sp := &Spelling{words: make(map[string]string)}
	for _, w := range append(strings.Fields(initialisms), further...) {
		sp.words[strings.ToLower(w)] = w
		if strings.ContainsFunc(w, unicode.IsLower) {
			sp.mixed = append(sp.mixed, w)
		}
	}
	return sp
}

// initialism is the spelling of a word that is one, that is the plural of one
// ("ids" is IDs), or that only adds a number to one ("http2" is HTTP2).
func (sp *Spelling) initialism(word string) (string, bool) {
	lower := strings.ToLower(word)
	if special, ok := sp.words[lower]; ok {
		return special, true
	}
	stem := strings.TrimRight(lower, "0123456789")
	suffix := lower[len(stem):]
	if suffix == "" && strings.HasSuffix(lower, "s") {
		stem, suffix = lower[:len(lower)-1], "s"
	}
	special, ok := sp.words[stem]
	return special + suffix, ok && suffix != ""
}

// splitInitialisms splits a run of capitals that consists of initialisms, such
// as APIID; nil if it doesn't.
func (sp *Spelling) splitInitialisms(run string) []string {
	if _, ok := sp.words[strings.ToLower(run)]; ok {
		return []string{run}
	}
	for i := len(run) - 1; i > 0; i-- {
		if _, ok := sp.words[strings.ToLower(run[:i])]; !ok {
			continue
		}
		if rest := sp.splitInitialisms(run[i:]); rest != nil {
			return append([]string{run[:i]}, rest...)
		}
	}
	return nil
}
