package runtime

import (
	"math"
	"net/http"
	"testing"
	"time"
)

// date is when the responses of these tests were sent, by their server's clock.
const date = "Sun, 06 Nov 1994 08:49:37 GMT"

// wait decodes a response with these Retry-After headers.
func wait(status int, retryAfter ...string) *Error {
	return Decode(status, http.Header{"Retry-After": retryAfter, "Date": {date}}, nil)
}

// expectDelay fails unless the error has a delay, which may be 0.
func expectDelay(t *testing.T, e *Error, want time.Duration) {
	t.Helper()
	if e.RetryAfter != want || e.hint&hintDelay == 0 {
		t.Errorf("delay is %v, given: %v; want %v", e.RetryAfter, e.hint&hintDelay != 0, want)
	}
}

// expectNoDelay fails if the error has a delay.
func expectNoDelay(t *testing.T, e *Error) {
	t.Helper()
	if e.RetryAfter != 0 || e.hint&hintDelay != 0 {
		t.Errorf("delay is %v, given: %v; want none", e.RetryAfter, e.hint&hintDelay != 0)
	}
}

func TestCase01NegativeRetryAfter(t *testing.T) { expectNoDelay(t, wait(429, "-1")) }
func TestCase02ZeroRetryAfter(t *testing.T)     { expectDelay(t, wait(429, "0"), 0) }
func TestCase03FractionalRetryAfter(t *testing.T) {
	expectDelay(t, wait(429, "1.5"), 1500*time.Millisecond)
}
func TestCase04WordAsRetryAfter(t *testing.T) { expectNoDelay(t, wait(429, "abc")) }
func TestCase05EmptyRetryAfter(t *testing.T)  { expectNoDelay(t, wait(429, "")) }

func TestCase06DuplicateRetryAfter(t *testing.T) {
	expectDelay(t, wait(429, "abc", "-1", "7", "9"), 7*time.Second)
}

func TestCase07SpacesAndSign(t *testing.T) {
	expectDelay(t, wait(429, " \t5 "), 5*time.Second)
	expectNoDelay(t, wait(429, "+5"))
}

func TestCase08HugeRetryAfter(t *testing.T) {
	expectDelay(t, wait(429, "9223372036"), 9223372036*time.Second)
	for _, huge := range []string{"9223372037", "9223372036.9", "99999999999999999999999999"} {
		expectDelay(t, wait(429, huge), math.MaxInt64)
	}
}

func TestCase09Exponent(t *testing.T) {
	for _, text := range []string{"1e300", "1E3", "0x10", "1_000", ".5", "5.", "1.5.2", "1,5", "٣", "NaN", "Inf"} {
		expectNoDelay(t, wait(429, text))
	}
}

func TestCase10PastDate(t *testing.T) {
	expectNoDelay(t, wait(429, "Sun, 06 Nov 1994 08:49:36 GMT"))
	expectNoDelay(t, wait(429, date))
}

func TestCase11FutureDate(t *testing.T) {
	expectDelay(t, wait(429, "Sun, 06 Nov 1994 08:50:37 GMT"), time.Minute)
}

func TestCase12OldDateFormats(t *testing.T) {
	expectDelay(t, wait(429, "Sunday, 06-Nov-94 08:49:47 GMT"), 10*time.Second)
	expectDelay(t, wait(429, "Sun Nov  6 08:49:47 1994"), 10*time.Second)
}

func TestCase13SkewedClock(t *testing.T) {
	server := time.Now().Add(-72 * time.Hour).UTC()
	e := Decode(429, http.Header{
		"Date":        {server.Format(http.TimeFormat)},
		"Retry-After": {server.Add(30 * time.Second).Format(http.TimeFormat)},
	}, nil)
	expectDelay(t, e, 30*time.Second)
}

func TestCase14LessThanASecond(t *testing.T) {
	soon := time.Now().Add(time.Second).UTC() // as a date, at most a second away
	e := Decode(429, http.Header{"Retry-After": {soon.Format(http.TimeFormat)}}, nil)
	if e.hint&hintDelay != 0 {
		expectDelay(t, e, time.Second)
	}
	if got := roundUp(time.Nanosecond, time.Second); got != time.Second {
		t.Errorf("1ns rounds to %v", got)
	}
	expectDelay(t, wait(429, "0.0000000001"), time.Nanosecond)
}

