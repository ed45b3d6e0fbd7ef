// Package build is the main job: it reads the seeds, writes the pages, runs Hugo, adds tables,
// data and search index, proves the finished site and puts it in the place of the last one.
package build

import (
	"io/fs"
	"slices"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/editor"
	"zhengce/generator/extract"
	"zhengce/generator/format"
	"zhengce/generator/internal/parallel"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A Library is what was read from a seeds folder.
type Library struct {
	Files    []*source.File
	Facts    []*policy.Facts  // one for each file
	Problems source.ErrorList // of all files, sorted
}

// Read reads every paper in the folder dir of fsys with the editor's file beside it. Failures
// are among the problems; Facts then holds the papers that could be read.
func Read(fsys fs.FS, dir string) *Library {
	files, errs := format.Load(fsys, dir)
	l := &Library{Files: files, Problems: errs}
	l.Facts = make([]*policy.Facts, len(files))
	parallel.Each(len(files), func(i int) { l.Facts[i] = Paper(fsys, files[i]) })
	for _, f := range l.Facts {
		l.Problems = append(l.Problems, f.Problems...)
	}
	l.Problems = append(l.Problems, strays(fsys, dir, files)...)
	l.Problems.Sort()
	return l
}

// Paper reads one file as a policy document, with the editor's file beside it in fsys. All that
// is doubtful about it stands in the facts' problems. Names and words are looked for in the text with
// characters for radicals: ⼈⺠ as 人民; the text itself stays.
func Paper(fsys fs.FS, f *source.File) *policy.Facts {
	written := f.Text
	f.Text = source.Unified(written)
	defer func() { f.Text = written }()
	d, odd := document.Parse(f)
	facts, doubts := extract.Document(d)
	known, errs := editor.Load(fsys, f.Name)
	errs = append(errs, known.Apply(facts)...)
	doubts = slices.Concat(f.Problems, odd, doubts)
	facts.Problems = append(known.Settle(doubts), errs...)
	facts.Problems = append(facts.Problems, f.Doubts()...)
	for _, p := range facts.Problems {
		if p.Hint == "" {
			p.Hint = editor.Remedy(p)
		}
	}
	facts.Problems.Sort()
	return facts
}

// strays reports editor's files without a seed: their paper was renamed or is missing.
func strays(fsys fs.FS, dir string, files []*source.File) source.ErrorList {
	beside := map[string]bool{}
	for _, f := range files {
		beside[editor.Beside(f.Name)] = true
	}
	names, _ := fs.Glob(fsys, dir+"/*.yaml")
	var errs source.ErrorList
	for _, name := range names {
		if !beside[name] && !strings.HasPrefix(name, dir+"/.") {
			errs = append(errs, &source.Error{Position: source.Position{File: name}, Severity: source.Failure, Code: "no-seed",
				Message: "no paper of this name stands beside it", Hint: "rename it after its paper, or delete it"})
		}
	}
	return errs
}
