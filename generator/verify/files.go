package verify

import (
	"io/fs"

	"zhengce/generator/internal/parallel"
	"zhengce/generator/manifest"
	"zhengce/generator/source"
)

// Files proves of the site fsys that its files are those that its manifest lists, and says how many these are. It needs
// neither seeds nor program: a copy of the site is enough.
func Files(fsys fs.FS) (n int, errs source.ErrorList) {
	listing, e := readListing(fsys)
	if e != nil {
		return 0, source.ErrorList{e}
	}
	names, errs := list(fsys)
	files := make([]*file, len(names))
	parallel.Each(len(names), func(i int) {
		f := &file{name: names[i], part: listing.part(names[i])}
		if files[i] = f; !f.part {
			return
		}
		r, err := fsys.Open(f.name)
		if err == nil {
			defer r.Close()
			f.is, err = manifest.Digest(f.name, r)
		}
		if err != nil {
			f.fail(place{}, "unreadable", "reading it: %v", err)
		}
	})
	for _, f := range files {
		errs = append(errs, f.problems...)
	}
	errs = append(errs, listing.compare(files)...)
	errs.Sort()
	return len(listing.files), errs
}
