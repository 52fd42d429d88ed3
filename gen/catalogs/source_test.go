// The catalogs of real APIs, as they are given: files of JSON in a folder
// beside the checkout.

package catalogs_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// A source is one of the catalogs.
type source struct {
	BodyExample json.RawMessage `json:"body_example"`
	Errors      []given
}

// A given is an entry of a source. What that lacks is null there, and empty here.
type given struct {
	Status   *int
	Statuses []int
	Domain   string
	Code     code
	Name     string // a CamelCase of the code

	Class       string
	Retryable   *bool
	Message     string
	Description string
	Fix         string
	Meta        struct {
		Pattern   string
		RetryNote string `json:"retry_note"`
	}
}

// A code is a text, or a number as it is written.
type code string

func (c *code) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, (*string)(c))
	}
	if string(data) != "null" {
		*c = code(data)
	}
	return nil
}

// A fixture is a response, and what it means.
type fixture struct {
	Catalog string
	Source  string // where it was found
	Status  int    // 0 where the source does not say
	Headers map[string]string
	Body    json.RawMessage
	Expect  struct {
		Code, Message string
		RequestID     string `json:"request_id"`
	}
}

// folder is where the catalogs are. The test is skipped if they are not there.
func folder(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("ERRGEN_CATALOGS")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "catalogs") // beside the checkout
	}
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no catalogs of real APIs in %s; ERRGEN_CATALOGS names another folder", dir)
	}
	return dir
}

// readJSON reads a file of the folder.
func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	if err := json.Unmarshal(readFile(t, path), into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
