package main

// From argv and streams to an exit code: finding the command, running it, and saying
// what went wrong.

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/pflag"

	"github.com/errgen/errgen/gen/ident"
)

// A console is all that a command sees of the machine, but for its disk.
type console struct {
	stdin  io.Reader
	stdout io.Writer // only what was asked for
	screen io.Writer // what stdout leads to, which may be a terminal
	stderr io.Writer // everything else
	getenv func(string) string
}

// say prints a line for people.
func (c *console) say(format string, args ...any) {
	lines := strings.Split(fmt.Sprintf(format, args...), "\n")
	for i, line := range lines {
		lines[i] = visible(line) // a path may hold anything
	}
	_, _ = fmt.Fprintf(c.stderr, "errgen: %s\n", strings.Join(lines, "\n")) // there is nowhere else to say that this failed
}

// print writes to standard output, whose errors show when run flushes it.
func (c *console) print(s string) { _, _ = io.WriteString(c.stdout, s) }

// A command is one of errgen's, with its flags bound to its options.
type command struct {
	name    string
	args    string // as in the usage line: "[SPEC]"
	summary string // one line
	about   string // what help shows below the flags
	flags   *pflag.FlagSet
	run     func(c *console, args []string) error
}

// commands lists the commands in the order that help shows. Each call makes
// them anew, with all flags unset.
func commands() []*command {
	return []*command{
		generateCommand(),
		explainCommand(),
		versionCommand(),
		helpCommand(),
	}
}

// The exit codes.
const (
	exitClean  = 0
	exitNo     = 1 // the answer is no
	exitFailed = 2 // the job could not be done
)

var (
	// errNo ends a command whose answer is no, once it has been given.
	errNo = errors.New("the answer is no")
	// errTold ends a command that has said itself why it could not be done.
	errTold = errors.New("told already")
)

// run is errgen without the process around it: argv and streams in, exit code
// out.
func run(args []string, c *console) int {
	stdout := bufio.NewWriter(c.stdout)
	buffered := *c
	buffered.stdout, buffered.screen = stdout, c.stdout
	err := dispatch(args, &buffered)
	if flushErr := stdout.Flush(); flushErr != nil {
		err = fmt.Errorf("cannot write to standard output: %w", flushErr)
	}
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errNo):
		return exitNo
	case !errors.Is(err, errTold):
		c.say("%v", err)
	}
	return exitFailed
}

func dispatch(args []string, c *console) error {
	if len(args) == 0 {
		_, _ = io.WriteString(c.stderr, overview())
		return errTold
	}
	name := args[0]
	switch name {
	case "-h", "--help":
		name = "help"
	case "--version":
		name = "version"
	}
	cmd, err := findCommand(name)
	if err != nil {
		return err
	}
	rest, err := cmd.parse(args[1:])
	switch {
	case errors.Is(err, pflag.ErrHelp):
		c.print(cmd.help())
		return nil
	case err != nil:
		return fmt.Errorf("%w; see \"errgen help %s\"", err, cmd.name)
	}
	return cmd.run(c, rest)
}

// findCommand finds a command by name, or suggests what to write.
func findCommand(name string) (*command, error) {
	var names []string
	for _, cmd := range commands() {
		if cmd.name == name {
			return cmd, nil
		}
		names = append(names, cmd.name)
	}
	switch {
	case strings.HasPrefix(name, "-"):
		return nil, fmt.Errorf("flag %s stands before the command; write it behind, as in \"errgen generate %s\"", name, name)
	case strings.HasSuffix(name, ".yaml"), strings.HasSuffix(name, ".yml"):
		return nil, fmt.Errorf("unknown command %q (did you mean \"errgen generate %s\"?)", name, name)
	}
	return nil, fmt.Errorf("unknown command %q%s; see \"errgen help\"", name, suggest(name, names))
}

// suggest is meant as a remark in the middle of an error text.
func suggest(word string, candidates []string) string {
	if question := meant(word, candidates); question != "" {
		return " (" + question + ")"
	}
	return ""
}

// meant asks whether the closest of the candidates was meant, if one is close.
func meant(word string, candidates []string) string {
	if closest, ok := ident.Closest(word, candidates); ok {
		return fmt.Sprintf("did you mean %q?", closest)
	}
	return ""
}
