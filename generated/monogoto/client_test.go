package monogoto_test

import (
	"net/http"
	"strconv"
	"testing"

	"github.com/errgen/errgen/generated/monogoto"
)

// Monogoto's defaults retry what a 5XX may be, but for the two that say that
// the server can't do it at all.
func TestCase54DefaultsOfTheCatalog(t *testing.T) {
	for status, want := range map[int]struct {
		requests int
		stop     monogoto.Stop
	}{
		http.StatusNotImplemented:          {1, monogoto.StopNever},
		http.StatusHTTPVersionNotSupported: {1, monogoto.StopNever},
		http.StatusGatewayTimeout:          {4, monogoto.StopAttempts},
	} {
		t.Run(strconv.Itoa(status), func(t *testing.T) {
			requests := 0
			client := &monogoto.Client{HTTP: &http.Client{Transport: stub(func(w http.ResponseWriter, _ *http.Request) {
				requests++
				w.WriteHeader(status)
			})}}
			_, err := get(quick(), client, "https://api.example/v1/things")
			e, ok := monogoto.AsError(err)
			if !ok || e.Status != status || e.Stop != want.stop {
				t.Errorf("got %v, want status %d and stop %q", err, status, want.stop)
			}
			if requests != want.requests {
				t.Errorf("%d requests, want %d", requests, want.requests)
			}
		})
	}
}
