package verify

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"zhengce/generator/manifest"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// A listing is what a manifest says of the files of a site. Without a manifest it is nil, and every file is a part.
type listing struct {
	files   map[string]manifest.File
	folders map[string]bool // at the top of the site, those that the site has files in
}

// readListing reads the manifest of the site fsys.
func readListing(fsys fs.FS) (*listing, *source.Error) {
	m, err := manifest.Read(fsys)
	if err != nil {
		e := failure(manifest.Name, place{}, "no-manifest", "%v", err)
		if errors.Is(err, fs.ErrNotExist) {
			e.Say(say.Of("the site has no manifest, which lists every file of it"))
		}
		e.Hint = say.Sprintf("run 'zhengce build' again")
		return nil, e
	}
	l := &listing{map[string]manifest.File{}, map[string]bool{".": true}}
	for _, f := range m.Files {
		l.files[f.Path] = f
		l.folders[top(f.Path)] = true
	}
	return l, nil
}

// top returns the folder at the top of the site in which a file stands, "." for none.
func top(name string) string {
	folder, _, found := strings.Cut(name, "/")
	if !found {
		return "."
	}
	return folder
}

// part reports whether a file is one of the site, or would pass for one: it is listed, or it could be a page or data and
// stands in a folder of the site. Other files, CNAME or .git, belong to whoever put them there.
func (l *listing) part(name string) bool {
	if l == nil || manifest.Own(name) || l.files[name].Path != "" {
		return true
	}
	return l.folders[top(name)] && manifest.Active(name)
}

// compare reports the files that are missing, changed or unknown. What stands beside the site and is none of it is a
// warning, one for each thing at the top.
func (l *listing) compare(read []*file) (errs source.ErrorList) {
	if l == nil {
		return nil
	}
	have, beside := map[string]bool{}, map[string]int{}
	for _, f := range read {
		have[f.name] = true
		want, listed := l.files[f.name]
		switch {
		case manifest.Own(f.name):
		case !listed && f.part:
			e := failure(f.name, place{}, "unknown-file", "the site's manifest does not know this file")
			e.Hint = say.Sprintf("delete it; a file of your own belongs into static/, from where a build takes it")
			errs = append(errs, e)
		case !listed && top(f.name) == ".":
			beside[f.name]++
		case !listed && l.folders[top(f.name)]:
			beside[path.Dir(f.name)]++
		case !listed:
			beside[top(f.name)]++
		case f.is.Size != want.Size:
			errs = append(errs, failure(f.name, place{}, "changed-file", "the file was changed: it has %d bytes, the manifest says %d", f.is.Size, want.Size))
		case f.is != want:
			errs = append(errs, failure(f.name, place{}, "changed-file", "the file was changed: its digest is %s, the manifest says %s", f.is.SHA256, want.SHA256))
		}
	}
	for name := range l.files {
		if !have[name] {
			errs = append(errs, failure(name, place{}, "missing-file", "the file is missing, the manifest lists it"))
		}
	}
	for name, n := range beside {
		e := failure(name, place{}, "beside", "%s stands beside the site and is no part of it", count(n))
		e.Severity = source.Warning
		errs = append(errs, e)
	}
	return errs
}

func count(files int) say.Speaker {
	if files == 1 {
		return say.Phrase("a file")
	}
	return say.Of("%d files", files)
}
