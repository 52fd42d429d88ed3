package main

import (
	"net/http"
	"testing"
)

// All senders send once where that succeeds, and twice where only the second
// does; what they return is the success.
func TestSendersAgree(t *testing.T) {
	for _, base := range []*stub{{}, {failure: http.NoBody}, {failure: new(replayed)}} {
		for _, s := range roundTrippers(base) {
			checkSender(t, "RoundTrip of "+s.name, s, base)
		}
		for _, s := range clients(base) {
			checkSender(t, "Do of "+s.name, s, base)
		}
	}
}

func checkSender(t *testing.T, name string, s sender, base *stub) {
	t.Helper()
	want := 1
	if base.failure != nil {
		want = 2
	}
	base.sent = 0
	req, err := http.NewRequest(http.MethodGet, "http://localhost/", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := s.send(req)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := resp.Body.Close(); err != nil {
		t.Errorf("%s: closing the body: %v", name, err)
	}
	if resp.StatusCode != http.StatusOK || base.sent != want {
		t.Errorf("%s: status %d after %d requests, want 200 after %d", name, resp.StatusCode, base.sent, want)
	}
}

func TestClientTable(t *testing.T) { checkContest(t, &client, 4, 6, 2) }
