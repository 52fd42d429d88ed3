package jsondoc_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/gentest"
)

// Every document is what the schema says.
func TestSchema(t *testing.T) {
	schema := readSchema(t)
	cases := append(gentest.Cases(), gentest.Case{Name: "bodies that are lists", Catalog: listed})
	for _, c := range slices.Concat(cases, gentest.Features()) {
		t.Run(c.Name, func(t *testing.T) {
			var document any
			if err := json.Unmarshal(generate(t, c.Catalog()), &document); err != nil {
				t.Fatal(err)
			}
			for _, problem := range schema.check(document) {
				t.Error(problem)
			}
		})
	}
}

// listed is a catalog whose error bodies are lists.
func listed() *catalog.Catalog {
	c := gentest.Minimal()
	c.Response.Code = []catalog.Locator{{Pointer: catalog.Pointer{"0", "code"}}}
	c.Response.Message = []catalog.Locator{{Pointer: catalog.Pointer{"0", "message"}}}
	return c
}

func TestBodiesThatAreLists(t *testing.T) {
	var document struct {
		Errors []struct {
			Example struct{ Body []map[string]string }
		}
	}
	if err := json.Unmarshal(generate(t, listed()), &document); err != nil {
		t.Fatal(err)
	}
	for _, e := range document.Errors {
		if len(e.Example.Body) != 1 || e.Example.Body[0]["code"] == "" {
			t.Errorf("the body of an example is %v, want a list of one with a code", e.Example.Body)
		}
	}
}

// The schema lets nothing else through.
func TestSchemaRefuses(t *testing.T) {
	schema := readSchema(t)
	type object = map[string]any
	errorOf := func(d object) object { return d["errors"].([]any)[0].(object) }
	for what, spoil := range map[string]func(object){
		"an unknown version":              func(d object) { d["schema_version"] = 2.0 },
		"a member that is not documented": func(d object) { errorOf(d)["extra"] = true },
		"a member that is missing":        func(d object) { delete(errorOf(d), "when") },
		"an unknown mode":                 func(d object) { d["actions"].([]any)[0].(object)["mode"] = "later" },
		"a status out of range":           func(d object) { errorOf(d)["statuses"].([]any)[0].(object)["from"] = 99.0 },
		"a locator in two places":         func(d object) { d["response"].(object)["code"] = []any{object{"header": "X", "pointer": "/x"}} },
		"a locator nowhere":               func(d object) { d["response"].(object)["code"] = []any{object{"domain": "x"}} },
		"a delay without a unit":          func(d object) { d["response"].(object)["retry_after"] = []any{object{"header": "X"}} },
		"a condition that is a text":      func(d object) { errorOf(d)["when"] = "never" },
		"a test that asks for two things": func(d object) {
			d["response"].(object)["error_when"] = []any{conditionOf(object{"pointer": "/x", "exists": true, "pattern": "y"})}
		},
		"a test that asks for nothing":     func(d object) { d["response"].(object)["error_when"] = []any{conditionOf(object{"pointer": "/x"})} },
		"a retired error that is a text":   func(d object) { d["retired"] = []any{"E9"} },
		"a body that is a text":            func(d object) { errorOf(d)["example"].(object)["body"] = "x" },
		"a list where there should be one": func(d object) { errorOf(d)["title"] = []any{"Bad Request"} },
	} {
		var document object
		if err := json.Unmarshal(generate(t, gentest.Orders()), &document); err != nil {
			t.Fatal(err)
		}
		spoil(document)
		if schema.check(document) == nil {
			t.Errorf("%s is valid", what)
		}
	}
}

func conditionOf(body map[string]any) map[string]any {
	return map[string]any{"statuses": []any{}, "headers": []any{}, "body": []any{body}}
}

// Whatever the model gains, the document is to have it.
func TestEveryFieldIsWritten(t *testing.T) {
	known := map[string]string{ // what is behind a bar is not the document's
		"Catalog":     "API Response Classes Actions Policy Defaults Errors Retired",
		"API":         "Name Package Summary Support DocsURL Links",
		"Link":        "Title URL Description",
		"Response":    "MediaType Fields Constants Status Locators ErrorWhen Shapes",
		"Field":       "Name Type Description",
		"Locators":    "Code Domain Message RequestID Details RetryAfter ShouldRetry",
		"Locator":     "Header Pointer Where Key StripPrefix Before After Unit Domain",
		"Shape":       "When Locators",
		"Condition":   "Statuses Headers Body",
		"HeaderTest":  "Name Test",
		"BodyTest":    "Pointer Test",
		"Test":        "Any Not Pattern Exists",
		"StatusRange": "Lo Hi",
		"Class":       "Key Title | Name",
		"Action":      "Key Title Mode Methods | Name",
		"RetryPolicy": "MaxAttempts BaseDelay Factor MaxDelay Jitter MaxRetryAfter",
		"Default":     "Statuses Class Action",
		"Error": "Name Aliases Statuses Domain Codes Pattern When Title Class Qualifier Action Severity Deprecated Message Params " +
			"Description Causes Fix Section URL Example ExampleHeaders | Pos",
		"Param":   "Name Type Example | Ident",
		"Header":  "Name Value",
		"Retired": "Domain Codes Name Description",
		"Member":  "Name Value | Key",
		"Value":   "Kind Text Elements Members | Slot Prefix Numeric Asked",
	}
	for _, model := range structs(reflect.TypeFor[catalog.Catalog](), nil) {
		for i := range model.NumField() {
			if field := model.Field(i).Name; !slices.Contains(strings.Fields(known[model.Name()]), field) {
				t.Errorf("catalog.%s has a field %s, which the document and schema.json lack", model.Name(), field)
			}
		}
	}
}

// structs lists the types of the model that are a struct.
func structs(of reflect.Type, seen []reflect.Type) []reflect.Type {
	switch of.Kind() {
	case reflect.Slice, reflect.Pointer:
		return structs(of.Elem(), seen)
	case reflect.Struct:
		if slices.Contains(seen, of) || !strings.HasSuffix(of.PkgPath(), "/catalog") {
			return seen
		}
		seen = append(seen, of)
		for i := range of.NumField() {
			seen = structs(of.Field(i).Type, seen)
		}
	}
	return seen
}
