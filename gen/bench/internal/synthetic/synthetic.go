// Package synthetic makes catalogs of any size for measuring: string codes,
// and about 600 bytes of prose an error. The same size gives the same catalog.
package synthetic

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
)

// An Error is one of a catalog.
type Error struct {
	Status      int
	Code, Class string
	Message     string
	Description []string // lines
	Causes      []string
	Fix         string
}

// Name is the code as a Go identifier has it.
func (e *Error) Name() string {
	var name strings.Builder
	for _, word := range strings.Split(e.Code, "_") {
		name.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return name.String()
}

// kinds are the statuses of the errors, each with its class.
var kinds = []struct {
	status int
	class  string
}{
	{400, "client"}, {401, "auth"}, {403, "auth"}, {404, "client"}, {409, "conflict"},
	{422, "business_rule"}, {429, "transient"}, {500, "transient"}, {502, "transient"}, {503, "transient"},
}

// Errors makes a catalog of n errors; n is at most 100,000.
func Errors(n int) []Error {
	random := rand.New(rand.NewPCG(uint64(n), 0))
	several := func(size int) []string {
		return []string{sentence(random, size), sentence(random, size), sentence(random, size)}
	}
	errors := make([]Error, n)
	for i := range errors {
		kind := kinds[random.IntN(len(kinds))]
		errors[i] = Error{
			Status: kind.status, Code: code(i), Class: kind.class,
			Message:     sentence(random, 45),
			Description: several(75),
			Causes:      several(65),
			Fix:         sentence(random, 120),
		}
	}
	return errors
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
func sentence(random *rand.Rand, size int) string {
	var b strings.Builder
	b.WriteString("The")
	for b.Len() < size {
		b.WriteByte(' ')
		b.WriteString(prose[random.IntN(len(prose))])
	}
	b.WriteByte('.')
	return b.String()
}

// A File is one of a spec.
type File struct {
	Name string // relative, slash-separated
	Data []byte
}

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
`

// mostInFile is how many errors a file of a spec has; of more, each lot is in a
// file of its own, as people would have it.
const mostInFile = 10_000

// Spec is the catalog as errgen reads it: errors.yaml, then what it includes.
func Spec(errors []Error) []File {
	if len(errors) <= mostInFile {
		return []File{{"errors.yaml", specOf(head, errors)}}
	}
	files := []File{{"errors.yaml", []byte(head + "include: [errors/*.yaml]\n")}}
	for i := 0; i < len(errors); i += mostInFile {
		lot := errors[i:min(i+mostInFile, len(errors))]
		files = append(files, File{fmt.Sprintf("errors/%06d.yaml", i), specOf("", lot)})
	}
	return files
}

func specOf(head string, errors []Error) []byte {
	b := bytes.NewBufferString(head)
	b.WriteString("errors:\n")
	for i := range errors {
		e := &errors[i]
		fmt.Fprintf(b, "  - status: %d\n    code: %s\n    class: %s\n", e.Status, e.Code, e.Class)
		fmt.Fprintf(b, "    message: %s\n", e.Message)
		fmt.Fprintf(b, "    description: >-\n      %s\n", strings.Join(e.Description, "\n      "))
		fmt.Fprintf(b, "    causes:\n      - %s\n", strings.Join(e.Causes, "\n      - "))
		fmt.Fprintf(b, "    fix: %s\n", e.Fix)
	}
	return b.Bytes()
}
