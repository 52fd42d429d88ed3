package diag

// Printing diagnostics for people.

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxPrinted is how many diagnostics are worth reading in one run.
const maxPrinted = 100

// Print writes the diagnostics in the order of the list, each with its line of
// the spec and carets under the place:
//
//	errors.yaml:42:12: error: class "transiant" is not declared (unknown-class)
//	   42 |     class: transiant
//	      |            ^^^^^^^^^
//	      = did you mean "transient"?
//
// After 100 of them it says how many there are more. Nothing that the spec
// holds can reach the terminal as a control sequence. Errors of w are dropped.
func (l List) Print(w io.Writer, color bool) {
	p := printer{style: plain}
	if color {
		p.style = colored
	}
	for i := range l[:min(len(l), maxPrinted)] {
		p.diagnostic(&l[i])
	}
	if more := len(l) - maxPrinted; more > 0 {
		fmt.Fprintf(&p.out, "… and %d more\n", more)
	}
	_, _ = w.Write(p.out.Bytes())
}

// A style is the escape sequences around each part of what is printed.
type style struct {
	severity [3]string // by Severity
	strong   string
	faint    string
	reset    string
}

var (
	plain   style
	colored = style{
		severity: [...]string{Error: "\x1b[1;31m", Warning: "\x1b[1;33m", Info: "\x1b[1;36m"},
		strong:   "\x1b[1m",
		faint:    "\x1b[2m",
		reset:    "\x1b[0m",
	}
)

type printer struct {
	out   bytes.Buffer
	style style
}

func (p *printer) diagnostic(d *Diagnostic) {
	accent := p.style.severity[d.Severity]
	p.heading(d.Pos, accent, d.Severity.String(), d.Message+" ("+d.Rule+")")
	p.excerpt(d.Place, accent)
	if advice := d.Advice(); advice != "" {
		p.gutter("", "=")
		p.out.WriteString(" " + visible(advice) + "\n")
	}
	for _, r := range d.Related {
		p.heading(r.Pos, p.style.strong, "note", r.Message)
		p.excerpt(r.Place, p.style.strong)
	}
}

func (p *printer) heading(pos Pos, accent, kind, message string) {
	if at := pos.String(); at != "" {
		p.out.WriteString(p.style.strong + visible(at) + ":" + p.style.reset + " ")
	}
	fmt.Fprintf(&p.out, "%s%s:%s %s\n", accent, kind, p.style.reset, visible(message))
}

// excerpt prints the line of a place, and carets under it.
func (p *printer) excerpt(at Place, accent string) {
	if at.Pos.Line == 0 {
		return
	}
	e := excerptOf(at)
	p.gutter(strconv.Itoa(at.Pos.Line), "|")
	p.out.WriteString(" " + e.text + "\n")
	p.gutter("", "|")
	fmt.Fprintf(&p.out, " %s%s%s%s\n", strings.Repeat(" ", e.indent), accent, strings.Repeat("^", e.carets), p.style.reset)
}

// gutter prints what stands left of an excerpt.
func (p *printer) gutter(number, mark string) {
	fmt.Fprintf(&p.out, "%s%5s %s%s", p.style.faint, number, mark, p.style.reset)
}
