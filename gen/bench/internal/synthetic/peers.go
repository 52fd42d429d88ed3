package synthetic

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// The same catalogs as peers read them. Their codes are of other kinds, and they
// have fewer texts for an error: what errgen is given as description, causes and
// fix is one text for them, so that all have the same prose to write.

func (e *Error) text() string {
	return strings.Join(append(append(append([]string(nil), e.Description...), e.Causes...), e.Fix), " ")
}

// Rescode is the YAML that rescodegen reads.
func Rescode(errors []Error) []byte {
	const grpcUnknown = 2
	var b bytes.Buffer
	for i := range errors {
		e := &errors[i]
		fmt.Fprintf(&b, "- code: %d\n  key: %s\n  message: %s\n  http: %d\n  grpc: %d\n  desc: %s\n",
			i+1, e.Name(), e.Message, e.Status, grpcUnknown, e.text())
	}
	return b.Bytes()
}

// Errorz is the JSON that errorz reads: its codes are two letters and four
// digits.
func Errorz(errors []Error) ([]byte, error) {
	type definition struct {
		Domain    string `json:"domain"`
		Code      string `json:"code"`
		Message   string `json:"msg"`
		Cause     string `json:"cause"`
		Severity  string `json:"severity"`
		Retryable bool   `json:"is_retryable"`
	}
	definitions := make(map[string]definition, len(errors))
	for i := range errors {
		e := &errors[i]
		code := fmt.Sprintf("%c%c%04d", 'A'+i/10_000/26, 'A'+i/10_000%26, i%10_000)
		definitions[code] = definition{"synthetic", code, e.Message, e.text(), "low", e.Class == "transient"}
	}
	return json.MarshalIndent(definitions, "", "  ")
}
