package runtime

import (
	"errors"
	"fmt"
	"testing"
)

// claims is a foreign error that says through its As method what it is.
type claims struct{ as any }

func (c claims) Error() string { return "claims" }

func (c claims) As(target any) bool {
	switch t := target.(type) {
	case **Error:
		e, ok := c.as.(*Error)
		*t = e
		return ok
	case *Code:
		code, ok := c.as.(Code)
		*t = code
		return ok
	}
	return false
}

// resembles is a foreign error that says through its Is method what it is, and
// wraps others.
type resembles struct {
	is   error
	errs []error
}

func (r resembles) Error() string        { return "resembles" }
func (r resembles) Is(target error) bool { return target == r.is }
func (r resembles) Unwrap() []error      { return r.errs }

func wrapped(err error, times int) error {
	for range times {
		err = fmt.Errorf("wrapped: %w", err)
	}
	return err
}

func TestClassify(t *testing.T) {
	notFound := New(ErrNotFound, "")
	other := errors.New("other")
	unknown := &Error{Status: 503, Value: "new"}
	unknown.Code = 0
	var typedNil *Error

	tests := map[string]struct {
		err   error
		first Code // what CodeOf finds
		found bool // what AsError finds
		is    bool // what is finds for ErrNotFound
		as    bool // what as finds for ErrNotFound
	}{
		"nil":                       {nil, 0, false, false, false},
		"foreign":                   {other, 0, false, false, false},
		"typed nil":                 {typedNil, 0, false, false, false},
		"typed nil, wrapped":        {wrapped(typedNil, 1), 0, false, false, false},
		"bare code":                 {ErrNotFound, ErrNotFound, true, true, true},
		"bare code, wrapped":        {wrapped(ErrNotFound, 3), ErrNotFound, true, true, true},
		"code 0":                    {Code(0), 0, false, false, false},
		"another bare code":         {ErrConflict, ErrConflict, true, false, false},
		"error":                     {notFound, ErrNotFound, true, true, true},
		"error, wrapped":            {wrapped(notFound, 10), ErrNotFound, true, true, true},
		"unknown error":             {wrapped(unknown, 1), 0, true, false, false},
		"cause":                     {Wrap(notFound, ErrConflict, ""), ErrConflict, true, true, true},
		"cause of an unknown":       {&Error{Status: 500, cause: notFound}, 0, true, true, true},
		"join, first":               {errors.Join(notFound, ErrConflict), ErrNotFound, true, true, true},
		"join, last":                {errors.Join(other, ErrConflict, wrapped(notFound, 2)), ErrConflict, true, true, true},
		"join, after a typed nil":   {errors.Join(typedNil, notFound), ErrNotFound, true, true, true},
		"join, after code 0":        {errors.Join(Code(0), notFound), ErrNotFound, true, true, true},
		"join in a join":            {errors.Join(errors.Join(other, other), errors.Join(other, notFound)), ErrNotFound, true, true, true},
		"two %w":                    {fmt.Errorf("%w, %w", other, notFound), ErrNotFound, true, true, true},
		"As gives an error":         {wrapped(claims{notFound}, 1), ErrNotFound, true, true, true},
		"As gives another error":    {claims{New(ErrConflict, "")}, ErrConflict, true, false, false},
		"As gives a typed nil":      {claims{typedNil}, 0, false, false, false},
		"As gives a code":           {claims{ErrNotFound}, ErrNotFound, true, true, true},
		"As gives nothing":          {claims{}, 0, false, false, false},
		"Is":                        {wrapped(resembles{is: ErrNotFound}, 1), 0, false, true, false},
		"Is another":                {resembles{is: ErrConflict}, 0, false, false, false},
		"wrapped by a type with Is": {resembles{errs: []error{other, notFound}}, ErrNotFound, true, true, true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := CodeOf(test.err); got != test.first {
				t.Errorf("CodeOf = %v, want %v", got, test.first)
			}
			e, ok := AsError(test.err)
			if ok != test.found || ok != (e != nil) {
				t.Errorf("AsError = %v, %v, want %v", e, ok, test.found)
			}
			if ok && e.Code != test.first {
				t.Errorf("AsError has the code %v, want %v", e.Code, test.first)
			}
			if got := is(test.err, ErrNotFound); got != test.is {
				t.Errorf("is = %v, want %v", got, test.is)
			}
			e, ok = as(test.err, ErrNotFound)
			if ok != test.as || ok != (e != nil) || ok && e.Code != ErrNotFound {
				t.Errorf("as = %v, %v, want %v", e, ok, test.as)
			}
		})
	}
}

