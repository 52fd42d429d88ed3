package main

import (
	"errors"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"errgen": main})
}

// The scripts run the real command: argv and streams in, exit code out.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		Condition: func(condition string) (bool, error) {
			return condition == "root" && os.Getuid() == 0, nil
		},
	})
}

// exits is `exits CODE command…`: exec, of a command that must fail with that
// exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE command…")
	}
	var failure *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); !errors.As(err, &failure) {
		ts.Fatalf("%v, want exit code %s", err, args[0])
	}
	if code := strconv.Itoa(failure.ExitCode()); code != args[0] {
		ts.Fatalf("exit code %s, want %s", code, args[0])
	}
}
