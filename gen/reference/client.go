package reference

// What callers of the generated Go package write.

import (
	"cmp"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

// GoClient is how a caller uses the generated Go client.
func GoClient(c *catalog.Catalog) string {
	return strings.ReplaceAll(goClient, "PACKAGE", goPackage(c))
}

func goPackage(c *catalog.Catalog) string { return cmp.Or(c.API.Package, "api") }

const goClient = `client := &PACKAGE.Client{Tokens: PACKAGE.StaticToken(token)}

resp, err := client.Do(req)
if e, ok := PACKAGE.AsError(err); ok {
	log.Printf("%v, retryable: %t", e, e.Retryable())
}
if err != nil {
	return err
}
defer resp.Body.Close()`

// GoHandling is how a caller meets an error: by its helper, if the package has one
// for each error. The comment says how far the generated client has come by then.
func GoHandling(c *catalog.Catalog, e *catalog.Error, helpers bool) string {
	found := "PACKAGE." + ident.AsPrefix + "NAME(err); ok"
	if !helpers {
		found = "PACKAGE.AsError(err); ok && e.Code == PACKAGE." + ident.CodePrefix + "NAME"
	}
	so := [...]string{
		catalog.Never:   "Trying again would fail again.",
		catalog.Refresh: "The client has renewed the credentials and tried once more.",
		catalog.Resolve: "Client.Resolve can adjust the request for a retry.",
		catalog.Wait:    "The client has waited as asked, and retried.",
		catalog.Backoff: "The client has retried with backoff: see e.Attempts.",
	}[c.Actions[e.Action].Mode]
	return strings.NewReplacer("PACKAGE", goPackage(c), "NAME", e.Name).Replace("if e, ok := "+found+" {\n") +
		"\t// " + so + "\n" +
		"\treturn fmt.Errorf(\"the call failed: %w\", e)\n" +
		"}"
}
