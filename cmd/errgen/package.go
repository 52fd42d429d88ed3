package main

// The name of the Go package, where no flag gives one.

import (
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/errgen/errgen/gen/ident"
)

// packageName is the name of the Go package: the one asked for, else that of
// the Go files which are in the folder already, else $GOPACKAGE if that is the
// folder which go generate runs in, else api.package, else the folder's.
func packageName(o *order) (string, error) {
	if name := o.options.goPackage; name != "" {
		return name, checkPackage(name, "--package")
	}
	if name, err := packageIn(o.path); name != "" || err != nil {
		return name, err
	}
	if name := strings.TrimSuffix(o.getenv("GOPACKAGE"), "_test"); name != "" && filepath.Clean(o.path) == "." {
		return name, checkPackage(name, "$GOPACKAGE")
	}
	if name := o.spec.Package; name != "" {
		return name, checkPackage(name, "api.package")
	}
	return packageFromFolder(o.path)
}

func checkPackage(name, from string) error {
	if !ident.IsPackage(name) {
		return fmt.Errorf("%s: %q can't be a Go package's name; write an identifier that is no keyword, such as %q",
			from, name, cmp.Or(toPackageName(name), "errs"))
	}
	return nil
}

// packageIn is the package clause of the Go files in a folder, "" if there are
// none. Tests, which may have a package of their own, and files that no build
// takes are left out.
func packageIn(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("cannot look for the Go package's name: %w", err)
	}
	var name, from string
	for _, entry := range entries {
		if !isPackageFile(dir, entry) {
			continue
		}
		clause := packageClause(filepath.Join(dir, entry.Name()))
		switch {
		case clause == "" || clause == name:
		case name == "":
			name, from = clause, entry.Name()
		default:
			return "", fmt.Errorf("folder %s has Go files of two packages, %s (%s) and %s (%s); choose one with --package",
				dir, name, from, clause, entry.Name())
		}
	}
	return name, nil
}

func isPackageFile(dir string, entry fs.DirEntry) bool {
	name := entry.Name()
	if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") ||
		strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") {
		return false
	}
	info, err := os.Stat(filepath.Join(dir, name)) // through links, as the go command does
	return err == nil && info.Mode().IsRegular()
}

// packageClause is the package that a file belongs to, "" if it says none, or
// is left out of every build, as scripts to be run by `go run` are.
func packageClause(path string) string {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil || slices.ContainsFunc(file.Comments, isIgnored) {
		return ""
	}
	return file.Name.Name
}

// isIgnored reports whether a comment has a build constraint that holds
// whatever the platform and tags, as long as nobody sets the tag ignore.
func isIgnored(comments *ast.CommentGroup) bool {
	return slices.ContainsFunc(comments.List, func(c *ast.Comment) bool {
		expr, err := constraint.Parse(c.Text)
		return err == nil && !expr.Eval(func(tag string) bool { return tag != "ignore" })
	})
}

// packageFromFolder makes a package's name of a folder's.
func packageFromFolder(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	name := toPackageName(filepath.Base(abs))
	if name == "" {
		return "", fmt.Errorf("folder %s gives no name for the Go package; add --package NAME, or api.package to the spec", dir)
	}
	return name, nil
}

// toPackageName is the letters and digits of s in lower case, from the first
// letter on; "" if that is no name.
func toPackageName(s string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
	name = strings.TrimLeftFunc(name, unicode.IsDigit)
	if !ident.IsPackage(name) {
		return ""
	}
	return name
}
