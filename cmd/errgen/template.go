package main

// Templates of the user's own for the reference.

import (
	"fmt"
	"os"

	"github.com/errgen/errgen/gen"
	"github.com/errgen/errgen/gen/output"
)

// readTemplate reads the user's own template, if there is one.
func (o *backendOptions) readTemplate() error {
	if o.template == "" {
		return nil
	}
	text, err := os.ReadFile(o.template)
	if err != nil {
		return fmt.Errorf("cannot read the template: %w", err)
	}
	o.page = gen.Template{Name: o.template, Text: string(text)}
	return nil
}

// checkHeaders refuses what a user's template makes if a later run would not
// know it as errgen's.
func (o *backendOptions) checkHeaders(files []output.File) error {
	if o.template == "" {
		return nil
	}
	for _, f := range files {
		if !output.BearsHeader(f.Data) {
			return fmt.Errorf("template %s gives a page without %q in its first lines, by which errgen knows what it may overwrite: "+
				"write {{.Header}} at its top, in HTML {{.Head.Header}}", o.template, output.Header)
		}
	}
	return nil
}
