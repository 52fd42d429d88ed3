package main

// The command generate, from flags to files on the disk.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/pflag"

	"github.com/errgen/errgen/gen/output"
	"github.com/errgen/errgen/gen/spec"
)

const aboutGenerate = `
SPEC is errors.yaml unless it is named; "-" reads standard input. Paths given as
flags start in the working directory, those in the spec's outputs where the
spec is. Without a flag that names an output, the spec's outputs are written;
without those, "go generate" gets the Go package beside the file it runs for.

Files are written whole or not at all, and one that does not change is left
alone. Go files that errgen wrote into DIR and no longer generates are removed.

Examples:
  errgen generate                      # what errors.yaml says under outputs
  errgen generate api/errors.yaml --go internal/apierr
  errgen generate --check              # in CI: are the files up to date?
  errgen generate --diff | patch -p0   # look first, apply by other means
  errgen generate --list-names         # which code becomes which identifier

In a Go file of the package, where errgen is a tool of the module:
  //go:generate go tool errgen generate ../errors.yaml --go .

Exit codes: 0 done, or up to date; 1 with --check or --diff, some file is not up
to date; 2 it could not be done, and no file was harmed.
`

// generateOptions are the flags of errgen generate.
type generateOptions struct {
	flags   *pflag.FlagSet
	paths   []string // of the outputs, by index in backends
	backend backendOptions
	check   bool
	diff    bool
	list    bool
	names   bool
	depfile string
	force   bool
	quiet   bool
	color   colorChoice
}

func generateCommand() *command {
	flags := newFlags("generate")
	o := &generateOptions{flags: flags, paths: make([]string, len(backends))}
	for i, b := range backends {
		flags.StringVar(&o.paths[i], b.name, "", b.usage)
	}
	o.backend.addFlags(flags)
	flags.BoolVar(&o.check, "check", false, "write nothing; list each missing, stale or orphaned file, and exit 1 if there is one")
	flags.BoolVar(&o.diff, "diff", false, "write nothing; print what would change as a unified diff, and exit 1 if anything would")
	flags.BoolVar(&o.list, "list", false, "write nothing; print the paths of the files that would be generated")
	flags.BoolVar(&o.names, "list-names", false, "write nothing; print each error's domain, status, code, name and identifiers in Go")
	flags.StringVar(&o.depfile, "depfile", "", "also write to `FILE`, as a Makefile rule, what the outputs depend on")
	flags.BoolVar(&o.force, "force", false, "overwrite files that errgen did not write")
	flags.BoolVarP(&o.quiet, "quiet", "q", false, "print no summary and no progress")
	addColor(flags, &o.color)
	return &command{
		name:    "generate",
		args:    "[SPEC]",
		summary: "write what a spec says: the Go package, the reference",
		about:   aboutGenerate,
		flags:   flags,
		run:     o.run,
	}
}

func (o *generateOptions) run(c *console, args []string) error {
	specPath, err := specArg(args)
	if err != nil {
		return err
	}
	if err := o.checkFlags(specPath); err != nil {
		return err
	}
	return o.generate(c, specPath)
}

// generate reads the spec, renders everything, and settles that with the disk. On
// the way it answers what needs no more.
func (o *generateOptions) generate(c *console, specPath string) error {
	progress := startProgress(c.stderr, o.quiet)
	defer progress.done()

	progress.step("reading " + specPath)
	doc, err := o.read(c, specPath, progress)
	if err != nil {
		return err
	}
	if o.names {
		progress.done()
		listNames(c, doc.Catalog)
		return nil
	}

	progress.step("generating")
	rendered, err := o.rendering(c, specPath, doc)
	if err != nil {
		return err
	}
	if o.list {
		progress.done()
		listPaths(c, rendered.files)
		return nil
	}
	return o.settle(c, rendered, progress)
}

// settle compares what was rendered with the disk, and reports or writes what is
// not the same.
func (o *generateOptions) settle(c *console, rendered *rendering, progress *progress) error {
	progress.step("comparing with the disk")
	plan, err := output.Compare(rendered.files, rendered.owned, rendered.inputs)
	if err != nil {
		return err
	}
	if o.check || o.diff {
		progress.done()
		return o.report(c, plan)
	}

	progress.step("writing")
	if err := o.write(plan); err != nil {
		return err
	}
	progress.done()
	o.summarizeWritten(c, plan)
	return nil
}

