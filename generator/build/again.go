package build

import (
	"io/fs"
	"os"
	"path/filepath"

	"zhengce/generator/pages"
	"zhengce/generator/search"
	"zhengce/generator/site"
	"zhengce/generator/source"
	"zhengce/generator/verify"
)

// Again reads the seeds of the site folder o.Root once more and compares what they give with the finished site public: records,
// tables, spreadsheets, feeds, search index, scripts and styles byte for byte, and the pages in content/, from which those of the
// site were made. It returns the differences, and the addresses that the search leads to.
func Again(o Options, public fs.FS) (errs source.ErrorList, links []string, err error) {
	settings, err := site.ReadSettings(os.DirFS(o.Root))
	if err != nil {
		return nil, nil, err
	}
	_, c, _, err := Catalog(o.Root)
	if err != nil {
		return nil, nil, err
	}
	to := verify.NewComparison(public)
	if err := writeData(to, os.DirFS(o.Root), c, settings); err != nil {
		return nil, nil, err
	}
	if err := writeSearch(to, public, c); err != nil {
		return nil, nil, err
	}
	if err := site.WriteStatic(to, os.DirFS(o.Root), o.Theme); err != nil {
		return nil, nil, err
	}
	stale, err := pages.Check(Folder(o.Root), c)
	if err != nil {
		return nil, nil, err
	}
	errs = to.Problems()
	for _, name := range stale {
		errs = append(errs, &source.Error{Position: source.Position{File: name}, Severity: source.Failure, Code: "stale",
			Message: "the page is not what the seeds give", Hint: "run 'zhengce build' again"})
	}
	return append(errs, to.Strangers(os.DirFS(filepath.Join(o.Root, "content")))...), search.Links(search.Pages(c)), nil
}
