// Command gofmt formats Go files with go/format and writes them to a folder,
// and does nothing else: what any generator that ends in go/format pays for
// that alone.
package main

import (
	"fmt"
	"go/format"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: gofmt DIR FILE...")
		os.Exit(2)
	}
	for _, file := range os.Args[2:] {
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