// read reads the spec, and tells what was found in it.
func (o *generateOptions) read(c *console, specPath string, progress *progress) (*spec.Document, error) {
	doc, found, err := c.readSpec(specPath, "errgen generate api/errors.yaml")
	if err != nil {
		return nil, err
	}
	progress.clear()
	return doc, c.tell(found, o.color)
}

// A rendering is what a run is to make of the disk.
type rendering struct {
	files  []output.File
	owned  []output.Dir // where there may be orphans
	inputs []string     // the files that the outputs depend on
}

// rendering makes all files in memory, the depfile last.
func (o *generateOptions) rendering(c *console, specPath string, doc *spec.Document) (*rendering, error) {
	targets, err := o.targets(c, specPath, doc)
	if err != nil {
		return nil, err
	}
	files, err := o.render(c, doc, targets)
	if err != nil {
		return nil, err
	}
	inputs := o.inputs(specPath, doc)
	if o.depfile != "" {
		rule, err := depfile(o.depfile, files, inputs, doc.Searched)
		if err != nil {
			return nil, err
		}
		files = append(files, rule)
	}
	if err := checkIncluded(files, specPath, doc); err != nil {
		return nil, err
	}
	return &rendering{files, ownedDirs(targets), inputs}, nil
}

func (o *generateOptions) inputs(specPath string, doc *spec.Document) []string {
	inputs := append([]string{specPath}, doc.Included...)
	if o.backend.template != "" {
		inputs = append(inputs, o.backend.template)
	}
	return inputs
}

// checkFlags refuses flags that make no sense as they are or together.
func (o *generateOptions) checkFlags(specPath string) error {
	for i, b := range backends {
		if o.flags.Changed(b.name) {
			if err := checkPath(b.name, o.paths[i]); err != nil {
				return err
			}
		}
	}
	if o.flags.Changed("package") {
		if err := checkPackage(o.backend.goPackage, "--package"); err != nil {
			return err
		}
	}
	if o.flags.Changed("template") {
		if err := checkPath("template", o.backend.template); err != nil {
			return err
		}
	}
	switch {
	case o.names && (o.list || o.check || o.diff || o.flags.Changed("depfile")):
		return errors.New("--list-names answers alone; leave out --list, --check, --diff and --depfile")
	case o.list && (o.check || o.diff):
		return errors.New("--list compares nothing; leave out --check and --diff")
	}
	if !o.flags.Changed("depfile") {
		return nil
	}
	switch {
	case o.list || o.check || o.diff:
		return errors.New("--depfile is written along with the outputs; leave out --list, --check and --diff")
	case specPath == stdinSpec:
		return errors.New("--depfile says which file the outputs depend on; name the spec instead of reading standard input")
	}
	return checkPath("depfile", o.depfile)
}

func listPaths(c *console, files []output.File) {
	for _, f := range files {
		c.print(f.Path + "\n")
	}
}

// report says which files are not up to date.
func (o *generateOptions) report(c *console, plan *output.Plan) error {
	stale := plan.Stale()
	for _, e := range stale {
		if o.check {
			c.print(staleWord(e.State) + " " + e.Path + "\n")
		}
		if o.diff {
			c.print(string(e.Diff()))
		}
		if e.State == output.Foreign {
			c.say("%s was not written by errgen; to have it overwritten, use --force", e.Path)
		}
	}
	if len(stale) == 0 {
		o.summarize(c, "%s up to date", count(len(plan.Entries), "file"))
		return nil
	}
	o.summarize(c, "%d of %s not up to date; run errgen generate", len(stale), count(len(plan.Entries), "file"))
	return errNo
}

func staleWord(s output.State) string {
	switch s {
	case output.New:
		return "missing"
	case output.Orphan:
		return "orphaned"
	default:
		return "stale"
	}
}

// write makes the disk as planned. An interrupt before the first file takes
// its place undoes everything; after that, the few renames are finished.
func (o *generateOptions) write(plan *output.Plan) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return plan.Apply(ctx, o.force)
}

func (o *generateOptions) summarizeWritten(c *console, plan *output.Plan) {
	removed := ""
	if n := plan.Count(output.Orphan); n > 0 {
		removed = fmt.Sprintf(", removed %d", n)
	}
	wrote := plan.Count(output.New, output.Changed, output.Foreign)
	o.summarize(c, "wrote %s, %d unchanged%s", count(wrote, "file"), plan.Count(output.Same), removed)
}

func (o *generateOptions) summarize(c *console, format string, args ...any) {
	if !o.quiet {
		c.say(format, args...)
	}
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
