package pages

import (
	"bytes"
	"errors"
	iofs "io/fs"
	"path"
	"slices"
	"sort"
	"strings"

	"github.com/spf13/afero"

	"zhengce/generator/catalog"
	"zhengce/generator/say"
)

// root is the folder of the pages under the project.
const root = "content"

// A Report says what a plan does. Paths are under the project, sorted.
type Report struct {
	Written   []string
	Removed   []string
	Kept      []string // written or changed by hand in the place of a generated page, and left alone
	Unchanged int
	Masked    bool // a page has what means something to Hugo; Unmask puts it right in the finished site
}

// A Plan is what has to be done to content/ so that it holds the library's pages: to write the files whose
// bytes change and to remove the generated pages that are no longer part of the library. A page written by
// hand stays, also where a generated one would stand, and so does one that was changed by hand.
type Plan struct {
	Report
	files  map[string][]byte // by path under the project; of those that are as they were, no more than that there are such
	tables []*table
	lists  []*cardList
}

// NewPlan compares the library with what stands in fs. It writes nothing.
func NewPlan(fs afero.Fs, c *catalog.Catalog) (*Plan, error) {
	p := &Plan{files: map[string][]byte{}}
	sections := map[string]bool{}
	for _, page := range library(c) {
		name := root + "/" + page.path
		if p.files[name] != nil {
			return nil, say.Errorf("two pages have the address %s", page.path)
		}
		sections[path.Dir(name)] = true
		p.files[name] = page.bytes()
		p.tables, p.lists = append(p.tables, page.tables...), append(p.lists, page.lists...)
		p.Masked = p.Masked || bytes.Contains(p.files[name], []byte(parting))
		old, err := afero.ReadFile(fs, name)
		switch {
		case errors.Is(err, iofs.ErrNotExist):
			p.Written = append(p.Written, name)
		case err != nil:
			return nil, say.Errorf("reading %s: %w", name, err)
		case bytes.Equal(old, p.files[name]):
			p.Unchanged++
			p.files[name] = []byte{}
		case !sealed(page.path, old):
			p.Kept = append(p.Kept, name)
		default:
			p.Written = append(p.Written, name)
		}
	}
	delete(sections, root)
	if err := p.findStale(fs, sections); err != nil {
		return nil, err
	}
	sort.Strings(p.Written)
	sort.Strings(p.Removed)
	sort.Strings(p.Kept)
	return p, nil
}

// findStale notes the generated pages in fs that the library no longer has, and the files that a killed run
// left behind. A page written by hand in a folder of generated pages, the sections, is an error: no template
// knows how to show it.
func (p *Plan) findStale(fs afero.Fs, sections map[string]bool) error {
	if ok, err := afero.DirExists(fs, root); err != nil || !ok {
		return err
	}
	var strange []string
	err := afero.Walk(fs, root, func(name string, info iofs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		name = strings.ReplaceAll(name, "\\", "/")
		switch {
		case isPart(name):
			p.Removed = append(p.Removed, name)
		case strings.HasSuffix(name, ".md") && p.files[name] == nil:
			data, err := afero.ReadFile(fs, name)
			if err != nil {
				return say.Errorf("reading %s: %w", name, err)
			}
			switch {
			case sealed(strings.TrimPrefix(name, root+"/"), data):
				p.Removed = append(p.Removed, name)
			case sections[path.Dir(name)]:
				strange = append(strange, name)
			}
		}
		return nil
	})
	if err == nil && len(strange) > 0 {
		err = say.Errorf("%s: a page written by hand, or copied, among generated ones; it cannot be shown\n\tmove it to %s/ or another folder of its own",
			strings.Join(strange, ", "), root)
	}
	return err
}

// Generated reports whether the page, a path under the project, is one of the plan, as it is.
func (p *Plan) Generated(name string) bool {
	_, kept := slices.BinarySearch(p.Kept, name)
	return p.files[name] != nil && !kept
}

// WriteData writes the tables and lists of the pages into fs, the folder of the site, and lets go of them.
func (p *Plan) WriteData(fs afero.Fs) error {
	for _, t := range p.tables {
		if err := t.write(fs); err != nil {
			return err
		}
	}
	for _, l := range p.lists {
		if err := l.write(fs); err != nil {
			return err
		}
	}
	p.tables, p.lists = nil, nil
	return nil
}

// Changed returns, sorted, the files that the plan writes or removes.
func (p *Plan) Changed() []string {
	names := append(slices.Clone(p.Written), p.Removed...)
	sort.Strings(names)
	return names
}

// Changes reports whether the plan writes or removes the file, a path under the project.
func (p *Plan) Changes(name string) bool {
	_, written := slices.BinarySearch(p.Written, name)
	_, removed := slices.BinarySearch(p.Removed, name)
	return written || removed
}
