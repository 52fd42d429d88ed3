package main

// What sends requests again: the generated client beside the libraries for that.

import (
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/failsafehttp"
	"github.com/hashicorp/go-retryablehttp"

	"github.com/errgen/errgen/generated/monogoto"
)

// A sender is a way to send a request. It sends again after a 503.
type sender struct {
	name string
	send func(*http.Request) (*http.Response, error)
}

// shortest is the delay before a retry, for every sender: not zero, so that
// each starts its timer as it would for a longer one.
const shortest = time.Nanosecond

// The senders that goals speak of.
const (
	plain     = "net/http, by hand"
	ours      = "errgen"
	retryable = "go-retryablehttp"
)

// roundTrippers are the senders that stand in for the base RoundTripper.
func roundTrippers(base http.RoundTripper) []sender {
	return []sender{
		{plain, byHand(base.RoundTrip)},
		{ours, (&monogoto.Transport{Base: base, Policy: policy(), Budget: budget()}).RoundTrip},
		{retryable, (&retryablehttp.RoundTripper{Client: retryableClient(base)}).RoundTrip},
		{"cenkalti/backoff", backingOff(base.RoundTrip)},
		{"failsafe-go", failsafehttp.NewRoundTripper(base, failsafePolicy()).RoundTrip},
	}
}

// clients are the senders that stand in for an http.Client.
func clients(base http.RoundTripper) []sender {
	client := &http.Client{Transport: base}
	retrying := retryableClient(base)
	failsafe := failsafePolicy()
	return []sender{
		{plain, byHand(client.Do)},
		{ours, (&monogoto.Client{HTTP: client, Policy: policy(), Budget: budget()}).Do},
		{retryable, func(req *http.Request) (*http.Response, error) {
			return retrying.Do(&retryablehttp.Request{Request: req})
		}},
		{"cenkalti/backoff", backingOff(client.Do)},
		{"failsafe-go", func(req *http.Request) (*http.Response, error) {
			return failsafehttp.NewRequest(req, client, failsafe).Do()
		}},
	}
}

func policy() monogoto.Policy { return monogoto.Policy{BaseDelay: shortest, Jitter: -1} }

// budget is one that a success refills by what a retry costs: a bench has far
// more retries than an outage.
func budget() *monogoto.Budget { return &monogoto.Budget{Cost: 1, Refill: 1} }

func retryableClient(base http.RoundTripper) *retryablehttp.Client {
	c := retryablehttp.NewClient()
	c.HTTPClient = &http.Client{Transport: base}
	c.Logger = nil
	c.Backoff = func(_, _ time.Duration, _ int, _ *http.Response) time.Duration { return shortest }
	return c
}

func failsafePolicy() failsafe.Policy[*http.Response] {
	return failsafehttp.NewRetryPolicyBuilder().WithDelay(shortest).Build()
}

var errUnavailable = errors.New("unavailable")

// backingOff is what callers of backoff write around a send.
func backingOff(send func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
	delays := backoff.NewConstantBackOff(shortest)
	return func(req *http.Request) (*http.Response, error) {
		return backoff.Retry(req.Context(), func() (*http.Response, error) {
			resp, err := send(req)
			if err == nil && resp.StatusCode == http.StatusServiceUnavailable {
				drop(resp)
				return nil, errUnavailable
			}
			return resp, err
		}, backoff.WithBackOff(delays), backoff.WithMaxTries(4))
	}
}

// byHand is the least that retries: one more try, after the sleep.
func byHand(send func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
	return func(req *http.Request) (*http.Response, error) {
		resp, err := send(req)
		if err != nil || resp.StatusCode != http.StatusServiceUnavailable {
			return resp, err
		}
		drop(resp)
		rest(req)
		return send(req)
	}
}

// drop reads a body to its end, so that its connection can be used again.
func drop(resp *http.Response) {
	_, _ = io.Copy(io.Discard, resp.Body)
	_ = resp.Body.Close()
}

// rest is the sleep between two tries, as all of the senders do it.
func rest(req *http.Request) {
	timer := time.NewTimer(shortest)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-req.Context().Done():
	}
}
