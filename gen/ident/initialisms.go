package ident

import "strings"

// initialisms are the words that Go writes in one case throughout, as listed by
// staticcheck's ST1003, and names that have a casing of their own.
var initialisms = spellings(`
	ACL AMQP API ASCII CPU CSS DB DNS EOF GID GUID HTML HTTP HTTPS ID IP JSON
	QPS RAM RPC RTP SIP SLA SMTP SQL SSH TCP TLS TS TTL UDP UI UID URI URL
	UTF8 UUID VM XML XMPP XSRF XSS
	GraphQL IPv4 IPv6 OAuth`)

// mixed are the initialisms in which the rules of Words would see several words.
var mixed = []string{"GraphQL", "IPv4", "IPv6", "OAuth"}

// spellings maps each word, in lower case, to its spelling.
func spellings(list string) map[string]string {
	m := make(map[string]string)
	for _, w := range strings.Fields(list) {
		m[strings.ToLower(w)] = w
	}
	return m
}

// initialism is the spelling of a word that is one, that is the plural of one
// ("ids" is IDs), or that only adds a number to one ("http2" is HTTP2).
func initialism(word string) (string, bool) {
	lower := strings.ToLower(word)
	if special, ok := initialisms[lower]; ok {
		return special, true
	}
	stem := strings.TrimRight(lower, "0123456789")
	suffix := lower[len(stem):]
	if suffix == "" && strings.HasSuffix(lower, "s") {
		stem, suffix = lower[:len(lower)-1], "s"
	}
	special, ok := initialisms[stem]
	return special + suffix, ok && suffix != ""
}

// splitInitialisms splits a run of capitals that consists of initialisms, such
// as APIID; nil if it doesn't.
func splitInitialisms(run string) []string {
	if _, ok := initialisms[strings.ToLower(run)]; ok {
		return []string{run}
	}
	for i := len(run) - 1; i > 0; i-- {
		if _, ok := initialisms[strings.ToLower(run[:i])]; !ok {
			continue
		}
		if rest := splitInitialisms(run[i:]); rest != nil {
			return append([]string{run[:i]}, rest...)
		}
	}
	return nil
}
