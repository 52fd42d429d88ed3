package shoperr_test

import (
	"fmt"
	"net/http"
	"testing"

	"example.com/shop/internal/shoperr"
)

func TestUse(t *testing.T) {
	body := []byte(`{"code": "order_not_found", "message": "No order 7"}`)
	err := fmt.Errorf("ship: %w", shoperr.Decode(http.StatusNotFound, nil, body))
	if !shoperr.IsOrderNotFound(err) || shoperr.IsRetryable(err) {
		t.Errorf("%v is no order not found", err)
	}
	if e, ok := shoperr.AsError(err); !ok || e.Message != "No order 7" {
		t.Errorf("AsError gives %v, %v", e, ok)
	}
}
