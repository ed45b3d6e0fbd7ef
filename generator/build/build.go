package build

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/afero"

	"zhengce/generator/catalog"
	"zhengce/generator/export"
	"zhengce/generator/manifest"
	"zhengce/generator/pages"
	"zhengce/generator/part"
	"zhengce/generator/print"
	"zhengce/generator/say"
	"zhengce/generator/search"
	"zhengce/generator/site"
	"zhengce/generator/source"
	"zhengce/generator/verify"
)

// Options say where a site is built and who is told about it.
type Options struct {
	Root   string                           // the site folder, with seeds/ and hugo.toml
	Theme  fs.FS                            // layouts/ and static/ for a folder that has none of its own
	Step   func(stage string)               // called as each stage begins; may be nil
	Part   func(stage string, done, of int) // called as each part of a stage is done; may be nil
	PDF    bool                             // adds PDF files to the site
	Strict bool                             // refuses papers of whose files some text is lost
	Plain  bool                             // Hugo makes HTML of the pages by the hooks of layouts/, not this program
	// Job runs Hugo for a part of a large site in a process of its own; nil for this one.
	Job       func(context.Context, site.Job) (printed string, err error)
	PartPages int    // the number of pages of a part; 0 for [part.Most]
	Clean     bool   // takes nothing from the last site
	From      string // the folder of a plan, whose shares have the pages
}

// A runner times the stages of a build.
type runner struct {
	Options
	report *Report
	book   *part.Book      // the content, once pages were made of it; nil where Hugo reads the Markdown
	last   map[string]bool // pages, by name under content/, that were taken from the last site, which was proved
}

// proven reports whether a page is one of the last site, of which it was proved that it says what the same page of content/ says.
func (r *runner) proven(name string) bool { return r.last[name] }

// stage runs f as the stage called name.
func (r *runner) stage(name say.Phrase, f func() error) error {
	if r.Step != nil {
		r.Step(name.String())
	}
	start := time.Now()
	err := f()
	r.report.Stages = append(r.report.Stages, Stage{name, time.Since(start)})
	return err
}

// Generate does the first half of a build: from the seeds to content/.
func Generate(o Options) (*Report, error) {
	r := &runner{Options: o, report: &Report{}}
	unlock, err := site.Lock(o.Root)
	if err != nil {
		return r.report, err
	}
	defer unlock()
	_, c, err := r.catalog()
	if err != nil {
		return r.report, err
	}
	return r.report, r.stage(say.Phrase("pages"), func() error {
		r.report.Pages, err = pages.Write(Folder(r.Root), c)
		r.kept()
		return err
	})
}

// Catalog reads the seeds of the site folder root and makes their catalog.
func Catalog(root string) (*Library, *catalog.Catalog, *Report, error) {
	r := &runner{Options: Options{Root: root}, report: &Report{}}
	l, c, err := r.catalog()
	return l, c, r.report, err
}

func (r *runner) catalog() (l *Library, c *catalog.Catalog, err error) {
	settings, err := site.ReadSettings(os.DirFS(r.Root))
	if err != nil {
		return nil, nil, err
	}
	err = r.stage(say.Phrase("read"), func() error {
		l = Read(os.DirFS(r.Root), "seeds")
		r.report.Passed = l.Passed
		return refusal(l.Problems, r.Strict)
	})
	if err != nil {
		return l, nil, err
	}
	err = r.stage(say.Phrase("compare"), func() error {
		var errs source.ErrorList
		c, errs = catalog.Build(l.Facts)
		return errs.Err()
	})
	if err != nil {
		return l, nil, err
	}
	c.Public = settings.Public()
	r.report.Documents, r.report.Agencies, r.report.Indicators = len(c.Documents), len(c.Agencies), len(c.Indicators)
	for _, d := range c.Documents {
		r.report.Measures += len(d.Measures)
	}
	r.report.Problems = l.Problems
	return l, c, nil
}

// refusal returns the problems with which no site is built, nil if there are none; a strict build takes no loss.
func refusal(problems source.ErrorList, strict bool) error {
	lost := problems.Losses()
	if !strict || len(lost) == 0 {
		return problems.Err()
	}
	return append(problems.Failures(), lost...)
}

// Run builds the whole site. Until every stage has succeeded public/ and content/ stay as they were.
func Run(o Options) (*Report, error) {
	r := &runner{Options: o, report: &Report{}}
	settings, err := site.ReadSettings(os.DirFS(o.Root))
	if err != nil {
		return r.report, err
	}
	if o.PDF {
		if _, err := print.Find(); err != nil {
			return r.report, err
		}
	}
	defer spare()()
	stage, err := site.NewStage(o.Root)
	if err != nil {
		return r.report, err
	}
	defer stage.Discard()
	if err := site.Need(os.DirFS(o.Root)); err != nil {
		return r.report, err
	}
	stage.PDF = o.PDF
	l, c, err := r.catalog()
	if err != nil {
		return r.report, err
	}
	plan, err := r.plan(stage, c)
	if err != nil {
		return r.report, err
	}
	var files []manifest.File
	steps := append(r.filling(stage, plan, c, settings),
		step{say.Phrase("verify"), func() error {
			var err error
			if files, err = writeManifest(stage); err != nil {
				return err
			}
			proof, errs := verify.Prove(verify.Subject{Site: os.DirFS(stage.Dir()), Seeds: l.Files, Links: search.Links(search.Pages(c)),
				Listed: true, Layouts: os.DirFS(filepath.Join(o.Root, "layouts"))})
			if plain(os.DirFS(o.Root), o.Theme) {
				errs = append(errs, verify.Contents(os.DirFS(stage.Dir()), os.DirFS(stage.ContentDir()), r.proven)...)
			}
			r.report.Proof = proof
			if err := errs.Err(); err != nil {
				return err
			}
			return noteProof(o.Root, os.DirFS(stage.Dir()))
		}},
		step{say.Phrase("commit"), func() error {
			err := r.commit(stage, plan)
			if err == nil {
				r.keep(files)
			}
			return err
		}},
	)
	if o.PDF {
		steps = slices.Insert(steps, 3, step{say.Phrase("pdf"), func() error { return r.print(stage, settings.Address()) }})
	}
	return r.report, r.take(steps)
}

