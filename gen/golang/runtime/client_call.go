// The client's third face: Call, around any function that returns errors of
// the API.

package runtime

import "context"

// Call calls op, and again as the catalog and the policy of c say of the error
// of the API in what it returns: an *Error or a Code, however wrapped. An error
// in which there is none is returned as it is, and so is one that a Client or a
// Transport inside op has retried already. Any other error comes back as an
// *Error that wraps it, or, if it is an *Error, as a copy.
//
// op is called with a context that it should pass on. It may be called several
// times: where the error tells the request's method, the action's methods are
// kept to; otherwise wrap only what may be repeated. Conflicts are not resolved
// (StopNoHook). Credentials are renewed where c has Tokens, which op's SDK should
// ask, too. A nil Client is a zero one.
func Call[T any](ctx context.Context, c *Client, op func(context.Context) (T, error)) (T, error) {
	if c == nil {
		c = new(Client)
	}
	f := &function{call: call{config: c.config()}}
	f.begin(ctx)
	var result T
	f.op = func(ctx context.Context) (err error) {
		result, err = op(ctx)
		return err
	}
	if e := f.start(); e != nil {
		return result, f.outcome(e)
	}
	return result, f.err
}

// A function is what Call tries.
type function struct {
	call
	op    func(context.Context) error
	err   error  // of the last attempt
	token string // before it
	seen  int    // renewals that had ended before
}

// start makes all attempts.
func (f *function) start() *Error {
	if f.ctx.Err() != nil {
		return f.end(f, new(Error), StopCanceled, ended(f.ctx))
	}
	return f.run(f, f.send())
}

// send calls op. An error in which there is none of the API ends the call as a
// success does.
func (f *function) send() *Error {
	if f.tokens != nil {
		f.seen = f.renewal.seen()
		f.token, _ = f.tokens.Token(isolate(f.ctx, f.renewal))
	}
	f.nested.inner.Store(nil)
	err, timedOut := f.attempt()
	f.err = err
	if err == nil {
		f.budget.refill()
		return nil
	}
	e, ok := AsError(err)
	switch {
	case ok:
		f.nested.adopt(e)
	case timedOut:
		e = &Error{hint: hintRetry}
	default:
		return nil
	}
	f.failure = *e
	if err != error(e) {
		f.failure.cause = err
	}
	return &f.failure
}

// attempt calls op within the policy's AttemptTimeout.
func (f *function) attempt() (err error, timedOut bool) {
	timeout := f.policy.AttemptTimeout
	if timeout <= 0 {
		return f.op(&f.nested), false
	}
	ctx, cancel := context.WithTimeout(&f.nested, timeout)
	defer cancel()
	err = f.op(ctx)
	return err, err != nil && ctx.Err() != nil && f.ctx.Err() == nil
}

// outcome is op's own error where a client further in has seen to it.
func (f *function) outcome(e *Error) error {
	if f.nested.inner.Load() != nil {
		return f.err
	}
	return e
}

func (f *function) drop(*Error)     {}
func (f *function) complete(*Error) {} // it is as op made it

func (f *function) renews() bool      { return f.tokens != nil && !f.renewal.isolated(f.ctx) }
func (f *function) adjusts() bool     { return false }
func (f *function) rewinds(Mode) bool { return true }

// repeats trusts the caller where the method is not known.
func (f *function) repeats(e *Error) bool {
	return idempotentMethod(e.Method) || e.hint&hintRetry != 0 || e.Action().anyMethod()
}

func (f *function) renew() error {
	_, err := f.renewal.renew(f.ctx, f.tokens, f.token, f.seen)
	return err
}

func (f *function) adjust(*Error) error { return nil }
func (f *function) rewind() error       { return nil }
