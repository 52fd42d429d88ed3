package golang

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// uses is a test within a generated package, beside those in testdata: it calls
// what has its name from the catalog.
func uses(pkg string, c *catalog.Catalog, h Helpers) []byte {
	var b strings.Builder
	b.WriteString("package " + pkg + usesHead)
	section := func(function string, line func(*catalog.Error) string) {
		b.WriteString("\nfunc " + function + "(t *testing.T) {\n")
		for i := range c.Errors {
			b.WriteString(line(&c.Errors[i]))
		}
		b.WriteString("}\n")
	}
	section("TestConstructors", useOfConstructors)
	section("TestAliases", useOfAliases)
	if h == AllHelpers {
		section("TestHelpers", useOfHelpers)
	}
	if slices.ContainsFunc(c.Errors, func(e catalog.Error) bool { return e.Severity != "" }) {
		section("TestSeverity", func(e *catalog.Error) string {
			return fmt.Sprintf("\tif Err%s.Severity() != %q {\n\t\tt.Error(%[1]q)\n\t}\n", e.Name, e.Severity)
		})
	}
	return []byte(b.String())
}

const usesHead = `

import (
	"errors"
	"testing"
	"time"
)

var at = time.Date(2024, 5, 1, 9, 30, 0, 999, time.FixedZone("", 2*60*60))

func checkMade(t *testing.T, made *Error, code Code, message string) {
	t.Helper()
	if made.Code != code || made.Message != message || made.Status != code.Status() || !errors.Is(made, code) {
		t.Errorf("made %#v, want %q", made, message)
	}
}

func checkAlias(t *testing.T, name string, alias, code Code) {
	t.Helper()
	var read Code
	if err := read.UnmarshalText([]byte(name)); err != nil || read != code || alias != code || code.Name() == name {
		t.Errorf("%q is read as %v (%v), want %v", name, read, err, code)
	}
}

func checkHelpers(t *testing.T, code Code, is func(error) bool, as func(error) (*Error, bool)) {
	t.Helper()
	e := New(code, "")
	if got, ok := as(errors.Join(errors.New("no"), e)); !is(e) || !ok || got != e || is(errors.New("no")) || is(code%lastCode + 1) != (lastCode == 1) {
		t.Errorf("the helpers of %s are wrong", code.Name())
	}
}
`

// The values that constructors are called with, and what stands for them.
var (
	paramValues = [...]string{
		catalog.StringParam: strconv.Quote(oddText), catalog.IntParam: "-7", catalog.BoolParam: "true",
		catalog.DurationParam: "90 * time.Second", catalog.TimeParam: "at",
	}
	paramTexts = [...]string{
		catalog.StringParam: oddText, catalog.IntParam: "-7", catalog.BoolParam: "true",
		catalog.DurationParam: "1m30s", catalog.TimeParam: "2024-05-01T09:30:00+02:00",
	}
)

const oddText = "{n} {id}%d\n\"`\x00\u202e"

func useOfConstructors(e *catalog.Error) string {
	if len(e.Params) == 0 {
		return ""
	}
	var values, stands []string
	for _, p := range e.Params {
		values = append(values, paramValues[p.Type])
		stands = append(stands, "{"+p.Name+"}", paramTexts[p.Type])
	}
	message := strings.NewReplacer(stands...).Replace(e.Message)
	use := ""
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		use += fmt.Sprintf("\tcheckMade(t, New%s(%s), Err%s, %q)\n", name, strings.Join(values, ", "), e.Name, message)
	}
	return use
}

func useOfAliases(e *catalog.Error) string {
	use := ""
	for _, alias := range e.Aliases {
		use += fmt.Sprintf("\tcheckAlias(t, %q, Err%[1]s, Err%s)\n", alias, e.Name)
	}
	return use
}

func useOfHelpers(e *catalog.Error) string {
	use := ""
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		use += fmt.Sprintf("\tcheckHelpers(t, Err%s, Is%s, As%[2]s)\n", e.Name, name)
	}
	return use
}
