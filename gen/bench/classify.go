package main

// Asking which error it was: the generated helpers beside what people write and what
// peers offer.

import (
	"errors"
	"fmt"

	kratos "github.com/go-kratos/kratos/v2/errors"
	"github.com/jackc/pgerrcode"
	"github.com/jackc/pgx/v5/pgconn"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/runtime/schema"

	"github.com/errgen/errgen/generated/monogoto"
)

// A classifier is one way to ask whether an error is the one looked for.
type classifier struct {
	name string
	hit  error // that error, as it is where it occurs
	ask  func(error) bool
}

var errNotFound = errors.New("not found")

// A statusError is what people write by hand: a type with a status, found by
// errors.As and told apart by a switch.
type statusError struct{ status int }

func (e *statusError) Error() string { return fmt.Sprint("status ", e.status) }

func (e *statusError) notFound() bool {
	switch e.status {
	case 400, 401, 403, 409, 422, 429, 500:
		return false
	case 404:
		return true
	}
	return false
}

// sentinel is the classifier that the others are compared with.
const sentinel = "errors.Is, pointer sentinel"

var classifiers = []classifier{
	{"CodeOf", monogoto.New(monogoto.ErrNotFound, ""), func(err error) bool {
		return monogoto.CodeOf(err) == monogoto.ErrNotFound
	}},
	{"IsRetryable", monogoto.New(monogoto.ErrTooManyRequests, ""), monogoto.IsRetryable},
	{"IsNotFound", monogoto.New(monogoto.ErrNotFound, ""), monogoto.IsNotFound},
	{"IsNotFound, bare Code", monogoto.ErrNotFound, monogoto.IsNotFound},
	{sentinel, errNotFound, func(err error) bool { return errors.Is(err, errNotFound) }},
	{"errors.AsType + switch", &statusError{404}, func(err error) bool {
		e, ok := errors.AsType[*statusError](err)
		return ok && e.notFound()
	}},
	{"errors.As + switch", &statusError{404}, func(err error) bool {
		var e *statusError
		return errors.As(err, &e) && e.notFound()
	}},
	{"pgerrcode after errors.As", &pgconn.PgError{Code: pgerrcode.UniqueViolation}, func(err error) bool {
		var e *pgconn.PgError
		return errors.As(err, &e) && pgerrcode.IsIntegrityConstraintViolation(e.Code)
	}},
	{"k8s IsNotFound", apierrors.NewNotFound(schema.GroupResource{Resource: "things"}, "1"), apierrors.IsNotFound},
	{"kratos IsNotFound", kratos.NotFound("THING_NOT_FOUND", "not found"), kratos.IsNotFound},
}

// An arrival is how the error reaches who asks.
type arrival struct {
	name string
	of   func(hit error) error
	hit  bool
}

var errForeign = errors.New("connection reset")

var arrivals = []arrival{
	{"bare", wrapped(0), true},
	{"%w once", wrapped(1), true},
	{"%w 3 times", wrapped(3), true},
	{"%w 10 times", wrapped(10), true},
	{"last of Join of 3", func(hit error) error { return errors.Join(errForeign, errForeign, hit) }, true},
	{"foreign, %w 3 times", func(error) error { return wrapped(3)(errForeign) }, false},
}

func wrapped(times int) func(error) error {
	return func(err error) error {
		for i := range times {
			err = fmt.Errorf("layer %d: %w", i, err)
		}
		return err
	}
}

// classify compares the classifiers at every arrival.
var classify = contest{
	name:       "classify",
	title:      "Classifying an error",
	base:       sentinel,
	situations: classifySituations,
	goals: func(t timings) []goal {
		var goals []goal
		for _, ours := range []string{"CodeOf", "IsRetryable", "IsNotFound"} {
			goals = append(goals,
				t.atMost(0.8, "%w 3 times", ours, sentinel),
				t.allocsAtMost(0, "last of Join of 3", ours))
		}
		return goals
	},
}

func classifySituations() ([]situation, error) {
	var situations []situation
	for _, a := range arrivals {
		situations = append(situations, situation{a.name, asking(a)})
	}
	return situations, nil
}

var sinkBool bool // keeps the compiler from dropping what is measured

func asking(a arrival) []subject {
	var subjects []subject
	for _, c := range classifiers {
		err := a.of(c.hit)
		subjects = append(subjects, subject{c.name, func(n int) {
			for range n {
				sinkBool = c.ask(err)
			}
		}})
	}
	return subjects
}
