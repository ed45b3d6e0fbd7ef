// Package build is the main job: it reads the seeds, writes the pages, runs Hugo, adds tables,
// data and search index, proves the finished site and puts it in the place of the last one.
package build

import (
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/editor"
	"zhengce/generator/extract"
	"zhengce/generator/format"
	"zhengce/generator/internal/parallel"
	"zhengce/generator/invariant"
	"zhengce/generator/policy"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// A Library is what was read from a seeds folder.
type Library struct {
	Files    []*source.File
	Facts    []*policy.Facts  // one for each paper; annexes in files of their own are part of theirs
	Passed   []string         // files of machines and office programs in the folder, which nobody reads
	Problems source.ErrorList // of all files, sorted
}

// Read reads every paper in the folder dir of fsys with the editor's file beside it. Failures
// are among the problems; Facts then holds the papers that could be read.
func Read(fsys fs.FS, dir string) *Library {
	list := format.List(fsys, dir)
	files, errs := list.Load(fsys, dir)
	l := &Library{Files: files, Problems: errs, Passed: list.Passed}
	facts, errs := Papers(fsys, files)
	l.Facts, l.Problems = facts, append(l.Problems, errs...)
	for _, f := range l.Facts {
		l.Problems = append(l.Problems, f.Problems...)
	}
	l.Problems = append(l.Problems, strays(list)...)
	l.Problems.Sort()
	return l
}

// Papers reads files as policy documents, annexes in files of their own as part of their papers, with the editor's
// files beside them in fsys. A paper at which the program breaks off is a problem, and none of the documents.
func Papers(fsys fs.FS, files []*source.File) (facts []*policy.Facts, errs source.ErrorList) {
	papers := bundles(files)
	read, broke := make([]*policy.Facts, len(papers)), make([]*source.Error, len(papers))
	parallel.Each(len(papers), func(i int) {
		read[i], broke[i] = survive(papers[i].paper.Name, func() *policy.Facts { return papers[i].read(fsys) })
	})
	for i := range papers {
		if broke[i] != nil {
			errs = append(errs, broke[i])
			continue
		}
		facts = append(facts, read[i])
	}
	return facts, errs
}

// survive calls read, which reads the paper of the name. That one paper shows a fault of the program is told with its place;
// all others are read.
func survive(name string, read func() *policy.Facts) (facts *policy.Facts, broke *source.Error) {
	defer func() {
		if r := recover(); r != nil {
			broke = source.Problem(name, source.Failure, "program-fault", "the program breaks off at this paper (%s); take the paper out for now, and tell who maintains the program", faultAt())
		}
	}()
	return read(), nil
}

// faultAt returns the line of the program that panicked, for its maintainers.
func faultAt() string {
	pc := make([]uintptr, 32)
	frames := runtime.CallersFrames(pc[:runtime.Callers(3, pc)]) // without this function and those that called it on the way out
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "zhengce/") {
			return path.Join(path.Base(path.Dir(f.File)), path.Base(f.File)) + ":" + strconv.Itoa(f.Line)
		}
		if !more {
			return "?"
		}
	}
}

// Paper reads one file as a policy document, with the editor's file beside it in fsys. All that
// is doubtful about it stands in the facts' problems. Names and words are looked for in the text with
// characters for radicals: ⼈⺠ as 人民; the text itself stays.
func Paper(fsys fs.FS, f *source.File) *policy.Facts {
	written := f.Text
	f.Text = source.Unified(written)
	defer func() { f.Text = written }()
	return settle(fsys, f, func() (*policy.Facts, source.ErrorList) {
		d, odd := document.Parse(f)
		facts, doubts := extract.Document(d)
		return facts, append(odd, doubts...)
	})
}

// settle finds the facts of the file f with the editor's file beside it.
func settle(fsys fs.FS, f *source.File, find func() (*policy.Facts, source.ErrorList)) *policy.Facts {
	facts, doubts := find()
	known, errs := editor.Load(fsys, f.Name)
	errs = append(errs, known.Apply(facts)...)
	facts.Rules = invariant.Measured(append(facts.Rules, invariant.Rules()...))
	broken := invariant.Check(facts)
	doubts = slices.Concat(f.Problems, doubts, broken.Problems())
	facts.Problems = append(known.Settle(doubts), errs...)
	broken.Mark(facts.Problems)
	facts.Problems = append(facts.Problems, f.Doubts()...)
	for _, p := range facts.Problems {
		if p.Hint == "" {
			p.Hint = editor.Remedy(p)
		}
	}
	facts.Problems.Sort()
	return facts
}

// strays reports editor's files that stand beside no seed, since their paper was renamed or is missing,
// and those that stand beside several, which holds for forms of one paper only.
func strays(list *format.Listing) source.ErrorList {
	beside := map[string][]string{}
	for _, name := range list.Papers {
		beside[editor.Beside(name)] = append(beside[editor.Beside(name)], path.Base(name))
	}
	var errs source.ErrorList
	for _, name := range list.Editors {
		e := &source.Error{Position: source.Position{File: name}, Severity: source.Failure, Code: "no-seed"}
		switch papers := beside[name]; {
		case path.Ext(name) != ".yaml":
			e.Say(say.Of("an editor's file has the suffix .yaml")).Hint = say.Sprintf("rename it")
		case len(papers) == 0:
			e.Say(say.Of("no paper of this name stands beside it")).Hint = say.Sprintf("rename it after its paper, or delete it")
		case len(papers) > 1:
			e.Severity, e.Code = source.Warning, "editor-shared"
			e.Say(say.Of("stands beside several files, %s, and holds for each of them", say.List(papers)))
			e.Hint = say.Sprintf("if they are not forms of one paper, rename one of them")
		default:
			continue
		}
		errs = append(errs, e)
	}
	return errs
}
