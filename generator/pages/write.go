// Package pages writes the library as Markdown for Hugo: one file for each document, measure,
// agency and indicator, the lists and comparisons over them, and the tables of those as CSV.
//
// Pages are the only output that is committed, so they hold nothing that changes from one run
// to the next.
package pages

import (
	"bytes"
	"errors"
	"fmt"
	iofs "io/fs"
	"path"
	"sort"
	"strings"

	"github.com/spf13/afero"

	"zhengce/generator/catalog"
)

// root is the folder of the pages under the project.
const root = "content"

// A Report says what Write did. Paths are under the project, sorted.
type Report struct {
	Written   []string
	Removed   []string
	Kept      []string // written by hand in the place of a generated page, and left alone
	Unchanged int
	Masked    bool // a page has what means something to Hugo; Unmask puts it right in the finished site
}

// Write makes content/ hold the library's pages. It writes a file only where its bytes change,
// each in one step, and removes the generated pages that are no longer part of the library.
// A page written by hand stays, also where a generated one would stand.
func Write(fs afero.Fs, c *catalog.Catalog) (Report, error) {
	plan, err := newPlan(fs, c)
	if err != nil {
		return Report{}, err
	}
	for _, name := range plan.Written {
		if err := writeFile(fs, name, plan.files[name]); err != nil {
			return Report{}, fmt.Errorf("writing %s: %w", name, err)
		}
	}
	for _, name := range plan.Removed {
		if err := fs.Remove(name); err != nil && !errors.Is(err, iofs.ErrNotExist) {
			return Report{}, fmt.Errorf("removing %s: %w", name, err)
		}
		removeEmpty(fs, path.Dir(name))
	}
	return plan.Report, nil
}

// Check writes nothing and returns, sorted, the pages that Write would write or remove.
func Check(fs afero.Fs, c *catalog.Catalog) ([]string, error) {
	plan, err := newPlan(fs, c)
	if err != nil {
		return nil, err
	}
	names := append(append([]string{}, plan.Written...), plan.Removed...)
	sort.Strings(names)
	return names, nil
}

// A plan is what has to be done to a content folder.
type plan struct {
	Report
	files map[string][]byte // by path under the project
}

// newPlan compares the library with what stands in fs.
func newPlan(fs afero.Fs, c *catalog.Catalog) (*plan, error) {
	p := &plan{files: map[string][]byte{}}
	for _, page := range library(c) {
		name := root + "/" + page.path
		if p.files[name] != nil {
			return nil, fmt.Errorf("two pages have the address %s", page.path)
		}
		p.files[name] = page.bytes()
		p.Masked = p.Masked || bytes.Contains(p.files[name], []byte(parting))
		old, err := afero.ReadFile(fs, name)
		switch {
		case errors.Is(err, iofs.ErrNotExist):
			p.Written = append(p.Written, name)
		case err != nil:
			return nil, fmt.Errorf("reading %s: %w", name, err)
		case bytes.Equal(old, p.files[name]):
			p.Unchanged++
		case !generated(old):
			p.Kept = append(p.Kept, name)
		default:
			p.Written = append(p.Written, name)
		}
	}
	if err := p.findStale(fs); err != nil {
		return nil, err
	}
	sort.Strings(p.Written)
	sort.Strings(p.Removed)
	sort.Strings(p.Kept)
	return p, nil
}

// findStale notes the generated pages in fs that the library no longer has, and the files that
// a killed run left half written.
func (p *plan) findStale(fs afero.Fs) error {
	if ok, err := afero.DirExists(fs, root); err != nil || !ok {
		return err
	}
	return afero.Walk(fs, root, func(name string, info iofs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		name = strings.ReplaceAll(name, "\\", "/")
		switch {
		case strings.HasSuffix(name, partial):
			p.Removed = append(p.Removed, name)
		case strings.HasSuffix(name, ".md") && p.files[name] == nil:
			data, err := afero.ReadFile(fs, name)
			if err != nil {
				return fmt.Errorf("reading %s: %w", name, err)
			}
			if generated(data) {
				p.Removed = append(p.Removed, name)
			}
		}
		return nil
	})
}

// generated reports whether data is a page of this package.
func generated(data []byte) bool { return bytes.HasPrefix(data, []byte("---\n"+mark+"\n")) }

// partial is the suffix of a file that is being written.
const partial = ".md.part"

// writeFile writes a file in one step: nobody sees it half written.
func writeFile(fs afero.Fs, name string, data []byte) error {
	if err := fs.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	part := strings.TrimSuffix(name, ".md") + partial
	err := afero.WriteFile(fs, part, data, 0o644)
	if err == nil {
		err = fs.Rename(part, name)
	}
	if err != nil {
		fs.Remove(part)
	}
	return err
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
