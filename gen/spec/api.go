package spec

// What a spec says of the API as a whole.

import (
	"fmt"
	"path"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

func (c *checker) api() {
	a := &c.doc.api
	c.cat.API = catalog.API{
		Name:    prose(a.name),
		Package: c.packageName(a),
		Summary: prose(a.summary),
		Support: prose(a.support),
		DocsURL: c.docsURL(a.docsURL),
	}
	if a.name.ok() && a.name.value == "" {
		c.reportText(a.name, "missing-value", "the API's name is empty", "write what people call it, such as Orders API")
	}
	for _, l := range a.links {
		c.cat.API.Links = append(c.cat.API.Links, catalog.Link{Title: prose(l.title), URL: c.url(l.url), Description: prose(l.description)})
	}
}

// packageName is api.package; else the name of the folder that the Go package
// is written to, so that the documents of a spec with outputs show the name that
// the package has; else what follows from api.name. Nothing does from 注文 API: the
// name is "" then, which is for those to tell who write a Go package.
func (c *checker) packageName(a *api) string {
	if a.pkg.given() {
		if a.pkg.ok() {
			if why := noPackage(a.pkg.value); why != "" {
				c.reportText(a.pkg, "package-name", fmt.Sprintf("%q can't be the name of a Go package: %s", a.pkg.value, why), packageHint(a.pkg.value))
			}
		}
		return a.pkg.value
	}
	if folder := c.goFolder(); noPackage(folder) == "" {
		return folder
	}
	if name := packageFrom(a.name.value); noPackage(name) == "" {
		return name
	}
	return ""
}

// packageHint is the advice for a name that no Go package can have.
func packageHint(name string) string {
	if meant := packageFrom(name); noPackage(meant) == "" {
		return "write " + meant
	}
	return "write lower-case letters and digits, such as orders"
}

// goFolder is the last part of the path outputs.go; "" if there is none.
func (c *checker) goFolder() string {
	for _, o := range c.doc.outputs {
		if o.key.value == "go" && o.value.ok() {
			return path.Base(o.value.value)
		}
	}
	return ""
}

// packageFrom is the package name that follows from an API's: its words in
// lower case without blanks, less a last word API. "Orders API" is orders, and
// "Acme Mail v2" is acmemailv2.
func packageFrom(name string) string {
	words := ident.Words(strings.ToLower(name))
	if last := len(words) - 1; last > 0 && words[last] == "api" {
		words = words[:last]
	}
	return strings.Join(words, "")
}

// noPackage says why a name can't be that of a Go package; "" if it can.
func noPackage(name string) string {
	switch {
	case name == "":
		return "it is empty"
	case name[0] < 'a' || 'z' < name[0], strings.ContainsFunc(name, notPackageLetter):
		return "it is not a lower-case letter followed by lower-case letters and digits"
	case ident.Keyword(name):
		return "it is a keyword of Go"
	case name == "main":
		return "a package main can't be imported"
	case ident.Predeclared(name):
		return "it would hide Go's own " + name
	}
	return ""
}

func notPackageLetter(r rune) bool {
	return r != '_' && (r < 'a' || 'z' < r) && (r < '0' || '9' < r)
}
