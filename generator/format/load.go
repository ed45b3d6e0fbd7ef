// Package format turns the files that people have into source files: plain text, and what
// carries the text of a paper in a form of its own.
package format

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"zhengce/generator/format/docx"
	"zhengce/generator/format/html"
	"zhengce/generator/format/kind"
	"zhengce/generator/format/markdown"
	"zhengce/generator/format/ofd"
	"zhengce/generator/format/paper"
	"zhengce/generator/format/pdf"
	"zhengce/generator/format/text"
	"zhengce/generator/format/xlsx"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// MaxSize is the size in bytes above which a seed is refused.
const MaxSize = 64 << 20

// A reader turns the bytes of a file into its text. Its errors name no file.
type reader func(name string, data []byte) (*source.File, error)

// A suffix is what a file's name says that it is.
type suffix struct {
	kind kind.Kind
	read reader
}

// suffixes are the endings of names that the package reads.
var suffixes = map[string]suffix{
	".txt":      {kind.Text, text.Read},
	".md":       {kind.Text, markdown.Read},
	".markdown": {kind.Text, markdown.Read},
	".html":     {kind.HTML, html.Read},
	".htm":      {kind.HTML, html.Read},
	".docx":     {kind.DOCX, docx.Read},
	".pdf":      {kind.PDF, pdf.Read},
	".ofd":      {kind.OFD, ofd.Read},
	".xlsx":     {kind.XLSX, xlsx.Read},
	".doc":      {kind.Old, readOld},
	".wps":      {kind.Old, readOld},
	".rtf":      {kind.RTF, readRTF},
	".odt":      {kind.ODT, readODT},
}

// foreign are endings of files that may hold a paper all the same: browsers and portals name web
// pages .doc, and newer Word files .wps. What they really are decides.
var foreign = map[string]bool{".docm": true, ".dotx": true, ".xhtml": true, ".shtml": true,
	".mht": true, ".mhtml": true, ".xls": true, ".et": true, ".ppt": true, ".pptx": true, ".zip": true, ".rar": true, ".7z": true, ".gz": true,
	".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".bmp": true, ".tif": true, ".tiff": true}

// IsSeed reports whether the file name has a suffix that the package reads.
func IsSeed(name string) bool {
	_, ok := suffixes[strings.ToLower(path.Ext(name))]
	return ok
}

// Load reads every seed in the folder dir of fsys and the folders below it, in the order of their
// names; [List] says which files are none. A file that no reader knows is an error with its name.
// A folder without a single seed is an error too.
func Load(fsys fs.FS, dir string) ([]*source.File, source.ErrorList) {
	return List(fsys, dir).Load(fsys, dir)
}

// Load reads the papers of l.
func (l *Listing) Load(fsys fs.FS, dir string) ([]*source.File, source.ErrorList) {
	var files []*source.File
	errs := slices.Clone(l.Problems)
	for _, name := range l.Papers {
		f, err := Read(fsys, name)
		if err != nil {
			errs = append(errs, source.Problem(name, source.Failure, "unreadable", "%w", err))
			continue
		}
		files = append(files, f)
	}
	if len(files) == 0 && len(errs) == 0 {
		e := source.Problem(dir, source.Failure, "no-seeds", "no papers in the seeds folder")
		e.Hint = say.Sprintf("put papers there as %s", endings())
		errs = append(errs, e)
	}
	return files, errs
}

// Read reads one seed. Its errors name no file; the caller does.
func Read(fsys fs.FS, name string) (*source.File, error) {
	ext := strings.ToLower(path.Ext(name))
	if !IsSeed(name) && !foreign[ext] {
		return nil, say.Errorf("unknown kind of file %q; expected %s", path.Ext(name), endings())
	}
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, say.Errorf("cannot be read: %s", cause(err))
	}
	switch {
	case info.IsDir():
		return nil, say.Errorf("is a folder with the name of a paper; put the papers in it here, or rename it")
	case !info.Mode().IsRegular():
		return nil, say.Errorf("is no file but a device or pipe; put the paper itself here")
	}
	if info.Size() > MaxSize {
		return nil, say.Errorf("file of %d MB is larger than the limit of %d MB; expected one paper, save its text alone as .txt or .docx", info.Size()>>20, MaxSize>>20)
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, say.Errorf("cannot be read: %s", cause(err))
	}
	read, odd, err := choose(ext, data)
	if err != nil {
		return nil, err
	}
	f, err := read(name, data)
	if err != nil {
		return nil, err
	}
	if err := checkLength(f); err != nil {
		return nil, err
	}
	if f.Format != "txt" && f.Format != "markdown" {
		text.Head(f)
		paper.NoteNoise(f)
	}
	if odd != "" {
		f.Problems = append(f.Problems, source.Problem(name, source.Warning, "wrong-suffix",
			"the file is %s by its content, not %q; it was read as that", odd, ext))
	}
	f.Losses = append(f.Losses, losses(f.Format, data, f.Account)...)
	checkCharacters(f)
	digest := sha256.Sum256(data)
	f.SHA256 = hex.EncodeToString(digest[:])
	return f, nil
}

// endings lists the suffixes for messages.
func endings() say.Names { return slices.Sorted(maps.Keys(suffixes)) }

// cause returns the message of err without the path, which the caller prints.
func cause(err error) error {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err
	}
	return err
}
