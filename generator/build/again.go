package build

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"zhengce/generator/pages"
	"zhengce/generator/say"
	"zhengce/generator/site"
	"zhengce/generator/source"
	"zhengce/generator/verify"
)

// Again reads the seeds of the site folder o.Root once more and compares what they give with the finished site public: records,
// tables, spreadsheets, feeds, search index, scripts and styles byte for byte, and the pages in content/, from which those of the
// site were made. It returns the differences.
func Again(o Options, public fs.FS) (errs source.ErrorList, err error) {
	settings, err := site.ReadSettings(os.DirFS(o.Root))
	if err != nil {
		return nil, err
	}
	_, c, _, err := Catalog(o.Root)
	if err != nil {
		return nil, err
	}
	to := verify.NewComparison(public)
	if err := writeData(to, os.DirFS(o.Root), c, settings); err != nil {
		return nil, err
	}
	if err := writeSearch(to, public, c); err != nil {
		return nil, err
	}
	if err := site.WriteStatic(to, os.DirFS(o.Root), o.Theme); err != nil {
		return nil, err
	}
	stale, err := pages.Check(Folder(o.Root), c)
	if err != nil {
		return nil, err
	}
	errs = to.Problems()
	for _, name := range stale {
		errs = append(errs, &source.Error{Position: source.Position{File: name}, Severity: source.Failure, Code: "stale",
			Message: "the page is not what the seeds give", Hint: say.Sprintf("run 'zhengce build' again")})
	}
	content := os.DirFS(filepath.Join(o.Root, "content"))
	if plain(os.DirFS(o.Root), o.Theme) {
		errs = append(errs, verify.Contents(public, content)...)
	}
	return append(errs, to.Strangers(content)...), nil
}

// plain reports whether a site is made with the layouts of theme. What layouts of its own make of a page is not known.
func plain(root, theme fs.FS) bool {
	if _, err := fs.Stat(root, "layouts"); errors.Is(err, fs.ErrNotExist) {
		return true
	}
	same := true
	for _, pair := range [][2]fs.FS{{root, theme}, {theme, root}} {
		err := fs.WalkDir(pair[0], "layouts", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			a, errA := fs.ReadFile(pair[0], name)
			b, errB := fs.ReadFile(pair[1], name)
			same = same && errA == nil && errB == nil && bytes.Equal(a, b)
			return nil
		})
		same = same && err == nil
	}
	return same
}
