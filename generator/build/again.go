package build

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhengce/generator/manifest"
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
	plan, err := pages.NewPlan(Folder(o.Root), c)
	if err != nil {
		return nil, err
	}
	to := verify.NewComparison(public)
	if err := plan.WriteData(to); err != nil {
		return nil, err
	}
	if err := writeData(to, os.DirFS(o.Root), c, settings); err != nil {
		return nil, err
	}
	if err := writeSearch(to, os.DirFS(o.Root), public, c); err != nil {
		return nil, err
	}
	if err := site.WriteStatic(to, os.DirFS(o.Root), o.Theme); err != nil {
		return nil, err
	}
	errs = to.Problems()
	for _, name := range plan.Changed() {
		errs = append(errs, &source.Error{Position: source.Position{File: name}, Severity: source.Failure, Code: "stale",
			Message: "the page is not what the seeds give", Hint: say.Sprintf("run 'zhengce build' again")})
	}
	content := os.DirFS(filepath.Join(o.Root, "content"))
	if plain(os.DirFS(o.Root), o.Theme) {
		errs = append(errs, verify.Contents(public, content, nil)...)
	}
	return append(errs, to.Strangers(content, verify.Made)...), nil
}

// Trace compares the finished site public with what the seeds give, and returns what it finds with what was found before. The
// whole site is built once more where its manifest may be false, where of a changed file no place is known yet, and where full;
// as that may take minutes, tell is called before with what is known then, which stands first in the result too.
func Trace(o Options, public fs.FS, found source.ErrorList, full bool, tell func(source.ErrorList)) (source.ErrorList, error) {
	more, err := Again(o, public)
	if err != nil {
		return found, err
	}
	found = append(found, more...)
	found.Sort()
	if !full && !verify.Unplaced(found) && IsLast(o.Root, public) {
		return found, nil
	}
	tell(found)
	anew, err := Rebuilt(o, public)
	if err != nil {
		return found, err
	}
	anew.Sort()
	return verify.WithPlaces(found, anew), nil
}

// Rebuilt builds the site of the folder o.Root once more, beside public/, which it leaves alone, and compares every file of the
// finished site public with it, navigation and page tags too. PDF files are not printed anew. Where nothing can be built, a
// warning says why.
func Rebuilt(o Options, public fs.FS) (errs source.ErrorList, err error) {
	r := &runner{Options: o, report: &Report{}}
	r.Clean = true // the last site is what is to be proved
	settings, err := site.ReadSettings(os.DirFS(o.Root))
	if err != nil {
		return nil, err
	}
	stage, err := site.NewStage(o.Root)
	if err != nil {
		return source.ErrorList{source.Problem(manifest.Name, source.Warning, "not-rebuilt", "the site was not built once more to compare it: %v", err)}, nil
	}
	defer stage.Discard()
	stage.PDF = printed(public)
	_, c, err := r.catalog()
	if err != nil {
		return nil, err
	}
	plan, err := r.plan(stage, c)
	if err != nil {
		return nil, err
	}
	if err := r.take(r.filling(stage, plan, c, settings)); err != nil {
		return nil, err
	}
	return verify.Same(public, os.DirFS(stage.Dir()), stage.PDF)
}

// printed reports whether a site has PDF files of its papers.
func printed(public fs.FS) bool {
	found, err := fs.Glob(public, "documents/*.pdf")
	return err == nil && slices.ContainsFunc(found, func(name string) bool {
		_, err := fs.Stat(public, strings.TrimSuffix(name, ".pdf")+".html")
		return err == nil
	})
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
