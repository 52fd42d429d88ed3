// Package synthetic makes catalogs of any size for measuring: string codes,
// and about 600 bytes of prose an error. The same size gives the same catalog.
package synthetic

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
)

// head is all of a spec but its errors.
const head = `version: 1
api: {name: Synthetic API, package: synthetic}
response: {code: /error/code, message: /error/message, request_id: /request_id}
classes:
  client: {title: Client error, action: fix_input}
  auth: {title: Auth error, action: refresh}
  conflict: {title: State conflict, action: resolve}
  business_rule: {title: Business rule violation, action: fix_input}
  transient: {title: Transient, action: backoff}
actions:
  fix_input: {title: Fix the input; do not retry, retry: never}
defaults: {4XX: {class: client}, 5XX: {class: transient}}
errors:
`

// kinds are the statuses of the errors, each with its class.
var kinds = []struct {
	status int
	class  string
}{
	{400, "client"}, {401, "auth"}, {403, "auth"}, {404, "client"}, {409, "conflict"},
	{422, "business_rule"}, {429, "transient"}, {500, "transient"}, {502, "transient"}, {503, "transient"},
}

// Spec is the text of a catalog of n errors; n is at most 100,000.
func Spec(n int) []byte {
	w := &writer{random: rand.New(rand.NewPCG(uint64(n), 0))}
	w.WriteString(head)
	for i := range n {
		w.entry(i)
	}
	return w.Bytes()
}

type writer struct {
	bytes.Buffer
	random *rand.Rand
}

// entry writes the i-th error.
func (w *writer) entry(i int) {
	kind := kinds[w.random.IntN(len(kinds))]
	fmt.Fprintf(w, "  - status: %d\n    code: %s\n    class: %s\n", kind.status, code(i), kind.class)
	fmt.Fprintf(w, "    message: %s\n", w.sentence(45))
	fmt.Fprintf(w, "    description: >-\n      %s\n      %s\n      %s\n", w.sentence(75), w.sentence(75), w.sentence(75))
	fmt.Fprintf(w, "    causes:\n      - %s\n      - %s\n      - %s\n", w.sentence(65), w.sentence(65), w.sentence(65))
	fmt.Fprintf(w, "    fix: %s\n", w.sentence(120))
}

// code is the wire code of the i-th error: another for each i below 125,000,
// since the stride has no factor in common with that.
func code(i int) string {
	const stride = 7919
	i = i * stride % (len(things) * len(parts) * len(states))
	thing, part, state := i%len(things), i/len(things)%len(parts), i/len(things)/len(parts)
	return things[thing] + "_" + parts[part] + "_" + states[state]
}

// sentence is one of about that many bytes.
func (w *writer) sentence(size int) string {
	var b strings.Builder
	b.WriteString("The")
	for b.Len() < size {
		b.WriteByte(' ')
		b.WriteString(prose[w.random.IntN(len(prose))])
	}
	b.WriteByte('.')
	return b.String()
}
