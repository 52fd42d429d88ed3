// Command gofmt formats a folder's Go files with go/format and writes them to
// another, and does nothing else: what any generator that ends in go/format pays for
// that alone.
package main

import (
	"fmt"
	"go/format"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: gofmt TO FROM")
		os.Exit(2)
	}
	files, err := filepath.Glob(filepath.Join(os.Args[2], "*.go"))
	if err != nil || len(files) == 0 {
		fmt.Fprintln(os.Stderr, "gofmt: there are no Go files in", os.Args[2])
		os.Exit(2)
	}
	for _, file := range files {
		if err := rewrite(file, os.Args[1]); err != nil {
			fmt.Fprintln(os.Stderr, "gofmt:", err)
			os.Exit(2)
		}
	}
}

func rewrite(file, dir string) error {
	src, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	formatted, err := format.Source(src)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, filepath.Base(file)), formatted, 0o644)
}
