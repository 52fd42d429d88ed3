// Package errgen is the module of the errgen command: what an API's errors
// mean, said once in errors.yaml, turned into a Go error package, a client that
// acts on each error, and the error reference. The command is cmd/errgen; the
// library behind it starts at gen.
package errgen

import _ "embed"

// Example is errors.yaml, the catalog of the example API.
//
//go:embed errors.yaml
var Example []byte
