// Package print makes PDF files of the pages of a built site: papers, ledgers, comparisons and the
// volumes of the compendium. Chromium prints them with the site's own print style; what it leaves
// wrong is mended afterwards. The same site, fonts and browser give the same bytes.
package print

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"

	"zhengce/generator/say"
)

// Kinds are the folders of a site whose pages become PDF files.
var Kinds = []string{"documents", "agencies", "compare", "print"}

// screenOnly are pages that do nothing on paper.
var screenOnly = map[string]bool{"compare/pair": true}

// Pages returns the names of all pages of a kind in a built site, without suffix: "documents/yuzheng-2015-42".
func Pages(site fs.FS, kind string) ([]string, error) {
	found, err := fs.Glob(site, kind+"/*.html")
	if err != nil {
		return nil, err
	}
	var out []string
	for _, name := range found {
		if name = strings.TrimSuffix(name, ".html"); path.Base(name) != "index" && !screenOnly[name] {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out, nil
}

// Options say what is printed, and where to.
type Options struct {
	Site    string   // folder of the built site
	Address string   // where the site is published, with a slash at its end; may be empty
	Out     string   // folder of the PDF files, which stand there as their pages do in the site
	Fonts   string   // folder of fonts that come before the machine's; may be missing
	Pages   []string // as Pages returns them
	Done    func()   // called after each page, by one goroutine at a time; may be nil
}

// A Report says what was printed.
type Report struct {
	Files, Sheets int      // files and their pages
	Warnings      []string // faces that no font has, then characters that no font has, with the page
}

// String returns the warnings, each on a line, and the counts.
func (r *Report) String() string {
	return strings.Join(append(slices.Clone(r.Warnings), say.Sprintf("%d PDF files with %d pages", r.Files, r.Sheets)), "\n")
}

// Print prints pages of a site. At the first failure it stops; files written until then are whole.
func Print(ctx context.Context, o Options) (*Report, error) {
	site, err := filepath.Abs(o.Site)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(o.Out, 0o777); err != nil {
		return nil, say.Errorf("no place for PDF files: %w", err)
	}
	b, err := start(ctx, o.Fonts)
	if err != nil {
		return nil, err
	}
	defer b.close()
	p := &printer{Options: o, browser: b, site: site, report: &Report{}}
	if p.report.Warnings, err = (tab{b.Context}).fallbacks(os.DirFS(site)); err != nil {
		return nil, err
	}
	queue := make(chan string)
	var workers sync.WaitGroup
	for range min(runtime.NumCPU(), len(o.Pages), 4) {
		workers.Go(func() { p.work(queue) })
	}
	for _, name := range largestFirst(os.DirFS(site), o.Pages) {
		if p.failed() {
			break
		}
		queue <- name
	}
	close(queue)
	workers.Wait()
	sort.Strings(p.missing)
	p.report.Warnings = append(p.report.Warnings, p.missing...)
	return p.report, p.err
}

// largestFirst orders pages so that the longest work is not begun last.
func largestFirst(site fs.FS, pages []string) []string {
	size := map[string]int64{}
	for _, name := range pages {
		if info, err := fs.Stat(site, name+".html"); err == nil { // the browser will say what it cannot open
			size[name] = info.Size()
		}
	}
	out := slices.Clone(pages)
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(size[b], size[a]) })
	return out
}

// A printer prints pages in several tabs of one browser.
type printer struct {
	Options
	browser *browser
	site    string

	mu      sync.Mutex
	report  *Report
	missing []string // characters that no font has, as warnings
	err     error    // the first
}

func (p *printer) failed() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.err != nil
}

// end notes how the page called name went.
func (p *printer) end(name string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.err != nil: // what follows the first failure says nothing new
	case err == nil:
		p.report.Files++
		if p.Done != nil {
			p.Done()
		}
	case p.browser.Err() != nil:
		p.err = say.Errorf("printing %s: the browser ended before the page was printed", name)
	case errors.Is(err, context.DeadlineExceeded):
		p.err = say.Errorf("printing %s: the browser found no end within %v", name, pageTime)
	default:
		p.err = say.Errorf("printing %s: %w", name, err)
	}
}

// work prints the pages of the queue in one tab: a tab has loaded its fonts after the first page.
func (p *printer) work(queue <-chan string) {
	t, done, err := p.browser.tab()
	if err == nil {
		defer done()
	}
	for name := range queue {
		if err == nil {
			err = p.page(t, name)
		}
		p.end(name, err)
	}
}

// page prints one page into its file.
func (p *printer) page(t tab, name string) error {
	if p.failed() {
		return nil
	}
	ctx, stop := context.WithTimeout(t, pageTime)
	defer stop()
	f, err := p.file(tab{ctx}, name)
	if errors.Is(context.Cause(t), errCrash) {
		return errCrash
	}
	if err == nil {
		err = t.forget()
	}
	if err != nil {
		return err
	}
	return write(filepath.Join(p.Out, filepath.FromSlash(name)+".pdf"), f.bytes())
}

// file prints one page in a tab.
func (p *printer) file(t tab, name string) (*pdfFile, error) {
	ready, err := t.open(p.site, name, p.Address)
	if err != nil {
		return nil, err
	}
	var f *pdfFile
	front := 0
	if len(ready.Sections) > 0 {
		f, front, err = t.printVolume(ready)
	} else {
		f, err = t.print(true)
	}
	if err != nil {
		return nil, err
	}
	if err := f.finish(ready.Text, front); err != nil {
		return nil, err
	}
	p.note(name, len(f.pages()), ready.Missing)
	return f, nil
}

// finish mends the file of a page that holds the characters of text.
func (f *pdfFile) finish(text string, front int) error {
	characters := map[rune]bool{}
	for _, r := range text {
		characters[r] = true
	}
	f.settle()
	f.label(front)
	return f.mend(characters)
}

// note counts the pages of a file and warns of characters that it shows as boxes.
func (p *printer) note(name string, sheets int, missing string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.report.Sheets += sheets
	for _, r := range missing {
		p.missing = append(p.missing, say.Sprintf("%s: warning: no font has the character %c (U+%04X)", name, r, r))
	}
}

// write puts data into a file in one step: a failure leaves what stood there.
func write(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	part := name + ".part"
	err := os.WriteFile(part, data, 0o666)
	if err == nil {
		err = os.Rename(part, name)
	}
	if err != nil {
		os.Remove(part)
	}
	return err
}
