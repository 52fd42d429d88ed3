package main

// The command version.

import (
	"fmt"
	"runtime/debug"
	"strings"
)

func versionCommand() *command {
	return &command{
		name:    "version",
		summary: "print errgen's version, revision and Go version",
		flags:   newFlags("version"),
		run: func(c *console, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("version takes no arguments, not %q", args[0])
			}
			info, ok := debug.ReadBuildInfo()
			if !ok {
				return fmt.Errorf("this errgen was built without module support and knows no version")
			}
			c.print(versionLine(info))
			return nil
		},
	}
}

// versionLine is such as "errgen v1.2.0 (revision 1a2b3c, modified) go1.24.0":
// the module's version, and what version control said when it was built.
func versionLine(info *debug.BuildInfo) string {
	var build []string
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			build = append(build, "revision "+s.Value)
		case s.Key == "vcs.time":
			build = append(build, s.Value)
		case s.Key == "vcs.modified" && s.Value == "true":
			build = append(build, "modified")
		}
	}
	line := "errgen " + info.Main.Version
	if len(build) > 0 {
		line += " (" + strings.Join(build, ", ") + ")"
	}
	return line + " " + info.GoVersion + "\n"
}
