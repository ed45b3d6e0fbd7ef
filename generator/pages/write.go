// Package pages writes the library as Markdown for Hugo: one file for each document, measure,
// agency and indicator, the lists and comparisons over them, and the tables of those as CSV.
//
// Pages are the only output that is committed, so they hold nothing that changes from one run
// to the next.
package pages

import (
	"errors"
	iofs "io/fs"
	"path"
	"strings"

	"github.com/spf13/afero"

	"zhengce/generator/catalog"
	"zhengce/generator/say"
)

// Write makes content/ hold the library's pages, as [NewPlan] says.
func Write(fs afero.Fs, c *catalog.Catalog) (Report, error) {
	p, err := NewPlan(fs, c)
	if err != nil {
		return Report{}, err
	}
	if err := p.Prepare(fs); err != nil {
		return Report{}, err
	}
	return p.Report, p.Apply(fs)
}

// Check writes nothing and returns, sorted, the pages that Write would write or remove.
func Check(fs afero.Fs, c *catalog.Catalog) ([]string, error) {
	p, err := NewPlan(fs, c)
	if err != nil {
		return nil, err
	}
	return p.Changed(), nil
}

// Stage writes the new pages into fs, in which nothing stands at their places.
func (p *Plan) Stage(fs afero.Fs) error {
	for _, name := range p.Written {
		err := fs.MkdirAll(path.Dir(name), 0o755)
		if err == nil {
			err = afero.WriteFile(fs, name, p.files[name], 0o644)
		}
		if err != nil {
			return say.Errorf("writing %s: %w", name, err)
		}
	}
	return nil
}

// Prepare writes each new page beside its place, so that Apply needs no space. If it fails, nothing is left of it.
func (p *Plan) Prepare(fs afero.Fs) error {
	for i, name := range p.Written {
		err := fs.MkdirAll(path.Dir(name), 0o755)
		if err == nil {
			err = afero.WriteFile(fs, part(name), p.files[name], 0o644)
		}
		if err != nil {
			p.drop(fs, p.Written[:i+1])
			return say.Errorf("writing %s: %w", name, err)
		}
	}
	return nil
}

// Drop undoes Prepare.
func (p *Plan) Drop(fs afero.Fs) { p.drop(fs, p.Written) }

func (p *Plan) drop(fs afero.Fs, names []string) {
	for _, name := range names {
		fs.Remove(part(name))
		removeEmpty(fs, path.Dir(name))
	}
}

// Apply puts the prepared pages in their places, each in one step, and removes those that are no longer part of
// the library. What somebody wrote there since the plan was made stays and is Kept. It goes on after an error.
func (p *Plan) Apply(fs afero.Fs) error {
	var errs []error
	for _, name := range p.Written {
		if p.touched(fs, name) {
			p.Kept = append(p.Kept, name)
			fs.Remove(part(name))
		} else if err := fs.Rename(part(name), name); err != nil {
			errs = append(errs, say.Errorf("writing %s: %w", name, err))
		}
	}
	for _, name := range p.Removed {
		if !isPart(name) && p.touched(fs, name) {
			p.Kept = append(p.Kept, name)
			continue
		}
		if err := fs.Remove(name); err != nil && !errors.Is(err, iofs.ErrNotExist) {
			errs = append(errs, say.Errorf("removing %s: %w", name, err))
		}
		removeEmpty(fs, path.Dir(name))
	}
	return errors.Join(errs...)
}

// touched reports whether something other than a generated page stands at the place of one.
func (p *Plan) touched(fs afero.Fs, name string) bool {
	data, err := afero.ReadFile(fs, name)
	return err == nil && !sealed(strings.TrimPrefix(name, root+"/"), data) || err != nil && !errors.Is(err, iofs.ErrNotExist)
}

// Files that are being written begin with a point, which Hugo passes over, and end in partSuffix.
const partSuffix = ".zhengce-part"

// part is where the page called name is written before it takes its place.
func part(name string) string { return path.Dir(name) + "/." + path.Base(name) + partSuffix }

// isPart reports whether a killed run left the file.
func isPart(name string) bool {
	return strings.HasPrefix(path.Base(name), ".") && strings.HasSuffix(name, ".md"+partSuffix)
}

// removeEmpty removes dir and the folders above it as long as they are empty.
func removeEmpty(fs afero.Fs, dir string) {
	for dir != root && strings.HasPrefix(dir, root+"/") {
		if empty, err := afero.IsEmpty(fs, dir); err != nil || !empty {
			return
		}
		if fs.Remove(dir) != nil {
			return
		}
		dir = path.Dir(dir)
	}
}
