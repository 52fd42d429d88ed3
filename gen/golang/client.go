package golang

// The client part: the retry policy, and which actions repeat any method.

import (
	"strconv"
	"time"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// clientFiles are the runtime files of the client part.
func clientFiles(*target) []string {
	return []string{
		"client.go", "client_call.go", "client_transport.go", "client_policy.go", "client_budget.go", "client_tokens.go",
		"client_loop.go", "client_attempt.go", "client_exchange.go", "client_nest.go",
	}
}

// emitClient emits what the client takes from the catalog.
func emitClient(a *assembly) { a.exact(emitPolicy(a.target), emitAnyMethod(a.target)) }

// emitPolicy emits
//
//	// catalogPolicy is the catalog's retry policy.
//	func catalogPolicy() Policy {
//		return Policy{
//			MaxAttempts: 4,
//			BaseDelay:   time.Second,
//			…
//		}
//	}
func emitPolicy(t *target) jen.Code {
	p, set := t.Policy, shortRow[jen.Code]
	policy := aligned("Policy", []row[jen.Code]{
		set("MaxAttempts", jen.Lit(p.MaxAttempts)),
		set("BaseDelay", duration(p.BaseDelay)),
		set("Factor", jen.Op(strconv.FormatFloat(p.Factor, 'g', -1, 64))),
		set("MaxDelay", duration(p.MaxDelay)),
		set("Jitter", duration(p.Jitter)),
		set("MaxRetryAfter", duration(p.MaxRetryAfter)),
	})
	return documented(
		comment("catalogPolicy is the catalog's retry policy."),
		jen.Func().Add(call("catalogPolicy")).Id("Policy").Add(below(policy)),
	)
}

// duration is a duration in the largest unit of which it is a multiple:
// 30 * time.Second.
func duration(d time.Duration) jen.Code {
	for _, unit := range []struct {
		name string
		size time.Duration
	}{
		{"Minute", time.Minute}, {"Second", time.Second}, {"Millisecond", time.Millisecond}, {"Microsecond", time.Microsecond},
	} {
		switch {
		case d == unit.size:
			return jen.Qual("time", unit.name)
		case d != 0 && d%unit.size == 0:
			return jen.Lit(int(d/unit.size)).Op("*").Qual("time", unit.name)
		}
	}
	return jen.Lit(int(d))
}

// emitAnyMethod emits
//
//	// anyMethod reports …
//	func (a Action) anyMethod() bool {
//		switch a {
//		case ActionWait:
//			return true
//		}
//		return false
//	}
func emitAnyMethod(t *target) jen.Code {
	var actions []jen.Code
	for i := range t.Actions {
		if a := &t.Actions[i]; a.Methods == catalog.AnyMethod {
			actions = append(actions, jen.Id(actionName(a)))
		}
	}
	doc := comment("anyMethod reports whether the action repeats requests of every method, not only idempotent ones.")
	if len(actions) == 0 {
		return documented(doc, jen.Func().Params(jen.Id("Action")).Add(call("anyMethod")).Bool().Add(oneLine(jen.False())))
	}
	return documented(doc, kindMethod("Action", "anyMethod").Bool().Block(
		jen.Switch(jen.Id("a")).Block(caseOf(actions, jen.Return(jen.True()))),
		jen.Return(jen.False()),
	))
}
