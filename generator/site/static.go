package site

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/spf13/afero"
)

// WriteStatic writes into a site the files of static/ as a build leaves them there: those of the site folder root, and where
// it has no layouts/, those of theme below them.
func WriteStatic(site afero.Fs, root, theme fs.FS) error {
	own := map[string]bool{}
	if err := writeStatic(site, root, own); err != nil {
		return err
	}
	if _, err := fs.Stat(root, "layouts"); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return writeStatic(site, theme, own)
}

// writeStatic writes the files of static/ under from that were not written, and notes them.
func writeStatic(site afero.Fs, from fs.FS, written map[string]bool) error {
	const folder = "static"
	return fs.WalkDir(from, folder, func(name string, d fs.DirEntry, err error) error {
		if name == folder && errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		target := strings.TrimPrefix(name, folder+"/")
		if err != nil || d.IsDir() || strings.HasSuffix(name, ".test.js") || written[target] {
			return err
		}
		data, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(shrunk, func(pattern string) bool { ok, _ := path.Match(pattern, target); return ok }) {
			data = shrinkFile(target, data)
		}
		written[target] = true
		return afero.WriteFile(site, target, data, 0o644)
	})
}
