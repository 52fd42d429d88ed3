package match

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/errgen/errgen/gen/catalog"
)

// A reader looks into a response.
type reader struct {
	Response
	root json.RawMessage // the body; nil if it is not one JSON value
}

func newReader(r Response) *reader {
	read := &reader{Response: r}
	body := bytes.TrimPrefix(r.Body, []byte("\uFEFF"))
	if json.Unmarshal(body, &read.root) != nil {
		read.root = nil
	}
	return read
}

// Whether a number counts as a text.
const (
	stringsOnly = false
	numbersToo  = true
)

// texts lists what stands at locators: of a header all its values, of the body
// a string's text, or a number as it is written.
func (r *reader) texts(locators []catalog.Locator, numbers bool) []string {
	var texts []string
	for _, l := range locators {
		texts = append(texts, r.textsAt(l, numbers)...)
	}
	return texts
}

func (r *reader) textsAt(l catalog.Locator, numbers bool) []string {
	if l.Header != "" {
		return r.Header.Values(l.Header)
	}
	raw := at(r.root, l.Pointer)
	switch kind := kindOf(raw); {
	case kind == catalog.String:
		return []string{textOf(raw)}
	case kind == catalog.Number && numbers:
		return []string{string(raw)}
	}
	return nil
}

// codes are the wire codes in the order in which they are tried. "about:blank"
// is none (RFC 9457 §4.2.1).
func (r *reader) codes(locators []catalog.Locator) []string {
	return slices.DeleteFunc(r.texts(locators, numbersToo), func(value string) bool {
		return value == "" || value == "about:blank"
	})
}

// details are the first that are neither null nor "", as they stand in the body.
func (r *reader) details(locators []catalog.Locator) json.RawMessage {
	for _, l := range locators {
		if l.Header != "" {
			continue
		}
		if raw := at(r.root, l.Pointer); raw != nil && string(raw) != "null" && string(raw) != `""` {
			return raw
		}
	}
	return nil
}

// at follows a JSON pointer (RFC 6901 §4); nil if it leads nowhere.
func at(value json.RawMessage, p catalog.Pointer) json.RawMessage {
	for _, token := range p {
		switch kindOf(value) {
		case catalog.Object:
			value = member(value, token)
		case catalog.Array:
			value = element(value, token)
		default:
			return nil
		}
	}
	return value
}

// member is a member of an object; of several with one name the last counts.
func member(object json.RawMessage, name string) json.RawMessage {
	var members map[string]json.RawMessage
	if json.Unmarshal(object, &members) != nil {
		return nil
	}
	return members[name]
}

// element is an element of an array; its index has no leading zeros.
func element(array json.RawMessage, token string) json.RawMessage {
	var elements []json.RawMessage
	i, err := strconv.Atoi(token)
	if err != nil || strconv.Itoa(i) != token || json.Unmarshal(array, &elements) != nil || i < 0 || i >= len(elements) {
		return nil
	}
	return elements[i]
}

// kindOf tells a value's kind from its first byte; Null is also no value.
func kindOf(value json.RawMessage) catalog.Kind {
	if len(value) == 0 {
		return catalog.Null
	}
	switch value[0] {
	case '{':
		return catalog.Object
	case '[':
		return catalog.Array
	case '"':
		return catalog.String
	case 't', 'f':
		return catalog.Bool
	case 'n':
		return catalog.Null
	}
	return catalog.Number
}

func textOf(raw json.RawMessage) string {
	var text string
	_ = json.Unmarshal(raw, &text) // it is a string that has been parsed before
	return text
}
