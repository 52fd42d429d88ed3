package main

// The command explain: which error a word means, or a response is.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/errgen/errgen"
	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
	"github.com/errgen/errgen/gen/match"
)

const aboutExplain = `
The error may be named by its wire code, its name, an alias, its title or its
status; of a range such as 5XX all are listed. Where codes have domains, sms/17
is the code 17 of the domain sms. SPEC is errors.yaml unless it is named; where
there is none, the catalog of the example API is explained.

"-" reads a response from standard input: its body, or all that "curl -i"
prints. Which error that is follows from the catalog, as in generated packages.
Without a known status, the one that the body repeats is used.

Examples:
  errgen explain 429
  errgen explain order_not_found api/errors.yaml
  errgen explain sms/17
  curl -si https://api.example.com/v1/things | errgen explain -
  errgen explain - --status 429 --header 'Retry-After: 47' <body.json

Exit codes: 0 explained; 1 there is no such error; 2 it could not be done.
`

// explainOptions are the flags of errgen explain.
type explainOptions struct {
	flags   *pflag.FlagSet
	status  string // as it was given
	headers []string
	color   colorChoice
}

func explainCommand() *command {
	flags := newFlags("explain")
	o := &explainOptions{flags: flags}
	flags.StringVar(&o.status, "status", "", "HTTP `STATUS` of the response on standard input")
	flags.StringArrayVar(&o.headers, "header", nil, "`NAME: VALUE`, a header of that response; may be given several times")
	addColor(flags, &o.color)
	return &command{
		name:    "explain",
		args:    "CODE|NAME|STATUS|- [SPEC]",
		summary: "tell about an error, or which one a response is",
		about:   aboutExplain,
		flags:   flags,
		run:     o.run,
	}
}

const stdinResponse = "-"

func (o *explainOptions) run(c *console, args []string) error {
	if err := o.checkArgs(args); err != nil {
		return err
	}
	word, specPath := args[0], ""
	if len(args) > 1 {
		specPath = args[1]
	}
	cat, err := o.catalog(c, specPath)
	if err != nil {
		return err
	}
	a := &answer{screen: c.newScreen(o.color), catalog: cat}
	defer a.flush(c.stdout)
	if word == stdinResponse {
		return o.response(c, a)
	}
	return o.word(c, a, word)
}

func (o *explainOptions) checkArgs(args []string) error {
	switch {
	case len(args) == 0:
		return errors.New(`explain needs a code, a name or a status, as in "errgen explain 429"; "-" reads a response`)
	case len(args) > 2:
		return fmt.Errorf("explain takes one error and one SPEC, not %d texts: %s; put what has spaces into quotes",
			len(args), strings.Join(args, " "))
	case len(args) == 2 && args[0] == stdinResponse && args[1] == stdinSpec:
		return errors.New("standard input is one thing at a time; name the spec's file")
	case args[0] != stdinResponse && (o.flags.Changed("status") || o.flags.Changed("header")):
		return errors.New(`--status and --header are of a response on standard input; write "errgen explain - --status 429"`)
	case o.flags.Changed("status") && o.givenStatus() == 0:
		return fmt.Errorf("--status: %q is no HTTP status; write one from %d to %d", o.status, catalog.MinStatus, catalog.MaxStatus)
	}
	return nil
}

// givenStatus is the status that --status gives; 0 if that is none.
func (o *explainOptions) givenStatus() int {
	status, ok := match.ParseStatus(o.status)
	if !ok || !status.Exact() {
		return 0
	}
	return status.Lo
}

// catalog is that of the spec, or the example's where there is no spec at all.
func (o *explainOptions) catalog(c *console, path string) (*catalog.Catalog, error) {
	if path == "" {
		path = defaultSpec
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			c.say("there is no %s here, so this is about the example API; name a spec, as in \"errgen explain 429 api/errors.yaml\"", path)
			doc, _, err := parseSpec(defaultSpec, ".", strings.NewReader(string(errgen.Example)))
			if err != nil {
				return nil, err
			}
			return doc.Catalog, nil
		}
	}
	doc, found, err := c.readSpec(path, "errgen explain 429 api/errors.yaml")
	if err != nil {
		return nil, err
	}
	return doc.Catalog, c.tell(found, o.color)
}

// word explains the error that a word names.
func (o *explainOptions) word(c *console, a *answer, word string) error {
	errs, gone := match.Named(a.catalog, word), match.Retired(a.catalog, word)
	if len(errs) == 1 {
		a.byWord(errs[0], word)
	}
	if len(errs) > 0 {
		a.oneOf(fmt.Sprintf("%q", word), errs)
	}
	a.retired(gone)
	if len(errs)+len(gone) > 0 {
		return nil
	}
	if status, ok := match.ParseStatus(word); ok && status.Exact() {
		a.unlisted(status.Lo)
	}
	c.say("the catalog of the %s has no error %q%s", visible(a.catalog.API.Name), word, alternatives(a.catalog, word))
	return errNo
}

// byWord says why a word names an error, where that does not show.
func (a *answer) byWord(e *catalog.Error, word string) {
	if alias := match.Alias(e, word); alias != "" {
		a.remark("%s is an alias of %s.", alias, e.Name)
	}
	if wait, ok := match.WaitIn(e, word, time.Now()); ok { //nolint:forbidigo // which a time in the code is after
		a.remark("%q says to wait for %s.", word, wait)
	}
}

// mostAlternatives bounds how many names are suggested.
const mostAlternatives = 5

// alternatives suggests the closest name of an error, else those that the word is
// a part of.
func alternatives(c *catalog.Catalog, word string) string {
	names := match.Names(c)
	if suggestion := suggest(word, names); suggestion != "" {
		return suggestion
	}
	part := ident.Kebab(word)
	var within []string
	for _, name := range names {
		if part != "" && strings.Contains(ident.Kebab(name), part) && len(within) < mostAlternatives {
			within = append(within, fmt.Sprintf("%q", name))
		}
	}
	if within == nil {
		return ""
	}
	return "; there is " + strings.Join(within, ", ")
}
