package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"

	"zhengce/generator/say"
)

const contentDir = "content"

// Content lays out content/ for Hugo in a folder of the stage, so that the one of the site changes only
// when the build has succeeded: each file under content/ stands there by a second name, but for those that
// left, a path such as content/about.md, is true of. New pages are written into the folder that is returned;
// it is the root of such paths.
func (s *Stage) Content(left func(name string) bool) (afero.Fs, error) {
	from := filepath.Join(s.root, contentDir)
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && path == from {
			return filepath.SkipAll
		}
		if err != nil {
			return err
		}
		name, err := filepath.Rel(s.root, path)
		if err != nil {
			return err
		}
		to := filepath.Join(s.work(), name)
		switch {
		case d.IsDir():
			return os.Mkdir(to, 0o777)
		case left(filepath.ToSlash(name)):
			return nil
		case d.Type() == fs.ModeSymlink:
			return s.linked(path, filepath.ToSlash(name), to)
		case !d.Type().IsRegular():
			return say.Errorf("%s: neither a file nor a folder\n\ttake it out of %s", filepath.ToSlash(name), contentDir)
		}
		return s.disk.Link(path, to)
	})
	if err != nil {
		return nil, say.Errorf("laying out %s: %w", contentDir, err)
	}
	return afero.NewBasePathFs(afero.NewOsFs(), s.work()), nil
}

// linked lays out what a link in content/ leads to: a file of the site folder, nothing else.
func (s *Stage) linked(path, name, to string) error {
	outside := say.Errorf("%s: the link leads to no file of the site folder\n\tput the file itself there", name)
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return outside
	}
	root, err := filepath.EvalSymlinks(s.root)
	if err != nil {
		return err
	}
	inside, err := filepath.Rel(root, target)
	if err != nil || inside == ".." || strings.HasPrefix(inside, ".."+string(filepath.Separator)) {
		return outside
	}
	info, err := os.Lstat(target)
	if err != nil || !info.Mode().IsRegular() {
		return outside
	}
	return s.disk.Link(target, to)
}
