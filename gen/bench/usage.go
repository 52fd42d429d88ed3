package main

// What a process used, as cells of a table.

import "fmt"

var usageColumns = []string{"ms", "ratio", "CPU ms", "ratio", "peak MB"}

// usageRows are a row that says what the processes ran on, then one for each of
// them, beside the one called base.
func usageRows(what string, processes []*process, took runs, base string) []row {
	rows := []row{{name: what, groups: [][]string{make([]string, len(usageColumns))}}}
	for _, p := range processes {
		rows = append(rows, row{name: "  " + p.name, groups: [][]string{usageCells(took[p.name], took[base])}})
	}
	return rows
}

func usageCells(of, base []usage) []string {
	return []string{
		fmt.Sprintf("%.0f", median(walls(of))),
		fmt.Sprintf("%.2f", ratio(walls(of), walls(base))),
		fmt.Sprintf("%.0f", median(cpus(of))),
		fmt.Sprintf("%.2f", ratio(cpus(of), cpus(base))),
		fmt.Sprintf("%.0f", median(peaks(of))),
	}
}

func walls(us []usage) []float64 { return each(us, func(u usage) float64 { return u.Wall }) }
func cpus(us []usage) []float64  { return each(us, func(u usage) float64 { return u.CPU }) }
func peaks(us []usage) []float64 { return each(us, func(u usage) float64 { return u.Peak }) }

func each(us []usage, figure func(usage) float64) []float64 {
	figures := make([]float64, len(us))
	for i, u := range us {
		figures[i] = figure(u)
	}
	return figures
}
