package verify

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/spf13/afero"
	"github.com/spf13/afero/mem"

	"zhengce/generator/manifest"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// A Comparison is a finished site into which its files are written once more: nothing is changed, each file is compared with
// what stands in its place. It reads as the site.
type Comparison struct {
	afero.Fs // the site, for reading
	site     fs.FS
	mu       sync.Mutex
	written  map[string]bool
	problems source.ErrorList
}

// NewComparison returns a comparison with the site.
func NewComparison(site fs.FS) *Comparison {
	return &Comparison{Fs: afero.FromIOFS{FS: site}, site: site, written: map[string]bool{}}
}

// Problems returns where the site has another file than was written, or none.
func (c *Comparison) Problems() source.ErrorList { return c.problems }

func plainName(name string) string { return path.Clean(strings.TrimPrefix(name, "/")) }

// Open opens a file of the site.
func (c *Comparison) Open(name string) (afero.File, error) { return c.Fs.Open(plainName(name)) }

// Stat tells about a file of the site.
func (c *Comparison) Stat(name string) (fs.FileInfo, error) { return c.Fs.Stat(plainName(name)) }

// MkdirAll does nothing: a folder that is missing is told by its files.
func (c *Comparison) MkdirAll(string, fs.FileMode) error { return nil }

// readOnly is os.O_RDONLY.
const readOnly = 0

// OpenFile opens a file of the site for reading, or one to be compared for writing.
func (c *Comparison) OpenFile(name string, flag int, perm fs.FileMode) (afero.File, error) {
	if flag == readOnly {
		return c.Open(name)
	}
	return &again{mem.NewFileHandle(mem.CreateFile(name)), c}, nil
}

// An again is a file that is written once more.
type again struct {
	*mem.File
	to *Comparison
}

// Close compares what was written.
func (a *again) Close() error {
	name := plainName(a.Name())
	if _, err := a.Seek(0, io.SeekStart); err != nil {
		return err
	}
	want, err := io.ReadAll(a.File)
	if err != nil {
		return err
	}
	have, err := fs.ReadFile(a.to.site, name)
	var e *source.Error
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e = failure(name, place{}, "missing-file", "the file is missing: the seeds give one of %d bytes", len(want))
	case err != nil:
		e = failure(name, place{}, "unreadable", "reading it: %v", err)
	case !bytes.Equal(have, want):
		e = difference(name, have, want)
	}
	a.to.mu.Lock()
	defer a.to.mu.Unlock()
	a.to.written[name] = true
	if e != nil {
		a.to.problems = append(a.to.problems, e)
	}
	return nil
}

// Same compares the finished site with one that was built anew, each file with its like. PDF files of a printed site, which
// the new one has not, are passed over.
func Same(site, anew fs.FS, printed bool) (source.ErrorList, error) {
	names, errs := list(anew)
	if len(errs) > 0 {
		return nil, errs
	}
	c := NewComparison(site)
	for _, name := range names {
		data, err := fs.ReadFile(anew, name)
		if err == nil {
			err = afero.WriteFile(c, name, data, 0)
		}
		if err != nil {
			return nil, err
		}
	}
	pdf := func(name string) bool { return printed && path.Ext(name) == ".pdf" }
	errs = append(c.Problems(), c.Strangers(anew, func(name string) bool { return manifest.Active(name) && !pdf(name) })...)
	m, err := manifest.Read(site)
	if err != nil {
		return errs, nil // that is told already
	}
	known := placed(errs)
	for _, f := range m.Files { // also where only the manifest makes it a file of the site
		if !c.written[f.Path] && !known[f.Path] && !pdf(f.Path) {
			errs = append(errs, failure(f.Path, place{}, "unknown-file", "the seeds give no such file"))
		}
	}
	return errs, nil
}

// placed returns the files of which a problem names the place: a line, a part of a spreadsheet, or the whole file.
func placed(found source.ErrorList) map[string]bool {
	out := map[string]bool{}
	for _, e := range found {
		if e.Severity == source.Failure && (e.Line > 0 || slices.Contains([]string{"record", "missing-file", "unknown-file"}, e.Code)) {
			out[e.File] = true
		}
	}
	return out
}

// Unplaced reports whether a file is not as it should be and no problem names the place in it. PDF files have no places.
func Unplaced(found source.ErrorList) bool {
	known := placed(found)
	return slices.ContainsFunc(found.Failures(), func(e *source.Error) bool { return !known[e.File] && path.Ext(e.File) != ".pdf" })
}

// WithPlaces returns what was found, with what more is known of files of which no place was.
func WithPlaces(found, more source.ErrorList) source.ErrorList {
	known := placed(found)
	return append(found, slices.DeleteFunc(slices.Clone(more), func(e *source.Error) bool { return known[e.File] })...)
}

// difference names the first place at which a file is not what the seeds give.
func difference(name string, have, want []byte) *source.Error {
	if path.Ext(name) == ".xlsx" {
		return sheetDifference(name, have, want)
	}
	i := common(string(have), string(want))
	e := failure(name, after(place{1, 1}, have[:i]), "record", "the file is not what the seeds give: expected %q, it has %q", cut(string(want), i), cut(string(have), i))
	if !utf8.Valid(have) {
		e.Position.Line, e.Position.Column = 0, 0
		e.Say(say.Of("the file is not what the seeds give, from byte %d on", i+1))
	}
	return e
}

// sheetDifference names the first part of a spreadsheet that differs. Its bytes are packed, so the place is that in the part.
func sheetDifference(name string, have, want []byte) *source.Error {
	is, err := parts(have)
	if err != nil {
		return failure(name, place{}, "record", "the spreadsheet cannot be read: %v", err)
	}
	should, err := parts(want)
	if err != nil {
		return failure(name, place{}, "record", "the spreadsheet of the seeds cannot be read: %v", err)
	}
	for _, part := range should {
		for _, p := range is {
			if i := common(p[1], part[1]); p[0] == part[0] && p[1] != part[1] {
				return failure(name, place{}, "record", "the spreadsheet is not what the seeds give, in %s: expected %q, it has %q", part[0], cut(part[1], i), cut(p[1], i))
			}
		}
	}
	return failure(name, place{}, "record", "the spreadsheet is not what the seeds give: it is packed otherwise, or has other parts")
}

// mostPart is how much of a part of a spreadsheet is read.
const mostPart = 1 << 28

// parts returns the names and contents of the parts of a spreadsheet.
func parts(data []byte) (out [][2]string, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		text, err := io.ReadAll(io.LimitReader(r, mostPart))
		if err != nil {
			return nil, err
		}
		out = append(out, [2]string{f.Name, string(text)})
	}
	return out, nil
}

// Made reports whether a file, by its name, is of a kind that only the program makes, and all of which are written in a
// comparison with what the seeds give.
func Made(name string) bool {
	return slices.Contains([]string{".js", ".json", ".csv", ".xlsx"}, path.Ext(name))
}

// Strangers reports files of the site that were not written, though they are of a kind that all are written of, and stand
// in a folder of files that were. Own are files that the site's owner has put in, by the same names.
func (c *Comparison) Strangers(own fs.FS, kind func(name string) bool) (errs source.ErrorList) {
	names, errs := list(c.site)
	folders := map[string]bool{".": true}
	for name := range c.written {
		folders[top(name)] = true
	}
	for _, name := range names {
		if c.written[name] || manifest.Own(name) || !folders[top(name)] || !kind(name) {
			continue
		}
		if _, err := fs.Stat(own, name); err != nil {
			errs = append(errs, failure(name, place{}, "unknown-file", "the seeds give no such file"))
		}
	}
	return errs
}
