package reference

// An example of the generated Go client.

import (
	"cmp"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// GoClient is how a caller uses the generated Go client.
func GoClient(c *catalog.Catalog) string {
	return strings.ReplaceAll(goClient, "PACKAGE", cmp.Or(c.API.Package, "api"))
}

const goClient = `client := &PACKAGE.Client{Tokens: PACKAGE.StaticToken(token)}

resp, err := client.Do(req)
if e, ok := PACKAGE.AsError(err); ok {
	log.Printf("%v, retryable: %t", e, e.Retryable())
}
if err != nil {
	return err
}
defer resp.Body.Close()`
