package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"zhengce/generator/manifest"
)

// A lastBuild is what the build before made, by its manifest.
type lastBuild struct {
	files map[string]manifest.File // by path with slashes; nil where the site has no manifest
	when  time.Time                // no file of the build is younger
}

// readLastBuild reads the manifest of a site; one without it, or with one that cannot be read, was made by no build.
func readLastBuild(public string) (*lastBuild, error) {
	b := &lastBuild{}
	info, err := os.Stat(filepath.Join(public, manifest.Name))
	if errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	if err != nil {
		return nil, err
	}
	m, err := manifest.Read(os.DirFS(public))
	if err != nil {
		return b, nil
	}
	b.files, b.when = make(map[string]manifest.File, len(m.Files)), info.ModTime()
	for _, f := range m.Files {
		b.files[f.Path] = f
	}
	return b, nil
}

// made reports whether the build made a file of the name.
func (b *lastBuild) made(name string) bool {
	_, ok := b.files[name]
	return ok || b.files != nil && manifest.Own(name)
}

// unchanged reports whether the file at path is what the build made of that name. Only one that is younger
// than the build is read.
func (b *lastBuild) unchanged(name, path string, d fs.DirEntry) (bool, error) {
	if !b.made(name) || !d.Type().IsRegular() {
		return false, nil
	}
	if manifest.Own(name) {
		return true, nil
	}
	info, err := d.Info()
	if err != nil || info.Size() != b.files[name].Size {
		return false, err
	}
	if !info.ModTime().After(b.when) {
		return true, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	now, err := manifest.Digest(name, f)
	return now == b.files[name], err
}
