// What the words of each catalog mean to errgen, by hand: with the heads in
// testdata/heads, where codes, messages and request ids are.

package catalogs_test

import (
	"cmp"
	"html"
	"regexp"
	"slices"
	"strings"
	"time"
)

// A mapping says how a catalog is converted.
type mapping struct {
	catalog string
	rules   []rule
	example example  // what the catalog's body_example is
	cannot  []string // what errgen can't express of the API
}

// An example is the name of an error, and the delay that its body asks for.
type example struct {
	name  string
	delay time.Duration
}

// A rule changes an entry on its way into the spec.
type rule func(*entry)

const binary = "the protocol is binary and has no HTTP: Decode reads the same in JSON, CodeFor and New serve the rest"

var mappings = []mapping{
	{
		catalog: "anthropic", example: example{name: "NotFoundError"},
		rules: []rule{
			named("Overloaded", "Overloaded"), // 529 has no phrase in HTTP
			named("InternalServer", "InternalServer"),
			otherwise("InternalServer", "5XX"),
		},
	},
	{catalog: "aws_lambda", rules: []rule{withoutMarkup}},
	{catalog: "camara", example: example{name: "InvalidArgument"}},
	{
		catalog: "connect", example: example{name: "NotFound"},
		cannot: []string{"a response without a code is that of a code by its status: an error is found by its code or by the status, not by either; `defaults` give class and action"},
	},
	{
		catalog: "digitalocean", example: example{name: "BadRequest"},
		rules:  []rule{leaveOut("any other response: it has neither status nor code, and is what `defaults` are for", func(e *entry) bool { return e.Status == nil })},
		cannot: []string{"the reset of the rate limit is that of the oldest request: a client waits no shorter than it must, but may wait longer"},
	},
	{
		catalog: "fhir_issue_type", example: example{name: "NotFound"},
		cannot: []string{"codes form a tree, of which a response names one: an unknown code does not lead to the one above it"},
	},
	{catalog: "google_error_reason", example: example{name: "ServiceDisabled", delay: 3500 * time.Millisecond}, rules: []rule{inDomain}},
	{catalog: "google_rpc_code", example: example{name: "PermissionDenied", delay: 3500 * time.Millisecond}, rules: []rule{leaveOut("a success", hasStatus("200"))}},
	{
		catalog: "kafka",
		rules:   []rule{titledByMessage, retryableIs("passing", "lasting")},
		cannot:  []string{binary},
	},
	{
		catalog: "kubernetes", example: example{name: "TooManyRequests", delay: time.Second}, rules: []rule{inDomain},
		cannot: []string{"the empty reason is no code: the error is found by its status alone"},
	},
	{
		catalog: "matrix", example: example{name: "LimitExceeded", delay: 2 * time.Second},
		cannot: []string{"of M_UNKNOWN the status decides: that takes an entry a range of statuses, each with a name of its own"},
	},
	{
		catalog: "notion", example: example{name: "ObjectNotFound"},
		rules:  []rule{retryableIs("passing", ""), notedMethods},
		cannot: []string{"errors that the vendor's client makes itself are on no wire; they stay as codes"},
	},
	{catalog: "oci_distribution", cannot: []string{"a body of any other format than JSON: the status and `defaults` say what to do"}},
	{catalog: "openai"},
	{
		catalog: "plaid", example: example{name: "ItemLoginRequired"}, rules: []rule{plaidDomains},
		cannot: []string{"a second message, for users: it is in Body"},
	},
	{
		catalog: "scim", example: example{name: "Mutability"},
		rules: []rule{leaveOut("the same as another: status 500 alone", func(e *entry) bool { return e.is("Internal") })},
	},
	{
		catalog: "smpp", rules: []rule{titledByMessage, leaveOut("a success", func(e *entry) bool { return e.Code[0] == "0" })},
		cannot: []string{binary},
	},
	{catalog: "square", example: example{name: "AccessTokenExpired"}, rules: []rule{ownClass}},
	{
		catalog: "telegram", example: example{name: "FloodWaitX", delay: 30 * time.Second}, rules: []rule{numbered, httpStatuses, named("2FA_CONFIRM_WAIT_X", "ConfirmWaitX"), named("Timeout", "DataTimeout")},
		cannot: []string{
			"statuses below 100: such an error is found by its code alone",
			"numbers in codes other than delays, such as a data centre's: they are in Value",
			"the protocol has no HTTP status: the one in the body is passed as it",
		},
	},
	{
		catalog: "tidb_cdc", rules: []rule{inDomain},
		cannot: []string{"the message without the code in brackets before it: `after` cuts at the last bracket, and messages may have some"},
	},
	{catalog: "twirp", example: example{name: "Internal"}, rules: []rule{leaveOut("a success", hasStatus("200"))}},
}

