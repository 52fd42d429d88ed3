package reference_test

import (
	"strings"
	"testing"
	"time"

	"github.com/errgen/errgen/gen/catalog"
	"github.com/errgen/errgen/gen/reference"
)

func TestRetry(t *testing.T) {
	atEpoch := catalog.Locator{Header: "X-Reset", Unit: catalog.Epoch}
	elsewhere := &catalog.Response{Shapes: []catalog.Shape{{Locators: catalog.Locators{RetryAfter: []catalog.Locator{atEpoch}}}}}
	listed := &catalog.Response{Locators: catalog.Locators{RetryAfter: []catalog.Locator{{Header: "retry-after"}, atEpoch}}}
	inBody := &catalog.Response{Locators: catalog.Locators{RetryAfter: []catalog.Locator{{Pointer: catalog.Pointer{"retry_after"}}}}}
	tests := []struct {
		response *catalog.Response
		action   catalog.Action
		want     string
	}{
		{nil, catalog.Action{Mode: catalog.Never}, "no"},
		{nil, catalog.Action{Mode: catalog.Refresh}, "once, after refreshing the credentials"},
		{nil, catalog.Action{Mode: catalog.Resolve}, "yes, after re-reading the state and adjusting the request"},
		{nil, catalog.Action{Mode: catalog.Backoff, Methods: catalog.AnyMethod}, "yes, with exponential backoff"},
		{nil, catalog.Action{Mode: catalog.Backoff}, "yes, with exponential backoff, if the request is idempotent"},
		{
			nil, catalog.Action{Mode: catalog.Wait, Methods: catalog.AnyMethod},
			"yes, after the Retry-After header, else with exponential backoff",
		},
		{
			inBody, catalog.Action{Mode: catalog.Wait, Methods: catalog.AnyMethod},
			"yes, after the time in retry_after, else the header Retry-After, else with exponential backoff",
		},
		{
			listed, catalog.Action{Mode: catalog.Wait, Methods: catalog.AnyMethod},
			"yes, after the time in the header retry-after, else the header X-Reset, else with exponential backoff",
		},
		{
			elsewhere, catalog.Action{Mode: catalog.Wait, Methods: catalog.AnyMethod},
			"yes, after the time that the server gives, else with exponential backoff",
		},
	}
	for _, tt := range tests {
		if tt.response == nil {
			tt.response = new(catalog.Response)
		}
		if got := reference.Retry(tt.response, tt.action); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.action.Mode, got, tt.want)
		}
	}
}

func TestRetrying(t *testing.T) {
	usual := catalog.RetryPolicy{
		MaxAttempts: 4, BaseDelay: time.Second, Factor: 2, MaxDelay: 30 * time.Second,
		Jitter: 500 * time.Millisecond, MaxRetryAfter: time.Minute,
	}
	with := func(change func(*catalog.RetryPolicy)) catalog.RetryPolicy {
		p := usual
		change(&p)
		return p
	}
	tests := []struct {
		name   string
		policy catalog.RetryPolicy
		want   string
	}{
		{"usual", usual, "A call is tried at most 4 times. Exponential backoff waits 1s, 2s, 4s before the next try, each time with a " +
			"random jitter of up to 500ms on top. If the server asks to wait for more than 1m, the call ends at once."},
		{"no jitter", with(func(p *catalog.RetryPolicy) { p.Jitter = 0 }), "1s, 2s, 4s before the next try. If the server"},
		{"bounded", with(func(p *catalog.RetryPolicy) { p.MaxDelay = 3 * time.Second }), "waits 1s, 2s, … up to 3s before"},
		{"bounded at once", with(func(p *catalog.RetryPolicy) { p.MaxDelay = time.Second }), "waits 1s before"},
		{"many", with(func(p *catalog.RetryPolicy) { p.MaxAttempts = 100 }), "waits 1s, 2s, 4s, 8s, 16s, … up to 30s before"},
		{"constant", with(func(p *catalog.RetryPolicy) { p.MaxAttempts, p.Factor = 100, 1 }), "waits 1s before"},
		{"long", with(func(p *catalog.RetryPolicy) { p.MaxRetryAfter = 90 * time.Minute }), "for more than 1h30m, the call"},
		{"once", with(func(p *catalog.RetryPolicy) { p.MaxAttempts = 1 }), "A call is tried once."},
	}
	for _, tt := range tests {
		if got := reference.Retrying(&catalog.Catalog{Policy: tt.policy}); !strings.Contains(got, tt.want) {
			t.Errorf("%s: got %q, want %q in it", tt.name, got, tt.want)
		}
	}
	const idempotence = " A request is idempotent if its method is GET, HEAD, OPTIONS, TRACE, PUT or DELETE, or if it has an Idempotency-Key."
	careful := &catalog.Catalog{Policy: usual, Actions: []catalog.Action{{Mode: catalog.Backoff}}}
	if got := reference.Retrying(careful); !strings.HasSuffix(got, idempotence) {
		t.Errorf("got %q, want %q at its end", got, idempotence)
	}
	const word = " Where a response says true or false in the header X-Should-Retry, that decides whether it is retried."
	told := &catalog.Catalog{Policy: usual, Response: catalog.Response{Locators: catalog.Locators{ShouldRetry: []catalog.Locator{{Header: "X-Should-Retry"}}}}}
	if got := reference.Retrying(told); !strings.HasSuffix(got, word) {
		t.Errorf("got %q, want %q at its end", got, word)
	}
}
