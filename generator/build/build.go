package build

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/afero"

	"zhengce/generator/catalog"
	"zhengce/generator/export"
	"zhengce/generator/pages"
	"zhengce/generator/print"
	"zhengce/generator/search"
	"zhengce/generator/site"
	"zhengce/generator/source"
	"zhengce/generator/verify"
)

// Options say where a site is built and who is told about it.
type Options struct {
	Root   string             // the site folder, with seeds/ and hugo.toml
	Theme  fs.FS              // layouts/ and static/ for a folder that has none of its own
	Step   func(stage string) // called as each stage begins; may be nil
	PDF    bool               // adds PDF files to the site
	Strict bool               // refuses papers of whose files some text is lost
}

// A Report says what a build made.
type Report struct {
	Documents, Measures, Agencies, Indicators int
	Passed                                    []string         // as in Library
	Problems                                  source.ErrorList // warnings and losses
	Pages                                     pages.Report
	Printed                                   *print.Report // nil without PDF files
	Proof                                     *verify.Report
	Stages                                    []Stage
}

// A Stage is a part of a build with the time that it took.
type Stage struct {
	Name string
	Time time.Duration
}

// String returns the counts in one line.
func (r *Report) String() string {
	s := fmt.Sprintf("%d documents, %d measures, %d agencies, %d indicators", r.Documents, r.Measures, r.Agencies, r.Indicators)
	lost := len(r.Problems.Losses())
	if lost > 0 {
		s += fmt.Sprintf("; %d texts lost", lost)
	}
	if n := len(r.Problems) - lost; n > 0 {
		s += fmt.Sprintf("; %d warnings", n)
	}
	return s
}

// Times returns the time of the whole and of each stage in one line.
func (r *Report) Times() string {
	var total time.Duration
	parts := make([]string, len(r.Stages))
	for i, s := range r.Stages {
		total += s.Time
		parts[i] = fmt.Sprintf("%s %.2f s", s.Name, s.Time.Seconds())
	}
	return fmt.Sprintf("%.2f s: %s", total.Seconds(), strings.Join(parts, ", "))
}

// A runner times the stages of a build.
type runner struct {
	Options
	report *Report
}

// stage runs f as the stage called name.
func (r *runner) stage(name string, f func() error) error {
	if r.Step != nil {
		r.Step(name)
	}
	start := time.Now()
	err := f()
	r.report.Stages = append(r.report.Stages, Stage{name, time.Since(start)})
	return err
}

// Generate does the first half of a build: from the seeds to content/.
func Generate(o Options) (*Library, *catalog.Catalog, *Report, error) {
	r := &runner{Options: o, report: &Report{}}
	l, c, err := r.generate()
	return l, c, r.report, err
}

func (r *runner) generate() (l *Library, c *catalog.Catalog, err error) {
	if l, c, err = r.catalog(); err != nil {
		return nil, nil, err
	}
	return l, c, r.stage("pages", func() error {
		r.report.Pages, err = pages.Write(Folder(r.Root), c)
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
	err = r.stage("read", func() error {
		l = Read(os.DirFS(r.Root), "seeds")
		r.report.Passed = l.Passed
		return refusal(l.Problems, r.Strict)
	})
	if err != nil {
		return l, nil, err
	}
	err = r.stage("compare", func() error {
		var errs source.ErrorList
		c, errs = catalog.Build(l.Facts)
		return errs.Err()
	})
	if err != nil {
		return l, nil, err
	}
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

// Run builds the whole site. Until every stage has succeeded public/ stays as it was.
func Run(o Options) (*Report, error) {
	r := &runner{Options: o, report: &Report{}}
	settings, err := site.ReadSettings(os.DirFS(o.Root))
	if err != nil {
		return r.report, err
	}
	l, c, err := r.generate()
	if err != nil {
		return r.report, err
	}
	stage, err := site.NewStage(o.Root)
	if err != nil {
		return r.report, err
	}
	defer stage.Discard()
	if stage.PDF = o.PDF; o.PDF {
		if _, err := print.Find(); err != nil {
			return r.report, err
		}
	}
	type step struct {
		name string
		do   func() error
	}
	steps := []step{
		{"hugo", func() error {
			if err := stage.Build(o.Theme); err != nil || !r.report.Pages.Masked {
				return err
			}
			return pages.Unmask(stage.FS())
		}},
		{"data", func() error {
			if err := pages.WriteTables(stage.FS(), c); err != nil {
				return err
			}
			if err := pages.WriteFeeds(stage.FS(), c, settings.Title, settings.Address()); err != nil {
				return err
			}
			if err := originals(stage.FS(), os.DirFS(o.Root), c); err != nil {
				return err
			}
			return export.Write(stage.FS(), c)
		}},
		{"search", func() error { return writeSearch(stage, c) }},
		{"verify", func() error {
			if err := writeManifest(stage); err != nil {
				return err
			}
			proof, errs := verify.Prove(verify.Subject{Site: os.DirFS(stage.Dir()), Seeds: l.Files, Links: search.Links(search.Pages(c)), Listed: true})
			r.report.Proof = proof
			return errs.Err()
		}},
		{"commit", stage.Commit},
	}
	if o.PDF {
		steps = slices.Insert(steps, 3, step{"pdf", func() error { return r.print(stage, settings.Address()) }})
	}
	for _, s := range steps {
		if err := r.stage(s.name, s.do); err != nil {
			return r.report, err
		}
	}
	return r.report, nil
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
var handwritten = []string{"about.html", "help.html", "method.html"}

func writeSearch(stage *site.Stage, c *catalog.Catalog) error {
	all := search.Pages(c)
	dir := os.DirFS(stage.Dir())
	for _, name := range handwritten {
		if _, err := fs.Stat(dir, name); err != nil {
			continue // a site may do without it
		}
		p, err := search.FromHTML(dir, name, search.GuideKind)
		if err != nil {
			return fmt.Errorf("indexing %s: %w", name, err)
		}
		all = append(all, p)
	}
	return search.Write(stage.FS(), all)
}

// Folder returns the folder dir as a file system.
func Folder(dir string) afero.Fs {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs // a base path of "." lets nothing through
	}
	return afero.NewBasePathFs(afero.NewOsFs(), dir)
}

// WriteTo prints the report as people read it: counts, proof, times.
func (r *Report) WriteTo(w io.Writer) (int64, error) {
	if r.Printed != nil {
		fmt.Fprintln(w, r.Printed)
	}
	if len(r.Passed) > 0 {
		fmt.Fprintln(w, PassedOver(r.Passed))
	}
	n, err := fmt.Fprintf(w, "%s\n%s\n%s\n", r.Proof, r.Times(), r)
	return int64(n), err
}

// PassedOver says in one line which files of the seeds folder are no papers.
func PassedOver(names []string) string {
	const some = 5
	line := "passed over: " + strings.Join(names[:min(len(names), some)], ", ")
	if n := len(names) - some; n > 0 {
		line += fmt.Sprintf(" and %d more", n)
	}
	return line
}
