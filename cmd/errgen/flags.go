package main

// Reading flags, and saying what is wrong with them.

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/spf13/pflag"
)

// newFlags is a set of flags that prints nothing by itself, and is shown in
// the order in which the flags are added.
func newFlags(name string) *pflag.FlagSet {
	flags := pflag.NewFlagSet(name, pflag.ContinueOnError)
	flags.SortFlags = false
	flags.Usage = func() {}
	return flags
}

// parse sets the command's flags, wherever they stand, and returns the other
// arguments.
func (cmd *command) parse(args []string) ([]string, error) {
	err := cmd.flags.Parse(args)
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		return nil, cmd.unknownFlag(unknown)
	}
	return cmd.flags.Args(), err
}

// unknownFlag suggests a flag; -go counts as a slip for --go.
func (cmd *command) unknownFlag(err *pflag.NotExistError) error {
	written, name := "--"+err.GetSpecifiedName(), err.GetSpecifiedName()
	if letters := err.GetSpecifiedShortnames(); letters != "" {
		written, name = "-"+letters, letters
		if cmd.name == "explain" && '0' <= letters[0] && letters[0] <= '9' {
			return fmt.Errorf("unknown flag %s; if that is a code, write -- before it", written)
		}
	}
	var flags []string
	cmd.flags.VisitAll(func(f *pflag.Flag) { flags = append(flags, "--"+f.Name) })
	return fmt.Errorf("unknown flag %s%s", written, suggest("--"+name, flags))
}

// checkPath refuses as a flag's path what can only be a slip: nothing, as from
// a variable that is not set, another flag, and what no list of paths, such as
// a depfile, can hold.
func checkPath(flag, path string) error {
	switch {
	case path == "":
		return fmt.Errorf("flag --%s needs a path, not an empty text", flag)
	case strings.ContainsFunc(path, unicode.IsControl):
		return fmt.Errorf("flag --%s needs a path without control characters, not %q", flag, path)
	case strings.HasPrefix(path, "-"):
		return fmt.Errorf("flag --%s needs a path; if %s is one, write ./%s", flag, path, path)
	}
	return nil
}

// A colorChoice is the value of --color.
type colorChoice string

var colorChoices = []string{"auto", "always", "never"}

// addColor adds --color.
func addColor(flags *pflag.FlagSet, choice *colorChoice) {
	*choice = "auto"
	flags.Var(choice, "color", "color what is printed: auto (on a terminal, unless NO_COLOR is set), always or never")
}

// Set, String and Type make *colorChoice a flag's value.
func (c *colorChoice) Set(s string) error {
	for _, choice := range colorChoices {
		if s == choice {
			*c = colorChoice(s)
			return nil
		}
	}
	return fmt.Errorf("write one of %s%s", strings.Join(colorChoices, ", "), suggest(s, colorChoices))
}

func (c *colorChoice) String() string { return string(*c) }

// Type names the value in help.
func (c *colorChoice) Type() string { return "WHEN" }
