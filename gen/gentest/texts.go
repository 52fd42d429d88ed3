package gentest

// Catalogs of what people read of an error, one thing each.

import (
	"fmt"
	"strings"

	"github.com/errgen/errgen/gen/catalog"
)

// ofTexts are about what readers and servers have of an error, and what it is
// called.
func ofTexts() []Case {
	return []Case{
		feature("params", func(c *catalog.Catalog) {
			c.Errors[0].Message, c.Errors[0].Params = "{id}", []catalog.Param{{Name: "id", Ident: "id"}}
			c.Errors = append(c.Errors, oddParams())
		}),
		feature("aliases", func(c *catalog.Catalog) {
			c.Errors[0].Aliases = []string{"Absent", "NotThere"}
			again := coded("Again", "", "again")
			again.Aliases = []string{"OnceMore"}
			c.Errors = append(c.Errors, coded("Other", "", "other"), again)
		}),
		feature("deprecated", func(c *catalog.Catalog) {
			c.Errors[0].Deprecated = "use other"
			c.Errors[0].Aliases = []string{"Absent"}
			c.Errors[0].Message, c.Errors[0].Params = "No {id}", []catalog.Param{{Name: "id", Ident: "id", Example: "7"}}
			c.Errors = append(c.Errors, coded("Other", "", "other"))
		}),
		feature("severity", func(c *catalog.Catalog) {
			c.Errors[0].Severity = "fatal"
			c.Errors = append(c.Errors, coded("Other", "", "other"))
		}),
		feature("oddnames", oddNames),
	}
}

// oddParams is an error whose params are called as Go's own, stand in its
// message more than once, or not at all.
func oddParams() catalog.Error {
	e := coded("Odd", "", "odd")
	e.Message = "{n}{at}{n}, {type} {c}{{d}}"
	e.Params = []catalog.Param{
		{Name: "type", Ident: "type"}, {Name: "type_value", Ident: "typeValue", Type: catalog.BoolParam},
		{Name: "strconv", Ident: "strconv"}, {Name: "n", Ident: "n", Type: catalog.IntParam},
		{Name: "at", Ident: "at", Type: catalog.TimeParam}, {Name: "d", Ident: "d", Type: catalog.DurationParam},
	}
	return e
}

// oddNames adds errors whose names are words of Go, in other scripts, of many
// lengths, or differ in case alone.
func oddNames(c *catalog.Catalog) {
	names := []string{"X注文エラー", "GrößeÜberschritten", "For", "New", "F", "Of", "As", "Is", "Code", "ErrA", "Erra", "ERRA", "String", "Err", "E1", "Init"}
	for length := 20; length <= 100; length += 3 {
		names = append(names, strings.Repeat("N", length), "Ü"+strings.Repeat("ü", length-1))
	}
	for i, name := range names {
		e := coded(name, "", fmt.Sprintf("odd_%d", i))
		e.Message, e.Params = "{id}", []catalog.Param{{Name: "id", Ident: "id"}}
		e.Aliases = []string{"Old" + name}
		c.Errors = append(c.Errors, e)
	}
}

// everyText is an error with whatever is for readers and servers, and that Orders
// lacks.
func everyText() catalog.Error {
	const (
		request = 0
		never   = 3
	)
	return catalog.Error{
		Name: "NoSIM", Statuses: []catalog.StatusRange{catalog.One(404)}, Codes: []string{"no_sim"}, Title: "No SIM", Class: request, Action: never,
		Aliases: []string{"SimMissing", "SimGone"}, Severity: "warning", Deprecated: "use order_not_found",
		Message: "No SIM {sim_id} of {type} since {time}: {n} tries within {wait}, forced: {forced}, {sim_id}, {else}",
		Params: []catalog.Param{
			{Name: "sim_id", Ident: "simID", Example: "8937"},
			{Name: "type", Ident: "type", Example: "eSIM"},
			{Name: "time", Ident: "time", Type: catalog.TimeParam, Example: "2024-05-01T09:30:00Z"},
			{Name: "n", Ident: "n", Type: catalog.IntParam, Example: "3"},
			{Name: "wait", Ident: "wait", Type: catalog.DurationParam, Example: "1m30s"},
			{Name: "forced", Ident: "forced", Type: catalog.BoolParam, Example: "true"},
		},
	}
}
