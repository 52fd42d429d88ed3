package main

// The help: an overview, and a command's own.

import (
	"fmt"
	"strings"
)

const overviewTop = `errgen turns an API's error catalog, errors.yaml, into a Go error package and
the reference of its errors.

Usage:
  errgen COMMAND [flags]

Commands:
`

const overviewBottom = `
"errgen help COMMAND" shows a command's flags, with examples.

Exit codes: 0 clean; 1 the answer is no, such as stale files; 2 the job could
not be done, such as a bad flag or a spec with mistakes.
`

// helpWidth is how many columns help takes: those of a plain terminal.
const helpWidth = 80

func helpCommand() *command {
	return &command{
		name:    "help",
		args:    "[COMMAND]",
		summary: "show what errgen does, or how a command is used",
		flags:   newFlags("help"),
		run:     runHelp,
	}
}

func runHelp(c *console, args []string) error {
	switch len(args) {
	case 0:
		c.print(overview())
		return nil
	case 1:
		cmd, err := findCommand(args[0])
		if err != nil {
			return err
		}
		c.print(cmd.help())
		return nil
	}
	return fmt.Errorf("help takes one command, not %d", len(args))
}

// overview is the help on errgen as a whole.
func overview() string {
	var b strings.Builder
	b.WriteString(overviewTop)
	for _, cmd := range commands() {
		fmt.Fprintf(&b, "  %-10s %s\n", cmd.name, cmd.summary)
	}
	b.WriteString(overviewBottom)
	return b.String()
}

// help is the help on one command.
func (cmd *command) help() string {
	var b strings.Builder
	fmt.Fprintf(&b, "errgen %s: %s\n\nUsage:\n  errgen %s", cmd.name, cmd.summary, cmd.name)
	if cmd.args != "" {
		b.WriteString(" " + cmd.args)
	}
	if cmd.flags.HasFlags() {
		b.WriteString(" [flags]\n\nFlags:\n" + cmd.flags.FlagUsagesWrapped(helpWidth))
	} else {
		b.WriteString("\n")
	}
	b.WriteString(cmd.about)
	return b.String()
}
