// Package verify proves a finished site: the text of every paper is complete, every link leads
// somewhere, nothing is loaded from elsewhere, and no template left its marks behind.
//
// It reads only the files of the site and the seeds and knows nothing of how the site was made.
package verify

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/internal/parallel"
	"zhengce/generator/manifest"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// A Report counts what was proved.
type Report struct {
	Texts    int // papers
	Complete int // of these, shown without a missing or added character, and nothing of the file lost
	Chars    int // characters of the complete papers, white space not counted
	Lost     int // characters of the files of the other papers that stand on no page
	Pages    int
	Links    int // links within the site, also from styles
	Broken   int
	Outside  int // requests that the site would make elsewhere
	Files    int // that the manifest lists
}

// String returns the report in one line.
func (r *Report) String() string {
	var lost say.Speaker = say.Of("")
	if r.Lost > 0 {
		lost = say.Of(", %s characters of the files lost", thousands(r.Lost))
	}
	return say.Sprintf("%d of %d texts complete (%s characters)%s, %d broken links of %s, %d outside requests",
		r.Complete, r.Texts, thousands(r.Chars), lost, r.Broken, thousands(r.Links), r.Outside)
}

// A Subject is a finished site with what its proof starts from. All but the site may be missing.
type Subject struct {
	Site    fs.FS
	Seeds   []*source.File
	Links   []string // further addresses under the site, such as those of the search index, that must lead somewhere
	Listed  bool     // the site has a manifest
	Layouts fs.FS    // the layouts that the site was made with
}

// Site proves the finished site fsys against the seeds that it was made of, without a manifest.
func Site(fsys fs.FS, seeds []*source.File, links ...string) (*Report, source.ErrorList) {
	return Prove(Subject{Site: fsys, Seeds: seeds, Links: links})
}

// Prove checks a finished site. The problems have the places of the site's files; all but warnings about files that
// are no part of it are failures.
func Prove(o Subject) (*Report, source.ErrorList) {
	names, errs := list(o.Site)
	s := &site{fsys: o.Site, files: map[string]*file{}, papers: map[string]string{}, noise: map[string]int{}, standards: &standards{leftoversNotIn(o.Seeds), inlineOf(o.Layouts)}}
	if o.Listed {
		var e *source.Error
		if s.listing, e = readListing(o.Site); e != nil {
			errs = append(errs, e)
		}
	}
	read := make([]*file, len(names))
	parallel.Each(len(names), func(i int) { read[i] = s.read(names[i]) })
	for i, name := range names {
		s.files[name] = read[i]
		errs = append(errs, read[i].problems...)
		if read[i].page {
			s.report.Pages++
		}
		s.report.Outside += read[i].outside
	}
	errs = append(errs, s.listing.compare(read)...)
	for _, f := range read {
		for _, l := range f.links {
			errs = append(errs, s.follow(f, l)...)
		}
		errs = append(errs, s.tables(o.Site, f)...)
	}
	extra := &file{name: say.Sprintf("search index")}
	for _, l := range o.Links {
		errs = append(errs, s.follow(extra, link{target: l})...)
	}
	errs = append(errs, s.texts(read, o.Seeds)...)
	for _, f := range read {
		errs = append(errs, s.quotes(f)...)
	}
	errs = append(errs, s.index()...)
	errs.Sort()
	return &s.report, errs
}

// site is what the checks share.
type site struct {
	*standards
	fsys    fs.FS
	files   map[string]*file
	papers  map[string]string // by name of its page, the paper's text without white space
	noise   map[string]int    // by name of its page, the length of the noise in it
	listing *listing
	report  Report
}

// list returns the names of all files of the site, sorted.
func list(fsys fs.FS) (names []string, errs source.ErrorList) {
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		errs = append(errs, failure(".", place{}, "unreadable", "reading the site: %v", err))
	}
	return names, errs
}

// read reads what the checks need of one file. Of files that are no part of the site, only the name is known.
func (s *site) read(name string) *file {
	f := &file{name: name, part: s.listing.part(name)}
	if !f.part || s.listing == nil && !looksInto(name) {
		return f
	}
	data, err := fs.ReadFile(s.fsys, name)
	if err != nil {
		f.fail(place{}, "unreadable", "reading it: %v", err)
		return f
	}
	if s.listing != nil {
		f.is, _ = manifest.Digest(name, bytes.NewReader(data))
	}
	switch path.Ext(name) {
	case ".html":
		f.wellFormed(data)
		f.readPage(data, s.standards)
	case ".svg":
		f.wellFormed(data)
		f.readDrawing(data)
	case ".css":
		f.wellFormed(data)
		f.readStyle(string(data), place{1, 1})
	case ".js":
		if m := shardName.FindStringSubmatch(name); m != nil {
			f.readShard(data, m[1])
			break
		}
		f.wellFormed(data)
	}
	return f
}

// looksInto reports whether the checks look into a file of the name.
func looksInto(name string) bool {
	return slices.Contains([]string{".html", ".svg", ".css", ".js"}, path.Ext(name))
}

// failure returns a problem of a file of the site.
func failure(name string, at place, code, format string, args ...any) *source.Error {
	e := source.Problem(name, source.Failure, code, format, args...)
	e.Line, e.Column = at.line, at.column
	return e
}

// thousands returns n with commas: 41,234.
func thousands(n int) string {
	s := strconv.Itoa(n)
	var b strings.Builder
	for i, c := range s {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	return b.String()
}
