package reference

// What callers of the generated Go package write.

import (
	"cmp"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/ident"
)

// A GoPackage says what the generated Go package goes without, so that no page
// shows it. The zero GoPackage has all.
type GoPackage struct {
	NoHelpers bool // none for each error
	NoClient  bool
}

// Client is how a caller uses the generated client; "" if there is none.
func (p GoPackage) Client(c *catalog.Catalog) string {
	if p.NoClient {
		return ""
	}
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

// Handling is how a caller meets an error: by its helper, if there is one for each
// error. The comment says how far the client has come by then or, without one, what
// is left to do.
func (p GoPackage) Handling(c *catalog.Catalog, e *catalog.Error) string {
	found := "PACKAGE." + ident.AsPrefix + "NAME(err); ok"
	if p.NoHelpers {
		found = "PACKAGE.AsError(err); ok && e.Code == PACKAGE." + ident.CodePrefix + "NAME"
	}
	so := byClient
	if p.NoClient {
		so = byCaller
	}
	return strings.NewReplacer("PACKAGE", goPackage(c), "NAME", e.Name).Replace("if e, ok := "+found+" {\n") +
		"\t// " + so[c.Actions[e.Action].Mode] + "\n" +
		"\treturn fmt.Errorf(\"the call failed: %w\", e)\n" +
		"}"
}

// What is said of an error, by its action's mode: what the client has done, and what
// a caller without one does.
var (
	byClient = [...]string{
		catalog.Never:   "Trying again would fail again.",
		catalog.Refresh: "The client has renewed the credentials and tried once more.",
		catalog.Resolve: "Client.Resolve can adjust the request for a retry.",
		catalog.Wait:    "The client has waited as asked, and retried.",
		catalog.Backoff: "The client has retried with backoff: see e.Attempts.",
	}
	byCaller = [...]string{
		catalog.Never:   byClient[catalog.Never],
		catalog.Refresh: "Renew the credentials, then try once more.",
		catalog.Resolve: "Read the state anew, adjust the request, then try again.",
		catalog.Wait:    "Wait for e.RetryAfter, then try again.",
		catalog.Backoff: "Try again later, with longer and longer waits.",
	}
)
