//go:build go1.25

package runtime

import (
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// A success that takes its time is not cut off.
func TestSlowSuccess(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		body := &trickle{strings.NewReader(falsehood), time.Minute, io.EOF, false}
		resp := success(200, body)
		start := time.Now()
		if err := FromResponse(resp); err != nil || time.Since(start) != maxBodyTime {
			t.Errorf("%v after %v", err, time.Since(start))
		}
		if left, err := io.ReadAll(resp.Body); err != nil || string(left) != falsehood || time.Since(start) != time.Minute {
			t.Errorf("left %q, %v after %v", left, err, time.Since(start))
		}
		if resp.Body.Close(); !body.closed {
			t.Error("the body is not closed")
		}
	})
}

// What is no JSON object is not waited for.
func TestStreamedSuccess(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		resp := success(200, &trickle{strings.NewReader("data: 1\n\n"), time.Hour, io.EOF, false})
		start := time.Now()
		if err := FromResponse(resp); err != nil || time.Since(start) != 0 {
			t.Errorf("%v after %v", err, time.Since(start))
		}
	})
}
