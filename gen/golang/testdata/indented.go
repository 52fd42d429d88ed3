// Package indented is what TestIndent takes the tabs from, to see them restored.
// Each declaration has something that may mislead; it is not compiled.
package indented

import (
	"a"
	"b"
)

const (
	one = 1

	// two is { more ( than one, isn't it?
	two  = 2     // and )
	half = 1 / 2 // }
)

var texts = [...]string{
	"} \" )",
	"{\\",
	`([{"\`,
	`{
  case 1:
 }
`,
	"",
}

var runes = []rune{
	'{', '\'', '}',
	'"', '`', '\\',
	'(',
}

var nested = []T{
	{
		a: []int{1, 2},
		b: []U{
			{1, []int{2}},
			// [here
			{3, nil},
		},
	},
	{},
}

func onOneLine() { f(map[string]int{"{": 1}) }

func switches(x int) int {
	switch x {
	case 1, 2:
		return 1 // {
	case 3,
		4:
		// in 4 {
		switch {
		case x > 5:
			casex(x)
		}
	case 5:
	default:
		defaults[x]++
	}
	switch {
	}
	return 0
}

func selects(c chan int) {
	select {
	case <-c:
		if true {
			return
		} else if false {
			go selects(nil)
		} else {
			f(c)
		}
	default:
	}
}

func literals() {
	f(func(a []int) {
		g(T{
			a: a[1:],
		}, func() {
			h(
				a,
			)
		})
	})
}
