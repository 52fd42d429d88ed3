package main

// Programs that use the generated package are built in a module of their own,
// consumer, whose package catalog is made for as many errors as wanted.

import (
	"debug/elf"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/errgen/errgen/gen/bench/internal/synthetic"
)

//go:embed testdata/consumer
var consumerPrograms embed.FS

const consumerModule = "module consumer\n\ngo 1.22\n"

// consumed is how many errors the goals of the package are for.
const consumed = 10_000

// consumer makes the module for n errors, and returns where it is.
func (w *workshop) consumer(n int) (string, error) {
	module := fmt.Sprintf("consumer%d", n)
	if err := w.write(module+"/go.mod", []byte(consumerModule)); err != nil {
		return "", err
	}
	const root = "testdata/consumer/"
	err := fs.WalkDir(consumerPrograms, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := consumerPrograms.ReadFile(file)
		if err != nil {
			return err
		}
		return w.write(module+"/"+strings.TrimPrefix(file, root), src)
	})
	if err != nil {
		return "", err
	}
	return w.path(module), w.generatePackage(synthetic.Errors(n), module+"/catalog")
}

// consumerGoals are those of programs that use the package.
func (w *workshop) consumerGoals(e effort) ([]goal, error) {
	large, err := w.consumer(consumed)
	if err != nil {
		return nil, err
	}
	small, err := w.consumer(1)
	if err != nil {
		return nil, err
	}
	growth, err := w.growth(small, large)
	if err != nil {
		return nil, err
	}
	least, err := w.footprint(small)
	if err != nil {
		return nil, err
	}
	footprint, err := w.footprint(large)
	if err != nil {
		return nil, err
	}
	footprint.scanned -= least.scanned
	lookup, err := w.lookUp(large, e)
	if err != nil {
		return nil, err
	}
	return footprintGoals(footprint, growth, lookup), nil
}

func footprintGoals(f footprint, growth int, lookup timings) []goal {
	what := countOf(consumed) + ": "
	return []goal{
		{what + "inits of the package", float64(f.inits), 0},
		{what + "bytes that the garbage collector scans, beyond those of a package of one", float64(f.scanned), 0},
		{what + "growth of a program that uses one, of the size of the titles, their index and the statuses", float64(growth) / float64(f.shown), 1},
		{what + "looking up 100 wire codes again and again: of the time of a map", lookup.ratio("few", "package", "map"), 1.2},
		{what + "looking up all in a random order: of the time of a map", lookup.ratio("all", "package", "map"), 1.2},
		{what + "looking up a wire code: allocations", lookup.allocs("all", "package"), 0},
	}
}

// growth is how many bytes larger a program is that uses one error where the
// catalog is large.
func (w *workshop) growth(small, large string) (int, error) {
	sizes := make([]int64, 2)
	for i, module := range []string{small, large} {
		program, err := w.buildIn(module, "sentinel-"+strconv.Itoa(i), "-ldflags=-s -w", "./sentinel")
		if err != nil {
			return 0, err
		}
		info, err := os.Stat(program)
		if err != nil {
			return 0, err
		}
		sizes[i] = info.Size()
	}
	return int(sizes[1] - sizes[0]), nil
}

// A footprint is what a program carries that uses all of the package.
type footprint struct {
	shown   int // bytes of what Code.Error shows: titles, where each begins, and statuses
	inits   int // of the package
	scanned int // bytes of its variables that have pointers
}

// footprint builds and runs the program, which prints the size of the titles.
func (w *workshop) footprint(module string) (footprint, error) {
	program, err := w.buildIn(module, "whole-"+filepath.Base(module), "./whole")
	if err != nil {
		return footprint{}, err
	}
	printed, err := command("", program)
	if err != nil {
		return footprint{}, err
	}
	titles, err := strconv.Atoi(strings.TrimSpace(string(printed)))
	if err != nil {
		return footprint{}, err
	}
	f := footprint{shown: titles + perError*consumed}
	if f.inits, err = initsIn(program, catalogPackage); err != nil {
		return footprint{}, err
	}
	f.scanned, err = scannedBytes(program, catalogPackage+".")
	return f, err
}

// perError is what an error has beside its title: a line break behind that, where
// it starts, and a status.
const perError = 1 + 4 + 2

// initsIn is how many inits of a package a program runs.
func initsIn(program, pkg string) (int, error) {
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var trace strings.Builder
	cmd.Stderr = &trace
	if err := cmd.Run(); err != nil {
		return 0, fmt.Errorf("%v: %w\n%s", cmd, err, &trace)
	}
	return strings.Count("\n"+trace.String(), "\ninit "+pkg+" "), nil
}

const catalogPackage = "consumer/catalog"

// scannedBytes is the size of the variables in a program whose names begin so
// and which the garbage collector scans: the linker has those without pointers
// elsewhere.
func scannedBytes(program, prefix string) (int, error) {
	file, err := elf.Open(program)
	if err != nil {
		return 0, err
	}
	defer func() { _ = file.Close() }() // nothing was written to it
	symbols, err := file.Symbols()
	if err != nil {
		return 0, err
	}
	size := 0
	for _, s := range symbols {
		if !strings.HasPrefix(s.Name, prefix) || int(s.Section) >= len(file.Sections) {
			continue
		}
		if section := file.Sections[s.Section].Name; section == ".data" || section == ".bss" {
			size += int(s.Size)
		}
	}
	return size, nil
}

// lookUp has all wire codes looked up, in several layouts of the program.
func (w *workshop) lookUp(module string, e effort) (timings, error) {
	all := make(timings)
	for seed := 1; seed <= e.layouts; seed++ {
		program, err := w.buildIn(module, fmt.Sprintf("lookup-%d", seed), fmt.Sprintf("-ldflags=-randlayout=%d", seed), "./lookup")
		if err != nil {
			return nil, err
		}
		var one timings
		if err := output(&one, "", program); err != nil {
			return nil, err
		}
		all.add(one)
	}
	return all, nil
}
