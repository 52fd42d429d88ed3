package payments_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/errgen/errgen/generated/examples/payments"
)

// answering is the API: it answers one request with each of the handlers, and
// all later ones with success.
func answering(handlers ...http.HandlerFunc) *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(handlers) == 0 {
			fmt.Fprint(w, `{"id": "pay_7Hq2", "state": "captured"}`)
			return
		}
		handlers[0](w, r)
		handlers = handlers[1:]
	}))
}

// refusing answers with an error, as the server's side does.
func refusing(err error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { payments.WriteError(w, r, err) }
}

// quick is a context whose calls wait next to nothing between attempts, for the
// sake of those who wait for these tests.
func quick() context.Context {
	return payments.WithPolicy(context.Background(), payments.Policy{BaseDelay: time.Millisecond, Jitter: -1})
}

// A payment is what the API answers with.
type payment struct{ ID, State string }

// post asks for something to be done about a payment.
func post(client *payments.Client, url, idempotencyKey string) (payment, error) {
	req, err := http.NewRequestWithContext(quick(), http.MethodPost, url, strings.NewReader(`{"amount": 1250}`))
	if err != nil {
		return payment{}, err
	}
	if idempotencyKey != "" {
		req.Header.Set("Idempotency-Key", idempotencyKey)
	}
	return payments.ReadJSON[payment](client.Do(req))
}

// What to tell the cardholder, and what to keep from them.
func ExampleIsDeclineError() {
	for _, refusal := range []struct {
		status int
		code   string
	}{{402, "card_declined.insufficient_funds"}, {402, "card_declined.stolen_card"}, {402, "unheard_of"}, {503, ""}, {401, "api_key_expired"}} {
		body := fmt.Sprintf(`{"error": {"code": %q, "message": "…"}}`, refusal.code)
		err := fmt.Errorf("order 77: %w", payments.Decode(refusal.status, nil, []byte(body)))

		switch code := payments.CodeOf(err); {
		case code == payments.ErrInsufficientFunds, code == payments.ErrCardExpired, code == payments.ErrIncorrectCVC:
			fmt.Println(code.Message(), "Please use another card.")
		case payments.IsDeclineError(err): // all other 402s, those that nobody knows among them
			fmt.Println("Please use another card.")
		case payments.IsRetryable(err):
			fmt.Println("Please try again in a minute.")
		default:
			fmt.Println("We can't take cards at the moment.")
			fmt.Println("log:", err)
		}
	}
	// Output:
	// The account lacks the funds. Please use another card.
	// Please use another card.
	// Please use another card.
	// Please try again in a minute.
	// We can't take cards at the moment.
	// log: order 77: payments: 401 API Key Expired: …
}

// A reason that is newer than the client is the error before the dot.
func ExampleDecode() {
	body := `{"error": {"code": "card_declined.card_not_activated", "message": "The card has to be activated first."}}`
	err := payments.Decode(http.StatusPaymentRequired, nil, []byte(body))

	fmt.Println(payments.IsCardDeclined(err), payments.IsDeclineError(err))
	fmt.Println(err)
	// Output:
	// true true
	// payments: 402 Card Declined: The card has to be activated first.
}

// The parameters that are wrong are in Details, as JSON.
func ExampleAsParametersInvalid() {
	body := `{"error": {"code": "parameters_invalid", "fields": [{"name": "amount", "problem": "has a decimal point"}]}}`
	err := fmt.Errorf("pay: %w", payments.Decode(http.StatusBadRequest, nil, []byte(body)))

	if e, ok := payments.AsParametersInvalid(err); ok {
		var fields []struct{ Name, Problem string }
		if err := json.Unmarshal(e.Details, &fields); err != nil {
			log.Panic(err)
		}
		for _, f := range fields {
			fmt.Println(f.Name, f.Problem)
		}
	}
	// Output: amount has a decimal point
}

// The server's side: a function makes the message from what it is about.
func ExampleNewAmountTooSmall() {
	charge := func() error { return fmt.Errorf("order 77: %w", payments.NewAmountTooSmall("0.50", "EUR")) }

	w := httptest.NewRecorder()
	if err := charge(); err != nil {
		payments.WriteError(w, nil, err) // what is around the error stays here
	}
	fmt.Println(w.Code, w.Body)
	// Output: 422 {"error":{"code":"amount_too_small","message":"The amount is below the minimum of 0.50 EUR."}}
}

// What more there is to say of an error is in its fields.
func ExampleWriteError() {
	err := payments.NewParametersInvalid(1)
	err.RequestID = "req_51"
	err.Details = json.RawMessage(`[{"name":"currency","problem":"is missing"}]`)

	w := httptest.NewRecorder()
	payments.WriteError(w, nil, err)
	fmt.Println(w.Code, w.Body)
	// Output: 400 {"error":{"code":"parameters_invalid","message":"Invalid parameters: 1","fields":[{"name":"currency","problem":"is missing"}],"request_id":"req_51"}}
}

// A payment is tried again only where that can't charge twice.
func ExampleClient_Do() {
	gateway := func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }
	client := new(payments.Client)
	for _, key := range []string{"order-77", ""} {
		server := answering(gateway, refusing(payments.ErrBankUnavailable))
		paid, err := post(client, server.URL+"/payments", key)
		fmt.Printf("%q %v\n", paid.State, err)
		server.Close()
	}
	// Output:
	// "captured" <nil>
	// "" payments: 502 Unavailable (not retried: method is not idempotent)
}

// The server's word goes before the catalog's.
func ExampleError_Retryable() {
	calm, incident := http.Header{}, http.Header{"X-Should-Retry": {"false"}}
	for _, header := range []http.Header{calm, incident} {
		fmt.Println(payments.Decode(http.StatusInternalServerError, header, nil).Retryable())
	}
	// Output:
	// true
	// false
}

// What is done already needs no second try.
func ExampleResolveFunc() {
	server := answering(refusing(payments.NewPaymentAlreadyCaptured("pay_7Hq2")))
	defer server.Close()

	client := new(payments.Client)
	client.Resolve = func(ctx context.Context, req *http.Request, _ *payments.Error) (*http.Request, error) {
		read, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimSuffix(req.URL.String(), "/capture"), nil)
		if err != nil {
			return nil, err
		}
		now, err := payments.ReadJSON[payment](client.Do(read))
		if err == nil && now.State == "captured" {
			return nil, nil // the call succeeds, as with a 204
		}
		return req, err
	}
	_, err := post(client, server.URL+"/payments/pay_7Hq2/capture", "capture-77")
	fmt.Println(err)
	// Output: <nil>
}