// A step is a stage of a build that is still to be done.
type step struct {
	name say.Phrase
	do   func() error
}

// take does steps until one fails.
func (r *runner) take(steps []step) error {
	for _, s := range steps {
		if err := r.stage(s.name, s.do); err != nil {
			return err
		}
	}
	return nil
}

// filling returns the steps that make the site of a plan in its stage: pages, data, search index.
func (r *runner) filling(stage *site.Stage, plan *pages.Plan, c *catalog.Catalog, settings site.Settings) []step {
	return []step{
		{say.Phrase("hugo"), func() error { return r.hugo(stage, plan) }},
		{say.Phrase("data"), func() error { return writeData(stage.FS(), os.DirFS(r.Root), c, settings) }},
		{say.Phrase("search"), func() error { return writeSearch(stage.FS(), os.DirFS(r.Root), os.DirFS(stage.Dir()), c) }},
	}
}

// plan makes the pages and lays them out for Hugo.
func (r *runner) plan(stage *site.Stage, c *catalog.Catalog) (plan *pages.Plan, err error) {
	err = r.stage(say.Phrase("pages"), func() error {
		if plan, err = pages.NewPlan(Folder(r.Root), c); err != nil {
			return err
		}
		r.report.Pages = plan.Report
		r.kept()
		if err := plan.WriteData(stage.FS()); err != nil {
			return err
		}
		content, err := stage.Content(plan.Changes)
		if err != nil {
			return err
		}
		return plan.Stage(content)
	})
	return plan, err
}

// kept tells of pages that people changed.
func (r *runner) kept() {
	if names := r.report.Pages.Kept; len(names) > 0 {
		r.report.Notices = append(r.report.Notices, say.Sprintf("%s: written or changed by hand, or made by an older version; published as they stand\n\tremove them to get the pages of the papers back", some(names)))
	}
}

// commit publishes the staged site, then brings content/ up to it.
func (r *runner) commit(stage *site.Stage, plan *pages.Plan) error {
	folder := Folder(r.Root)
	if err := plan.Prepare(folder); err != nil {
		return err
	}
	err := stage.Commit(func() {
		if err := plan.Apply(folder); err != nil {
			r.report.Notices = append(r.report.Notices, say.Sprintf("the site is published, but content/ is not up to it: %v", err))
		}
	})
	r.report.Notices = append(r.report.Notices, stage.Notices...)
	if err != nil {
		plan.Drop(folder)
	}
	return err
}

// print adds PDF files to the staged site, which will be published at address. They stand beside their pages.
func (r *runner) print(stage *site.Stage, address string) error {
	o := print.Options{Site: stage.Dir(), Address: address, Out: stage.Dir(), Fonts: filepath.Join(r.Root, "fonts")}
	for _, kind := range print.Kinds {
		names, err := print.Pages(os.DirFS(stage.Dir()), kind)
		if err != nil {
			return err
		}
		o.Pages = append(o.Pages, names...)
	}
	report, err := print.Print(context.Background(), o)
	if stage.Interrupted() {
		return site.ErrInterrupted
	}
	r.report.Printed = report
	return err
}

// handwritten are the pages of content/ that people write; the search finds them too.
var handwritten = []string{"about.html", "help.html", "method.html", "security.html"}

// synonymFile is the site's own list of words of one meaning, a group a line.
const synonymFile = "synonyms.txt"

// writeSearch writes the search index of the catalog and of the handwritten pages in dir, the finished
// site, with the words of one meaning that the site folder root lists.
func writeSearch(to afero.Fs, root, dir fs.FS, c *catalog.Catalog) error {
	all := search.Pages(c)
	for _, name := range handwritten {
		if _, err := fs.Stat(dir, name); err != nil {
			continue // a site may do without it
		}
		p, err := search.FromHTML(dir, name, search.GuideKind)
		if err != nil {
			return say.Errorf("indexing %s: %w", name, err)
		}
		all = append(all, p)
	}
	synonyms, err := fs.ReadFile(root, synonymFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return say.Errorf("reading %s: %w", synonymFile, err)
	}
	return search.Write(to, all, string(synonyms))
}

// writeData writes what a site has beside its pages, their tables and its search: feeds, the files of annexes and the data pack.
func writeData(to afero.Fs, root fs.FS, c *catalog.Catalog, settings site.Settings) error {
	if err := pages.WriteFeeds(to, c, settings.Title, settings.Address()); err != nil {
		return err
	}
	if err := originals(to, root, c); err != nil {
		return err
	}
	return export.Write(to, c, settings.Address())
}

// Folder returns the folder dir as a file system.
func Folder(dir string) afero.Fs {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs // a base path of "." lets nothing through
	}
	return afero.NewBasePathFs(afero.NewOsFs(), dir)
}