// What is says of the trees that errors.Is understands is what errors.Is says.
func TestIsAgreesWithErrorsIs(t *testing.T) {
	trees := []error{
		nil, ErrNotFound, New(ErrNotFound, ""), wrapped(New(ErrNotFound, ""), 3), Wrap(New(ErrNotFound, ""), ErrConflict, ""),
		errors.Join(errors.New("x"), wrapped(ErrNotFound, 1)), resembles{is: ErrNotFound}, &Error{}, (*Error)(nil), Code(0),
	}
	for _, err := range trees {
		for _, c := range Codes() {
			if got, want := is(err, c), errors.Is(err, c); got != want {
				t.Errorf("is(%#v, %v) = %v, errors.Is says %v", err, c, got, want)
			}
		}
	}
	if errors.Is(&Error{}, Code(0)) {
		t.Error("code 0 matches an unknown error")
	}
}

func TestRetryable(t *testing.T) {
	canceled := New(ErrOverloaded, "")
	canceled.Stop = StopCanceled
	tests := map[string]struct {
		err    error
		want   bool
		class  Class
		action Action
	}{
		"nil":                          {nil, false, 0, 0},
		"typed nil":                    {(*Error)(nil), false, 0, 0},
		"wait":                         {ErrOverloaded, true, ClassServer, ActionWait},
		"backoff":                      {wrapped(New(ErrServerTrouble, ""), 1), true, ClassServer, ActionBackoff},
		"never":                        {ErrCardDeclined, false, ClassRequest, ActionNever},
		"refresh":                      {ErrUnauthorized, false, ClassAuth, ActionRefresh},
		"resolve":                      {ErrConflict, false, ClassConflict, ActionResolve},
		"unknown 502":                  {&Error{Status: 502}, true, ClassServer, ActionBackoff},
		"unknown 501":                  {&Error{Status: 501}, false, ClassServer, ActionNever},
		"unknown 302":                  {&Error{Status: 302}, false, 0, 0},
		"context ended":                {canceled, false, ClassServer, ActionWait},
		"never, the server says yes":   {&Error{Status: 400, hint: hintRetry}, true, ClassRequest, ActionNever},
		"wait, the server says no":     {&Error{Code: ErrOverloaded, hint: hintNoRetry}, false, ClassServer, ActionWait},
		"refresh, the server says yes": {&Error{Code: ErrUnauthorized, hint: hintRetry}, false, ClassAuth, ActionRefresh},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := IsRetryable(test.err); got != test.want {
				t.Errorf("IsRetryable = %v, want %v", got, test.want)
			}
			if got := ClassOf(test.err); got != test.class {
				t.Errorf("ClassOf = %v, want %v", got, test.class)
			}
			if got := ActionOf(test.err); got != test.action {
				t.Errorf("ActionOf = %v, want %v", got, test.action)
			}
		})
	}
}

func TestClassifyingAllocatesNothing(t *testing.T) {
	tree := errors.Join(errors.New("other"), wrapped(New(ErrNotFound, ""), 3))
	allocs := testing.AllocsPerRun(100, func() {
		if CodeOf(tree) != ErrNotFound || IsRetryable(tree) || !is(tree, ErrNotFound) || ClassOf(tree) != ClassRequest {
			t.Fatal("wrong answer")
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func BenchmarkClassify(b *testing.B) {
	sentinel := errors.New("sentinel")
	for _, wraps := range []int{0, 1, 3, 10} {
		foreign, ours := wrapped(sentinel, wraps), wrapped(New(ErrTooManyRequests, ""), wraps)
		for _, bench := range []struct {
			name string
			hit  func() bool
		}{
			{"errors.Is", func() bool { return errors.Is(foreign, sentinel) }},
			{"CodeOf", func() bool { return CodeOf(ours) == ErrTooManyRequests }},
			{"IsRetryable", func() bool { return IsRetryable(ours) }},
			{"IsX", func() bool { return is(ours, ErrTooManyRequests) }},
		} {
			b.Run(fmt.Sprintf("%s/%d", bench.name, wraps), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if !bench.hit() {
						b.Fatal("wrong answer")
					}
				}
			})
		}
	}
}
