package markdown

import (
	"os"
	"strings"
	"testing"
)

// TestFacts holds the page of the example API against the public reference that
// errors.yaml was written from: whoever switches to ours loses nothing.
func TestFacts(t *testing.T) {
	data, err := os.ReadFile("../../generated/docs/errors.md")
	if err != nil {
		t.Fatal(err)
	}
	for about, facts := range map[string][]string{
		"body": {
			"| `status_code` | integer |", "| `message` | string |", "| `request_id` | string |", "support@monogoto.io",
			"a1b2c3d4-e5f6-7890-abcd-ef1234567890", "server-side logs", "whole error body",
		},
		"400": {
			"### 400 Bad Request", `"status_code": 400`, `"message": "Field 'username' is required"`, `"request_id": "b3c4d5e6-f7a8-9012-bcde-f12345678901"`,
			"required field", "wrong type", "string in place of an integer", "range or the enum", "JSON", "API Reference", "case-sensitive",
			"| Client error — bad request | Fix the input; do not retry |",
		},
		"401": {
			"### 401 Unauthorized", `"status_code": 401`, `"message": "Token has expired or is invalid"`, `"request_id": "c4d5e6f7-a8b9-0123-cdef-012345678902"`,
			"Authorization header", "4 hours", "revoked", "Bearer prefix", "POST /v1/auth/refresh", "POST /v1/auth/token", "Authentication guide",
			"| Auth error — token expired | Refresh token, then retry once |", "Retry: once, after refreshing the credentials",
		},
		"403": {
			"### 403 Forbidden", `"status_code": 403`, `"message": "Insufficient scope: 'admin' required"`, `"request_id": "d5e6f7a8-b9c0-1234-defa-123456789003"`,
			"scope that this endpoint requires", "suspended or restricted", "another account", "scope badge",
			"| Auth error — insufficient scope | Do not retry; escalate to configuration |",
		},
		"404": {
			"### 404 Not Found", `"status_code": 404`, `"message": "Thing '8937010000000000000' not found"`, `"request_id": "e6f7a8b9-c0d1-2345-efab-234567890004"`,
			"ICCID", "group ID", "filter ID", "deleted", "misspelled", "GET /v1/things shows", "GET /v1/things/{iccid}",
			"| Client error — wrong ID | Verify the ID; do not retry blindly |",
		},
		"409": {
			"### 409 Conflict", `"status_code": 409`, `"message": "SIM '8937010000000000000' is already in 'active' state"`, `"request_id": "f7a8b9c0-d1e2-3456-fabc-345678900005"`,
			"SIM to activate is active already", "name or identifier", "between the caller's read and write", "ETags or version fields",
			"| State conflict | Read current state, adjust, then retry |",
		},
		"422": {
			"### 422 Unprocessable Entity", `"status_code": 422`, `"message": "Rate plan 'PLAN-EU-5G' is not available for SIM on network 'US-MVNO-1'"`,
			`"request_id": "a8b9c0d1-e2f3-4567-abcd-456789000006"`, "rate plan", "home network", "balance", "filter rules", "quota",
			"| Business rule violation | Fix the request semantics; do not retry |",
		},
		"429": {
			"### 429 Too Many Requests", `"status_code": 429`, `"message": "Rate limit exceeded. Retry after 47 seconds."`, `"request_id": "b9c0d1e2-f3a4-5678-bcde-567890000007"`,
			"`Retry-After: 47`", "per User ID", "5 per 60 seconds per IP", "Rate Limits guide",
			"| Transient — rate limited | Wait for Retry-After, then retry |", "Retry: yes, after the Retry-After header",
		},
		"500": {
			"### 500 Internal Server Error", `"status_code": 500`, `"message": "An unexpected error occurred. Please try again or contact support."`,
			`"request_id": "c0d1e2f3-a4b5-6789-cdef-678900000008"`, "(1s, 2s, 4s)", "API Status page",
			"| Transient — server error | Retry with exponential backoff |", "Retry: yes, with exponential backoff",
		},
		"502 and 503": {
			"### 502 Bad Gateway / 503 Service Unavailable", `"status_code": 502`, `"status_code": 503`, "gateway itself is restarting", "seconds to minutes",
			"| 502 / 503 |", "| Transient — unavailable | Retry with exponential backoff |",
		},
		"defaults": {"| 4XX | Client error |", "| 5XX | Transient |", "| 501 | Transient | Do not retry |", "| 505 | Transient | Do not retry |"},
		"retrying": {"at most 4 times", "1s, 2s, 4s", "up to 500ms"},
		"client":   {"monogoto.Client{Tokens:", "client.Do(req)"},
		"guides":   {"Authentication —", "401", "Rate Limits —", "429", "API Status —", "500, 502 or 503"},
	} {
		for _, fact := range facts {
			if !strings.Contains(string(data), fact) {
				t.Errorf("%s: the page lacks %q", about, fact)
			}
		}
	}
}
