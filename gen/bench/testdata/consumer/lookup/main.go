// Program lookup looks up wire codes of the catalog by the package and in a map,
// in turn: a few of them again and again, and all in an order of their own. It
// prints ns a look-up, by round, and allocations, as JSON.
package main

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"runtime"
	"syscall"
	"testing"

	"consumer/catalog"
)

type asked struct {
	status int
	value  string
	want   catalog.Code
}

func main() {
	runtime.GOMAXPROCS(1)
	questions, codes := ask()
	const few = 100
	took := map[string]map[string]timing{
		"few": compare(questions[:few], codes),
		"all": compare(questions, codes),
	}
	if err := json.NewEncoder(os.Stdout).Encode(took); err != nil {
		panic(err)
	}
}

// compare answers the questions by the package and by the map, in turn.
func compare(questions []asked, codes map[string]catalog.Code) map[string]timing {
	const rounds, lookups = 15, 200_000
	byPackage := func(a *asked) catalog.Code { return catalog.CodeFor(a.status, a.value) }
	byMap := func(a *asked) catalog.Code { return codes[a.value] }
	first := &questions[0]
	ours := timing{Allocs: testing.AllocsPerRun(100, func() { byPackage(first) })}
	theirs := timing{Allocs: testing.AllocsPerRun(100, func() { byMap(first) })}
	for range rounds {
		ours.Rounds = append(ours.Rounds, time(questions, lookups/len(questions), byPackage))
		theirs.Rounds = append(theirs.Rounds, time(questions, lookups/len(questions), byMap))
	}
	return map[string]timing{"package": ours, "map": theirs}
}

// ask makes the questions, and the map.
func ask() ([]asked, map[string]catalog.Code) {
	var questions []asked
	for _, c := range catalog.Codes() {
		questions = append(questions, asked{c.Status(), string([]byte(c.Value())), c}) // not where the package has it
	}
	codes := make(map[string]catalog.Code) // nor beside the map's key, which reading the question would then fetch
	for _, c := range catalog.Codes() {
		codes[string([]byte(c.Value()))] = c
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(questions), func(i, j int) {
		questions[i], questions[j] = questions[j], questions[i]
	})
	return questions, codes
}

type timing struct {
	Rounds []float64
	Allocs float64
}

// time is the CPU time in ns that an answer takes.
func time(questions []asked, repeats int, answer func(*asked) catalog.Code) float64 {
	start := cpu()
	for range repeats {
		for i := range questions {
			if answer(&questions[i]) != questions[i].want {
				panic("wrong: " + questions[i].value)
			}
		}
	}
	return float64(cpu()-start) / float64(repeats*len(questions))
}

func cpu() int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return u.Utime.Nano() + u.Stime.Nano()
}