func TestCase15DelayOverTheCap(t *testing.T) { expectDelay(t, wait(429, "86400"), 24*time.Hour) }

func TestCase17RetryAfterOnOtherStatuses(t *testing.T) {
	for _, status := range []int{409, 503} {
		expectDelay(t, wait(status, "3"), 3*time.Second)
	}
}

func TestCase18RetryAfterMsFirst(t *testing.T) {
	e := Decode(429, http.Header{"Retry-After": {"2"}, "Retry-After-Ms": {"1500"}}, []byte(`{"error":{"retry_after":9}}`))
	expectDelay(t, e, 1500*time.Millisecond)
	e = Decode(429, http.Header{"Retry-After": {"2"}, "Retry-After-Ms": {"soon"}}, []byte(`{"error":{"retry_after":9}}`))
	expectDelay(t, e, 9*time.Second)
	e = Decode(429, http.Header{"Retry-After": {"2"}}, []byte(`{"error":{"retry_after":null}}`))
	expectDelay(t, e, 2*time.Second)
}

func TestCase19RetryAfterOn400(t *testing.T) {
	e := wait(400, "5")
	expectDelay(t, e, 5*time.Second)
	if e.Retryable() {
		t.Error("a 400 is retryable")
	}
}

func TestUnits(t *testing.T) {
	header := http.Header{"Date": {date}} // 784111777
	none := time.Duration(-1)
	tests := []struct {
		unit unit
		text string
		want time.Duration
	}{
		{seconds, "47", 47 * time.Second},
		{seconds, "0.25", 250 * time.Millisecond},
		{seconds, "0.000000001", 1},
		{seconds, "0.0000000010", 1},
		{seconds, "0.0000000011", 2},
		{seconds, "", none},
		{milliseconds, "1500", 1500 * time.Millisecond},
		{milliseconds, "0.5", 500 * time.Microsecond},
		{minutes, "2", 2 * time.Minute},
		{minutes, "0.5", 30 * time.Second},
		{minutes, "999999999", longest},
		{minutes, "1.00000000001", time.Minute + 1},
		{minutes, "0.000000000016", 1},
		{minutes, "0.000000000017", 2},
		{epoch, "784111787", 10 * time.Second},
		{epoch, "784111777.5", time.Second},
		{epoch, "784111777", none},
		{epoch, "5", none},
		{epoch, "-1", none},
		{epochMillis, "784111777001", time.Millisecond},
		{epochMillis, "784111776999", none},
		{duration, "3.5s", 3500 * time.Millisecond},
		{duration, "1m30s", 90 * time.Second},
		{duration, "300ms", 300 * time.Millisecond},
		{duration, "99999999999s", longest},
		{duration, "0", 0},
		{duration, "5", none},
		{duration, "-3s", none},
		{duration, "+3s", none},
		{duration, "s", none},
		{duration, "", none},
	}
	for _, test := range tests {
		got, ok := test.unit.parse(test.text, &clock{header: header})
		if !ok {
			got = none
		}
		if got != test.want {
			t.Errorf("unit %d, %q: got %v, want %v", test.unit, test.text, got, test.want)
		}
	}
}

func TestDelayIsWrittenAsItIsRead(t *testing.T) {
	tests := []struct {
		unit  unit
		delay time.Duration
		want  string
	}{
		{seconds, 1500 * time.Millisecond, "2"},
		{seconds, 1, "1"},
		{seconds, longest, "9223372036"},
		{milliseconds, 1500 * time.Microsecond, "2"},
		{minutes, 61 * time.Second, "2"},
		{duration, 1500 * time.Millisecond, "1.5s"},
		{duration, 90 * time.Second, "90s"},
		{seconds, 0, ""},
	}
	for _, test := range tests {
		if got := (&Error{RetryAfter: test.delay}).delayIn(test.unit); got != test.want {
			t.Errorf("%v in unit %d is %q, want %q", test.delay, test.unit, got, test.want)
		}
	}
	if got := (&Error{hint: hintDelay}).delayIn(seconds); got != "0" {
		t.Errorf("a delay of 0 is %q", got)
	}
	for _, u := range []unit{epoch, epochMillis} {
		text := (&Error{RetryAfter: time.Hour}).delayIn(u)
		got, ok := u.parse(text, new(clock))
		if difference := got - time.Hour; !ok || difference > time.Second || difference < -time.Minute {
			t.Errorf("an hour is written as %q, read as %v", text, got)
		}
	}
}
