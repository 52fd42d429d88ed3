package fleet_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/errgen/errgen/generated/examples/fleet"
)

// NOT_FOUND is another error in each subsystem.
func ExampleCodeOf() {
	for _, domain := range []string{"device", "sim", "firmware"} {
		body := fmt.Sprintf(`{"error": {"details": [{"@type": "fleet.example/Reason", "domain": %q, "reason": "NOT_FOUND"}]}}`, domain)
		err := fmt.Errorf("provision: %w", fleet.Decode(http.StatusNotFound, nil, []byte(body)))

		switch fleet.CodeOf(err) {
		case fleet.ErrDeviceNotFound:
			fmt.Println("enroll the device first")
		case fleet.ErrSIMNotFound:
			fmt.Println("order a card")
		default:
			fmt.Println(err)
		}
	}
	// Output:
	// enroll the device first
	// order a card
	// provision: fleet: 404 Firmware Not Found
}

// The code for what stands in a log.
func ExampleCodeIn() {
	fmt.Println(fleet.CodeIn("sim", 0, "QUOTA_EXCEEDED").Fix())
	// Output: Wait as long as the response says. If a roll-out needs more, ask for it a week ahead.
}

// A batch is answered with 200, also if some of it has failed. The first failure
// is the error; the body that it keeps has them all.
func ExampleFromResponse() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `{"results": [
			{"device": "d-1"},
			{"device": "d-2", "error": {"domain": "sim", "reason": "SUSPENDED", "message": "SIM 8988…4227 is suspended."}},
			{"device": "d-3", "error": {"domain": "device", "reason": "NOT_ENROLLED", "message": "Device d-3 has never connected."}}
		]}`)
	}))
	defer server.Close()

	resp, err := http.Post(server.URL+"/v2/devices:activate", "application/json", strings.NewReader(`{"devices": ["d-1", "d-2", "d-3"]}`))
	if err != nil {
		log.Panic(err)
	}
	defer resp.Body.Close()
	err = fleet.FromResponse(resp)
	fmt.Println(err)

	if e, ok := fleet.AsError(err); ok && e.Status == http.StatusOK {
		var batch struct {
			Results []struct {
				Device string
				Error  struct{ Domain, Reason string }
			}
		}
		if err := json.Unmarshal(e.Body, &batch); err != nil {
			log.Panic(err)
		}
		for _, item := range batch.Results {
			if code := fleet.CodeIn(item.Error.Domain, 0, item.Error.Reason); code != 0 {
				fmt.Println(item.Device, code.Title())
			}
		}
	}
	// Output:
	// fleet: 200 SIM Suspended: SIM 8988…4227 is suspended.
	// d-2 SIM Suspended
	// d-3 Not Enrolled
}

// A batch says what is to be, so that all of it can be sent again until nothing
// fails.
func ExampleClient_Do() {
	answers := []string{
		`{"results": [{"device": "d-1"}, {"device": "d-2", "error": {"domain": "sim", "reason": "QUOTA_EXCEEDED"}}]}`,
		`{"results": [{"device": "d-1"}, {"device": "d-2"}]}`,
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, answers[0])
		answers = answers[1:]
	}))
	defer server.Close()

	ctx := fleet.WithPolicy(context.Background(), fleet.Policy{BaseDelay: time.Millisecond, Jitter: -1}) // for the sake of those who wait for this test
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL+"/v2/devices:activate", strings.NewReader(`{"devices": ["d-1", "d-2"]}`))
	if err != nil {
		log.Panic(err)
	}
	client := &fleet.Client{OnRetry: func(_ context.Context, r fleet.Retry) { fmt.Println("retry:", r.Err) }}
	batch, err := fleet.ReadJSON[struct{ Results []struct{ Device string } }](client.Do(req))
	fmt.Println(batch.Results, err)
	// Output:
	// retry: fleet: 200 SIM Quota Exceeded
	// [{d-1} {d-2}] <nil>
}

// A reason that holds a number is one error, whatever the number is.
func ExampleIsModemFault() {
	body := `{"error": {"details": [{"@type": "fleet.example/Reason", "domain": "device", "reason": "MODEM_FAULT_31"}]}}`
	e := fleet.Decode(http.StatusInternalServerError, nil, []byte(body))

	fmt.Println(fleet.IsModemFault(e), e.Value)
	// Output: true MODEM_FAULT_31
}

// Version 1 of the API has another shape, and the same errors.
func ExampleDecode() {
	body := `{"subsystem": "firmware", "reason": "BATTERY_LOW", "text": "14 %"}`
	err := fleet.Decode(http.StatusConflict, nil, []byte(body))

	fmt.Println(fleet.IsBatteryLow(err))
	fmt.Println(err)
	// Output:
	// true
	// fleet: 409 Battery Low: 14 %
}

// The server's side: domain, reason and delay stand in the details where
// readers look for them.
func ExampleWriteError() {
	err := fleet.NewSIMQuotaExceeded(1000)
	err.RequestID, err.RetryAfter = "4f1e", 90*time.Second

	w := httptest.NewRecorder()
	fleet.WriteError(w, nil, err)
	fmt.Println(w.Code, "Retry-After:", w.Header().Get("Retry-After"))
	fmt.Println(w.Body)
	// Output:
	// 429 Retry-After: 90
	// {"error":{"message":"More than 1000 activations an hour","trace_id":"4f1e","details":[{"@type":"fleet.example/Reason","reason":"QUOTA_EXCEEDED","domain":"sim"},{"@type":"fleet.example/Retry","delay":"90s"}]}}
}