// leaveOut leaves entries out, and says why.
func leaveOut(why string, which func(*entry) bool) rule {
	return func(e *entry) {
		if which(e) {
			e.leftOut = why
		}
	}
}

func hasStatus(status string) func(*entry) bool {
	return func(e *entry) bool { return slices.Contains(e.Status, status) }
}

// named gives a name to an entry of which errgen finds none, or one that another
// has. Entries without a code are known by the given name.
func named(which, name string) rule {
	return func(e *entry) {
		if e.is(which) {
			e.Name = name
		}
	}
}

func (e *entry) is(which string) bool {
	return cmp.Or(string(e.given.Code), e.given.Name) == which
}

// otherwise gives an entry without code and status the latter.
func otherwise(which, status string) rule {
	return func(e *entry) {
		if e.is(which) {
			e.Status = []string{status}
		}
	}
}

// titledByMessage is for codes without a letter: the name follows from the title.
func titledByMessage(e *entry) { e.Title, e.Message = e.Message, "" }

// inDomain is for codes in the domain that the catalog gives.
func inDomain(e *entry) {
	if e.Code != nil {
		e.Domain = e.given.Domain
	}
}

// ownClass is for catalogs that give classes.
func ownClass(e *entry) { e.Class = e.given.Class }

// retryableIs gives a class to what may be retried, and another to what may not.
func retryableIs(retryable, not string) rule {
	return func(e *entry) {
		switch r := e.given.Retryable; {
		case r != nil && *r:
			e.Class = retryable
		case r != nil:
			e.Class = not
		}
	}
}

// notedMethods is for errors after which any method is retried.
func notedMethods(e *entry) {
	if strings.Contains(e.given.Meta.RetryNote, "all HTTP methods") {
		e.Action = "again"
	}
}

// numbered is for codes with a number in them, by a pattern. It is a delay where
// the description says of what.
func numbered(e *entry) {
	e.Pattern = e.given.Meta.Pattern
	for unit, group := range map[string]string{"{seconds}": "retry_after", "{minutes}": "retry_after_min"} {
		if strings.Contains(e.Description, unit) {
			e.Pattern = strings.Replace(e.Pattern, "(", "(?P<"+group+">", 1)
		}
	}
}

// httpStatuses leaves out the statuses that HTTP does not have.
func httpStatuses(e *entry) {
	e.Status = slices.DeleteFunc(e.Status, func(s string) bool { return strings.HasPrefix(s, "-") })
}

// plaidDomains tells the three kinds of codes apart: types, codes of a type, and
// those of OAuth.
func plaidDomains(e *entry) {
	switch e.given.Domain {
	case "error_type":
		e.Domain = "type"
	case "error_code":
		e.Domain = e.given.Class
	case "oauth":
		e.Domain = "oauth"
	}
}

var markup = regexp.MustCompile(`<[^>]*>`)

// withoutMarkup is for descriptions in HTML.
func withoutMarkup(e *entry) {
	e.Description = strings.TrimSpace(html.UnescapeString(markup.ReplaceAllString(e.Description, "")))
}
