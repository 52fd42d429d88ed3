// How the helpers find an error in a tree: one walk, depth first, which sees
// what errors.Is and errors.As see and allocates nothing. A type switch with
// several interfaces costs one look-up, so that one level of wrapping costs
// about what its Unwrap does.

package runtime

// AsError finds the first error of the API in err's tree. For a bare Code it is
// a fresh *Error.
func AsError(err error) (*Error, bool) { return asError(first(err)) }

// CodeOf is the Code of the first error of the API in err's tree, depth first;
// 0 if there is none, or the catalog does not know it.
func CodeOf(err error) Code {
	_, c := first(err)
	return c
}

// ClassOf is the Class of the first error of the API in err's tree, or 0.
func ClassOf(err error) Class {
	e, c := first(err)
	if e != nil {
		return e.Class()
	}
	return c.Class()
}

// ActionOf is the Action for the first error of the API in err's tree, or 0.
func ActionOf(err error) Action {
	e, c := first(err)
	if e != nil {
		return e.Action()
	}
	return c.Action()
}

// IsRetryable reports whether the first error of the API in err's tree may go
// away when the same request is sent again later: its action is to wait or to
// back off. It is false for an error that stopped because its context ended.
func IsRetryable(err error) bool { return retryable(first(err)) }

// retryable is Retryable of what first found.
func retryable(e *Error, c Code) bool {
	if e == nil || c != 0 && e.Stop != StopCanceled && e.hint <= hintDelay {
		return c.mode().retryable() // as nearly always
	}
	return e.Stop != StopCanceled && e.mode().retryable()
}

//errgen:if helpers

// is reports whether any error in err's tree is c, or says so itself.
func is(err error, c Code) bool {
	_, found := find(err, c, true)
	return found != 0
}

// as finds the first error in err's tree that is c.
func as(err error, c Code) (*Error, bool) { return asError(find(err, c, false)) }

//errgen:end

// asError makes an *Error of what find found.
func asError(e *Error, c Code) (*Error, bool) {
	if e == nil && c != 0 {
		e = New(c, "")
	}
	return e, e != nil
}

// first is find for whatever error of the API comes first: most helpers ask for
// that, and with nothing to compare a level costs less.
func first(err error) (*Error, Code) {
	for {
		switch x := err.(type) {
		case *Error:
			if x == nil {
				return nil, 0
			}
			return x, x.Code
		case Code:
			return nil, x
		case interface{ As(any) bool }:
			return findForeign(err, 0, false)
		case interface{ Unwrap() error }:
			err = x.Unwrap()
		case interface{ Unwrap() []error }:
			return findAny(x.Unwrap(), 0, false)
		default:
			return nil, 0
		}
	}
}

// find walks err's tree, depth first, to the first error of the API; if want is
// not 0, to the first with that Code. An *Error comes with its Code, a bare
// Code without an *Error; with neither, nothing was found. Of foreign types
// the method As is asked, and, if askIs, the method Is.
func find(err error, want Code, askIs bool) (*Error, Code) {
	for {
		switch x := err.(type) {
		case *Error:
			if x == nil {
				return nil, 0
			}
			if want == 0 || want == x.Code {
				return x, x.Code
			}
			err = x.cause
		case Code:
			if want == 0 || want == x {
				return nil, x
			}
			return nil, 0
		case interface{ As(any) bool }, interface{ Is(error) bool }:
			return findForeign(err, want, askIs)
		case interface{ Unwrap() error }:
			err = x.Unwrap()
		case interface{ Unwrap() []error }:
			return findAny(x.Unwrap(), want, askIs)
		default:
			return nil, 0
		}
	}
}

// findAny is find in each of several trees.
func findAny(errs []error, want Code, askIs bool) (*Error, Code) {
	for _, err := range errs {
		if e, c := find(err, want, askIs); e != nil || c != 0 {
			return e, c
		}
	}
	return nil, 0
}

// findForeign is find for an error that may claim to be one of ours.
func findForeign(err error, want Code, askIs bool) (*Error, Code) {
	if x, ok := err.(interface{ As(any) bool }); ok {
		if e, c := claimed(x, want); e != nil || c != 0 {
			return e, c
		}
	}
	if x, ok := err.(interface{ Is(error) bool }); ok && askIs && x.Is(want) {
		return nil, want
	}
	switch x := err.(type) {
	case interface{ Unwrap() error }:
		return find(x.Unwrap(), want, askIs)
	case interface{ Unwrap() []error }:
		return findAny(x.Unwrap(), want, askIs)
	}
	return nil, 0
}

// claimed is what an As method makes of an error, if that is what is wanted.
func claimed(x interface{ As(any) bool }, want Code) (*Error, Code) {
	var e *Error
	if x.As(&e) && e != nil && (want == 0 || want == e.Code) {
		return e, e.Code
	}
	var c Code
	if x.As(&c) && (want == 0 || want == c) {
		return nil, c
	}
	return nil, 0
}
