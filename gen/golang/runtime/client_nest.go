// How clients inside one another retry once, in the innermost that can: a call
// marks the context of what it sends, and a client further in leaves its final
// error at the mark. The mark is read only after a failure.

package runtime

import (
	"context"
	"sync/atomic"
)

// A nested is the context of what a call sends.
type nested struct {
	context.Context
	inner atomic.Pointer[Error] // the final error of a client further in
}

// nestedKey is the key by which a context gives its nested.
type nestedKey struct{}

// Value gives the mark, and otherwise what the caller's context has.
func (n *nested) Value(key any) any {
	if key == (nestedKey{}) {
		return n
	}
	return n.Context.Value(key)
}

// adopt leaves e at the mark, if that settles the matter.
func (n *nested) adopt(e *Error) {
	if e.settled() {
		n.inner.Store(e)
	}
}

// leave leaves e at the mark of the call around this one, if there is one.
func leave(ctx context.Context, e *Error) {
	if n, ok := ctx.Value(nestedKey{}).(*nested); ok {
		n.adopt(e)
	}
}

// settled reports whether a client did about e what it could. One that could
// do nothing, since the error's action, its policy or its fields left nothing,
// leaves it to the client around it.
func (e *Error) settled() bool {
	switch e.Stop {
	case StopNone, StopNever, StopNoHook:
		return false
	case StopAttempts:
		return len(e.Attempts) > 1
	case StopRefresh:
		return len(e.Attempts) > 1 || e.cause != nil
	}
	return true
}
