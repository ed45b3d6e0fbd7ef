package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"zhengce/generator/manifest"
	"zhengce/generator/say"
)

// carryOver gives the staged site what people put into public/: files that no build made stand in the
// new site too, but for those that the new site has as well, that would pass for files of the site, or that
// were made by a build and changed since: they are kept beside it. Nothing in public/ is touched.
func (s *Stage) carryOver() error {
	last, err := readLastBuild(s.public())
	if err != nil {
		return err
	}
	c := carrier{Stage: s, last: last}
	err = filepath.WalkDir(s.public(), func(path string, d fs.DirEntry, err error) error {
		if path == s.public() {
			if errors.Is(err, fs.ErrNotExist) {
				return filepath.SkipAll // the first build
			}
			return err
		}
		if err != nil {
			return err
		}
		name, err := filepath.Rel(s.public(), path)
		if err != nil {
			return err
		}
		return c.entry(path, name, d)
	})
	if err != nil {
		return err
	}
	if len(c.carried) > 0 {
		s.notice("%s: carried over what no build made: %s", publicDir, topNames(c.carried))
	}
	if len(c.kept) > 0 {
		s.notice("%s: changed by hand, in the way of the new site, or like a file of it: %s\n\tyours stand in %s now; what shall be published belongs into static/", publicDir, topNames(c.kept), keptDir)
	}
	return nil
}

// A carrier looks through the old site.
type carrier struct {
	*Stage
	last          *lastBuild
	carried, kept []string
}

// entry does for one file or folder of the old site what has to be done.
func (c *carrier) entry(path, name string, d fs.DirEntry) error {
	fresh := filepath.Join(c.Dir(), name)
	if d.IsDir() {
		entries, err := os.ReadDir(path)
		if err != nil || len(entries) > 0 {
			return err // what stands in it brings it along
		}
		if c.taken(name) {
			return nil
		}
		return c.mkdirAll(fresh)
	}
	mine, err := c.last.unchanged(filepath.ToSlash(name), path, d)
	if err != nil || mine || sameFile(path, fresh) {
		return err
	}
	if c.last.made(filepath.ToSlash(name)) || c.taken(name) || c.passes(name) {
		c.kept = append(c.kept, filepath.ToSlash(name))
		return c.keep(path, name)
	}
	if err := c.mkdirAll(filepath.Dir(fresh)); err != nil {
		return err
	}
	c.carried = append(c.carried, filepath.ToSlash(name))
	return c.disk.Link(path, fresh)
}

// passes reports whether readers would take a file for one of the new site, in whose folder it stands.
func (c *carrier) passes(name string) bool {
	top, _, inside := strings.Cut(filepath.ToSlash(name), "/")
	return manifest.Active(name) && (!inside || isFolder(filepath.Join(c.Dir(), top)))
}

// taken reports whether the new site has something at the name, or a file where the name has a folder.
func (c *carrier) taken(name string) bool {
	if _, err := os.Lstat(filepath.Join(c.Dir(), name)); err == nil {
		return true
	}
	for dir := filepath.Dir(name); dir != "."; dir = filepath.Dir(dir) {
		if info, err := os.Lstat(filepath.Join(c.Dir(), dir)); err == nil {
			return !info.IsDir()
		}
	}
	return false
}

// keep gives a file of public/ a second name under public.kept, a number behind it where one stands there already.
func (s *Stage) keep(path, name string) error {
	to := filepath.Join(s.root, keptDir, name)
	if err := s.mkdirAll(filepath.Dir(to)); err != nil {
		return err
	}
	for i, free := 1, to; ; i++ {
		err := s.disk.Link(path, free)
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
		if sameFile(path, free) {
			return nil
		}
		free = fmt.Sprintf("%s.%d", to, i)
	}
}

func (s *Stage) mkdirAll(dir string) error {
	err := s.disk.Mkdir(dir, 0o777)
	if errors.Is(err, fs.ErrNotExist) {
		if err = s.mkdirAll(filepath.Dir(dir)); err == nil {
			err = s.disk.Mkdir(dir, 0o777)
		}
	}
	if errors.Is(err, fs.ErrExist) && isFolder(dir) {
		return nil
	}
	return err
}

func isFolder(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.IsDir()
}

// sameFile reports whether two regular files have the same bytes.
func sameFile(a, b string) bool {
	x, err := os.Lstat(a)
	if err != nil || !x.Mode().IsRegular() {
		return false
	}
	y, err := os.Lstat(b)
	if err != nil || !y.Mode().IsRegular() || x.Size() != y.Size() {
		return false
	}
	if os.SameFile(x, y) {
		return true
	}
	one, err := os.ReadFile(a)
	if err != nil {
		return false
	}
	other, err := os.ReadFile(b)
	return err == nil && bytes.Equal(one, other)
}

// topNames names files by what stands at the top, with the number of files in each folder.
func topNames(names []string) string {
	const some = 8
	var tops []string
	count := map[string]int{}
	for _, name := range names {
		top, _, inside := strings.Cut(name, "/")
		if inside {
			top += "/"
		}
		if count[top]++; count[top] == 1 {
			tops = append(tops, top)
		}
	}
	for i, top := range tops {
		if strings.HasSuffix(top, "/") {
			tops[i] = fmt.Sprintf("%s (%d)", top, count[top])
		}
	}
	list := say.Names(tops[:min(len(tops), some)]).In(say.Used())
	if n := len(tops) - some; n > 0 {
		list += say.Sprintf(" and %d more", n)
	}
	return list
}
