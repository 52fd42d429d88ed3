package jsondoc_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// A schema is a JSON Schema, with the keywords that schema.json uses.
type schema struct {
	keywords map[string]any
	defs     map[string]any
}

func readSchema(t *testing.T) *schema {
	t.Helper()
	src, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var s schema
	if err := json.Unmarshal(src, &s.keywords); err != nil {
		t.Fatal(err)
	}
	s.defs = s.keywords["$defs"].(map[string]any)
	return &s
}

// check tells what is wrong with a document.
func (s *schema) check(document any) []string { return s.value("document", s.keywords, document) }

// value tells what is wrong with a value at some place.
func (s *schema) value(at string, keywords map[string]any, value any) (problems []string) {
	for _, keyword := range slices.Sorted(maps.Keys(keywords)) {
		switch rule := keywords[keyword]; keyword {
		case "$schema", "$defs", "title", "description", "required", "additionalProperties":
		case "$ref":
			name := strings.TrimPrefix(rule.(string), "#/$defs/")
			problems = append(problems, s.value(at, s.defs[name].(map[string]any), value)...)
		case "anyOf", "oneOf":
			if n := s.fitting(rule.([]any), value); n != 1 {
				problems = append(problems, fmt.Sprintf("%s: %d of %v hold", at, n, rule))
			}
		case "items":
			elements, _ := value.([]any)
			for i, e := range elements {
				problems = append(problems, s.value(fmt.Sprintf("%s[%d]", at, i), rule.(map[string]any), e)...)
			}
		case "properties":
			members, _ := value.(map[string]any)
			problems = append(problems, s.members(at, keywords, members)...)
		default:
			if !holds(keyword, rule, value) {
				problems = append(problems, fmt.Sprintf("%s: %v is not as %s %v asks", at, value, keyword, rule))
			}
		}
	}
	return problems
}

// fitting counts the alternatives that a value is like. One with required
// members is about those alone.
func (s *schema) fitting(alternatives []any, value any) (n int) {
	for _, a := range alternatives {
		keywords := a.(map[string]any)
		required, ok := keywords["required"].([]any)
		if ok && lacks(required, value) == nil || !ok && s.value("", keywords, value) == nil {
			n++
		}
	}
	return n
}

// members tells what is wrong with an object's members.
func (s *schema) members(at string, keywords, members map[string]any) (problems []string) {
	documented := keywords["properties"].(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(members)) {
		rule, ok := documented[name].(map[string]any)
		if !ok {
			problems = append(problems, at+": "+name+" is not documented")
			continue
		}
		problems = append(problems, s.value(at+"."+name, rule, members[name])...)
	}
	required, _ := keywords["required"].([]any)
	for _, name := range lacks(required, members) {
		problems = append(problems, at+": "+name+" is missing")
	}
	if keywords["additionalProperties"] != false {
		problems = append(problems, at+": the schema lets unknown members through")
	}
	return problems
}

func lacks(required []any, value any) (missing []string) {
	members, _ := value.(map[string]any)
	for _, name := range required {
		if _, ok := members[name.(string)]; !ok {
			missing = append(missing, name.(string))
		}
	}
	return missing
}

// holds judges a keyword that needs nothing but the value.
func holds(keyword string, rule, value any) bool {
	limit, _ := rule.(float64)
	switch keyword {
	case "type":
		return isType(rule.(string), value)
	case "const":
		return value == rule
	case "enum":
		return slices.Contains(rule.([]any), value)
	case "pattern":
		text, ok := value.(string)
		return !ok || regexp.MustCompile(rule.(string)).MatchString(text)
	case "minimum", "minLength", "minItems", "minProperties":
		return number(value) >= limit
	case "maximum", "maxProperties":
		return number(value) <= limit
	}
	return false // the test does not know it
}

func isType(name string, value any) bool {
	switch x := value.(type) {
	case nil:
		return name == "null"
	case bool:
		return name == "boolean"
	case float64:
		return name == "number" || name == "integer" && x == float64(int(x))
	case string:
		return name == "string"
	case []any:
		return name == "array"
	}
	return name == "object"
}

// number is a number, or how long anything else is.
func number(value any) float64 {
	switch x := value.(type) {
	case float64:
		return x
	case string:
		return float64(utf8.RuneCountInString(x))
	case []any:
		return float64(len(x))
	case map[string]any:
		return float64(len(x))
	}
	return 0
}
